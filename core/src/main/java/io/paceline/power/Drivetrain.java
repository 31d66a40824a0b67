package io.paceline.power;

import io.paceline.check.Range;

/**
 * What bicycle and wheels take whoever rides them. All values from Martin et al. 1998, J Appl Biomech 14:276-291.
 *
 * @param efficiency power at the wheel over power at the pedals; 0.8 to 1
 * @param wheelDragAreaM2 Fw, drag area of the turning wheels, m²; 0 to 0.02
 */
public record Drivetrain(double efficiency, double wheelDragAreaM2) {
    /** Appendix I of the paper. */
    public static final Drivetrain MARTIN_1998 = new Drivetrain(0.976, 0.0044);

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public Drivetrain {
        Range.check(efficiency, 0.8, 1, "drivetrain: efficiency", "", "Maybe it is in percent: divide by 100.");
        Range.check(wheelDragAreaM2, 0, 0.02, "drivetrain: wheelDragAreaM2", "m²", "0.0044 is usual.");
    }
}
