package io.paceline.optimizer.calibration;

import io.paceline.optimizer.calibration.Doubt.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What rides themselves give reason to doubt, before anything is fitted: the meter, gaps, and efforts within efforts. */
final class RideDoubts {
    private final List<Doubt> doubts = new ArrayList<>();

    private RideDoubts() {}

    /**
     * The doubts.
     *
     * @param best the efforts that will be fitted
     */
    static List<Doubt> of(List<PowerSeries> rides, List<BestEffort> best) {
        RideDoubts found = new RideDoubts();
        found.meter(rides);
        found.efforts(best);
        return found.doubts;
    }

    private void meter(List<PowerSeries> rides) {
        int spikes = rides.stream().mapToInt(PowerSeries::spikes).sum();
        if (spikes > 0) {
            doubt(
                    Kind.SPIKE,
                    "%d s of power that no rider has were taken out as faults of the meter. Look at the file.",
                    spikes);
        }
        for (PowerSeries ride : rides) {
            if (ride.tailS() > 0) {
                doubt(
                        Kind.TAIL,
                        "The last %d s of a ride have no power and are left out. If he rode on, the meter failed.",
                        ride.tailS());
            }
        }
    }

    private void efforts(List<BestEffort> best) {
        for (BestEffort effort : best) {
            if (effort.missingS() > 0) {
                doubt(
                        Kind.GAP,
                        "In the best %s, %d s have no power and count as 0 W: he may have had more.",
                        CriticalPowerEstimator.minutes(effort.effort().durationS()),
                        effort.missingS());
            }
        }
        int separate = separate(best);
        if (best.size() >= CriticalPowerEstimator.FEWEST && separate < CriticalPowerEstimator.FEWEST) {
            doubt(
                    Kind.OVERLAP,
                    "The best efforts are parts of one another: only %d of %d are separate, so the short ones were"
                            + " hardly all-out. Give rides or tests with all-out efforts of their own.",
                    separate,
                    best.size());
        }
    }

    /** How many efforts share no second with a shorter one that counts. */
    private static int separate(List<BestEffort> best) {
        List<BestEffort> counted = new ArrayList<>();
        for (BestEffort effort : best) {
            if (counted.stream().noneMatch(effort::overlaps)) {
                counted.add(effort);
            }
        }
        return counted.size();
    }

    private void doubt(Kind kind, String format, Object... values) {
        doubts.add(new Doubt(kind, String.format(Locale.ROOT, format, values)));
    }
}
