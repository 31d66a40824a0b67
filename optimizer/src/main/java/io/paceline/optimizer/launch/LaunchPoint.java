package io.paceline.optimizer.launch;

import io.paceline.chase.Outcome;
import io.paceline.plan.RotationPlan;
import java.util.Comparator;

/**
 * One place to launch, and the best that can be done from there.
 *
 * @param launchM after the start point, m
 * @param neededMPerS mean speed from here to the catch point that catches just in time, m/s; infinite if there is no time left
 * @param plan the best plan found; the least bad one if none catches
 * @param outcome what it does
 * @param boundJ no plan that is there in time costs less, J; 0 where it was not computed
 * @param impossible whether it is proved that no plan catches from here
 */
public record LaunchPoint(
        double launchM, double neededMPerS, RotationPlan plan, Outcome outcome, double boundJ, boolean impossible) {

    private static final double RIDER_MISSING = 1e7;

    /** The better of two outcomes of one problem first: what can be ridden, then what leaves the reserves, then what costs less. */
    static final Comparator<Outcome> BEST_FIRST = Comparator.comparingDouble(LaunchPoint::missing)
            .thenComparingDouble(Outcome::reserveShortJ)
            .thenComparingDouble(Outcome::collectiveJ);

    /** Whether a plan was found that catches. */
    public boolean feasible() {
        return outcome.feasible();
    }

    /** Whether it also leaves everybody his reserve. */
    public boolean keepsReserve() {
        return feasible() && outcome.reserveShortJ() <= 0;
    }

    /** The least balance of any rider as a share of his W′; negative when overdrawn. */
    public double leastBalanceFraction() {
        return outcome.riders().stream()
                .mapToDouble(rider -> rider.leastBalanceFraction())
                .min()
                .orElseThrow();
    }

    /** By how much the plan could be improved at most, as a share of what it costs; 1 where nothing was proved. */
    public double gap() {
        return 1 - boundJ / outcome.collectiveJ();
    }

    /** What makes a plan impossible: joules overdrawn, milliseconds late, and more than either for each rider missing. */
    static double missing(Outcome outcome) {
        return outcome.overdrawnJ()
                + RIDER_MISSING * outcome.ridersMissing()
                + (outcome.inTime() ? 0 : -1_000 * outcome.marginS());
    }
}
