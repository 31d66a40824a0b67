package io.paceline.benchmarks.kernel;

import io.paceline.chase.Chase;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.rider.WBalance;
import java.util.ArrayList;
import java.util.List;

/**
 * The same physics step by step, as one writes it first. A list for the line, one object for each balance, the power of
 * each rider from the library's own public pieces in every step. No burned riders.
 */
final class NaiveStepper implements Stepper {
    private final Chase chase;
    private final double stepS;
    private final List<WBalance> balances = new ArrayList<>();

    NaiveStepper(Chase chase, double stepS) {
        this.chase = chase;
        this.stepS = stepS;
    }

    @Override
    public double leastBalanceJ(int slot) {
        double wPrimeJ =
                chase.team().riders().get(slot).wPrimeJ() * chase.freshness().wPrimeFactor();
        return wPrimeJ - balances.get(slot).worstJ();
    }

    @Override
    public double collectiveJ(Pace pace, LinePlan plan) {
        List<Integer> line = new ArrayList<>();
        balances.clear();
        double[] pullS = new double[plan.slot.length];
        for (int i = 0; i < plan.slot.length; i++) {
            line.add(plan.slot[i]);
            pullS[plan.slot[i]] = plan.pullS[i];
            balances.add(new WBalance(chase.recovery(), chase.team().riders().get(i), chase.freshness()));
        }
        double workJ = 0;
        int stretch = 0;
        int drifter = -1;
        double driftMPerS = 0;
        double joinS = Double.POSITIVE_INFINITY;
        double turnEndS = pullS[line.get(0)];
        for (double timeS = 0; timeS < pace.durationS(); timeS += stepS) {
            while (timeS >= pace.endS(stretch)) {
                stretch++;
            }
            double speedMPerS = pace.speedMPerS(stretch);
            if (timeS >= joinS || (drifter >= 0 && timeS >= turnEndS)) {
                line.add(plan.working - 1, drifter);
                drifter = -1;
                joinS = Double.POSITIVE_INFINITY;
            }
            if (timeS >= turnEndS && plan.working > 1) {
                drifter = line.remove(0);
                driftMPerS = chase.line().exchange().slowerMPerS(speedMPerS);
                joinS = turnEndS + chase.line().exchangeS(plan.working, speedMPerS);
                turnEndS += pullS[line.get(0)];
            }
            double lastsS = Math.min(stepS, pace.durationS() - timeS);
            for (int place = 1; place <= line.size(); place++) {
                int slot = line.get(place - 1);
                double fraction = chase.line()
                        .dragTable()
                        .dragFraction(line.size(), place, chase.line().wheelGapM());
                if (place > 1) {
                    Rider ahead = chase.team().riders().get(line.get(place - 2));
                    fraction = chase.line()
                            .shelter()
                            .dragFraction(
                                    fraction,
                                    ahead.dragAreaM2(),
                                    chase.team().riders().get(slot).dragAreaM2());
                }
                workJ += ride(balances.get(slot), slot, fraction, stretch, speedMPerS, lastsS);
            }
            if (drifter >= 0) {
                workJ += ride(balances.get(drifter), drifter, 1, stretch, Math.max(0, speedMPerS - driftMPerS), lastsS);
            }
        }
        return workJ;
    }

    private double ride(WBalance balance, int slot, double fraction, int stretch, double speedMPerS, double lastsS) {
        Rider rider = chase.team().riders().get(slot);
        double powerW = Math.max(
                0,
                RoadLoad.of(
                                chase.road().stretches().get(stretch),
                                chase.air(),
                                chase.drivetrain(),
                                rider.massKg(),
                                rider.dragAreaM2() * fraction)
                        .powerW(speedMPerS));
        balance.hold(powerW, lastsS);
        return powerW * lastsS;
    }
}
