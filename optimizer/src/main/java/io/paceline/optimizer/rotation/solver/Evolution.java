package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Polish;
import io.paceline.optimizer.rotation.draft.Price;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Arrays;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.MersenneTwister;

/**
 * Refines the efforts of a draft, everything else held, by CMA-ES: paces are drawn around a mean, and how they are drawn learns which sectors trade
 * with which. At the best pace several riders are at their reserve at once. {@link Polish}, which tries one and two sectors at a time, stops at
 * such an edge; this goes along it, for it learns the edge's direction and pays for what is missing as the annealing does. Deterministic.
 */
final class Evolution {
    /** How far from the draft it begins, in efforts. From 0.003 to 0.02 it ends alike. */
    private static final double SPREAD = 0.01;

    /** With more to measure the cloud is larger, not older: a small one ends in any of the many corners at which riders come to their reserve. */
    private static final int GENERATIONS = 100;

    private static final int LARGEST_POPULATION = 1_000;

    /** Worth of a pace that there was no time to measure: worse than any. */
    private static final double NOT_MEASURED = 1e99;

    /** Of generations; the account ends it before. */
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final double ANY_FITNESS = 0;
    private static final int FULL_COVARIANCE = 0;
    private static final int DRAW_AGAIN = 0;

    private final DraftSpace space;
    private final CostMeter meter;
    private final Trials trials;

    /** One that reports to an account. */
    Evolution(DraftSpace space, CostMeter meter, Trials trials) {
        this.space = space;
        this.meter = meter;
        this.trials = trials;
    }

    /**
     * Until so many drafts are measured, to a whole generation, or nothing moves any longer. The draft is changed to the best of them at the
     * price; the best of all is in the account.
     */
    void play(Draft draft, Price price, long evaluations, long seed) {
        if (space.sectors() < 2 || trials.over()) {
            return;
        }
        long until = trials.evaluations() + evaluations;
        ConvergenceChecker<PointValuePair> end =
                (generation, before, now) -> trials.over() || trials.evaluations() >= until;
        DraftSpace.setEfforts(draft, efforts(draft)); // so that the spread is one of efforts around 1
        Paces paces = new Paces(draft, price);
        new CMAESOptimizer(
                        NO_LIMIT, ANY_FITNESS, true, FULL_COVARIANCE, DRAW_AGAIN, new MersenneTwister(seed), false, end)
                .optimize(
                        new MaxEval(Integer.MAX_VALUE),
                        GoalType.MINIMIZE,
                        new ObjectiveFunction(paces::value),
                        new InitialGuess(efforts(draft)),
                        new SimpleBounds(all(DraftSpace.LEAST_EFFORT), all(DraftSpace.MOST_EFFORT)),
                        new CMAESOptimizer.Sigma(all(SPREAD * DraftSpace.EFFORT_ONE)),
                        new CMAESOptimizer.PopulationSize(population(evaluations)));
        draft.set(paces.best);
    }

    private int population(long evaluations) {
        // what the method's authors advise where little can be measured
        int advised = 4 + (int) (3 * Math.log(space.sectors()));
        return (int) Math.min(LARGEST_POPULATION, Math.max(advised, evaluations / GENERATIONS));
    }

    private static double[] efforts(Draft draft) {
        return Arrays.stream(draft.effort).asDoubleStream().toArray();
    }

    private double[] all(double value) {
        double[] all = new double[space.sectors()];
        Arrays.fill(all, value);
        return all;
    }

    /** The draft at one pace after another. */
    private final class Paces {
        private final Draft draft;
        private final Draft best;
        private final Price price;
        private double bestValue = NOT_MEASURED;

        Paces(Draft start, Price price) {
            draft = start.copy();
            best = start.copy();
            this.price = price;
        }

        double value(double[] efforts) {
            if (trials.over()) {
                return NOT_MEASURED;
            }
            DraftSpace.setEfforts(draft, efforts);
            double value = price.of(trials.measure(meter, draft), meter.burned());
            if (value < bestValue) {
                bestValue = value;
                best.set(draft);
            }
            return value;
        }
    }
}
