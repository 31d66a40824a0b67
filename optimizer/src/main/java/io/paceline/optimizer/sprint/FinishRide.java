package io.paceline.optimizer.sprint;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;

/** Rides from the drop to the line: the sprinter holds the one power that leaves him nothing there, or his Pmax if that is less. */
final class FinishRide {
    /** Longest step, m. */
    private static final double STEP_M = 2;

    private static final int HALVINGS = 60;
    private static final double MOST_W = 3_000;

    /**
     * The sprint itself.
     *
     * @param powerW from the drop to the line, W
     * @param seconds so long, s
     * @param lineMPerS his speed at the line, m/s
     */
    record Finish(double powerW, double seconds, double lineMPerS) {}

    private final Chase chase;
    private final LeadOut leadOut;
    private final double dropMPerS;
    private final Rider sprinter;

    FinishRide(Chase chase, LeadOut leadOut, double dropMPerS, Rider sprinter) {
        this.chase = chase;
        this.leadOut = leadOut;
        this.dropMPerS = dropMPerS;
        this.sprinter = sprinter;
    }

    /** With the power that uses up what is left, at most Pmax, at least CP. */
    Finish ride(double leftJ) {
        double criticalW = sprinter.criticalPowerW() * chase.freshness().criticalPowerFactor();
        double low = criticalW;
        double high = Math.max(criticalW, Math.min(MOST_W, leadOut.mostW(sprinter.id())));
        if (spentJ(high, criticalW) <= leftJ) {
            return at(high);
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (spentJ(middle, criticalW) > leftJ) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return at(low);
    }

    private double spentJ(double powerW, double criticalW) {
        return (powerW - criticalW) * at(powerW).seconds();
    }

    /** With a power: work less what the road takes is gained in speed, {@code Δ(½(m + I/r²)v²)}. */
    private Finish at(double powerW) {
        double inertiaKg =
                sprinter.massKg() + RoadLoad.WHEEL_INERTIA_KG_M2 / (RoadLoad.TYRE_RADIUS_M * RoadLoad.TYRE_RADIUS_M);
        double speed = dropMPerS;
        double seconds = 0;
        for (Stretch stretch : leadOut.sprint()) {
            RoadLoad load = new ChaseLoads(chase).inLine(stretch, sprinter.massKg(), sprinter.dragAreaM2(), 1);
            int steps = (int) Math.ceil(stretch.lengthM() / STEP_M);
            double stepM = stretch.lengthM() / steps;
            for (int i = 0; i < steps; i++) {
                // the midpoint of the step, twice corrected: error of the third order in its length
                double middle = speed;
                for (int round = 0; round < 2; round++) {
                    double forceN = load.efficiency() * powerW / middle - load.forceN(middle);
                    double next = Math.sqrt(Math.max(1, speed * speed + 2 * stepM * forceN / inertiaKg));
                    middle = 0.5 * (speed + next);
                }
                seconds += stepM / middle;
                speed = 2 * middle - speed;
            }
        }
        return new Finish(powerW, seconds, speed);
    }
}
