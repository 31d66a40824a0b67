package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.rider.Rider;
import io.paceline.rider.WBalance;
import io.paceline.road.Stretch;
import java.util.List;

/** The road before the launch, ridden in the bunch at one effort: the same for every plan, so it is computed once. */
final class BunchRide {
    /** End of each stretch, s after the start point. */
    final double[] endS;
    /** Power by {@code stretch·riders + slot}, W. */
    final double[] powerW;

    final double[] workJ;
    final double[] deficitJ;
    final double[] linearJ;
    /** The deepest that either was, J. */
    final double[] worstJ;

    BunchRide(Chase chase) {
        List<Stretch> road = chase.approach();
        List<Rider> team = chase.team().riders();
        int n = team.size();
        endS = new double[road.size()];
        powerW = new double[road.size() * n];
        workJ = new double[n];
        deficitJ = new double[n];
        linearJ = new double[n];
        worstJ = new double[n];
        WBalance[] balance = new WBalance[n];
        for (int i = 0; i < n; i++) {
            balance[i] = new WBalance(chase.recovery(), team.get(i), chase.freshness());
            balance[i].spend(chase.spentJ(i));
        }
        double meanKg = team.stream().mapToDouble(Rider::massKg).average().orElseThrow();
        double aloneM2 = team.stream().mapToDouble(Rider::dragAreaM2).average().orElseThrow();
        ChaseLoads loads = new ChaseLoads(chase);
        // the effort of the ordinary road: on cobbles the bunch does not press on to keep its speed
        Stretch level = new Stretch(1_000, 0, 0, 0, chase.smoothestRollingResistance());
        double effortW =
                loads.inBunch(level, meanKg, aloneM2).powerW(chase.bunch().levelSpeedMPerS());
        double timeS = 0;
        for (int s = 0; s < endS.length; s++) {
            Stretch stretch = road.get(s);
            double speed = Math.min(
                    chase.topSpeedMPerS(),
                    loads.inBunch(stretch, meanKg, aloneM2).speedMPerS(effortW));
            double durationS = stretch.lengthM() / speed;
            timeS += durationS;
            endS[s] = timeS;
            for (int i = 0; i < n; i++) {
                Rider rider = team.get(i);
                double p = loads.inBunch(stretch, rider.massKg(), rider.dragAreaM2())
                        .powerW(speed);
                powerW[s * n + i] = Math.max(0, p);
                workJ[i] += powerW[s * n + i] * durationS;
                balance[i].hold(powerW[s * n + i], durationS);
            }
        }
        for (int i = 0; i < n; i++) {
            deficitJ[i] = balance[i].deficitJ();
            linearJ[i] = balance[i].linearJ();
            worstJ[i] = balance[i].worstJ();
        }
    }

    double durationS() {
        return endS.length == 0 ? 0 : endS[endS.length - 1];
    }
}
