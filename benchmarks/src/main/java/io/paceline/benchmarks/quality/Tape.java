package io.paceline.benchmarks.quality;

import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.ArrayList;
import java.util.List;

/** Writes down how the best so far falls. A fall too small to tell is not written, so a time read from the tape is never too early. */
final class Tape implements Trials.Report {
    /** Least fall of the energy that is written, as a share. */
    private static final double LEAST_FALL = 5e-5;

    private final List<Run.Point> points = new ArrayList<>();
    private Cost written = Cost.WORST;

    @Override
    public void news(double elapsedS, long evaluations, Cost best) {}

    @Override
    public void better(double elapsedS, long evaluations, Cost best) {
        boolean less = best.hard() < 0.9 * written.hard() || best.medium() < 0.9 * written.medium();
        boolean mended = (best.hard() <= 0 && written.hard() > 0) || (best.medium() <= 0 && written.medium() > 0);
        if (less || mended || best.soft() < (1 - LEAST_FALL) * written.soft()) {
            write(elapsedS, best);
        }
    }

    void write(double elapsedS, Cost best) {
        written = best;
        double seconds = Math.ceil(1e4 * elapsedS) / 1e4;
        points.add(new Run.Point(seconds, best.hard(), best.medium(), best.soft()));
    }

    List<Run.Point> points() {
        return points;
    }
}
