package io.paceline.benchmarks.kernel;

import io.paceline.chase.Chase;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;

/** Stops a benchmark whose result is wrong: a fast wrong answer is worth nothing. */
final class Reference {
    /** A step of the reference, s. Events fall on the next step, so energy is off by about their number times this. */
    private static final double FINE_STEP_S = 0.05;
    /** 0.05 s late at each exchange moves energy by 1e-5 at most; ten times that is a mistake. */
    private static final double FINE_TOLERANCE = 1e-4;
    /** The same, of a step of 1 s. */
    static final double SECOND_TOLERANCE = 2e-3;
    /** Of W′ and deficit: one more step at the front, 0.05 s · 300 W above CP = 15 J of 20 kJ. */
    private static final double BALANCE_TOLERANCE = 1e-3;

    private Reference() {}

    /**
     * Compares an evaluated plan with the naive stepper at a fine step.
     *
     * @throws IllegalStateException if energy or a balance differs
     */
    static void check(Chase chase, Pace pace, LinePlan plan, PlanEvaluator evaluated) {
        Stepper fine = new NaiveStepper(chase, FINE_STEP_S);
        check("collective energy", evaluated.collectiveJ(), fine.collectiveJ(pace, plan), FINE_TOLERANCE);
        for (int slot = 0; slot < plan.slot.length; slot++) {
            double wPrimeJ = chase.team().riders().get(slot).wPrimeJ();
            check(
                    "twice W′ less the least balance of rider " + slot,
                    2 * wPrimeJ - evaluated.leastBalanceJ(slot),
                    2 * wPrimeJ - fine.leastBalanceJ(slot),
                    BALANCE_TOLERANCE);
        }
    }

    /** @throws IllegalStateException if the two differ by more than the relative tolerance */
    static void check(String what, double actual, double expected, double relative) {
        if (!(Math.abs(actual - expected) <= relative * Math.abs(expected))) {
            throw new IllegalStateException("benchmark: " + what + " = " + actual + " is not " + expected + " within "
                    + relative + ". The result is wrong, so its time means nothing.");
        }
    }
}
