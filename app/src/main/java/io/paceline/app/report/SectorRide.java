package io.paceline.app.report;

import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Trace;
import io.paceline.plan.RotationPlan;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * One sector as a plan rides it.
 *
 * @param fromKm to the finish
 * @param toKm to the finish
 * @param gradient mean, rise over run
 * @param headwindMPerS mean over its metres, at the riders' height
 * @param effort of the plan; 1 is even power
 * @param speedMPerS mean
 * @param meanW of all riders, W
 * @param leaderW mean of whoever is in front, W
 */
public record SectorRide(
        double fromKm,
        double toKm,
        double gradient,
        double headwindMPerS,
        double effort,
        double speedMPerS,
        double meanW,
        double leaderW) {

    /** The longest time between two rows of the trace: nothing changes between them, so it may be long, s. */
    private static final double AT_MOST_S = 600;

    /** Of distances summed in another order, m. */
    private static final double ROUNDING_M = 1e-3;

    /** The sectors of a scenario as a plan rides them. */
    public static List<SectorRide> of(Scenario scenario, ChaseKernel kernel, RotationPlan plan, Outcome outcome) {
        Road road = kernel.chase().road();
        int sectors = road.sectorCount();
        double[] lengthM = new double[sectors];
        double[] riseM = new double[sectors];
        double[] windM = new double[sectors];
        double[] timeS = new double[sectors];
        for (int s = 0; s < road.stretches().size(); s++) {
            Stretch stretch = road.stretches().get(s);
            int sector = road.sectorOf(s);
            lengthM[sector] += stretch.lengthM();
            riseM[sector] += stretch.lengthM() * stretch.gradient();
            windM[sector] += stretch.lengthM() * stretch.headwindMPerS();
            timeS[sector] += stretch.lengthM() / outcome.speedsMPerS().get(s);
        }
        double[][] watts = watts(kernel, plan, lengthM);
        List<SectorRide> rides = new ArrayList<>();
        double riddenM = 0;
        for (int i = 0; i < sectors; i++) {
            double fromKm = scenario.goal().launchKm() - riddenM / 1_000;
            riddenM += lengthM[i];
            double toKm = i == sectors - 1
                    ? scenario.goal().catchKm()
                    : scenario.goal().launchKm() - riddenM / 1_000;
            rides.add(new SectorRide(
                    fromKm,
                    toKm,
                    riseM[i] / lengthM[i],
                    windM[i] / lengthM[i],
                    plan.sectorEfforts().get(i),
                    lengthM[i] / timeS[i],
                    watts[0][i],
                    watts[1][i]));
        }
        return rides;
    }

    /** Mean power of all riders, and of the leader, by sector: powers are constant between two changes. */
    private static double[][] watts(ChaseKernel kernel, RotationPlan plan, double[] lengthM) {
        Trace trace = kernel.traceChanges(plan, AT_MOST_S);
        double launchM =
                kernel.chase().approach().stream().mapToDouble(Stretch::lengthM).sum();
        double[][] workJ = new double[2][lengthM.length];
        double[] sectorS = new double[lengthM.length];
        int sector = 0;
        double endM = launchM + lengthM[0];
        for (int row = 0; row < trace.timeS().size() - 1; row++) {
            int leader = trace.leader().get(row);
            while (sector < lengthM.length - 1 && trace.distanceM().get(row) >= endM - ROUNDING_M) {
                sector++;
                endM += lengthM[sector];
            }
            if (leader < 0) {
                continue;
            }
            double lastsS = trace.timeS().get(row + 1) - trace.timeS().get(row);
            List<Double> powerW = trace.powerW().get(row);
            workJ[0][sector] +=
                    lastsS * powerW.stream().mapToDouble(p -> p).average().orElse(0);
            workJ[1][sector] += lastsS * powerW.get(leader);
            sectorS[sector] += lastsS;
        }
        for (double[] works : workJ) {
            for (int i = 0; i < works.length; i++) {
                works[i] /= sectorS[i];
            }
        }
        return workJ;
    }
}
