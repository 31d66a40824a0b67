package io.paceline.optimizer.limit;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Goal;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Trace;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Optional;

/** A plan ridden a little faster than it can be. */
final class Fading {
    /** As shares of the time: where the first asks nothing of anybody, the next is tried. */
    private static final double[] FASTER = {0.005, 0.01, 0.02};

    private static final double STEP_S = 1;

    private Fading() {}

    static Optional<GivesOut> firstToGiveOut(ChaseKernel kernel, RotationPlan plan, Outcome outcome) {
        for (double faster : FASTER) {
            double timeS = outcome.timeS() - faster * (outcome.timeS() - kernel.approachS());
            ChaseKernel hurried = ChaseKernel.compile(kernel.chase().toBuilder()
                    .breakaway(new Deadline(timeS))
                    .goal(Goal.LEAST_ENERGY)
                    .build());
            Outcome tried = hurried.evaluate(plan);
            if (!tried.inTime()) {
                return Optional.empty();
            }
            double lengthM = kernel.chase().road().lengthM();
            double fasterMPerS = lengthM / (timeS - kernel.approachS()) * faster;
            Optional<GivesOut> first = firstBelowReserve(hurried.trace(plan, STEP_S), kernel, fasterMPerS);
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private static Optional<GivesOut> firstBelowReserve(Trace trace, ChaseKernel kernel, double fasterMPerS) {
        List<Rider> team = kernel.chase().team().riders();
        double share =
                kernel.chase().reserveFraction() * kernel.chase().freshness().wPrimeFactor();
        for (int row = 0; row < trace.timeS().size(); row++) {
            int worst = -1;
            double leastJ = 0;
            for (int slot = 0; slot < team.size(); slot++) {
                double leftJ = trace.balanceJ().get(row).get(slot)
                        - share * team.get(slot).wPrimeJ();
                if (leftJ < leastJ) {
                    leastJ = leftJ;
                    worst = slot;
                }
            }
            if (worst >= 0) {
                return Optional.of(new GivesOut(
                        team.get(worst).id(),
                        fasterMPerS,
                        trace.timeS().get(row),
                        trace.distanceM().get(row)));
            }
        }
        return Optional.empty();
    }

    /** A time to be there by, whoever is ahead. */
    private record Deadline(double timeS) implements Breakaway {
        @Override
        public double gapS() {
            return 0;
        }

        @Override
        public double[] timesS(List<Stretch> road) {
            double[] times = new double[road.size()];
            double lengthM = road.stream().mapToDouble(Stretch::lengthM).sum();
            double atM = 0;
            for (int s = 0; s < times.length; s++) {
                atM += road.get(s).lengthM();
                times[s] = timeS * atM / lengthM;
            }
            return times;
        }
    }
}
