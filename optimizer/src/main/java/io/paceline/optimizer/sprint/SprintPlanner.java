package io.paceline.optimizer.sprint;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans chase and train as one: every candidate is a pair, and one cost judges both. So a helper who must lead out at the end pulls less in the
 * chase, and somebody else more, exactly as far as the train needs it.
 */
public final class SprintPlanner {
    private SprintPlanner() {}

    /**
     * The least energy of the chase with which a train to this speed can still be ridden; of equal ones the train that leaves the sprinter most.
     *
     * @param dropMPerS speed at the drop, m/s
     * @param options of the search for the chase alone, from which the joint search starts
     */
    public static SprintPlan plan(ChaseKernel kernel, LeadOut leadOut, double dropMPerS, SearchOptions options) {
        return improve(kernel, leadOut, dropMPerS, alone(kernel, options), Optional.empty());
    }

    /**
     * Energy now against speed at the end: one plan for each speed at the drop, each from the chase alone and from the plan for the speed before.
     *
     * @param dropsMPerS rising speeds, m/s
     */
    public static List<SprintPlan> tradeOff(
            ChaseKernel kernel, LeadOut leadOut, List<Double> dropsMPerS, SearchOptions options) {
        RotationPlan alone = alone(kernel, options);
        List<SprintPlan> plans = new ArrayList<>();
        for (double dropMPerS : dropsMPerS) {
            Optional<SprintPlan> before = plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(plans.size() - 1));
            plans.add(improve(kernel, leadOut, dropMPerS, alone, before));
        }
        return plans;
    }

    private static RotationPlan alone(ChaseKernel kernel, SearchOptions options) {
        return RotationPlanner.optaPlanner()
                .plan(kernel, options, SearchListener.none())
                .plan();
    }

    private static SprintPlan improve(
            ChaseKernel kernel, LeadOut leadOut, double dropMPerS, RotationPlan alone, Optional<SprintPlan> before) {
        JointSearch search = new JointSearch(kernel, new TrainRide(kernel.chase(), leadOut, dropMPerS));
        search.start(alone, Train.equal(leadOut.helperIds(), leadOut.trainM()));
        search.descend();
        before.ifPresent(plan -> {
            search.start(plan.chase(), plan.train());
            search.descend();
        });
        return search.best(dropMPerS);
    }
}
