package io.paceline.power;

import io.paceline.road.Air;
import io.paceline.road.Stretch;

/**
 * What it takes to ride one stretch of road: {@code P(v) = v·(A·a·|a| + R + B·v)/η} with air speed {@code a = v + headwind}.
 *
 * <p>Source: Martin et al. 1998, J Appl Biomech 14:276-291, equations 2 to 12. Linear in mass and in drag area, so the mean power of
 * several riders is the power of their mean.
 *
 * <p>Where air from the side is computed with, {@code A·a·|a|} becomes {@code (A + lost·S)·p}: see {@link Crosswind}.
 *
 * @param airKgPerM A = ½ρ(k·CdA + Fw), kg/m
 * @param headwindMPerS against the rider, m/s
 * @param constantN R = Crr·m·g·cosθ + m·g·sinθ + 0.091, N
 * @param efficiency η of the drivetrain
 * @param shelterKgPerM S = ½ρ(1 - k)·CdA: what the line spares him and yaw may take away, kg/m
 * @param crosswindMPerS across, m/s
 * @param crosswind what is computed from it
 */
public record RoadLoad(
        double airKgPerM,
        double headwindMPerS,
        double constantN,
        double efficiency,
        double shelterKgPerM,
        double crosswindMPerS,
        Crosswind crosswind) {
    /** Standard acceleration of free fall, m/s². Source: ISO 80000-3. */
    public static final double GRAVITY_M_PER_S2 = 9.80665;

    /** Friction of the wheel bearings at rest, N. Source: Martin et al. 1998, equation 7. */
    public static final double BEARING_N = 0.091;

    /** How it grows with speed, N·s/m. Source: Martin et al. 1998, equation 7. */
    public static final double BEARING_N_S_PER_M = 0.0087;

    /** Moment of inertia of both wheels, kg·m². Source: Martin et al. 1998, equation 12. */
    public static final double WHEEL_INERTIA_KG_M2 = 0.14;

    /** Outer radius of the tyre, m. Source: Martin et al. 1998, appendix I. */
    public static final double TYRE_RADIUS_M = 0.311;

    /** Relative change at which a coasting speed has settled. */
    private static final double SETTLED = 1e-15;

    /** Nobody rides faster than this on any road, so the search for a speed ends here, m/s. */
    private static final double SEARCH_LIMIT_M_PER_S = 200;

    /** A load in air from ahead or from behind. */
    public RoadLoad(double airKgPerM, double headwindMPerS, double constantN, double efficiency) {
        this(airKgPerM, headwindMPerS, constantN, efficiency, 0, 0, Crosswind.IGNORED);
    }

    /**
     * The load of one rider on one stretch, whatever blows across it.
     *
     * @param massKg rider with bicycle
     * @param dragAreaM2 CdA as it is in the line: k·CdA
     */
    public static RoadLoad of(Stretch stretch, Air air, Drivetrain drivetrain, double massKg, double dragAreaM2) {
        double cos = 1 / Math.sqrt(1 + stretch.gradient() * stretch.gradient());
        double sin = stretch.gradient() * cos;
        return new RoadLoad(
                0.5 * air.densityKgPerM3() * (dragAreaM2 + drivetrain.wheelDragAreaM2()),
                stretch.headwindMPerS(),
                massKg * GRAVITY_M_PER_S2 * (stretch.rollingResistance() * cos + sin) + BEARING_N,
                drivetrain.efficiency());
    }

    /**
     * The same with what blows across the stretch; the same object where nothing is computed from that.
     *
     * @param shelterM2 what the line spares him: (1 - k)·CdA
     */
    public RoadLoad across(Crosswind crosswind, Stretch stretch, Air air, double shelterM2) {
        return crosswind.isIgnored() || stretch.crosswindMPerS() == 0
                ? this
                : new RoadLoad(
                        airKgPerM,
                        headwindMPerS,
                        constantN,
                        efficiency,
                        0.5 * air.densityKgPerM3() * shelterM2,
                        stretch.crosswindMPerS(),
                        crosswind);
    }

    /** Force against the rider at a ground speed, N; negative when the road or the wind pushes. */
    public double forceN(double speedMPerS) {
        double airSpeedMPerS = speedMPerS + headwindMPerS;
        if (crosswindMPerS != 0) {
            return dragKgPerM(airSpeedMPerS) * crosswind.pressure(airSpeedMPerS, crosswindMPerS)
                    + constantN
                    + BEARING_N_S_PER_M * speedMPerS;
        }
        return airKgPerM * airSpeedMPerS * Math.abs(airSpeedMPerS) + constantN + BEARING_N_S_PER_M * speedMPerS;
    }

    private double dragKgPerM(double airSpeedMPerS) {
        return airKgPerM + crosswind.lostShare(airSpeedMPerS, crosswindMPerS) * shelterKgPerM;
    }

    /** How the force grows with the ground speed, N per m/s. */
    public double forceSlope(double speedMPerS) {
        double air = speedMPerS + headwindMPerS;
        if (crosswindMPerS != 0) {
            return dragKgPerM(air) * crosswind.pressureSlope(air, crosswindMPerS)
                    + crosswind.lostSlope(air, crosswindMPerS) * shelterKgPerM * crosswind.pressure(air, crosswindMPerS)
                    + BEARING_N_S_PER_M;
        }
        return 2 * airKgPerM * Math.abs(air) + BEARING_N_S_PER_M;
    }

    /** Power at a steady ground speed, W; negative where a rider brakes, so callers take {@code max(0, P)} for the pedals. */
    public double powerW(double speedMPerS) {
        return speedMPerS * forceN(speedMPerS) / efficiency;
    }

    /** How power grows with speed, W per m/s. */
    public double powerSlope(double speedMPerS) {
        return (forceN(speedMPerS) + speedMPerS * forceSlope(speedMPerS)) / efficiency;
    }

    /**
     * Extra power to change speed, W: {@code ½(m + I/r²)·(v₂² - v₁²)/t/η}.
     *
     * @param massKg rider with bicycle
     */
    public double kineticPowerW(double massKg, double fromMPerS, double toMPerS, double durationS) {
        double inertiaKg = massKg + WHEEL_INERTIA_KG_M2 / (TYRE_RADIUS_M * TYRE_RADIUS_M);
        return 0.5 * inertiaKg * (toMPerS * toMPerS - fromMPerS * fromMPerS) / durationS / efficiency;
    }

    /** The speed at which nobody has to pedal, m/s; 0 where the rider would stop. In air along the road exact: the root of a quadratic. */
    public double coastingSpeedMPerS() {
        if (forceN(0) >= 0) {
            return 0;
        }
        if (crosswindMPerS != 0) {
            return crossedCoastingMPerS();
        }
        // from here on the force has one root above 0: with the wind from behind (a < 0) or against (a > 0)
        double windless = -headwindMPerS;
        boolean againstAir = windless <= 0 || forceN(windless) < 0;
        double a = againstAir ? airKgPerM : -airKgPerM;
        double b = 2 * a * headwindMPerS + BEARING_N_S_PER_M;
        double c = a * headwindMPerS * headwindMPerS + constantN;
        // of the two forms of the root the one that does not cancel; c < 0 for a > 0
        double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
        if (againstAir) {
            return b >= 0 ? -2 * c / (b + root) : (root - b) / (2 * a);
        }
        // a < 0, b > 0, c < 0 : the smaller of two positive roots is the one below the wind's speed
        return -2 * c / (b + root);
    }

    /** The force only rises with the speed: Newton's method between ends, or half way where it would leave them. */
    private double crossedCoastingMPerS() {
        double low = 0;
        double high = SEARCH_LIMIT_M_PER_S;
        double v = 0.5 * high;
        for (int step = 0; step < 200 && high - low > SETTLED * high; step++) {
            double forceN = forceN(v);
            if (forceN > 0) {
                high = v;
            } else {
                low = v;
            }
            double next = v - forceN / forceSlope(v);
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - v) <= SETTLED * v) {
                return next;
            }
            v = next;
        }
        return v;
    }

    /**
     * The steady speed that a power gives, m/s: the only root at which more power means more speed. Within 1e-9 m/s of exact.
     *
     * @param powerW at the pedals; not negative
     * @throws IllegalArgumentException if the power is negative or NaN
     */
    public double speedMPerS(double powerW) {
        if (!(powerW >= 0)) {
            throw new IllegalArgumentException(
                    "power = " + powerW + " W is negative. A rider who does not pedal has 0 W.");
        }
        return speedMPerS(powerW, coastingSpeedMPerS(), SEARCH_LIMIT_M_PER_S, 12);
    }

    /**
     * The speed that a power gives, between two speeds known to enclose it.
     *
     * @param low at least the coasting speed
     * @param start first guess; any, a good one saves steps
     */
    public double speedMPerS(double powerW, double low, double high, double start) {
        double lo = low;
        double hi = high;
        double v = start > lo && start < hi ? start : 0.5 * (lo + hi);
        // power rises strictly between the ends, so Newton's step is safe whenever it stays inside them
        for (int step = 0; step < 200; step++) {
            double over = powerW(v) - powerW;
            if (over > 0) {
                hi = v;
            } else {
                lo = v;
            }
            double next = v - over / powerSlope(v);
            if (!(next > lo && next < hi)) {
                next = 0.5 * (lo + hi);
            }
            if (Math.abs(next - v) <= 1e-13 * (1 + v)) {
                return next;
            }
            v = next;
        }
        return v;
    }
}
