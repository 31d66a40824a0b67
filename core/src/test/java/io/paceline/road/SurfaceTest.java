package io.paceline.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.road.Surface.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceTest {
    private static final Surface COBBLES = new Surface(
            0.004, List.of(new Section(4_030, 6_450, 0.012, "Arenberg"), new Section(6_450, 7_000, 0.008, "gravel")));

    private static Course flat(double lengthM) {
        return Course.ofProfile("flat", new double[] {0, lengthM}, new double[] {50, 50}, 0);
    }

    @Test
    void aPlaceHasTheSurfaceOfItsSection() {
        assertThat(COBBLES.at(4_029.9)).isEqualTo(0.004);
        assertThat(COBBLES.at(4_030)).isEqualTo(0.012);
        assertThat(COBBLES.at(6_450)).isEqualTo(0.008);
        assertThat(COBBLES.at(7_000)).isEqualTo(0.004);
    }

    @Test
    void stretchesEndWhereTheSurfaceChanges() {
        List<Stretch> road = flat(10_000).stretches(0, 10_000, Wind.CALM, COBBLES);
        assertThat(road).extracting(Stretch::rollingResistance).containsExactly(0.004, 0.012, 0.008, 0.004);
        assertThat(road)
                .extracting(Stretch::lengthM)
                .satisfiesExactly(
                        m -> assertThat(m).isCloseTo(4_030, within(1e-9)),
                        m -> assertThat(m).isCloseTo(2_420, within(1e-9)),
                        m -> assertThat(m).isCloseTo(550, within(1e-9)),
                        m -> assertThat(m).isCloseTo(3_000, within(1e-9)));
    }

    @Test
    void aPieceThatBeginsInASectionHasItsSurface() {
        List<Stretch> road = flat(10_000).stretches(5_000, 6_800, Wind.CALM, COBBLES);
        assertThat(road).extracting(Stretch::rollingResistance).containsExactly(0.012, 0.008);
    }

    @Test
    void onARealRoadEveryMetreHasItsSurfaceAndNothingGetsLost() {
        Course stage = Stages.stage18Of2023();
        Surface surface = new Surface(
                0.004, List.of(new Section(130_020, 130_120, 0.02, ""), new Section(150_000, 153_333, 0.008, "")));
        List<Stretch> road = stage.stretches(125_000, 180_000, Wind.CALM, surface);
        double atM = 125_000;
        double roughM = 0;
        for (Stretch stretch : road) {
            assertThat(stretch.rollingResistance()).isEqualTo(surface.at(atM + 0.5 * stretch.lengthM()));
            roughM += stretch.rollingResistance() > 0.004 ? stretch.lengthM() : 0;
            atM += stretch.lengthM();
        }
        assertThat(atM).isCloseTo(180_000, within(1e-6));
        assertThat(roughM).isCloseTo(100 + 3_333, within(1e-6));
        assertThat(road.stream().mapToDouble(s -> s.lengthM() * s.gradient()).sum())
                .isCloseTo(stage.elevationM(180_000) - stage.elevationM(125_000), within(1e-6));
        // only a section that is short itself makes a short stretch
        assertThat(road).filteredOn(s -> s.lengthM() < 199.9).hasSize(1);
    }

    @Test
    void cobblesOfSomeKilometresAreASectorOfTheirOwn() {
        assertThat(Road.of(flat(20_000).stretches(0, 20_000, Wind.CALM, Surface.of(0.004)))
                        .sectorCount())
                .isEqualTo(1);
        Surface rough = new Surface(0.004, List.of(new Section(8_000, 11_000, 0.014, "")));
        Road road = Road.of(flat(20_000).stretches(0, 20_000, Wind.CALM, rough));
        assertThat(road.sectorCount()).isEqualTo(3);
        assertThat(road.stretches().get(1).lengthM()).isCloseTo(3_000, within(1e-9));
    }

    @Test
    void refusesSectionsThatOverlapOrAreTooShort() {
        assertThatThrownBy(() ->
                        new Surface(0.004, List.of(new Section(100, 300, 0.01, ""), new Section(250, 400, 0.01, ""))))
                .hasMessage("surface: section 2 begins at 250.0 m, before section 1 ends, at 300.0 m."
                        + " Sort them, and let none overlap.");
        assertThatThrownBy(() -> new Section(100, 120, 0.01, ""))
                .hasMessage(
                        "surface: toM - fromM = 20.0 m is outside [50.0, 500000.0] m. Sections run along the course.");
        assertThatThrownBy(() -> Surface.of(0.4))
                .hasMessage("surface: rollingResistance = 0.4 is outside [0.001, 0.05]. A good road has 0.004.");
    }
}
