package io.paceline.optimizer.decision;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/** What a rider does who stays in the bunch: if it rolls along, and if it follows a chase. */
final class BunchWork {
    private final Chase chase;
    private final ChaseLoads loads;
    private final List<Stretch> whole;
    private final double[] rollMPerS;

    /** The bunch of a chase; its pace is that of the mean of the chase's riders, as before a launch. */
    BunchWork(Chase chase) {
        this.chase = chase;
        loads = new ChaseLoads(chase);
        whole = new ArrayList<>(chase.approach());
        whole.addAll(chase.road().stretches());
        List<Rider> riders = chase.team().riders();
        double meanKg = riders.stream().mapToDouble(Rider::massKg).average().orElseThrow();
        double meanM2 = riders.stream().mapToDouble(Rider::dragAreaM2).average().orElseThrow();
        Stretch level = new Stretch(1_000, 0, 0, 0, chase.smoothestRollingResistance());
        double effortW =
                loads.inBunch(level, meanKg, meanM2).powerW(chase.bunch().levelSpeedMPerS());
        rollMPerS = new double[whole.size()];
        for (int s = 0; s < rollMPerS.length; s++) {
            rollMPerS[s] = Math.min(
                    chase.topSpeedMPerS(),
                    loads.inBunch(whole.get(s), meanKg, meanM2).speedMPerS(effortW));
        }
    }

    /** From the start point to the end, if nobody chases, s. */
    double rollS() {
        double sum = 0;
        for (int s = 0; s < rollMPerS.length; s++) {
            sum += whole.get(s).lengthM() / rollMPerS[s];
        }
        return sum;
    }

    /** Lead of the break at the end of the road if nobody chases, s; negative if the bunch catches it rolling along. */
    double leadS() {
        double[] breakS = chase.breakaway().timesS(whole);
        return rollS() - (breakS[breakS.length - 1] - chase.breakaway().gapS());
    }

    /** Work of a rider in the rolling bunch, J. */
    double rollJ(Rider rider) {
        return workJ(rider, rollMPerS);
    }

    /**
     * Work of a rider in the bunch behind those who chase, J.
     *
     * @param speedsMPerS of the chase on each stretch from the launch on
     */
    double carriedJ(Rider rider, List<Double> speedsMPerS) {
        double[] speeds = rollMPerS.clone();
        int first = speeds.length - speedsMPerS.size();
        for (int s = first; s < speeds.length; s++) {
            speeds[s] = speedsMPerS.get(s - first);
        }
        return workJ(rider, speeds);
    }

    private double workJ(Rider rider, double[] speedsMPerS) {
        double sum = 0;
        for (int s = 0; s < speedsMPerS.length; s++) {
            double powerW = loads.inBunch(whole.get(s), rider.massKg(), rider.dragAreaM2())
                    .powerW(speedsMPerS[s]);
            sum += Math.max(0, powerW) * whole.get(s).lengthM() / speedsMPerS[s];
        }
        return sum;
    }
}
