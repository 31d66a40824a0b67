package io.paceline.optimizer.calibration;

/**
 * A mean power that a rider held for a time and could not have held longer.
 *
 * @param durationS above 0 s
 * @param powerW above 0 W
 */
public record Effort(double durationS, double powerW) {
    /** @throws IllegalArgumentException if a value is not above 0 */
    public Effort {
        if (!(durationS > 0 && durationS < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("effort: durationS = " + durationS + " s is not above 0.");
        }
        if (!(powerW > 0 && powerW < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("effort: powerW = " + powerW + " W is not above 0.");
        }
    }

    /** Work, J. */
    public double workJ() {
        return durationS * powerW;
    }
}
