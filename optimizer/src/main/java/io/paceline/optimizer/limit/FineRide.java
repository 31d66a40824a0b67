package io.paceline.optimizer.limit;

import io.paceline.chase.Outcome;
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
import java.util.function.DoubleUnaryOperator;

/**
 * A plan whose pulls and efforts are refined beyond the grid of the search. Order, workers and burns stay. Deterministic.
 *
 * <p>It asks for a little less time than the plan takes and makes least what the riders lack for it, summed: a pattern search along each
 * pull, each two against one another, and each effort. Along the time itself it would stand on the first ridge, where two riders are empty
 * at once and sparing one of them alone helps nobody.
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

    /** By what share less time is asked for at first and at last: the last is about 0.0001 km/h. */
    private static final double HURRY = 0.01;

    private static final double LEAST_HURRY = 2e-6;

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
        boolean improve(Hurry hurry) {
            for (int way = 0; way < 2; way++, step = -step) {
                double before = values[more];
                double beforeLess = values[less];
                move(step);
                double triedJ = inRange() ? shortJ(hurry.timeS) : Double.POSITIVE_INFINITY;
                if (triedJ < hurry.shortJ) {
                    hurry.shortJ = triedJ;
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

    /** A time to be there by, and what the riders lack for it. */
    private static final class Hurry {
        private final double timeS;
        private double shortJ;

        Hurry(double timeS, double shortJ) {
            this.timeS = timeS;
            this.shortJ = shortJ;
        }
    }

    /** Refines until no less time can be had, or told to stop. A time counts if the plan, ridden as fast as it can be, takes it. */
    void refine(BooleanSupplier stop) {
        refine(stop, wantedS -> timeS());
    }

    /**
     * The same from a known time on, if the plan can hold it; and a time counts if the plan can hold it. On a hilly road a plan may hold one
     * time and not a slower one; so the gain of more power is never negative here, as it might be between two fastest rides.
     */
    void refineFrom(double knownS, BooleanSupplier stop) {
        timeS = shortJ(knownS) <= 0 && ridden() ? knownS : timeS;
        refine(stop, wantedS -> shortJ(wantedS) <= 0 && ridden() ? wantedS : Double.POSITIVE_INFINITY);
    }

    private void refine(BooleanSupplier stop, DoubleUnaryOperator counted) {
        double share = timeS < Double.POSITIVE_INFINITY ? HURRY : 0;
        while (share >= LEAST_HURRY && !stop.getAsBoolean()) {
            double[] pullS = line.pullS.clone();
            double[] efforts = effort.clone();
            double wantedS = timeS * (1 - share);
            hurry(wantedS, stop);
            double triedS = counted.applyAsDouble(wantedS);
            if (triedS < timeS * (1 - WORTH)) {
                timeS = triedS;
            } else {
                System.arraycopy(pullS, 0, line.pullS, 0, pullS.length);
                System.arraycopy(efforts, 0, effort, 0, efforts.length);
                share /= 2;
            }
        }
    }

    private void hurry(double wantedS, BooleanSupplier stop) {
        Hurry hurry = new Hurry(wantedS, shortJ(wantedS));
        List<Direction> directions = directions();
        while (hurry.shortJ > 0 && !directions.isEmpty() && !stop.getAsBoolean()) {
            directions.removeIf(direction -> !direction.improve(hurry));
        }
    }

    private List<Direction> directions() {
        List<Direction> directions = new ArrayList<>();
        for (int i = 0; i < line.working; i++) {
            for (int j = 0; j <= i; j++) {
                directions.add(new Direction(line.pullS, i, j, PULL_STEP_S, LEAST_PULL_STEP_S));
            }
        }
        for (int sector = 0; sector < effort.length && effort.length > 1; sector++) {
            directions.add(new Direction(effort, sector, sector, EFFORT_STEP, LEAST_EFFORT_STEP));
        }
        return directions;
    }

    /** What the riders lack to be there in so many seconds, summed, J. */
    private double shortJ(double wantedS) {
        evaluations++;
        kernel.solvePace(effort, wantedS, pace);
        evaluator.evaluate(pace, line);
        return evaluator.reserveShortJ() + 1_000 * Math.max(0, pace.lateS() - Outcome.TIME_TOLERANCE_S);
    }

    /** The time that the road takes now, s; infinite if the plan cannot be ridden. */
    private double timeS() {
        evaluations++;
        kernel.solveFastest(effort, line, evaluator, pace);
        return ridden() ? pace.durationS() : Double.POSITIVE_INFINITY;
    }

    /** Whether what was evaluated last can be ridden. */
    private boolean ridden() {
        return evaluator.overdrawnJ() <= 0
                && evaluator.pullShortS() <= 0
                && evaluator.ridersLeft() >= kernel.chase().goal().ridersLeft();
    }

    /** The time found, s. */
    double foundS() {
        return timeS;
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
