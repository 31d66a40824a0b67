package io.paceline.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadTest {
    @Test // pin
    void theLast60KmOfTheStagesHave10To25Sectors() {
        Wind wind = Wind.at10m(8, Math.toRadians(200));
        assertThat(last60Km(Stages.stage18Of2023(), Wind.CALM).sectorCount()).isEqualTo(19);
        assertThat(last60Km(Stages.stage18Of2023(), wind).sectorCount()).isEqualTo(21);
        assertThat(last60Km(Stages.stage6Of2024(), Wind.CALM).sectorCount()).isEqualTo(16);
        assertThat(last60Km(Stages.stage6Of2024(), wind).sectorCount()).isEqualTo(20);
    }

    @Test // law
    void sectorsAreNumberedWithoutHolesAndAtLeastAKilometreLong() {
        Road road = last60Km(Stages.stage18Of2023(), Wind.at10m(8, 1));
        assertThat(road.lengthM()).isCloseTo(60_000, within(1e-6));
        double[] lengthM = new double[road.sectorCount()];
        int before = 0;
        for (int i = 0; i < road.stretches().size(); i++) {
            assertThat(road.sectorOf(i)).isBetween(before, before + 1);
            before = road.sectorOf(i);
            lengthM[before] += road.stretches().get(i).lengthM();
        }
        assertThat(road.sectorOf(0)).isZero();
        assertThat(Arrays.stream(lengthM).min().orElseThrow()).isGreaterThan(1_000 - 1e-6);
    }

    @Test
    void aClimbADescentAndAHeadwindAreSectors() {
        List<Stretch> stretches = List.of(
                stretch(2_000, 0, 0),
                stretch(1_500, 0.002, 0.5),
                stretch(1_000, 0.05, 0),
                stretch(1_000, 0.045, 0),
                stretch(2_000, -0.05, 0),
                stretch(3_000, 0, 0),
                stretch(3_000, 0, 5));
        assertThat(sectors(Road.of(stretches))).containsExactly(0, 0, 1, 1, 2, 3, 4);
    }

    @Test
    void aShortRampJoinsTheLikerNeighbour() {
        List<Stretch> stretches = List.of(stretch(3_000, 0, 0), stretch(500, 0.04, 0), stretch(3_000, 0.06, 0));
        assertThat(sectors(Road.of(stretches))).containsExactly(0, 1, 1);
    }

    @Test
    void keepsGivenSectorsAndOwnsItsData() {
        List<Stretch> stretches = new ArrayList<>(List.of(stretch(500, 0, 0), stretch(500, 0, 0), stretch(500, 0, 0)));
        int[] given = {0, 1, 1};
        Road road = Road.of(stretches, given);
        given[1] = 0;
        stretches.clear();
        assertThat(sectors(road)).containsExactly(0, 1, 1);
        assertThat(road.sectorCount()).isEqualTo(2);
        assertThat(road.lengthM()).isEqualTo(1_500);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> road.stretches().clear());
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> road.sectorOf(3));
    }

    @Test
    void refusesSectorsWithHoles() {
        List<Stretch> stretches = List.of(stretch(500, 0, 0), stretch(500, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Road.of(stretches, new int[] {1, 1}))
                .withMessage(
                        "road: sector of stretch 0 = 1 is outside [0, 0]. Number the sectors 0, 1, 2 ... along the road.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Road.of(stretches, new int[] {0, 2}))
                .withMessageStartingWith("road: sector of stretch 1 = 2 is outside [0, 1].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Road.of(stretches, new int[] {0}))
                .withMessage("road: number of sector indices = 1 is outside [2, 2]. Give one per stretch.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Road.of(List.of()))
                .withMessageStartingWith("road: stretches = 0 is outside [1, ");
    }

    private static Road last60Km(Course course, Wind wind) {
        return Road.of(course.stretches(course.lengthM() - 60_000, course.lengthM(), wind, 0.004));
    }

    private static Stretch stretch(double lengthM, double gradient, double headwindMPerS) {
        return new Stretch(lengthM, gradient, 0, headwindMPerS, 0.004);
    }

    private static int[] sectors(Road road) {
        int[] sectors = new int[road.stretches().size()];
        for (int i = 0; i < sectors.length; i++) {
            sectors[i] = road.sectorOf(i);
        }
        return sectors;
    }
}
