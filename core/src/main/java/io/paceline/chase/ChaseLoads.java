package io.paceline.chase;

import io.paceline.power.RoadLoad;
import io.paceline.road.Stretch;

/** What the road asks of riders in a chase: in its air, with its drivetrain, in its line or bunch. */
public record ChaseLoads(Chase chase) {

    /**
     * In the line.
     *
     * @param massKg rider with bicycle
     * @param dragAreaM2 CdA alone
     * @param dragFraction k in still air; 1 without shelter
     */
    public RoadLoad inLine(Stretch stretch, double massKg, double dragAreaM2, double dragFraction) {
        return RoadLoad.of(stretch, chase.air(), chase.drivetrain(), massKg, dragAreaM2 * dragFraction)
                .across(chase.line().crosswind(), stretch, chase.air(), dragAreaM2 * (1 - dragFraction));
    }

    /**
     * In the bunch, which shelters in every wind alike: nothing is known about it.
     *
     * @param massKg rider with bicycle
     * @param dragAreaM2 CdA alone
     */
    public RoadLoad inBunch(Stretch stretch, double massKg, double dragAreaM2) {
        return RoadLoad.of(
                        stretch,
                        chase.air(),
                        chase.drivetrain(),
                        massKg,
                        dragAreaM2 * chase.bunch().dragFraction())
                .across(chase.line().crosswind(), stretch, chase.air(), 0);
    }
}
