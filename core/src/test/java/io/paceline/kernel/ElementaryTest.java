package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's own exponential and power against {@link StrictMath}, which is within 1 ulp of the truth. */
class ElementaryTest {
    private static final int SAMPLES = 300_000;
    private static final long SEED = 4_711;

    private static double ulps(double actual, double reference) {
        return Math.abs(actual - reference) / Math.ulp(reference);
    }

    @Test
    void theExponentialIsWithinTwoUlps() {
        Random random = new Random(SEED);
        double worst = 0;
        double at = 0;
        for (int i = 0; i < SAMPLES; i++) {
            // dense where recovery lives, and out to where the result is 0
            double x = i % 3 == 0
                    ? -708 * random.nextDouble()
                    : i % 3 == 1 ? -10 * random.nextDouble() : -random.nextDouble();
            double ulps = ulps(Elementary.exp(x), StrictMath.exp(x));
            if (ulps > worst) {
                worst = ulps;
                at = x;
            }
        }
        assertThat(worst).as("exp(%s), seed %d", at, SEED).isLessThanOrEqualTo(2);
    }

    /** Measured; the logarithm's rounding grows with the result. 9 ulps of a rate are 2e-15 of it. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 450, 600})
    void theRecoveryPowerIsWithinNineUlps(double upToW) {
        Random random = new Random(SEED);
        double worst = 0;
        double at = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double x = upToW * random.nextDouble();
            double ulps = ulps(Elementary.pow(x, 0.688), StrictMath.pow(x, 0.688));
            if (ulps > worst) {
                worst = ulps;
                at = x;
            }
        }
        assertThat(worst).as("pow(%s, 0.688), seed %d", at, SEED).isLessThanOrEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-0.0, 1", "-708, 0", "-746, 0", "-Infinity, 0", "-4.9E-324, 1", "-1E-300, 1", "-2.2E-17, 1"})
    void theEdgesOfTheExponential(double x, double expected) {
        assertThat(Elementary.exp(x)).isEqualTo(expected);
    }

    @Test
    void justInsideTheEdgeItIsStillAnExponential() {
        double x = Math.nextUp(-708.0);
        assertThat(ulps(Elementary.exp(x), StrictMath.exp(x))).isLessThanOrEqualTo(2);
    }

    @Test
    void nanStaysNan() {
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.pow(Double.NaN, 0.688)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4.9E-324, 0", "1E-310, 0", "1, 1"})
    void theEdgesOfThePower(double x, double expected) {
        assertThat(Elementary.pow(x, 0.688)).isEqualTo(expected);
    }

    @Test
    void theExponentialNeverRisesAsItsArgumentFalls() {
        double before = 1;
        for (double x = 0; x > -20; x -= 1.0 / 4_096) {
            double now = Elementary.exp(x);
            assertThat(now).as("exp(%s)", x).isLessThanOrEqualTo(before);
            before = now;
        }
    }
}
