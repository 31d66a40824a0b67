package io.paceline.oracle;

import io.paceline.road.Stretch;

/** Martin's equation (1998) without its kinetic term, and its inverse by bisection. */
final class OraclePhysics {
    private static final double G = 9.80665;
    private static final double FASTEST_M_PER_S = 120;

    private OraclePhysics() {}

    /** Force against a rider over efficiency, N; negative if he is pushed. */
    static double forceN(double v, double massKg, double dragAreaM2, double k, OracleAir air) {
        Stretch s = air.stretch();
        // cos and sin of the slope's angle: the road runs 1 across for s.gradient() up
        double hypotenuse = Math.sqrt(1 + s.gradient() * s.gradient());
        double newton = air.dragN(v, k, dragAreaM2);
        newton += s.rollingResistance() * massKg * G / hypotenuse;
        newton += 0.091 + 0.0087 * v;
        newton += massKg * G * s.gradient() / hypotenuse;
        return newton / air.drivetrain().efficiency();
    }

    /** Power at the pedals that holds a speed, W; negative where he would have to brake. */
    static double powerW(double v, double massKg, double dragAreaM2, double k, OracleAir air) {
        return v * forceN(v, massKg, dragAreaM2, k, air);
    }

    /** The highest speed at which this power is enough, m/s, by halving an interval until nothing is left between its ends. */
    static double speedMPerS(double watts, double massKg, double dragAreaM2, double k, OracleAir air) {
        double enough = 0;
        double tooFast = FASTEST_M_PER_S;
        while (true) {
            double middle = (enough + tooFast) / 2;
            if (middle <= enough || middle >= tooFast) {
                return enough;
            }
            // Speed times force falls before it rises where the road pushes; the force itself only rises.
            double force = forceN(middle, massKg, dragAreaM2, k, air);
            if (force <= 0 || force * middle <= watts) {
                enough = middle;
            } else {
                tooFast = middle;
            }
        }
    }
}
