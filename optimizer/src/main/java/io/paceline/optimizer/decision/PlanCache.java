package io.paceline.optimizer.decision;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.PlanTransfer;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.plan.RotationPlan;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Plans chases, none of them twice: two chases are the same if all they hold is equal. Any number of threads may ask. */
final class PlanCache {
    /** A first look gets this share of the evaluations. */
    private static final int FIRST_LOOK = 5;

    /** Overdrawn by more than this share of all W′ at a first look: not worth another. */
    private static final double HOPELESS = 0.5;

    /** Overdrawn by less than this share of all W′ in the end: worth a longer look. */
    private static final double NEARLY = 0.05;

    private final DecisionOptions options;
    private final BooleanSupplier stopAsked;
    /** Large, so that one search hardly ever waits for another that happens to share a bin. */
    private final Map<Chase, PlannedRide> known = new ConcurrentHashMap<>(8_192);

    PlanCache(DecisionOptions options, BooleanSupplier stopAsked) {
        this.options = options;
        this.stopAsked = stopAsked;
    }

    /** How many chases were planned. */
    int size() {
        return known.size();
    }

    /**
     * The best plan found.
     *
     * @param near a ride to start from, of some of the riders or another launch
     */
    PlannedRide ride(Chase chase, Optional<PlannedRide> near) {
        return known.computeIfAbsent(chase, asked -> plan(ChaseKernel.compile(asked), near));
    }

    private PlannedRide plan(ChaseKernel kernel, Optional<PlannedRide> near) {
        Optional<RotationPlan> start =
                near.map(ride -> PlanTransfer.onto(ride.plan(), ride.kernel().chase(), kernel));
        PlannedRide ride = search(kernel, start, options.evaluations() / FIRST_LOOK);
        double allJ = kernel.chase().team().riders().stream()
                .mapToDouble(
                        rider -> rider.wPrimeJ() * kernel.chase().freshness().wPrimeFactor())
                .sum();
        Outcome first = ride.outcome();
        if (!first.inTime() || first.overdrawnJ() > HOPELESS * allJ) {
            return ride;
        }
        ride = search(kernel, Optional.of(ride.plan()), options.evaluations());
        if (!ride.outcome().feasible() && ride.outcome().overdrawnJ() < NEARLY * allJ) {
            ride = search(kernel, Optional.of(ride.plan()), 5 * options.evaluations());
        }
        return ride;
    }

    private PlannedRide search(ChaseKernel kernel, Optional<RotationPlan> start, int evaluations) {
        SearchOptions search = SearchOptions.evaluations(evaluations).withSeed(options.seed());
        RotationPlanner planner = RotationPlanner.optaPlanner();
        SearchListener stopper = progress -> {
            if (stopAsked.getAsBoolean()) {
                planner.stop();
            }
        };
        SearchOptions from = start.map(search::withStart).orElse(search);
        SearchResult found = planner.plan(kernel, from, stopper);
        return new PlannedRide(kernel, found.plan(), found.outcome());
    }
}
