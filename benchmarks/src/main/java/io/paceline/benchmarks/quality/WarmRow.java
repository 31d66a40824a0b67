package io.paceline.benchmarks.quality;

import io.paceline.optimizer.rotation.draft.Cost;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a change on the road did to long searches from nothing and to short ones from the plan before.
 *
 * @param cold what the long ones came to, one for each seed
 * @param warm what the short ones came to, in the same order
 */
record WarmRow(String instance, String event, List<Cost> cold, List<Cost> warm) {
    /** Gaps that users cannot tell from none, %. */
    static final double ALIKE_PERCENT = 0.01;

    static final String HEADER =
            "| instance | event | cold: best, J | its median over that % | its worst % | warm: median over best cold %"
                    + " | worst % | warm no worse than cold, of all |\n|--|--|--|--|--|--|--|--|";

    WarmRow {
        cold = List.copyOf(cold);
        warm = List.copyOf(warm);
        if (cold.isEmpty() || cold.size() != warm.size()) {
            throw new IllegalArgumentException("quality: " + cold.size() + " long searches and " + warm.size()
                    + " short ones. There must be as many of each, and one at least.");
        }
    }

    Cost bestCold() {
        return Collections.min(cold);
    }

    /** Of the warm searches, over the best cold one, %. */
    Samples warmGaps() {
        return gaps(warm);
    }

    /** Of the cold searches, over the best of them, %. */
    Samples coldGaps() {
        return gaps(cold);
    }

    private Samples gaps(List<Cost> costs) {
        return QualityReport.gapsTo(costs, bestCold());
    }

    /** How many warm searches were no worse than the cold one of their seed. */
    long asGood() {
        long count = 0;
        for (int seed = 0; seed < cold.size(); seed++) {
            count += noWorse(warm.get(seed), cold.get(seed)) ? 1 : 0;
        }
        return count;
    }

    /** Whether the median of the warm ones is no worse than that of the cold ones. */
    boolean held() {
        return noWorse(median(warm), median(cold));
    }

    /** In the order of costs, so that it means something too where no plan can be ridden. */
    private static boolean noWorse(Cost one, Cost other) {
        return !other.beats(one) || Gap.percent(one, other) <= ALIKE_PERCENT;
    }

    /** The worse of two. */
    private static Cost median(List<Cost> costs) {
        return costs.stream().sorted().toList().get(costs.size() / 2);
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %d of %d |",
                instance,
                event,
                shown(bestCold()),
                Samples.show(coldGaps().median(), 3),
                Samples.show(coldGaps().most(), 3),
                Samples.show(warmGaps().median(), 3),
                Samples.show(warmGaps().most(), 3),
                asGood(),
                cold.size());
    }

    static String summary(List<WarmRow> rows) {
        return String.format(
                Locale.ROOT,
                "In %d of %d cases the median of the short searches is no worse than that of the long ones (by more than %s %%).",
                rows.stream().filter(WarmRow::held).count(),
                rows.size(),
                ALIKE_PERCENT);
    }

    private static String shown(Cost cost) {
        String missing = cost.hard() > 0
                ? String.format(Locale.ROOT, ", %.0f J overdrawn", cost.hard())
                : cost.medium() > 0 ? String.format(Locale.ROOT, ", %.0f J of reserves missing", cost.medium()) : "";
        return String.format(Locale.ROOT, "%.0f%s", cost.soft(), missing);
    }
}
