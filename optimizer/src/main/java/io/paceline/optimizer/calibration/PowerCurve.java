package io.paceline.optimizer.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mean-maximal power curve: for each duration the highest mean power of all rides. Gaps count as 0 W. */
public final class PowerCurve {
    /** The durations of the curve, s. */
    static final int[] DURATIONS_S = {
        1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 480, 600, 720, 900, 1_200, 1_800, 2_700, 3_600
    };

    private final List<BestEffort> efforts;

    private PowerCurve(List<BestEffort> efforts) {
        this.efforts = List.copyOf(efforts);
    }

    /** The curve of some rides; without the durations that no ride has, or that no ride has any power over. */
    public static PowerCurve of(List<PowerSeries> rides) {
        List<double[]> sums = new ArrayList<>();
        for (PowerSeries ride : rides) {
            double[] sumJ = new double[ride.durationS() + 1];
            for (int s = 0; s < ride.durationS(); s++) {
                sumJ[s + 1] = sumJ[s] + ride.powerW(s);
            }
            sums.add(sumJ);
        }
        List<BestEffort> efforts = new ArrayList<>();
        for (int durationS : DURATIONS_S) {
            best(rides, sums, durationS).ifPresent(efforts::add);
        }
        return new PowerCurve(efforts);
    }

    private static Optional<BestEffort> best(List<PowerSeries> rides, List<double[]> sums, int durationS) {
        double mostJ = 0;
        int bestRide = -1;
        int bestStart = 0;
        for (int ride = 0; ride < sums.size(); ride++) {
            double[] sumJ = sums.get(ride);
            for (int start = 0; start + durationS < sumJ.length; start++) {
                double workJ = sumJ[start + durationS] - sumJ[start];
                if (workJ > mostJ) {
                    mostJ = workJ;
                    bestRide = ride;
                    bestStart = start;
                }
            }
        }
        if (bestRide < 0) {
            return Optional.empty();
        }
        int missingS = 0;
        for (int s = bestStart; s < bestStart + durationS; s++) {
            missingS += rides.get(bestRide).isMissing(s) ? 1 : 0;
        }
        return Optional.of(new BestEffort(new Effort(durationS, mostJ / durationS), bestRide, bestStart, missingS));
    }

    /** The best efforts, shortest first. */
    public List<BestEffort> efforts() {
        return efforts;
    }

    /** The best effort of a duration of the curve. */
    public Optional<BestEffort> best(int durationS) {
        return efforts.stream()
                .filter(best -> best.effort().durationS() == durationS)
                .findFirst();
    }
}
