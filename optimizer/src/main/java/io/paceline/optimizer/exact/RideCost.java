package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.Objective;
import io.paceline.kernel.PlanEvaluator;

/** What a plan costs that has just been ridden, by the objective of its chase, and what it lacks to be one of those looked for. */
final class RideCost {
    private final boolean fairness;
    private final boolean keepReserve;
    private final double[] weight;

    /** @param keepReserve whether only plans are looked for that leave everybody his reserve, or all that overdraw nobody */
    RideCost(Chase chase, boolean keepReserve) {
        this.keepReserve = keepReserve;
        fairness = chase.goal().objective() == Objective.FAIRNESS;
        weight = Balances.weights(chase);
    }

    /** Work of all riders as it counts, J; for fairness the largest spent share of W′. */
    double of(PlanEvaluator evaluator) {
        if (fairness) {
            return evaluator.mostSpentShare();
        }
        double sumJ = 0;
        for (int slot = 0; slot < weight.length; slot++) {
            sumJ += weight[slot] * evaluator.workJ(slot);
        }
        return sumJ;
    }

    /** What is missing of W′, J; for fairness nothing, as the share tells that already. */
    double shortJ(PlanEvaluator evaluator) {
        if (fairness) {
            return 0;
        }
        return keepReserve ? evaluator.reserveShortJ() : evaluator.overdrawnJ();
    }
}
