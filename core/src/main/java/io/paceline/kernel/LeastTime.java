package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.plan.Pull;

/**
 * The least time in which a line gets over the road at given efforts with every rider above his reserve. What the one worst off has left
 * rises with the time; where it meets the reserve is enclosed, and the slower end is taken, so that the answer can be ridden.
 *
 * <p>Where turns fall differently on a climb, more time may leave somebody less. Then the time found is one such meeting, not always
 * the first. It always starts from the same guess, so that equal plans give equal bits.
 */
final class LeastTime {
    /** Slower than this on average is no race, m/s. */
    private static final double SLOWEST_M_PER_S = 1;

    /** How close the two ends are brought, relative. */
    private static final double CLOSE = 1e-7;

    /** Kept above the reserve, as a share of W′: more than rounding, less than anybody can measure. */
    private static final double SPARE = 1e-9;

    private static final double FIRST_STEP = 0.005;
    private static final double PLAIN_PULL_S = 60;
    private static final double PLAIN_SPEED_M_PER_S = 8;
    private static final int MOST_HALVINGS = 60;

    private final CompiledChase chase;
    private final PaceSolver solver;
    private final int[] sectorOf;
    private final double guessS;
    private final double slowestS;

    LeastTime(CompiledChase chase, PaceSolver solver, int[] sectorOf, double guessS) {
        this.chase = chase;
        this.solver = solver;
        this.sectorOf = sectorOf;
        this.guessS = guessS;
        slowestS = chase.totalM / SLOWEST_M_PER_S;
    }

    /** About how long the road takes: everybody who may pull does, equally long, at one effort. */
    static double roughS(Chase chase, CompiledChase compiled, BunchRide bunch, int[] sectorOf) {
        double easyS = compiled.totalM / PLAIN_SPEED_M_PER_S;
        LinePlan line = new LinePlan(compiled.riders);
        int back = compiled.riders;
        for (int slot = 0; slot < compiled.riders; slot++) {
            line.slot[chase.team().isProtected(slot) ? --back : line.working++] = slot;
        }
        double exchangeS = chase.line().exchangeS(line.working, PLAIN_SPEED_M_PER_S);
        java.util.Arrays.fill(line.pullS, Math.max(PLAIN_PULL_S, Math.min(Pull.MAX_SECONDS, exchangeS)));
        double[] even = new double[chase.road().sectorCount()];
        java.util.Arrays.fill(even, 1);
        Pace pace = new Pace(compiled.stretches);
        PlanEvaluator evaluator = new PlanEvaluator(compiled, bunch);
        new LeastTime(compiled, new PaceSolver(chase, easyS), sectorOf, easyS).solve(even, line, evaluator, pace);
        return pace.durationS();
    }

    /** Fills pace and evaluator with the fastest ride; where even the slowest asks too much of somebody, with that one. */
    void solve(double[] effortBySector, LinePlan line, PlanEvaluator evaluator, Pace pace) {
        double shortS = 0;
        double shortBy = 0;
        double enoughS = 0;
        double spare = 0;
        double atS = guessS;
        double step = FIRST_STEP;
        while (shortS == 0 || enoughS == 0) {
            double left = left(atS, effortBySector, line, evaluator, pace);
            if (left >= 0) {
                enoughS = atS;
                spare = left;
                if (pace.durationS() > atS * (1 + CLOSE)) {
                    return; // the top speed everywhere
                }
            } else {
                shortS = atS;
                shortBy = left;
                if (atS >= slowestS) {
                    return;
                }
            }
            atS = left >= 0 ? atS / (1 + step) : Math.min(slowestS, atS * (1 + step));
            step *= 2;
        }
        close(shortS, shortBy, enoughS, spare, effortBySector, line, evaluator, pace);
    }

    /** Regula falsi, the end that stays counting half each time (Illinois). */
    private void close(
            double shortFromS,
            double shortBy,
            double enoughFromS,
            double spare,
            double[] efforts,
            LinePlan line,
            PlanEvaluator evaluator,
            Pace pace) {
        double shortS = shortFromS;
        double enoughS = enoughFromS;
        double low = shortBy;
        double high = spare;
        double lastS = 0;
        int side = 0;
        for (int k = 0; k < MOST_HALVINGS && enoughS - shortS > CLOSE * enoughS; k++) {
            double atS = shortS + (enoughS - shortS) * low / (low - high);
            // never so near to an end that only the other one could move
            double inside = 0.4 * CLOSE * enoughS;
            atS = Math.max(shortS + inside, Math.min(enoughS - inside, atS));
            double left = left(atS, efforts, line, evaluator, pace);
            lastS = atS;
            if (left >= 0) {
                enoughS = atS;
                high = left;
                low = side > 0 ? low / 2 : low;
                side = 1;
            } else {
                shortS = atS;
                low = left;
                high = side < 0 ? high / 2 : high;
                side = -1;
            }
        }
        if (lastS != enoughS) {
            left(enoughS, efforts, line, evaluator, pace);
        }
    }

    /** What the rider worst off has above his reserve, as a share of W′; negative if somebody is below it. */
    private double left(double timeS, double[] efforts, LinePlan line, PlanEvaluator evaluator, Pace pace) {
        solver.solve(efforts, sectorOf, timeS, pace);
        evaluator.evaluate(pace, line);
        double least = Double.POSITIVE_INFINITY;
        for (int slot = 0; slot < chase.riders; slot++) {
            least = Math.min(least, evaluator.leastBalanceJ(slot) / chase.wPrimeJ[slot]);
        }
        return least - chase.reserveFraction - SPARE;
    }
}
