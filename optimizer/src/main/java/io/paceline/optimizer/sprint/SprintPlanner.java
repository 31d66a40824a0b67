package io.paceline.optimizer.sprint;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.plan.RotationPlan;
import java.util.List;

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
        return study(kernel, leadOut, options).plan(dropMPerS);
    }

    /**
     * Energy now against speed at the end: one plan for each speed at the drop, settled against each other so that more speed never costs less.
     *
     * @param dropsMPerS speeds, m/s; the answer has them rising
     */
    public static List<SprintPlan> tradeOff(
            ChaseKernel kernel, LeadOut leadOut, List<Double> dropsMPerS, SearchOptions options) {
        SprintStudy study = study(kernel, leadOut, options);
        dropsMPerS.stream().sorted().forEach(study::plan);
        return study.settled();
    }

    private static SprintStudy study(ChaseKernel kernel, LeadOut leadOut, SearchOptions options) {
        RotationPlan alone = RotationPlanner.optaPlanner()
                .plan(kernel, options, SearchListener.none())
                .plan();
        return new SprintStudy(kernel, leadOut, alone, () -> false);
    }
}
