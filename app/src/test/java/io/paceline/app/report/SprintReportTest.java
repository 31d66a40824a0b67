package io.paceline.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SprintReportTest {
    private static SprintFacts.Row row(double dropKmh, boolean feasible, double collectiveJ, double reserveShortJ) {
        return new SprintFacts.Row(
                dropKmh, feasible, collectiveJ, reserveShortJ, 30_000, 12_000, 12.4, 61, feasible ? 0 : 800, 0, false);
    }

    /** Of a chase that takes 5 000 kJ without a train; the fastest train that can be ridden is the one before the last. */
    private static String price(double collectiveJ, double reserveShortJ) {
        List<SprintFacts.Row> rows = List.of(
                row(50, true, 5_000_000, 0), row(55.5, true, collectiveJ, reserveShortJ), row(58, false, 9_000_000, 0));
        return SprintReport.price(
                new SprintFacts("SPR1", 200, Optional.empty(), OptionalDouble.of(5_000_000), rows, 1, true));
    }

    @Test
    void saysWhatTheFastestTrainTakesFromTheChase() {
        // 12.34 kJ of 5 000 kJ are 0.2468 %
        assertThat(price(5_012_340, 0))
                .isEqualTo("For 55.5 km/h at the drop the chase takes 12.3 kJ more (0.25 %): others pull, so that the"
                        + " helpers have W' left.");
        assertThat(price(5_012_340, 600))
                .contains(" takes 12.3 kJ more (0.25 %) and leaves its riders 0.6 kJ less than their reserves: others");
        // a chase that need not leave reserves may even take less
        assertThat(price(4_999_700, 600))
                .startsWith("For 55.5 km/h at the drop the chase leaves its riders 0.6 kJ less than their reserves: ");
    }

    @Test
    void whatIsNotShownIsNothing() {
        String nothing =
                "Up to 55.5 km/h at the drop the train costs the chase nothing: what it needs is there at the catch or"
                        + " comes back before the train begins.";
        assertThat(price(5_000_000, 0)).isEqualTo(nothing);
        // 0.0 kJ in the table
        assertThat(price(5_000_049, 49)).isEqualTo(nothing);
        assertThat(price(5_000_050, 0)).contains("takes 0.1 kJ more (0.00 %)");
    }

    @Test
    void saysWhenNoSpeedCanBeRidden() {
        SprintFacts none = new SprintFacts(
                "SPR1", 200, Optional.empty(), OptionalDouble.of(5e6), List.of(row(50, false, 5e6, 0)), 1, true);
        assertThat(SprintReport.price(none)).isEqualTo("No speed that was tried can be ridden.");
    }
}
