package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many powers at once against one at a time. */
class PowersTest {
    private static final double EXPONENT = 0.688;

    /** Sizes around every width of a vector; often enough for the compiled code to take over. */
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
                expected[i] = i < from || i >= from + n ? x[i] : x[i] > 0 ? Elementary.pow(x[i], EXPONENT) : 0;
            }
            powers.raise(x, from, from + n, EXPONENT);
            assertThat(x).containsExactly(expected);
        }
    }

    @Test
    void whatIsNotPositiveBecomesNothing() {
        double[] x = {0, -0.0, -1, 4.9e-324, 1e-310, Double.NEGATIVE_INFINITY, 1, 4};
        new Powers().raise(x, 0, x.length, 0.5);
        assertThat(x).containsExactly(0, 0, 0, 0, 0, 0, 1, Elementary.pow(4, 0.5));
    }
}
