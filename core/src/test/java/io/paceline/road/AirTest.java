package io.paceline.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AirTest {
    private static final String ISA = "/io/paceline/road/isa1976_atmosphere.csv";

    @ParameterizedTest // published: the file says from where
    @CsvFileSource(resources = ISA, useHeadersInDisplayName = true)
    void returnsEveryRowOfTheStandardAtmosphere(
            double altitudeM, double temperatureK, double pressurePa, double density) {
        assertThat(Air.standardPressurePa(altitudeM))
                .as("half of the last printed digit, and 0.015 Pa as the file has a gas constant of 287.0531")
                .isCloseTo(pressurePa, within(0.020));
        assertThat(Air.standard(altitudeM).densityKgPerM3())
                .as("half of the last printed digit, and 8e-7 of the value for the same reason")
                .isCloseTo(density, within(1.4e-6));
        assertThat(Air.moist(temperatureK, pressurePa, 0).densityKgPerM3())
                .as("the same with a rounded pressure")
                .isCloseTo(density, within(1.4e-6));
    }

    @Test // published: ISO 2533:1975, 1.225 kg/m3 at sea level; 79 495 Pa and 1.0065 kg/m3 at 2 000 m
    void agreesWithThePrintedTable() {
        assertThat(Air.standard(0).densityKgPerM3())
                .as("half of the last digit")
                .isCloseTo(1.225, within(5e-5));
        assertThat(Air.standardPressurePa(2_000)).as("half of the last digit").isCloseTo(79_495, within(0.5));
        assertThat(Air.standard(2_000).densityKgPerM3())
                .as("half of the last digit")
                .isCloseTo(1.0065, within(5e-5));
    }

    @Test
    void theStandardAtmosphereHasAllItsRows() throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(AirTest.class.getResourceAsStream(ISA), StandardCharsets.UTF_8))) {
            List<String> rows = in.lines().filter(line -> !line.startsWith("#")).toList();
            assertThat(rows).as("header, then -100 to 3000 m by 100 m").hasSize(1 + 32);
        }
    }

    @Test // reference: CIPM-2007, real gas with enhancement factor, written apart from the production code
    void moistAirAgreesWithCipm2007() {
        Random random = new Random(20070912);
        for (int trial = 0; trial < 10_000; trial++) {
            double celsius = 40 * random.nextDouble();
            double pressurePa = 75_000 + 30_000 * random.nextDouble();
            double humidity = random.nextDouble();
            double expected = cipm2007(celsius, pressurePa, humidity);
            assertThat(Air.moist(celsius + 273.15, pressurePa, humidity).densityKgPerM3())
                    .as(
                            "trial %d: %s degC, %s Pa, %s; 0.1 %%: ideal gas 0.05, enhancement and Buck 0.02",
                            trial, celsius, pressurePa, humidity)
                    .isCloseTo(expected, within(0.001 * expected));
        }
    }

    @Test
    void moistAirIsAsComputedByHand() {
        // 20 degC, 100 000 Pa, half of saturation: e = 0.5 · 611.21 · exp(17.502 · 20 / 260.97) = 0.5 · 2337.35 =
        // 1168.67 Pa
        // (100 000 - 1168.67) / (287.05287 · 293.15) + 1168.67 / (461.5228 · 293.15) = 1.174476 + 0.008638 = 1.183114
        assertThat(Air.moist(293.15, 100_000, 0.5).densityKgPerM3())
                .as("last digit of the hand computation")
                .isCloseTo(1.18311, within(1e-5));
    }

    @Test // law
    void humidAirIsLighter() {
        assertThat(Air.moist(303.15, 100_000, 1).densityKgPerM3())
                .isLessThan(Air.moist(303.15, 100_000, 0).densityKgPerM3());
    }

    @Test
    void refusesWrongUnitsWithACure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Air.moist(20, 100_000, 0.5))
                .withMessage(
                        "air: temperatureK = 20.0 K is outside [230.0, 325.0] K. Maybe it is in degC: add 273.15.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Air.moist(293, 1_000, 0.5))
                .withMessageEndingWith("Maybe it is in hPa: multiply by 100.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Air.moist(293, 100_000, 50))
                .withMessageEndingWith("Maybe it is in percent: divide by 100.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Air.standard(5_000))
                .withMessage(
                        "air: altitudeM = 5000.0 m is outside [-500.0, 4500.0] m. Maybe it is in feet: multiply by 0.3048.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Air(Double.NaN))
                .withMessageStartingWith("air: densityKgPerM3 = NaN kg/m3 is outside [0.7, 1.5] kg/m3.");
    }

    /** Picard et al. 2008, Metrologia 45:149-155, equations (1) to (4) and appendix; 400 ppm CO2. */
    private static double cipm2007(double t, double p, double h) {
        double kelvin = t + 273.15;
        double psv =
                Math.exp(1.2378847e-5 * kelvin * kelvin - 1.9121316e-2 * kelvin + 33.93711047 - 6.3431645e3 / kelvin);
        double f = 1.00062 + 3.14e-8 * p + 5.6e-7 * t * t;
        double xv = h * f * psv / p;
        double z = 1
                - p
                        / kelvin
                        * (1.58123e-6
                                - 2.9331e-8 * t
                                + 1.1043e-10 * t * t
                                + (5.707e-6 - 2.051e-8 * t) * xv
                                + (1.9898e-4 - 2.376e-6 * t) * xv * xv)
                + p * p / (kelvin * kelvin) * (1.83e-11 - 0.765e-8 * xv * xv);
        return 3.483740e-3 * p / (z * kelvin) * (1 - 0.3780 * xv);
    }
}
