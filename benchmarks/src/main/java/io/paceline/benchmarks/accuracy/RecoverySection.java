package io.paceline.benchmarks.accuracy;

import static io.paceline.benchmarks.accuracy.Page.fixed;
import static io.paceline.benchmarks.accuracy.Page.signed;

import io.paceline.rider.RecoveryModel;
import io.paceline.rider.WBalance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Measured recovery of W' against the two models. */
final class RecoverySection {
    private static final String FOLDER = "/io/paceline/benchmarks/accuracy/";
    private static final double LONGEST_S = 36_000;

    private RecoverySection() {}

    static void write(Page page) {
        page.heading("How W′ comes back");
        scores(page);
        intermittent(page);
    }

    /** What a model gives back of a W' that is all spent, percent. */
    static double recoveredPct(RecoveryModel model, Published row) {
        double wPrimeJ = row.number("wprime_j");
        WBalance balance = new WBalance(model, row.number("cp_w"), wPrimeJ, 1);
        double workW = row.number("p_work_w");
        balance.hold(workW, wPrimeJ / (workW - row.number("cp_w")));
        balance.hold(row.number("p_rec_w"), row.number("t_rec_s"));
        return 100 * (1 - balance.deficitJ() / wPrimeJ);
    }

    private static void scores(Page page) {
        List<Published> rows = Published.read(FOLDER + "recovery_ratios.csv", 31);
        List<Published> scores = Published.read(FOLDER + "recovery_model_scores.csv", 35);
        page.paragraph(
                "Riders were exhausted, recovered below CP for 0.5 to 15 minutes, and rode to exhaustion again: how much of W′ had come"
                        + " back? %d measurements of five studies; differences in points of W′. `conservative` and `elite` are computed with our"
                        + " code; the scores that came with the data were computed by another program.",
                rows.size());
        page.head("who", "n", "model", "bias", "mean error", "in the scores", "root mean square");
        for (Map.Entry<String, String> subset : subsets().entrySet()) {
            for (RecoveryModel model : RecoveryModel.values()) {
                List<Double> off = new ArrayList<>();
                for (Published row : rows) {
                    if (row.text("dataset").startsWith(subset.getValue())) {
                        off.add(recoveredPct(model, row) - row.number("observed_pct"));
                    }
                }
                double n = off.size();
                double bias = off.stream().mapToDouble(x -> x).sum() / n;
                double mean = off.stream().mapToDouble(Math::abs).sum() / n;
                double square = Math.sqrt(off.stream().mapToDouble(x -> x * x).sum() / n);
                page.row(
                        subset.getKey(),
                        off.size(),
                        "`" + model.name().toLowerCase(Locale.ROOT) + "`",
                        signed(1, bias),
                        fixed(2, mean),
                        published(scores, subset.getKey(), name(model)),
                        fixed(1, square));
            }
        }
    }

    /** What the data call a model. */
    private static String name(RecoveryModel model) {
        return model == RecoveryModel.CONSERVATIVE ? "fsc_skiba2015" : "bartram2018";
    }

    private static String published(List<Published> scores, String subset, String model) {
        return scores.stream()
                .filter(row ->
                        row.text("subset").equals(subset) && row.text("model").equals(model))
                .findFirst()
                .map(row -> fixed(2, row.number("mae_pp")))
                .orElse("");
    }

    /** The name of a subset in the scores, and how its data sets begin. */
    private static Map<String, String> subsets() {
        Map<String, String> subsets = new TreeMap<>();
        subsets.put("all", "");
        subsets.put("bartram_only", "bartram");
        subsets.put("caen2019", "caen2019");
        subsets.put("caen2021", "caen2021");
        subsets.put("chidnok", "chidnok");
        subsets.put("ferguson", "ferguson");
        return subsets;
    }

    private static void intermittent(Page page) {
        page.paragraph(
                "Chidnok et al. 2012: 60 s at 329 W and 30 s of recovery, again and again to exhaustion (CP 241 W, W′ 21.1 kJ).");
        page.head(
                "recovery W",
                "ridden s",
                "`conservative` s",
                "in the data",
                "`elite` s",
                "in the data, without our bound");
        for (Published row : Published.read(FOLDER + "chidnok2012_intermittent_tte.csv", 3)) {
            page.row(
                    fixed(0, row.number("p_rec_w")),
                    fixed(0, row.number("observed_tte_s")),
                    fixed(1, exhaustedS(row, RecoveryModel.CONSERVATIVE)),
                    fixed(1, row.number("pred_fsc_skiba2015")),
                    fixed(1, exhaustedS(row, RecoveryModel.ELITE)),
                    fixed(1, row.number("pred_bartram2018")));
        }
        page.paragraph(
                "`conservative` tires these riders too early, by a quarter, but for the easiest recovery, where it never tires them."
                        + " `elite` with our bound is nearer at 173 W and far too hopeful at 95 W.");
        page.paragraph(
                "Which is right for whom: `elite` fits the four elite riders it was fitted to (their rows are circular) and gives most"
                        + " others a third of W′ too much. `conservative` is too slow for elite riders and too fast for most others after"
                        + " exhaustion: measured recovery starts fast and then slows, and no single exponential does that. Of the models in the"
                        + " data a hydraulic one with three tanks is nearest (mean error 5 points); it needs eight numbers a rider. For a"
                        + " professional team try both: a plan that holds with both does not hang on recovery.");
    }

    /** When the balance first reaches 0; infinite if it does not within ten hours. */
    static double exhaustedS(Published row, RecoveryModel model) {
        WBalance balance = new WBalance(model, row.number("cp_w"), row.number("wprime_j"), 1);
        double aboveW = row.number("p_work_w") - row.number("cp_w");
        double workS = row.number("t_work_s");
        double timeS = 0;
        while (timeS < LONGEST_S) {
            if (aboveW * workS >= balance.balanceJ()) {
                return timeS + balance.balanceJ() / aboveW;
            }
            balance.hold(row.number("p_work_w"), workS);
            balance.hold(row.number("p_rec_w"), row.number("t_rec_s"));
            timeS += workS + row.number("t_rec_s");
        }
        return Double.POSITIVE_INFINITY;
    }
}
