package io.paceline.benchmarks.accuracy;

import static io.paceline.benchmarks.accuracy.Page.fixed;

import io.paceline.rider.RecoveryModel;
import io.paceline.rider.WBalance;
import java.util.List;

/** Steady rotations of equal riders: computed elsewhere in closed form. */
final class RotationSection {
    private static final int PULLS = 20_000;

    private RotationSection() {}

    static void write(Page page) {
        page.heading("Steady rotations");
        List<Published> rows = Published.read("/io/paceline/rider/rotation_steady_state.csv", 90);
        page.paragraph(
                "%d rotations of 2 to 9 equal riders, computed elsewhere in closed form: the peak deficit in the steady state and the"
                        + " pull at which W′ is gone. Ours pull by pull.",
                rows.size());
        page.head("model", "largest difference of the peak, J", "rows whose pull to exhaustion differs");
        row(page, rows, RecoveryModel.CONSERVATIVE, "fsc", "`conservative`");
        row(page, rows, RecoveryModel.ELITE, "bartram", "`elite`, without our bound");
        page.paragraph(
                "The file prints two decimals. These are vectors of another program, so they prove the arithmetic and not the"
                        + " physiology.");
    }

    private static void row(Page page, List<Published> rows, RecoveryModel model, String column, String name) {
        double worstJ = 0;
        int otherPull = 0;
        for (Published row : rows) {
            double wPrimeJ = row.number("wprime_j");
            WBalance balance = new WBalance(model, row.number("cp_w"), wPrimeJ, 1);
            double peakJ = 0;
            double exhausted = Double.POSITIVE_INFINITY;
            for (int pull = 1; pull <= PULLS; pull++) {
                balance.hold(row.number("p_pull_w"), row.number("t_pull_s"));
                peakJ = balance.deficitJ();
                exhausted = peakJ >= wPrimeJ ? Math.min(exhausted, pull) : exhausted;
                balance.hold(row.number("p_draft_w"), row.number("t_rec_s"));
            }
            worstJ = Math.max(worstJ, Math.abs(peakJ - row.number(column + "_peak_deficit_j")));
            otherPull += exhausted == row.number(column + "_pulls_to_exhaustion") ? 0 : 1;
        }
        page.row(name, fixed(3, worstJ), otherPull);
    }
}
