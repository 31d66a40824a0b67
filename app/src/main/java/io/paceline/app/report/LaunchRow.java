package io.paceline.app.report;

import io.paceline.chase.Outcome;

/**
 * One launch.
 *
 * @param launchKm to the finish
 * @param outcome of the best plan found; of the least bad one where none catches
 * @param neededMPerS mean speed to the catch point that is just enough, m/s; infinite if no time is left
 * @param leastBalanceFraction least balance of any rider as a share of his W′; negative when overdrawn
 * @param boundJ no plan costs less, J; 0 where nothing is proved
 * @param impossible whether it is proved that no plan catches
 * @param cheapest whether this is the launch of least energy
 * @param latest whether this is the latest launch that catches
 */
public record LaunchRow(
        double launchKm,
        Outcome outcome,
        double neededMPerS,
        double leastBalanceFraction,
        double boundJ,
        boolean impossible,
        boolean cheapest,
        boolean latest) {

    /** Whether its plan catches. */
    public boolean feasible() {
        return outcome.feasible();
    }

    /** By how much its energy could be improved at most, %. */
    public double gapPct() {
        return 100 * (1 - boundJ / outcome.collectiveJ());
    }
}
