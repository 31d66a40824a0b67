package io.paceline.optimizer.limit;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.plan.RotationPlan;
import java.util.List;
import java.util.Optional;

/**
 * How fast a team can ride at most.
 *
 * @param chase the question as it was asked: the road, the team, the fastest ride
 * @param plan the fastest plan found; its pulls are not rounded
 * @param outcome what it does
 * @param speedMPerS mean speed from the launch to the end of the road, m/s
 * @param first who gives out first; empty if nobody does a little above this speed, as where the top speed is the limit
 * @param watts what one watt of CP more is worth, for each rider, by slot; fewer or none if the search was stopped
 * @param riders what each rider who could join is worth, in the order given; fewer or none if the search was stopped
 * @param evaluations plans ridden as fast as they can be
 * @param stopped whether it was told to stop
 */
public record Limit(
        Chase chase,
        RotationPlan plan,
        Outcome outcome,
        double speedMPerS,
        Optional<GivesOut> first,
        List<Gain> watts,
        List<Gain> riders,
        long evaluations,
        boolean stopped) {

    /** Copies the lists. */
    public Limit {
        watts = List.copyOf(watts);
        riders = List.copyOf(riders);
    }

    /** Whether the team can ride this road at all with everybody above his reserve. */
    public boolean feasible() {
        return outcome.feasible();
    }
}
