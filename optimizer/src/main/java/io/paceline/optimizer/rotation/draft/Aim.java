package io.paceline.optimizer.rotation.draft;

import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;

/** What the goal of a chase makes of a ride: the soft cost by its objective, and what too few riders cost. Immutable. */
public final class Aim {
    /** Units of a soft cost in a whole W′ that is spent: a billionth of W′ is one. */
    public static final double UNITS_OF_SHARE = 1e9;

    /** Units of a soft cost in a second: a millisecond is one. */
    public static final double UNITS_OF_SECOND = 1_000;

    /** Hard cost of one rider fewer than the goal wants: more than a team overdraws. */
    private static final double RIDER_MISSING = 1e7;

    private final Goal goal;
    private final double approachS;
    private final double[] perEfficiency;

    /** The aim of a kernel's chase. */
    public Aim(ChaseKernel kernel) {
        Chase chase = kernel.chase();
        goal = chase.goal();
        approachS = kernel.approachS();
        int riders = chase.team().size();
        perEfficiency = new double[riders];
        for (int slot = 0; slot < riders; slot++) {
            Rider rider = chase.team().riders().get(slot);
            perEfficiency[slot] = 1 / rider.efficiency();
        }
    }

    /** Whether time is what counts. */
    boolean fastest() {
        return goal.fastest();
    }

    /** The soft cost of the plan that was evaluated last. */
    double soft(PlanEvaluator evaluator, Pace pace) {
        return switch (goal.objective()) {
            case COLLECTIVE_ENERGY -> evaluator.collectiveJ();
            case METABOLIC_ENERGY -> metabolicJ(evaluator);
            case FAIRNESS -> UNITS_OF_SHARE * evaluator.mostSpentShare();
            case FASTEST -> UNITS_OF_SECOND * (approachS + pace.durationS());
        };
    }

    /** The same for a whole account. */
    public double soft(Outcome outcome) {
        return switch (goal.objective()) {
            case COLLECTIVE_ENERGY -> outcome.collectiveJ();
            case METABOLIC_ENERGY -> outcome.metabolicJ();
            case FAIRNESS -> UNITS_OF_SHARE * outcome.mostSpentShare();
            case FASTEST -> UNITS_OF_SECOND * outcome.timeS();
        };
    }

    /** What a plan costs that was ridden for a whole account. */
    public Cost cost(RotationPlan plan, Outcome outcome) {
        double lateMs = outcome.inTime() ? 0 : -UNITS_OF_SECOND * outcome.marginS();
        long burned = plan.pulls().stream()
                .filter(pull -> pull.burnedAfterTurns() > 0)
                .count();
        double hard = outcome.overdrawnJ() + lateMs + missing(outcome.ridersMissing());
        return Cost.of(hard, outcome.reserveShortJ(), burned((int) burned), soft(outcome));
    }

    /** The hard cost of riders who should be there at the end and are not. */
    double missing(int riders) {
        return RIDER_MISSING * riders;
    }

    double missing(PlanEvaluator evaluator) {
        return missing(Math.max(0, goal.ridersLeft() - evaluator.ridersLeft()));
    }

    /** How many of those who are burned count against a plan: for time's sake everybody may be burned whom the goal can spare. */
    int burned(int riders) {
        return fastest() ? 0 : riders;
    }

    private double metabolicJ(PlanEvaluator evaluator) {
        double sum = 0;
        for (int slot = 0; slot < perEfficiency.length; slot++) {
            sum += evaluator.workJ(slot) * perEfficiency[slot];
        }
        return sum;
    }
}
