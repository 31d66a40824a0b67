package io.paceline.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.road.Air;
import io.paceline.road.Stretch;
import io.paceline.testing.Csv;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Drag tables against the figures that were published. */
class PublishedDragTest {
    private static final DragTable BLOCKEN = DragTables.blocken2018();
    private static final DragTable FIELD = DragTables.field();

    @Test
    void returnsEveryCellOfBlocken() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/drafting/blocken2018_ttt_paceline.csv");
        assertThat(rows).hasSize(225);
        for (Map<String, String> row : rows) {
            double fraction = BLOCKEN.dragFraction(
                    Integer.parseInt(row.get("n_riders")),
                    Integer.parseInt(row.get("position")),
                    Double.parseDouble(row.get("gap_m")));
            assertThat(fraction).as("%s", row).isEqualTo(Double.parseDouble(row.get("drag_pct_use")) / 100);
        }
    }

    @Test
    void returnsTheMeanOfEachLineOfBlocken() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/drafting/derived_blocken2018_team_mean_drag.csv");
        assertThat(rows).hasSize(5);
        for (Map<String, String> row : rows) {
            for (int n = 1; n <= 9; n++) {
                double mean = 100 * BLOCKEN.meanDragFraction(n, Double.parseDouble(row.get("gap_m")));
                // half of the last printed digit, and the rounding of a half
                assertThat(mean)
                        .as("%d riders, %s", n, row)
                        .isCloseTo(Double.parseDouble(row.get("n" + n + "_mean_pct")), within(0.005 + 1e-9));
            }
        }
    }

    @Test
    void returnsEveryPlaceOfFitton() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/drafting/fitton2018_team_pursuit.csv");
        assertThat(rows).hasSize(4);
        for (Map<String, String> row : rows) {
            assertThat(FIELD.dragFraction(4, Integer.parseInt(row.get("position")), 0.2))
                    .as("%s", row)
                    .isEqualTo(Double.parseDouble(row.get("drag_factor")));
        }
        assertThat(FIELD.source()).startsWith("Fitton et al. 2018");
    }

    /**
     * A documented gap: Broker 1999 measured power over the leader's power in lines of four at 60 km/h. The computed table says too
     * little power by 4.9 (place 2), 9.2 and 12.5 points (place 4); the field table by 7.5, 6.6 and 5.6. Neither is tuned to it.
     */
    @Test
    void brokersPowersLieAboveBothTables() {
        List<Map<String, String>> rows = Csv.read("/io/paceline/drafting/broker1999_team_pursuit.csv");
        assertThat(rows).hasSize(4);
        for (Map<String, String> row : rows) {
            int place = Integer.parseInt(row.get("position"));
            double publishedPct = Double.parseDouble(row.get("pct_of_lead_power"));
            double computedPct = powerPctOfLead(BLOCKEN, place);
            double fieldPct = powerPctOfLead(FIELD, place);
            if (place > 1) {
                assertThat(publishedPct - computedPct)
                        .as("computed, place %d", place)
                        .isBetween(4.5, 13.0);
                assertThat(publishedPct - fieldPct).as("field, place %d", place).isBetween(5.0, 8.0);
            } else {
                assertThat(publishedPct).isEqualTo(computedPct).isEqualTo(fieldPct);
            }
        }
    }

    /** A pursuit rider of 80 kg and 0.21 m² on a track of Crr 0.002, gap 0.15 m. */
    private static double powerPctOfLead(DragTable table, int place) {
        return 100 * pursuitPowerW(table.dragFraction(4, place, 0.15)) / pursuitPowerW(table.dragFraction(4, 1, 0.15));
    }

    private static double pursuitPowerW(double fraction) {
        Stretch track = new Stretch(4_000, 0, 0, 0, 0.002);
        return RoadLoad.of(track, new Air(1.15), Drivetrain.MARTIN_1998, 80, 0.21 * fraction)
                .powerW(60 / 3.6);
    }
}
