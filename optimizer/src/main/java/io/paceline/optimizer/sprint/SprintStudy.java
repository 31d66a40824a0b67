package io.paceline.optimizer.sprint;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Plans chase and train for one speed at the drop after another, then settles them against each other. Who can ride to a speed can ride to a
 * slower one too, so a pair that is found for a speed is looked at for all below: more speed never costs less. Not for several threads; what it asks
 * whether to stop may change in any.
 */
public final class SprintStudy {
    private final ChaseKernel kernel;
    private final LeadOut leadOut;
    private final RotationPlan alone;
    private final Train equal;
    private final BooleanSupplier stopped;
    private final NavigableMap<Double, SprintPlan> plans = new TreeMap<>();
    private long evaluations;

    /**
     * A study.
     *
     * @param alone the best chase that needs no train; all chases keep its efforts
     * @param stopped asked often; true ends the search for a speed with the best so far
     */
    public SprintStudy(ChaseKernel kernel, LeadOut leadOut, RotationPlan alone, BooleanSupplier stopped) {
        this.kernel = kernel;
        this.leadOut = leadOut;
        this.alone = alone;
        this.stopped = stopped;
        equal = Train.equal(leadOut.helperIds(), leadOut.trainM());
    }

    /**
     * The least energy of the chase with which a train to this speed can still be ridden, and of the chases with everybody's reserve if there is one; of
     * equal ones the train that leaves the sprinter most. From the chase alone, and from the plan for the next slower speed that can be ridden.
     *
     * @param dropMPerS speed at the drop, m/s
     * @throws IllegalArgumentException if the speed is not between the start of the train and the top speed of the chase
     */
    public SprintPlan plan(double dropMPerS) {
        SprintPlan known = plans.get(dropMPerS);
        if (known != null) {
            return known;
        }
        TrainRide ride = new TrainRide(kernel.chase(), leadOut, dropMPerS);
        JointSearch search = search(Optional.of(ride));
        search.descend(alone, equal);
        plans.headMap(dropMPerS, false).descendingMap().values().stream()
                .filter(SprintPlan::feasible)
                .findFirst()
                .ifPresent(slower -> search.descend(slower.chase(), slower.train()));
        SprintPlan plan = search.best(ride, dropMPerS);
        evaluations += search.evaluations();
        plans.put(dropMPerS, plan);
        return plan;
    }

    /** All plans so far, slow ones first, each at least as good as those for more speed, however early the study was stopped. */
    public List<SprintPlan> settled() {
        for (SprintPlan own : List.copyOf(plans.descendingMap().values())) {
            Map.Entry<Double, SprintPlan> faster = plans.higherEntry(own.dropMPerS());
            if (faster != null && faster.getValue().feasible()) {
                plans.put(own.dropMPerS(), settled(own, faster.getValue()));
            }
        }
        return List.copyOf(plans.values());
    }

    private SprintPlan settled(SprintPlan own, SprintPlan faster) {
        TrainRide ride = new TrainRide(kernel.chase(), leadOut, own.dropMPerS());
        JointSearch search = search(Optional.of(ride));
        search.look(own.chase(), own.train());
        search.descend(faster.chase(), faster.train());
        evaluations += search.evaluations();
        return search.best(ride, own.dropMPerS());
    }

    /** The best chase that has nothing to leave for a train: never dearer than that of a settled plan. */
    public Outcome withoutTrain() {
        JointSearch search = search(Optional.empty());
        search.descend(alone, equal);
        plans.values().stream()
                .filter(SprintPlan::feasible)
                .findFirst()
                .ifPresent(slowest -> search.descend(slowest.chase(), slowest.train()));
        evaluations += search.evaluations();
        return kernel.evaluate(search.chase());
    }

    private JointSearch search(Optional<TrainRide> ride) {
        return new JointSearch(kernel, ride, alone.sectorEfforts(), stopped);
    }

    /** Pairs of chase and train looked at. */
    public long evaluations() {
        return evaluations;
    }
}
