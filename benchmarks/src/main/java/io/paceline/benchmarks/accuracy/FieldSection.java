package io.paceline.benchmarks.accuracy;

import static io.paceline.benchmarks.accuracy.Page.fixed;
import static io.paceline.benchmarks.accuracy.Page.signed;

import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.drafting.DragTable;
import io.paceline.drafting.DragTables;
import java.util.List;

/** Broker et al. 1999 and Fitton et al. 2018: measured lines of four against both tables, and what it does to a plan. */
final class FieldSection {
    private static final DragTable COMPUTED = DragTables.blocken2018();
    private static final DragTable FIELD = DragTables.field();
    private static final double PURSUIT_GAP_M = 0.15;
    private static final double PURSUIT_M_PER_S = 60 / 3.6;
    private static final double PURSUIT_MASS_KG = 80;
    private static final double PURSUIT_ROLLING = 0.002;
    private static final double TYPICAL_DRAG_AREA_M2 = 0.21;

    private FieldSection() {}

    static void write(Page page) {
        page.heading("Measured lines of four: Broker 1999 and Fitton 2018");
        broker(page);
        fitton(page);
        plan(page);
    }

    private static void broker(Page page) {
        page.paragraph(
                "Broker et al. 1999, 60 km/h on a track, seven riders of a national team. We take %s kg, Crr %s, a gap of"
                        + " %s m, and the drag area that gives their leader's power.",
                "80", "0.002", "0.15");
        page.head("place", "measured W", "`blocken` W", "off %", "`field` W", "off %");
        List<Published> rows = Published.read("/io/paceline/drafting/broker1999_team_pursuit.csv", 4);
        double[] squares = new double[2];
        for (Published row : rows) {
            int place = row.whole("position");
            double measuredW = row.number("power_w");
            double leadW = rows.get(0).number("power_w");
            double computedW = pursuitW(COMPUTED, place, leadW);
            double fieldW = pursuitW(FIELD, place, leadW);
            double computedOff = 100 * (computedW / measuredW - 1);
            double fieldOff = 100 * (fieldW / measuredW - 1);
            if (place > 1) {
                squares[0] += computedOff * computedOff / 3;
                squares[1] += fieldOff * fieldOff / 3;
            }
            page.row(
                    place,
                    fixed(0, measuredW),
                    fixed(0, computedW),
                    signed(1, computedOff),
                    fixed(0, fieldW),
                    signed(1, fieldOff));
        }
        totals(page);
        page.paragraph(
                "The followers needed more than either table says. Root mean square of places 2 to 4: `blocken` %s %%, `field` %s %%:"
                        + " `field` is nearer, though not in place 2. Probably because real wheels are not straight behind one another, gaps"
                        + " breathe and bends tilt the line; the abstract does not say how the powers were averaged. Not tuned.",
                fixed(1, Math.sqrt(squares[0])), fixed(1, Math.sqrt(squares[1])));
    }

    /** Broker's figures of the whole team. */
    private static void totals(Page page) {
        page.head("percent of the power alone", "published", "`blocken`", "`field`");
        page.row("the leader", "97 to 98", alone(COMPUTED, 1, 1), alone(FIELD, 1, 1));
        page.row("mean of the four", "about 75", alone(COMPUTED, 1, 4), alone(FIELD, 1, 4));
    }

    private static String alone(DragTable table, int from, int to) {
        double sumW = 0;
        for (int place = from; place <= to; place++) {
            sumW += trackW(TYPICAL_DRAG_AREA_M2 * table.dragFraction(4, place, PURSUIT_GAP_M));
        }
        return fixed(1, 100 * sumW / (to - from + 1) / trackW(TYPICAL_DRAG_AREA_M2));
    }

    /** Power in a place, if the leader of the same line needs so much. */
    private static double pursuitW(DragTable table, int place, double leadW) {
        double low = 0.05;
        double high = 0.6;
        for (int step = 0; step < 60; step++) {
            double middle = 0.5 * (low + high);
            double w = trackW(middle * table.dragFraction(4, 1, PURSUIT_GAP_M));
            low = w < leadW ? middle : low;
            high = w < leadW ? high : middle;
        }
        return trackW(low * table.dragFraction(4, place, PURSUIT_GAP_M));
    }

    private static double trackW(double dragAreaM2) {
        return Flat.powerW(PURSUIT_M_PER_S, PURSUIT_MASS_KG, dragAreaM2, PURSUIT_ROLLING);
    }

    private static void fitton(Page page) {
        page.paragraph(
                "Fitton et al. 2018, six elite women on a velodrome: drag in the line, percent of the drag alone.");
        page.head("place", "measured %", "`blocken` %", "difference", "`field` %", "difference");
        for (Published row : Published.read("/io/paceline/drafting/fitton2018_team_pursuit.csv", 4)) {
            int place = row.whole("position");
            double measured = 100 * row.number("drag_factor");
            double computed = 100 * COMPUTED.dragFraction(4, place, PURSUIT_GAP_M);
            double field = 100 * FIELD.dragFraction(4, place, PURSUIT_GAP_M);
            page.row(
                    place,
                    fixed(0, measured),
                    fixed(1, computed),
                    signed(1, computed - measured),
                    fixed(1, field),
                    signed(1, field - measured));
        }
        page.paragraph(
                "The table `field` is this measurement, so its column is no test. Computed flow saves 4 points less in place 2"
                        + " and 6 more in place 4: real lines flatten after place 3.");
    }

    private static void plan(Page page) {
        page.paragraph(
                "What the choice does to a plan: our six riders, 30 km on the flat, pulls of 60 s, the last hour's freshness.");
        page.head("km/h", "table", "together kJ", "least balance kJ", "overdrawn kJ");
        for (double kmh : new double[] {46, 48, 50}) {
            for (DragTable table : new DragTable[] {COMPUTED, FIELD}) {
                Outcome outcome = Flat.equalPulls(Flat.chase(Flat.six(), 30_000, 30_000 / (kmh / 3.6), table), 60);
                double leastJ = outcome.riders().stream()
                        .mapToDouble(RiderOutcome::leastBalanceJ)
                        .min()
                        .orElseThrow();
                page.row(
                        fixed(0, kmh),
                        table == COMPUTED ? "`blocken`" : "`field`",
                        fixed(0, outcome.collectiveJ() / 1_000),
                        fixed(1, leastJ / 1_000),
                        fixed(1, outcome.overdrawnJ() / 1_000));
            }
        }
        page.paragraph(
                "`field` asks for about 3 %% more work at every speed, and near the limit for joules that nobody has. A plan that only just works with `blocken` should be looked at with"
                        + " `drag_table: field` before riders see it.");
    }
}
