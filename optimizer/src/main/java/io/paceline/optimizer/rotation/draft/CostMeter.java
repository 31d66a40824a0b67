package io.paceline.optimizer.rotation.draft;

import io.paceline.chase.Outcome;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import java.util.Arrays;

/**
 * Measures drafts through the kernel: the inner loop of the search. Solving for the pace costs more than riding the plan, and a search
 * that tries a change and takes it back meets the same efforts again, so the last few paces are kept. Not thread-safe; one for each search.
 */
public final class CostMeter {
    /** Charged when nobody pulls to the end: more than any plan that can be ridden. */
    public static final double NOBODY_PULLS = 1e12;

    private static final int PACES_KEPT = 4;

    private final DraftSpace space;
    private final PlanEvaluator evaluator;
    private final Aim aim;
    private final LinePlan line;
    private final double[] efforts;
    private final int[][] keptEffort = new int[PACES_KEPT][];
    private final Pace[] keptPace = new Pace[PACES_KEPT];
    private final long[] usedAt = new long[PACES_KEPT];
    private long clock;
    private int burned;
    private double evenWorkJ;

    /** A meter for the drafts of one chase. */
    public CostMeter(DraftSpace space) {
        this.space = space;
        aim = new Aim(space.kernel());
        evaluator = space.kernel().newEvaluator();
        line = new LinePlan(space.riders());
        efforts = new double[space.sectors()];
        for (int i = 0; i < PACES_KEPT; i++) {
            keptPace[i] = space.kernel().newPace();
            keptEffort[i] = new int[space.sectors()]; // efforts are never 0, so no draft matches an empty one
        }
    }

    /** What the draft costs. */
    public Cost cost(Draft draft) {
        return cost(draft, Ceiling.NONE);
    }

    /** What the draft costs; {@link Cost#WORST} if it misses so much that it is of no interest. */
    public Cost cost(Draft draft, Ceiling ceiling) {
        if (space.stayers(draft) == 0) {
            return nobodyPulls(draft);
        }
        space.fill(draft, line);
        Pace pace = aim.fastest() ? fastest(draft.effort) : paceOf(draft.effort);
        evenWorkJ = space.riders() * pace.evenWorkJ();
        if (!aim.fastest()
                && !evaluator.evaluate(pace, line, ceiling.overdrawnWeight(), ceiling.mostMissingJ(evenWorkJ))) {
            return Cost.WORST;
        }
        double lateS = aim.fastest() ? 0 : pace.lateS();
        double hard = evaluator.overdrawnJ()
                + (lateS > Outcome.TIME_TOLERANCE_S ? 1_000 * lateS : 0)
                + 1_000 * evaluator.pullShortS()
                + aim.missing(evaluator);
        int leaving = 0;
        for (int position = 0; position < line.working; position++) {
            leaving += line.burnedAfterTurns[position] > 0 ? 1 : 0;
        }
        burned = aim.burned(leaving);
        return Cost.of(hard, evaluator.reserveShortJ(), burned, aim.soft(evaluator, pace));
    }

    /** How many burned riders the last cost counts. */
    public int burned() {
        return burned;
    }

    /** About what the pace of the last draft takes of the whole team, J: {@link Pace#evenWorkJ} for each rider. */
    public double evenWorkJ() {
        return evenWorkJ;
    }

    /** Falls with every rider who is only burned, and not sitting on: from there one change mends it. */
    private Cost nobodyPulls(Draft draft) {
        burned = 0;
        int idle = 0;
        for (int position = 0; position < space.riders(); position++) {
            idle += space.works(draft, position) ? 0 : 1;
        }
        return new Cost(NOBODY_PULLS * (1 + idle), 0, 0);
    }

    /** Rides the line as fast as it can. */
    private Pace fastest(int[] effort) {
        fillEfforts(effort);
        space.kernel().solveFastest(efforts, line, evaluator, keptPace[0]);
        return keptPace[0];
    }

    private void fillEfforts(int[] effort) {
        for (int sector = 0; sector < efforts.length; sector++) {
            efforts[sector] = effort[sector] / (double) DraftSpace.EFFORT_ONE;
        }
    }

    private Pace paceOf(int[] effort) {
        clock++;
        int oldest = 0;
        for (int i = 0; i < PACES_KEPT; i++) {
            if (Arrays.equals(keptEffort[i], effort)) {
                usedAt[i] = clock;
                return keptPace[i];
            }
            oldest = usedAt[i] < usedAt[oldest] ? i : oldest;
        }
        fillEfforts(effort);
        space.kernel().solvePace(efforts, keptPace[oldest]);
        System.arraycopy(effort, 0, keptEffort[oldest], 0, effort.length);
        usedAt[oldest] = clock;
        return keptPace[oldest];
    }
}
