package io.paceline.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WindTest {
    private static final double EAST = Math.PI / 2;

    /** Rounding of a sine near its zero. */
    private static final double ROUNDING = 1e-12;

    @Test
    void aRiderMeetsTwoThirdsOfTheReportedWind() {
        // ln(1.5 / 0.03) / ln(10 / 0.03) = 3.912 023 / 5.809 143 = 0.673 426
        assertThat(Wind.OPEN_COUNTRY_FACTOR).as("last digit by hand").isCloseTo(0.673426, within(1e-6));
    }

    @Test
    void aWindFromTheEastIsAgainstWhoGoesEastAndFromTheRightOfWhoGoesNorth() {
        Wind wind = Wind.at10m(10, EAST);
        assertThat(wind.headwindMPerS(EAST)).isCloseTo(6.73426, within(1e-5));
        assertThat(wind.headwindMPerS(-EAST)).isCloseTo(-6.73426, within(1e-5));
        assertThat(wind.headwindMPerS(0)).isCloseTo(0, within(ROUNDING));
        assertThat(wind.crosswindMPerS(0)).isCloseTo(6.73426, within(1e-5));
        assertThat(wind.crosswindMPerS(Math.PI)).isCloseTo(-6.73426, within(1e-5));
    }

    @Test
    void thePartsOfTheWindAreAsComputedByHand() {
        // from 30 degrees, rider to 90 degrees: 8 · 0.5 · cos(-60 degrees) = 2 against, 8 · 0.5 · sin(-60 degrees) =
        // -3.464 from the left
        Wind wind = new Wind(8, Math.toRadians(30), 0.5);
        assertThat(wind.headwindMPerS(EAST)).isCloseTo(2, within(ROUNDING));
        assertThat(wind.crosswindMPerS(EAST)).isCloseTo(-3.4641, within(1e-4));
    }

    @Test // law
    void headwindAndCrosswindMakeUpTheWind() {
        Random random = new Random(5);
        for (int trial = 0; trial < 10_000; trial++) {
            Wind wind = new Wind(40 * random.nextDouble(), 6 * random.nextDouble(), random.nextDouble());
            double heading = 6 * random.nextDouble();
            assertThat(Math.hypot(wind.headwindMPerS(heading), wind.crosswindMPerS(heading)))
                    .as("trial %d of seed 5", trial)
                    .isCloseTo(wind.speedMPerS() * wind.profileFactor(), within(ROUNDING * 40));
        }
    }

    @Test
    void calmIsCalm() {
        assertThat(Wind.CALM.headwindMPerS(1)).isZero();
    }

    @Test
    void refusesWrongUnitsWithACure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wind.at10m(50, 0))
                .withMessage(
                        "wind: speedMPerS = 50.0 m/s is outside [0.0, 40.0] m/s. Maybe it is in km/h: divide by 3.6.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wind.at10m(5, 270))
                .withMessageEndingWith("Maybe it is in degrees: multiply by pi/180.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wind(5, 0, Double.NaN))
                .withMessageStartingWith("wind: profileFactor = NaN is outside [0.0, 1.0].");
    }
}
