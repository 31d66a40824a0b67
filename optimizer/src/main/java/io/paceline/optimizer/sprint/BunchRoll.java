package io.paceline.optimizer.sprint;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.Collection;
import java.util.List;

/** From the catch to the train in the bunch, at its effort: the same for every train. */
final class BunchRoll {
    private final Chase chase;
    private final List<Stretch> road;
    private final double[] speedMPerS;

    /** @param riders who is there; their means stand for the bunch */
    BunchRoll(Chase chase, List<Stretch> road, Collection<Rider> riders) {
        this.chase = chase;
        this.road = road;
        double meanKg = riders.stream().mapToDouble(Rider::massKg).average().orElseThrow();
        double meanM2 = riders.stream().mapToDouble(Rider::dragAreaM2).average().orElseThrow();
        Stretch level = new Stretch(1_000, 0, 0, 0, chase.smoothestRollingResistance());
        double effortW = load(level, meanKg, meanM2).powerW(chase.bunch().levelSpeedMPerS());
        speedMPerS = road.stream()
                .mapToDouble(stretch -> Math.min(
                        chase.topSpeedMPerS(), load(stretch, meanKg, meanM2).speedMPerS(effortW)))
                .toArray();
    }

    private RoadLoad load(Stretch stretch, double massKg, double dragAreaM2) {
        return new ChaseLoads(chase).inBunch(stretch, massKg, dragAreaM2);
    }

    /** What it asks of a rider. */
    PowerSteps of(Rider rider) {
        PowerSteps steps = new PowerSteps();
        for (int i = 0; i < speedMPerS.length; i++) {
            Stretch stretch = road.get(i);
            double powerW = load(stretch, rider.massKg(), rider.dragAreaM2()).powerW(speedMPerS[i]);
            steps.add(Math.max(0, powerW), stretch.lengthM() / speedMPerS[i]);
        }
        return steps;
    }
}
