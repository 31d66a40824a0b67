package io.paceline.road;

import io.paceline.check.Range;
import java.util.function.UnaryOperator;

/**
 * A steady wind over open country, the same along the whole road.
 *
 * <p>Reports give the wind at 10 m; a rider meets less. In neutral air the speed grows with the logarithm of height
 * over the roughness length z₀ of the ground: u(z) = u(10 m) · ln(z/z₀) / ln(10 m/z₀). Not for streets between houses,
 * woods or hedges: state a smaller profile factor there.
 *
 * @param speedMPerS at 10 m, m/s; 0 to 40
 * @param fromRad where it blows <em>from</em>, clockwise from north, rad; -2π to 2π
 * @param profileFactor speed at the riders' height over the speed at 10 m; 0 to 1
 */
public record Wind(double speedMPerS, double fromRad, double profileFactor) implements WindAlong {

    /** Height of the wind of a weather report, m. Source: WMO-No. 8, part I, chapter 5. */
    public static final double REPORT_HEIGHT_M = 10;

    /**
     * z₀ of open flat terrain, grass, few isolated obstacles, m. Source (second-hand): Davenport's classes, Wieringa 1992; WMO-No. 8,
     * I.5, annex.
     */
    public static final double OPEN_COUNTRY_ROUGHNESS_M = 0.03;

    /**
     * Height at which the air of a rider is taken, m. Estimate, not measured; 1.0 to 2.0 m moves the factor from 0.60
     * to 0.72.
     */
    public static final double RIDER_HEIGHT_M = 1.5;

    /** Speed at the riders' height over speed at 10 m in open country, 0.673. */
    public static final double OPEN_COUNTRY_FACTOR = StrictMath.log(RIDER_HEIGHT_M / OPEN_COUNTRY_ROUGHNESS_M)
            / StrictMath.log(REPORT_HEIGHT_M / OPEN_COUNTRY_ROUGHNESS_M);

    /** No wind. */
    public static final Wind CALM = at10m(0, 0);

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public Wind {
        Range.check(speedMPerS, 0, 40, "wind: speedMPerS", "m/s", "Maybe it is in km/h: divide by 3.6.");
        Range.check(
                fromRad,
                -2 * Math.PI,
                2 * Math.PI,
                "wind: fromRad",
                "rad",
                "Maybe it is in degrees: multiply by pi/180.");
        Range.check(profileFactor, 0, 1, "wind: profileFactor", "", "It is 0.67 in open country.");
    }

    /**
     * The wind of a weather report, over open country.
     *
     * @param speedMPerS at 10 m, m/s; 0 to 40
     * @param fromRad where it blows from, clockwise from north, rad; -2π to 2π
     * @throws IllegalArgumentException if a value is outside its range
     */
    public static Wind at10m(double speedMPerS, double fromRad) {
        return new Wind(speedMPerS, fromRad, OPEN_COUNTRY_FACTOR);
    }

    @Override
    public Wind at(double atM) {
        return this;
    }

    @Override
    public Wind map(UnaryOperator<Wind> change) {
        return change.apply(this);
    }

    /**
     * The part of the wind that blows against a rider, m/s at his height; negative from behind.
     *
     * @param headingRad where the rider goes, clockwise from north, rad
     */
    public double headwindMPerS(double headingRad) {
        return speedMPerS * profileFactor * StrictMath.cos(fromRad - headingRad);
    }

    /**
     * The part of the wind that blows across, m/s at the rider's height; positive from his right, negative from his
     * left.
     *
     * @param headingRad where the rider goes, clockwise from north, rad
     */
    public double crosswindMPerS(double headingRad) {
        return speedMPerS * profileFactor * StrictMath.sin(fromRad - headingRad);
    }
}
