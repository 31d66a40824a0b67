package io.paceline.benchmarks.accuracy;

import static io.paceline.benchmarks.accuracy.Page.fixed;

import io.paceline.drafting.DragTable;
import io.paceline.drafting.DragTables;
import java.util.ArrayList;
import java.util.List;

/** Blocken et al. 2018: the cells, and the rule of two numbers. */
final class DragSection {
    private DragSection() {}

    static void write(Page page) {
        page.heading("Drag in the line: Blocken et al. 2018");
        DragTable table = DragTables.blocken2018();
        List<Published> rows = Published.read("/io/paceline/drafting/blocken2018_ttt_paceline.csv", 225);
        double worst = 0;
        for (Published row : rows) {
            worst = Math.max(worst, Math.abs(100 * cell(table, row) - row.number("drag_pct_use")));
        }
        page.paragraph(
                "All %d cells (1 to 9 riders, five gaps): the largest difference is %s points of the published percentage.",
                rows.size(), worst < 1e-9 ? "0" : String.valueOf(worst));
        page.paragraph(
                "A cross-check of the table against itself: two numbers, what the riders ahead leave (the last of a line of p)"
                        + " times what the riders behind take (the first of a line of n - p + 1), should give the cell (n, p).");
        page.head("gap m", "cells", "mean difference, points", "largest", "at", "farthest from that mean");
        for (double gapM : new double[] {0.05, 0.15, 0.50, 1.00, 5.00}) {
            product(page, table, rows, gapM);
        }
        page.paragraph(
                "Why: riders behind take a little more from a rider who is himself sheltered, so the product says about a point"
                        + " too much in close lines. It says it everywhere alike: no cell of the transcription falls out, not even those of"
                        + " three riders at 0.50 m, which look irregular against their neighbours.");
    }

    private static double cell(DragTable table, Published row) {
        return table.dragFraction(row.whole("n_riders"), row.whole("position"), row.number("gap_m"));
    }

    private static void product(Page page, DragTable table, List<Published> rows, double gapM) {
        double sum = 0;
        double worst = 0;
        List<Double> offs = new ArrayList<>();
        String at = "";
        for (Published row : rows) {
            int n = row.whole("n_riders");
            int p = row.whole("position");
            // the last of a line and the first of one are the two numbers themselves
            if (row.number("gap_m") != gapM || p == 1 || p == n) {
                continue;
            }
            double product = table.dragFraction(p, p, gapM) * table.dragFraction(n - p + 1, 1, gapM);
            double off = 100 * (product - cell(table, row));
            offs.add(off);
            sum += off;
            if (Math.abs(off) > Math.abs(worst)) {
                worst = off;
                at = "place " + p + " of " + n;
            }
        }
        double mean = sum / offs.size();
        double spread =
                offs.stream().mapToDouble(off -> Math.abs(off - mean)).max().orElseThrow();
        page.row(fixed(2, gapM), offs.size(), Page.signed(2, mean), Page.signed(2, worst), at, fixed(2, spread));
    }
}
