package io.paceline.road;

import io.paceline.check.Range;

/**
 * A piece of road with one gradient, one heading, one wind and one surface.
 *
 * @param lengthM along the road, m; above 0, up to 500 000
 * @param gradient rise over run; -0.25 to 0.25
 * @param headingRad where the road leads, clockwise from north, rad; -2π to 2π
 * @param headwindMPerS wind against the riders at their height, m/s; negative from behind; -30 to 30
 * @param crosswindMPerS wind across at their height, m/s; positive from the right; -30 to 30; what is computed from it, the line of a chase says
 * @param rollingResistance Crr of the surface; 0.001 to 0.05
 */
public record Stretch(
        double lengthM,
        double gradient,
        double headingRad,
        double headwindMPerS,
        double crosswindMPerS,
        double rollingResistance) {

    /** The steepest road that the model covers, rise over run. */
    public static final double MAX_GRADIENT = 0.25;

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public Stretch {
        Range.check(lengthM, Double.MIN_NORMAL, 500_000, "stretch: lengthM", "m", "");
        Range.check(
                gradient,
                -MAX_GRADIENT,
                MAX_GRADIENT,
                "stretch: gradient",
                "",
                "Maybe it is in percent: divide by 100.");
        Range.check(headingRad, -2 * Math.PI, 2 * Math.PI, "stretch: headingRad", "rad", "Maybe it is in degrees.");
        Range.check(headwindMPerS, -30, 30, "stretch: headwindMPerS", "m/s", "Maybe it is in km/h: divide by 3.6.");
        Range.check(crosswindMPerS, -30, 30, "stretch: crosswindMPerS", "m/s", "Maybe it is in km/h: divide by 3.6.");
        Range.check(rollingResistance, 0.001, 0.05, "stretch: rollingResistance", "", "A good road has 0.004.");
    }

    /** A stretch with no wind across. */
    public Stretch(double lengthM, double gradient, double headingRad, double headwindMPerS, double rollingResistance) {
        this(lengthM, gradient, headingRad, headwindMPerS, 0, rollingResistance);
    }

    /** The same on another surface. */
    public Stretch withRollingResistance(double other) {
        return new Stretch(lengthM, gradient, headingRad, headwindMPerS, crosswindMPerS, other);
    }

    /** The same in another wind. */
    public Stretch withHeadwindMPerS(double other) {
        return new Stretch(lengthM, gradient, headingRad, other, crosswindMPerS, rollingResistance);
    }

    /** The same in another wind across. */
    public Stretch withCrosswindMPerS(double other) {
        return new Stretch(lengthM, gradient, headingRad, headwindMPerS, other, rollingResistance);
    }
}
