package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.benchmarks.quality.peer.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What our search should do, and whether it does: a plan wherever there is one, near the best with eight riders after a second, and not
 * behind the best other search after ten by more than runs differ.
 */
final class Targets {
    private static final String OURS = new Ours().title();

    /** Two who found the same plan may have summed it in another order: 1e-15 of some thousand terms. */
    private static final double ROUNDING_PERCENT = 1e-7;

    private final BestKnown best;
    private final Map<String, List<Run>> byInstance;

    Targets(List<Run> runs, BestKnown best) {
        this.best = best;
        byInstance = QualityReport.grouped(runs, Run::instance);
    }

    String markdown() {
        return line("Plans: ours finds one that can be ridden in each search of", this::hasPlans)
                + line(
                        String.format(
                                Locale.ROOT,
                                "Eight riders: the median of ours is within %s %% of the best known at %.0f s on",
                                QualityReport.SOLVED_PERCENT,
                                QualityReport.EARLY_S),
                        this::isSolvedEarly)
                + line(
                        String.format(
                                Locale.ROOT,
                                "Peers: the median of ours at %.0f s is not behind that of the best other search by more than the spread of both on",
                                QualityReport.LATE_S),
                        this::isNotBehind);
    }

    /** Whether a target is met on an instance. */
    private interface Check {
        Verdict of(String title, List<Run> ours, List<Run> all);
    }

    private enum Verdict {
        MET,
        MISSED,
        NOT_MEASURED
    }

    private String line(String text, Check check) {
        int met = 0;
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, List<Run>> entry : byInstance.entrySet()) {
            List<Run> ours = entry.getValue().stream()
                    .filter(run -> run.solver().equals(OURS))
                    .toList();
            Verdict verdict = ours.isEmpty() ? Verdict.NOT_MEASURED : check.of(entry.getKey(), ours, entry.getValue());
            met += verdict == Verdict.MET ? 1 : 0;
            if (verdict == Verdict.MISSED) {
                missed.add(entry.getKey());
            }
        }
        return String.format(
                Locale.ROOT,
                "- %s %d of %d instances%s.%n",
                text,
                met,
                met + missed.size(),
                missed.isEmpty() ? "" : "; not on " + String.join(", ", missed));
    }

    private Verdict hasPlans(String title, List<Run> ours, List<Run> all) {
        return ours.stream().allMatch(run -> run.end().feasible()) ? Verdict.MET : Verdict.MISSED;
    }

    private Verdict isSolvedEarly(String title, List<Run> ours, List<Run> all) {
        Samples gaps = QualityReport.gaps(ours, best, QualityReport.EARLY_S);
        if (Instance.of(title).riders() != 8 || Double.isNaN(gaps.median())) {
            return Verdict.NOT_MEASURED;
        }
        return gaps.median() <= QualityReport.SOLVED_PERCENT ? Verdict.MET : Verdict.MISSED;
    }

    private Verdict isNotBehind(String title, List<Run> ours, List<Run> all) {
        Samples own = QualityReport.gaps(ours, best, QualityReport.LATE_S);
        double bestPeer = Double.POSITIVE_INFINITY;
        double spread = own.most() - own.least();
        boolean measured = false;
        for (Map.Entry<String, List<Run>> peer :
                QualityReport.grouped(all, Run::solver).entrySet()) {
            Samples gaps = QualityReport.gaps(peer.getValue(), best, QualityReport.LATE_S);
            if (peer.getKey().equals(OURS) || Double.isNaN(gaps.median())) {
                continue;
            }
            measured = true;
            if (gaps.median() < bestPeer) {
                bestPeer = gaps.median();
                spread = Math.max(own.most() - own.least(), gaps.most() - gaps.least());
            }
        }
        if (!measured || Double.isNaN(own.median())) {
            return Verdict.NOT_MEASURED;
        }
        return own.median() <= bestPeer || own.median() - bestPeer <= spread + ROUNDING_PERCENT
                ? Verdict.MET
                : Verdict.MISSED;
    }
}
