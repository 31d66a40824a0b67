package io.paceline.optimizer.limit;

import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A plan whose pulls and efforts are refined beyond the grid of the search: a pattern search along each pull, each two against one another,
 * all together, and each effort. Order, workers and burns stay. Deterministic.
 */
final class FineRide {
    private static final double LONGEST_PULL_S = 600;
    private static final double MOST_EFFORT = 5;
    private static final double LEAST_EFFORT = 0.02;

    /** First and last step of a pull, s. */
    private static final double PULL_STEP_S = 8;

    private static final double LEAST_PULL_STEP_S = 0.1;
    private static final double EFFORT_STEP = 0.04;
    private static final double LEAST_EFFORT_STEP = 0.0005;
    /** An improvement below this is rounding, relative. */
    private static final double WORTH = 1e-8;

    private final ChaseKernel kernel;
    private final PlanEvaluator evaluator;
    private final Pace pace;
    private final LinePlan line;
    private final double[] effort;
    private double timeS;
    private long evaluations;

    FineRide(ChaseKernel kernel, RotationPlan plan) {
        this.kernel = kernel;
        evaluator = kernel.newEvaluator();
        pace = kernel.newPace();
        line = LinePlan.of(plan, kernel.chase().team());
        effort = plan.sectorEfforts().stream().mapToDouble(Double::doubleValue).toArray();
        timeS = timeS();
    }

    /** One number of the plan, or two against one another, with a step of its own. */
    private final class Direction {
        private final double[] values;
        private final int more;
        private final int less;
        private final double leastStep;
        private double step;

        Direction(double[] values, int more, int less, double step, double leastStep) {
            this.values = values;
            this.more = more;
            this.less = less;
            this.step = step;
            this.leastStep = leastStep;
        }

        private void move(double by) {
            values[more] += by;
            if (less != more) {
                values[less] -= by;
            }
        }

        /** Tries a step either way; halves it where neither helps. Returns whether it is worth going on. */
        boolean improve() {
            for (int way = 0; way < 2; way++, step = -step) {
                double before = values[more];
                double beforeLess = values[less];
                move(step);
                double triedS = inRange() ? timeS() : Double.POSITIVE_INFINITY;
                if (triedS < timeS * (1 - WORTH)) {
                    timeS = triedS;
                    step *= 2;
                    return true;
                }
                values[more] = before;
                values[less] = beforeLess;
            }
            step /= 2;
            return Math.abs(step) >= leastStep;
        }

        private boolean inRange() {
            boolean pulls = values == line.pullS;
            double least = pulls ? kernel.shortestPullS(line.working) : LEAST_EFFORT;
            double most = pulls ? Math.max(LONGEST_PULL_S, least) : MOST_EFFORT;
            return values[more] >= least && values[more] <= most && values[less] >= least && values[less] <= most;
        }
    }

    /** Refines until no step helps, or told to stop. */
    void refine(BooleanSupplier stop) {
        List<Direction> directions = new ArrayList<>();
        for (int i = 0; i < line.working; i++) {
            for (int j = 0; j <= i; j++) {
                directions.add(new Direction(line.pullS, i, j, PULL_STEP_S, LEAST_PULL_STEP_S));
            }
        }
        for (int sector = 0; sector < effort.length && effort.length > 1; sector++) {
            directions.add(new Direction(effort, sector, sector, EFFORT_STEP, LEAST_EFFORT_STEP));
        }
        while (!directions.isEmpty() && !stop.getAsBoolean()) {
            directions.removeIf(direction -> !stop.getAsBoolean() && !direction.improve());
        }
    }

    /** The time that the road takes now, s; infinite if the plan cannot be ridden. */
    private double timeS() {
        evaluations++;
        kernel.solveFastest(effort, line, evaluator, pace);
        boolean ridden = evaluator.overdrawnJ() <= 0
                && evaluator.pullShortS() <= 0
                && evaluator.ridersLeft() >= kernel.chase().goal().ridersLeft();
        return ridden ? pace.durationS() : Double.POSITIVE_INFINITY;
    }

    /** Mean speed, m/s; 0 if the plan cannot be ridden. */
    double speedMPerS() {
        return kernel.chase().road().lengthM() / timeS;
    }

    long evaluations() {
        return evaluations;
    }

    RotationPlan plan() {
        List<Rider> team = kernel.chase().team().riders();
        List<Pull> pulls = new ArrayList<>();
        List<String> sitsOn = new ArrayList<>();
        for (int i = 0; i < line.slot.length; i++) {
            String id = team.get(line.slot[i]).id();
            if (i < line.working) {
                pulls.add(new Pull(id, line.pullS[i], line.burnedAfterTurns[i]));
            } else {
                sitsOn.add(id);
            }
        }
        List<Double> efforts = new ArrayList<>();
        for (double e : effort) {
            efforts.add(e);
        }
        return new RotationPlan(pulls, sitsOn, efforts);
    }
}
