package io.paceline.drafting;

import io.paceline.check.Range;

/**
 * What the size of the rider directly ahead does to the saving: {@code k' = 1 - (1 - k)·(CdA ahead / own CdA)^s}, never below
 * {@value #LEAST_DRAG_FRACTION}.
 *
 * <p>Edwards and Byrnes 2007, Heimans 2017 and Fitton 2018 show that a big rider shelters more. The form is ours.
 *
 * @param exponent s; 0 switches the effect off; 0 to 1
 */
public record Shelter(double exponent) {
    /** No rider in a line has less drag than this. Estimate: the lowest published value in a bunch is 0.04 (Blocken 2018). */
    public static final double LEAST_DRAG_FRACTION = 0.05;

    /** Estimate: gives Fitton's 6 % between a light rider behind a heavy one and the reverse, for drag areas 1 to 1.2. */
    public static final Shelter DEFAULT = new Shelter(0.25);

    /** Only the place counts. */
    public static final Shelter NONE = new Shelter(0);

    /** @throws IllegalArgumentException if the exponent is outside its range */
    public Shelter {
        Range.check(exponent, 0, 1, "shelter: exponent", "", "0.25 is usual, 0 switches it off.");
    }

    /** How much more the rider ahead shelters than one of own size: the factor on the saving {@code 1 - k}. */
    public double savingFactor(double aheadDragAreaM2, double ownDragAreaM2) {
        return exponent == 0 ? 1 : StrictMath.pow(aheadDragAreaM2 / ownDragAreaM2, exponent);
    }

    /** The drag fraction behind a rider of another size. */
    public double dragFraction(double tableFraction, double aheadDragAreaM2, double ownDragAreaM2) {
        return Math.max(LEAST_DRAG_FRACTION, 1 - (1 - tableFraction) * savingFactor(aheadDragAreaM2, ownDragAreaM2));
    }
}
