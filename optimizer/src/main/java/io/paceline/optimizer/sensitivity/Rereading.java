package io.paceline.optimizer.sensitivity;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.RotationPlan;

/**
 * Reads a plan in changed chases. A pull that a change makes a little shorter than an exchange is ridden all the same: the exchange
 * then ends where the next begins.
 */
final class Rereading {
    private final RotationPlan plan;
    private final double[] efforts;
    private final double evenPowerW;

    /** @throws IllegalArgumentException if the plan does not fit the chase */
    Rereading(ChaseKernel kernel, RotationPlan plan) {
        this.plan = plan;
        efforts = plan.sectorEfforts().stream().mapToDouble(effort -> effort).toArray();
        Pace pace = kernel.newPace();
        kernel.solvePace(efforts, pace);
        evenPowerW = pace.evenPowerW();
    }

    /** @throws IllegalArgumentException if the break cannot ride the changed chase, or the plan would let the group stop in it */
    Reading of(Chase changed) {
        ChaseKernel kernel = ChaseKernel.compile(changed);
        Pace pace = kernel.newPace();
        kernel.holdPower(evenPowerW, efforts, pace);
        double marginS = -pace.lateS();
        kernel.solvePace(efforts, pace);
        PlanEvaluator evaluator = kernel.newEvaluator();
        evaluator.evaluate(pace, LinePlan.of(plan, changed.team()));
        double leastJ = Double.POSITIVE_INFINITY;
        for (int slot = 0; slot < changed.team().size(); slot++) {
            leastJ = Math.min(leastJ, evaluator.leastBalanceJ(slot));
        }
        double lateS = pace.lateS() > Outcome.TIME_TOLERANCE_S ? pace.lateS() : 0;
        return new Reading(evaluator.collectiveJ(), leastJ, lateS, marginS);
    }
}
