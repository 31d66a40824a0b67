package io.paceline.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final double TINY = 1e-9; // rounding of sums over 25 m

    private static Wind wind(double speedMPerS, double fromDeg) {
        return Wind.at10m(speedMPerS, Math.toRadians(fromDeg));
    }

    private static Forecast forecast(Wind first, Wind last) {
        return new Forecast(List.of(0.0, 10_000.0), List.of(first, last));
    }

    private static Course north(double lengthM) {
        return Course.ofProfile("north", new double[] {0, lengthM}, new double[] {50, 50}, 0);
    }

    @Test
    void aWindThatTurnsFrom350To10DegreesGoesThroughNorth() {
        Wind middle = forecast(wind(5, 350), wind(5, 10)).at(5_000);
        assertThat(middle.fromRad()).isCloseTo(0, within(1e-12));
        // the mean of two unit vectors 20 degrees apart: 5 cos 10° = 4.924
        assertThat(middle.speedMPerS()).isCloseTo(4.924, within(5e-4));
        assertThat(middle.profileFactor()).isEqualTo(Wind.OPEN_COUNTRY_FACTOR);
    }

    @Test
    void aWindThatTurnsAboutDiesDownOnTheWay() {
        Forecast turning = forecast(wind(6, 90), wind(2, 270));
        assertThat(turning.at(7_500).speedMPerS()).isCloseTo(0, within(1e-12)); // 6 - 8·0.75 = 0
        assertThat(turning.at(2_500).speedMPerS()).isCloseTo(4, within(1e-12)); // 6 - 8·0.25
        assertThat(turning.at(2_500).fromRad()).isCloseTo(Math.PI / 2, within(1e-12));
    }

    @Test
    void beforeTheFirstPlaceAndAfterTheLastTheWindStays() {
        Forecast forecast = forecast(wind(3, 20), wind(7, 80));
        assertThat(forecast.at(-500)).isEqualTo(wind(3, 20));
        assertThat(forecast.at(10_000)).isEqualTo(wind(7, 80));
        assertThat(forecast.at(99_000)).isEqualTo(wind(7, 80));
        assertThat(forecast.at(0)).isEqualTo(wind(3, 20));
    }

    @Test
    void everyWindOfAForecastChangesAlike() {
        Forecast doubled = forecast(wind(3, 20), wind(7, 80))
                .map(wind -> new Wind(2 * wind.speedMPerS(), wind.fromRad(), wind.profileFactor()));
        assertThat(doubled.at(0).speedMPerS()).isEqualTo(6);
        assertThat(doubled.at(10_000).speedMPerS()).isEqualTo(14);
    }

    @Test
    void aStretchHasTheMeanWindOfItsMetres() {
        // against the riders, from 0 to 10 m/s over 10 km: at 10 m it is distance / 1 000
        List<Stretch> stretches =
                north(10_000).stretches(0, 10_000, forecast(wind(0, 0), wind(10, 0)), Surface.of(0.004));
        assertThat(stretches).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(stretches.get(i).lengthM()).isCloseTo(1_000, within(TINY));
            assertThat(stretches.get(i).headwindMPerS())
                    .as("kilometre %d", i + 1)
                    .isCloseTo((i + 0.5) * Wind.OPEN_COUNTRY_FACTOR, within(TINY));
            assertThat(stretches.get(i).crosswindMPerS()).isCloseTo(0, within(TINY));
        }
    }

    @Test
    void aForecastOfOneWindIsThatWind() {
        Course stage = Stages.stage18Of2023();
        Wind steady = wind(6, 250);
        List<Stretch> expected = stage.stretches(125_000, 180_000, steady, 0.004);
        List<Stretch> found = stage.stretches(
                125_000, 180_000, new Forecast(List.of(0.0, 90_000.0), List.of(steady, steady)), Surface.of(0.004));
        assertThat(found).hasSizeGreaterThan(expected.size());
        assertThat(found).allSatisfy(s -> assertThat(s.lengthM()).isLessThanOrEqualTo(1_000 + TINY));
        // the way into the wind is the same, however it is cut
        assertThat(sumAgainst(found)).isCloseTo(sumAgainst(expected), within(1e-5));
        assertThat(sumAcross(found)).isCloseTo(sumAcross(expected), within(1e-5));
    }

    private static double sumAgainst(List<Stretch> road) {
        return road.stream().mapToDouble(s -> s.headwindMPerS() * s.lengthM()).sum();
    }

    private static double sumAcross(List<Stretch> road) {
        return road.stream().mapToDouble(s -> s.crosswindMPerS() * s.lengthM()).sum();
    }

    @Test
    void aWindFromTheRightIsAPositiveCrosswind() {
        Stretch stretch = north(3_000).stretches(0, 3_000, wind(4, 90), 0.004).get(0);
        assertThat(stretch.crosswindMPerS()).isCloseTo(4 * Wind.OPEN_COUNTRY_FACTOR, within(TINY));
        assertThat(stretch.headwindMPerS()).isCloseTo(0, within(TINY));
    }

    @Test
    void refusesPlacesThatDoNotRise() {
        assertThatThrownBy(() -> new Forecast(List.of(5.0, 5.0), List.of(Wind.CALM, Wind.CALM)))
                .hasMessage("forecast: place 2 = 5.0 m is not after the one before, 5.0 m. Sort them, each once.");
        assertThatThrownBy(() -> new Forecast(List.of(5.0), List.of(Wind.CALM, Wind.CALM)))
                .hasMessage("forecast: places = 1 is outside [2, 2]. Give one for each wind.");
        assertThatThrownBy(() -> new Forecast(List.of(), List.of()))
                .hasMessage("forecast: winds = 0 is outside [1, 100000]. Give at least one.");
    }
}
