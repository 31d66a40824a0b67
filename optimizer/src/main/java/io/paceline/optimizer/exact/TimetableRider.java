package io.paceline.optimizer.exact;

import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import org.jspecify.annotations.Nullable;

/** Rides timetables with the kernel, and remembers the cheapest one that can be ridden. Any number of threads may ask. */
final class TimetableRider {
    /** A plan may look so much cheaper than itself by rounding, relative. */
    private static final double ROUNDING = 1e-7;

    private final ChaseKernel kernel;
    private final Pace pace;
    private final RideCost cost;
    private final int shortestAlone;
    private volatile double bestCost;
    private @Nullable LinePlan best;

    /** @param known nothing dearer is looked for, by the objective of the chase: J, or share of W′ */
    TimetableRider(ChaseKernel kernel, Pace pace, boolean keepReserve, double known) {
        this.kernel = kernel;
        this.pace = pace;
        cost = new RideCost(kernel.chase(), keepReserve);
        shortestAlone = (int) Math.ceil(kernel.shortestPullS(1) / LineSearch.STEP_S);
        bestCost = known * (1 + ROUNDING);
    }

    /** What the cheapest costs; what was known if none was cheaper. */
    double bestCost() {
        return bestCost;
    }

    /** The cheapest that was ridden; none if what was known is cheaper. */
    synchronized @Nullable LinePlan best() {
        return best;
    }

    /** Rides the one plan in which nobody takes turns, and tells what it costs; infinite if it cannot be ridden. */
    double rideAlone(Formation formation) {
        LinePlan line = line(formation, 0);
        line.pullS[0] = shortestAlone * (double) LineSearch.STEP_S;
        return ride(line, kernel.newEvaluator());
    }

    /** For the timetables of a formation with rotations of so many steps. Not for several threads. */
    RotationSearch.Rider of(Formation formation, int rotation) {
        PlanEvaluator evaluator = kernel.newEvaluator();
        int moments = (int) Math.ceil(pace.durationS() / LineSearch.STEP_S);
        int shortest =
                (int) Math.ceil((kernel.shortestPullS(formation.working()) - LineStates.EDGE_S) / LineSearch.STEP_S);
        return (first, begins, leaders) -> {
            LinePlan line = line(formation, first);
            boolean open = rotation >= moments;
            for (int k = 0; k < leaders; k++) {
                int end = open && k == leaders - 1 ? moments : begins[k + 1];
                line.pullS[k] = LineSearch.STEP_S * (double) Math.max(shortest, end - begins[k]);
            }
            for (int k = leaders; k < line.working; k++) {
                line.pullS[k] = LineSearch.STEP_S * (double) shortest;
            }
            return ride(line, evaluator);
        };
    }

    private static LinePlan line(Formation formation, int first) {
        int riders = formation.slot().length;
        LinePlan line = new LinePlan(riders);
        line.working = formation.working();
        for (int k = 0; k < riders; k++) {
            line.slot[k] = formation.slot()[k < line.working ? (first + k) % line.working : k];
        }
        return line;
    }

    private double ride(LinePlan line, PlanEvaluator evaluator) {
        evaluator.evaluate(pace, line);
        if (cost.shortJ(evaluator) > Stamina.RESERVE_ROUNDING_J) {
            return Double.POSITIVE_INFINITY;
        }
        double lineCost = cost.of(evaluator);
        offer(line, lineCost);
        return lineCost;
    }

    private synchronized void offer(LinePlan line, double lineCost) {
        if (lineCost < bestCost) {
            bestCost = lineCost;
            best = line;
        }
    }
}
