package io.paceline.benchmarks.quality.peer;

import io.paceline.benchmarks.quality.Contender;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Arrays;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.MersenneTwister;
import org.hipparchus.random.RandomGenerator;

/**
 * CMA-ES of Hipparchus on keys. First near the opening; then near the best so far and at random by turns, each time with a
 * larger population, up to a limit.
 */
public final class Evolution implements Contender {
    private static final double NEAR = 0.05;
    private static final double FAR = 0.2;
    private static final int MOST_GROWTH = 8;
    private static final int ITERATIONS = 100_000;

    @Override
    public String title() {
        return "CMA-ES";
    }

    @Override
    public void search(DraftSpace space, Trials trials, long seed) {
        CostMeter meter = new CostMeter(space);
        Draft opening = Starts.opening(space, meter, trials);
        Keys keys = new Keys(space);
        RandomGenerator random = new MersenneTwister(seed);
        int growth = 1;
        double[] start = keys.encode(opening);
        double spread = NEAR;
        try {
            while (!trials.over()) {
                descend(keys, trials, meter, start, spread, growth, random);
                boolean near = spread == FAR;
                start = near ? keys.encode(trials.best()) : random(keys.size(), random);
                spread = near ? NEAR : FAR;
                growth = Math.min(MOST_GROWTH, near ? growth : 2 * growth);
            }
        } catch (Over e) {
            // the account is used up; the best is in it
            return;
        }
    }

    private static double[] random(int size, RandomGenerator random) {
        double[] keys = new double[size];
        for (int i = 0; i < size; i++) {
            keys[i] = random.nextDouble();
        }
        return keys;
    }

    private static void descend(
            Keys keys,
            Trials trials,
            CostMeter meter,
            double[] start,
            double spread,
            int growth,
            RandomGenerator random) {
        int size = keys.size();
        double[] sigma = new double[size];
        double[] low = new double[size];
        double[] high = new double[size];
        Arrays.fill(sigma, spread);
        Arrays.fill(high, 1);
        int population = growth * (4 + (int) (3 * Math.log(size)));
        new CMAESOptimizer(ITERATIONS, 0, true, 0, 0, random, false, null)
                .optimize(
                        new MaxEval(Integer.MAX_VALUE),
                        new ObjectiveFunction(point -> {
                            if (trials.over()) {
                                throw new Over();
                            }
                            return Starts.joules(trials.measure(meter, keys.decode(point)));
                        }),
                        GoalType.MINIMIZE,
                        new CMAESOptimizer.Sigma(sigma),
                        new CMAESOptimizer.PopulationSize(population),
                        new InitialGuess(start),
                        new SimpleBounds(low, high));
    }

    /** Leaves an optimizer that asks for no time. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super("over", null, false, false);
        }
    }
}
