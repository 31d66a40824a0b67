package io.paceline.optimizer.rotation.draft;

import java.util.function.LongSupplier;

/**
 * The account of one search: how many drafts were measured, which was the best, and whether it is time to end. Every stage of a search
 * reports here, so that stopping at any moment gives the best so far. One thread measures; any thread may {@link #stop()}.
 */
public final class Trials {
    private static final double REPORT_EVERY_S = 0.1;
    private static final double LEAST_ELAPSED_S = 1e-3;

    /** Receives news of a running search. */
    public interface Report {
        /** Called by the searching thread: at the first draft, then about ten times a second. */
        void news(double elapsedS, long evaluations, Cost best);

        /** Called by the searching thread at each draft that is the best so far. */
        default void better(double elapsedS, long evaluations, Cost best) {}
    }

    private final long maxEvaluations;
    private final double maxSeconds;
    private final Report report;
    private final LongSupplier clockNs;
    private final long startNs;
    private final Draft best;
    private Cost bestCost = Cost.WORST;
    private long evaluations;
    private double nextReportS;
    private volatile boolean stopped;

    /**
     * Starts the clock.
     *
     * @param maxEvaluations drafts to measure; {@link Long#MAX_VALUE} for no limit
     * @param maxSeconds time to take, s; infinite for no limit
     */
    public Trials(DraftSpace space, long maxEvaluations, double maxSeconds, Report report) {
        this(space, maxEvaluations, maxSeconds, report, System::nanoTime);
    }

    /**
     * Starts a clock of another kind, such as the thread's processor time.
     *
     * @param clockNs what time it is, ns; asked by the searching thread several times for each draft
     */
    public Trials(DraftSpace space, long maxEvaluations, double maxSeconds, Report report, LongSupplier clockNs) {
        this.maxEvaluations = maxEvaluations;
        this.maxSeconds = maxSeconds;
        this.report = report;
        this.clockNs = clockNs;
        startNs = clockNs.getAsLong();
        best = new Draft(space.riders(), space.sectors());
    }

    /** Measures a draft and keeps it if it is the best so far. */
    public Cost measure(CostMeter meter, Draft draft) {
        return measure(meter, draft, Ceiling.NONE);
    }

    /** The same; {@link Cost#WORST} if it misses so much that it is of no interest. */
    public Cost measure(CostMeter meter, Draft draft, Ceiling ceiling) {
        Cost cost = meter.cost(draft, ceiling);
        evaluations++;
        if (cost.beats(bestCost)) {
            bestCost = cost;
            best.set(draft);
            report.better(elapsedS(), evaluations, cost);
        }
        double elapsedS = elapsedS();
        if (elapsedS >= nextReportS) {
            nextReportS = elapsedS + REPORT_EVERY_S;
            report.news(elapsedS, evaluations, bestCost);
        }
        return cost;
    }

    /** Whether the search has used up what it was given, or was told to stop. */
    public boolean over() {
        return stopped || evaluations >= maxEvaluations || elapsedS() >= maxSeconds;
    }

    /** About how many drafts can still be measured: by their count, and by the time if they go on as they did. */
    public double left() {
        double byCount = maxEvaluations - evaluations;
        double byTime = (maxSeconds - elapsedS()) * evaluations / Math.max(elapsedS(), LEAST_ELAPSED_S);
        return Math.max(0, Math.min(byCount, byTime));
    }

    /** Ends the search soon. */
    public void stop() {
        stopped = true;
    }

    /** Whether somebody said stop. */
    public boolean isStopped() {
        return stopped;
    }

    /** Drafts measured so far. */
    public long evaluations() {
        return evaluations;
    }

    /** Since the start, s. */
    public double elapsedS() {
        return (clockNs.getAsLong() - startNs) * 1e-9;
    }

    /** A copy of the best draft so far. */
    public Draft best() {
        return best.copy();
    }

    /** What the best draft so far costs. */
    public Cost bestCost() {
        return bestCost;
    }
}
