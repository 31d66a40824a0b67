package io.paceline.benchmarks.accuracy;

import static io.paceline.benchmarks.accuracy.Page.fixed;
import static io.paceline.benchmarks.accuracy.Page.signed;

import io.paceline.drafting.DragTables;
import io.paceline.power.Crosswind;
import io.paceline.power.Crosswind.Drag;
import io.paceline.power.Crosswind.Formation;

/** Air from the side: the one study at hand. */
final class CrosswindSection {
    private static final double STUDY_M_PER_S = 30 / 3.6;
    private static final double WIND_FROM_RAD = Math.toRadians(40);

    private CrosswindSection() {}

    static void write(Page page) {
        page.heading("Air from the side");
        page.paragraph(
                "J Sci Med Sport 2022, computed flow, abstract: five riders at 30 km/h, wind of 30 km/h from 40 degrees, so the air comes from"
                        + " 20 degrees. Change of drag against riding alone in that wind. Ours: `blocken`, five in line, with `crosswind.formation`"
                        + " `echelon` and `line`; still air beside it. The study's gap is not in its abstract.");
        page.head("formation", "who", "published %", "ours, gap m", "ours %", "difference", "still air %");
        for (Published row : Published.read("/io/paceline/benchmarks/accuracy/echelon_jsams2022.csv", 4)) {
            if (row.has("drag_change_pct")) {
                int place = row.text("who").startsWith("leader") ? 1 : 4;
                for (double gapM : new double[] {0.15, 0.5}) {
                    write(page, row, place, gapM);
                }
            }
        }
        page.paragraph(
                "The echelon is scaled to its published rider at 0.15 m, so that row proves nothing; the other gap shows how much hangs on it."
                        + " That the followers of a straight line lose all their shelter, as its leader does, is an estimate: the study's side forces, 11 %%"
                        + " less than alone in a straight line and 50 %% in an echelon, say that some of it is left.");
    }

    private static void write(Page page, Published row, int place, double gapM) {
        double along = STUDY_M_PER_S * (1 + StrictMath.cos(WIND_FROM_RAD));
        double across = STUDY_M_PER_S * StrictMath.sin(WIND_FROM_RAD);
        double published = row.number("drag_change_pct");
        double stillAir = -100 * (1 - DragTables.blocken2018().dragFraction(Crosswind.STUDIED_RIDERS, place, gapM));
        Formation formation = row.text("configuration").startsWith("straight") ? Formation.LINE : Formation.ECHELON;
        double ours = stillAir * (1 - new Crosswind(Drag.HEADWIND, formation).lostShare(along, across));
        page.row(
                row.text("configuration"),
                row.text("who"),
                fixed(1, published),
                fixed(2, gapM),
                fixed(1, ours),
                signed(1, ours - published),
                fixed(1, stillAir));
    }
}
