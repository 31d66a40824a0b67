package io.paceline.optimizer.exact;

import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Lower bounds on what a plan can cost. What they prove, and how, is in {@code docs/bounds.md}. */
public final class Certificates {
    /** More formations than this are not listed one by one. */
    private static final long MOST_FORMATIONS = 1_200_000;

    /** Rounding of kernel and bound, relative: sums of some thousand terms that are right to 1e-15 each. */
    static final double ROUNDING = 1e-9;

    /** Joules missing of a reserve that are rounding, J. */
    private static final double RESERVE_ROUNDING_J = 1e-6;

    private Certificates() {}

    /**
     * Bounds what any order, any pulls and any choice of who sits on can cost at the speeds of a plan.
     *
     * @param stop asked often; once true, the best bound so far is returned
     * @throws IllegalArgumentException if the plan does not fit the chase
     */
    public static Certificate certify(
            ChaseKernel kernel, RotationPlan plan, CertificateOptions options, BooleanSupplier stop) {
        LinePlan line = LinePlan.of(plan, kernel.chase().team());
        Pace pace = kernel.newPace();
        kernel.solvePace(
                plan.sectorEfforts().stream().mapToDouble(Double::doubleValue).toArray(), pace);
        PlanEvaluator evaluator = kernel.newEvaluator();
        evaluator.evaluate(pace, line);
        boolean keepReserve = evaluator.reserveShortJ() <= RESERVE_ROUNDING_J;
        double longestPullS = Math.max(
                options.longestPullS(),
                plan.pulls().stream().mapToDouble(Pull::seconds).max().orElse(0));
        LineStates states = new LineStates(kernel, pace);
        Balances balances = new Balances(kernel, keepReserve);
        long endNs = System.nanoTime() + (long) Math.min(1e9 * options.seconds(), Long.MAX_VALUE / 2);
        BooleanSupplier over = () -> stop.getAsBoolean() || System.nanoTime() - endNs > 0;
        long[] codes = Formations.codes(kernel.chase().team(), MOST_FORMATIONS);
        OrderBound bound = new OrderBound(states, balances, longestPullS);
        double planJ = evaluator.collectiveJ();
        double boundJ = bound.bound(codes, new Formation(line.slot.clone(), line.working), planJ, over);
        boundJ -= ROUNDING * Math.abs(boundJ);
        return Certificate.of(
                boundJ,
                planJ,
                covers(kernel, keepReserve, longestPullS),
                String.format(Locale.ROOT, "linear programme over %,d orders", codes.length),
                bound.isComplete());
    }

    private static String covers(ChaseKernel kernel, boolean keepReserve, double longestPullS) {
        String balance = keepReserve
                ? String.format(
                        Locale.ROOT,
                        "everybody keeps %.0f %% of W'",
                        100 * kernel.chase().reserveFraction())
                : "nobody is overdrawn";
        return String.format(
                Locale.ROOT,
                "any order, pulls up to %.0f s and choice of who sits on at these speeds, nobody burned, %s",
                longestPullS,
                balance);
    }
}
