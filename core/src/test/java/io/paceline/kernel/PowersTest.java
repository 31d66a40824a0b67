package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many powers at once against one at a time. */
class PowersTest {
    private static final double EXPONENT = 0.688;

    /** Sizes around every width of a vector; often enough for the compiled code to take over. What is not positive may become anything. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 7, 8, 9, 31, 64, 65, 300})
    void equalOneByOneBitForBit(int n) {
        Random random = new Random(n);
        Powers powers = new Powers();
        for (int round = 0; round < 2_000; round++) {
            int from = round % 5;
            double[] x = new double[from + n + 3];
            double[] expected = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextInt(4) == 0 ? -400 * random.nextDouble() : 450 * random.nextDouble();
                expected[i] = i < from || i >= from + n ? x[i] : Elementary.pow(x[i], EXPONENT);
            }
            double[] given = x.clone();
            powers.raise(x, from, from + n, EXPONENT);
            for (int i = from; i < from + n; i++) {
                x[i] = given[i] > 0 ? x[i] : 0;
            }
            assertThat(x).containsExactly(expected);
        }
    }

    @Test
    void theLeastAndTheGreatestAreRight() {
        double[] x = {1.1 * Elementary.LEAST_BASE, 1, 4, 1e300};
        double[] expected = new double[x.length];
        Arrays.setAll(expected, i -> Elementary.pow(x[i], 0.5));
        new Powers().raise(x, 0, x.length, 0.5);
        assertThat(x).containsExactly(expected);
    }
}
