package io.paceline.benchmarks.accuracy;

import static io.paceline.benchmarks.accuracy.Page.fixed;

import io.paceline.drafting.DragTable;
import io.paceline.drafting.DragTables;
import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.road.Stretch;

/** "A third less" at 40 km/h, and drafting uphill. */
final class SavingSection {
    private static final double GAP_M = 0.5;

    private SavingSection() {}

    static void write(Page page) {
        third(page);
        uphill(page);
    }

    private static void third(Page page) {
        page.heading("A third less, at 40 km/h");
        page.paragraph(
                "Power saved behind others on the flat, percent of riding alone (80 kg, 0.30 m², Crr 0.004, gap 0.5 m). Kyle 1979"
                        + " found over 30 %%; Gaul et al. 2018 speak of up to around a third.");
        page.head("place of 4", "`blocken`", "`field`");
        double aloneW = Flat.powerW(40 / 3.6, Flat.MASS_KG, Flat.DRAG_AREA_M2, Flat.ROLLING);
        for (int place = 1; place <= 4; place++) {
            page.row(
                    place,
                    fixed(1, saved(DragTables.blocken2018(), place, aloneW)) + " %",
                    fixed(1, saved(DragTables.field(), place, aloneW)) + " %");
        }
        page.paragraph(
                "A third is right for place 2 with both tables; further back `field` says two fifths and `blocken` a little more.");
    }

    private static double saved(DragTable table, int place, double aloneW) {
        double dragAreaM2 = Flat.DRAG_AREA_M2 * table.dragFraction(4, place, GAP_M);
        return 100 * (1 - Flat.powerW(40 / 3.6, Flat.MASS_KG, dragAreaM2, Flat.ROLLING) / aloneW);
    }

    private static void uphill(Page page) {
        page.heading("Drafting uphill");
        page.paragraph(
                "One rider behind another on a gradient of 7.5 %% (72 kg with bicycle, 0.30 m², gap 0.15 m). Published: van Druenen and"
                        + " Blocken 2021, computed.");
        page.head("m/s", "published saving of power", "`blocken`", "`field`");
        for (Published row : Published.read("/io/paceline/benchmarks/accuracy/uphill_drafting.csv", 4)) {
            if (row.has("speed_m_s")) {
                double speed = row.number("speed_m_s");
                page.row(
                        fixed(0, speed),
                        (speed < 7 ? "over 7" : "over 16") + " %",
                        fixed(1, uphillSaved(speed, DragTables.blocken2018())) + " %",
                        fixed(1, uphillSaved(speed, DragTables.field())) + " %");
            }
        }
        page.paragraph(
                "Ours are about half. All the air takes from this rider is %s %% of his power at 6 m/s and %s %% at 8 m/s, so 7 and 16 %% mean a"
                        + " larger drag area, a lighter rider, or the best place of a group; the abstract prints none of them. On the other"
                        + " side Ouvrard's riders saved 2.3 %% of the resistive force on 2.7 km at 7.4 %% in the field, and 4.2 %% of the"
                        + " time. Uphill below 8 m/s little was measured: what a wheel is worth there is known to a factor of two.",
                fixed(0, airShare(6)), fixed(0, airShare(8)));
    }

    /** What riding without any air would save, percent. */
    private static double airShare(double speed) {
        return 100 * (1 - uphillW(speed, 0) / uphillW(speed, 1));
    }

    private static double uphillW(double speed, double dragFraction) {
        Stretch climb = new Stretch(1_000, 0.075, 0, 0, Flat.ROLLING);
        return RoadLoad.of(climb, Flat.AIR, Drivetrain.MARTIN_1998, 72, Flat.DRAG_AREA_M2 * dragFraction)
                .powerW(speed);
    }

    private static double uphillSaved(double speed, DragTable table) {
        return 100 * (1 - uphillW(speed, table.dragFraction(2, 2, 0.15)) / uphillW(speed, 1));
    }
}
