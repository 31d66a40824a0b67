package io.paceline.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WardTest {
    @Test
    void mergesUpToTheLimitAndNotBeyond() {
        double[] lengthM = {100, 100, 300};
        double[] feature = {0, 1, 3};
        // 100 · 100 / 200 · 1² = 50; then (200 m of 0.5) with (300 m of 3): 200 · 300 / 500 · 2.5² = 750
        assertThat(Ward.cut(49.9, 0, lengthM, feature)).containsExactly(0, 1, 2);
        assertThat(Ward.cut(50, 0, lengthM, feature)).containsExactly(0, 2);
        assertThat(Ward.cut(749.9, 0, lengthM, feature)).containsExactly(0, 2);
        assertThat(Ward.cut(750, 0, lengthM, feature)).containsExactly(0);
    }

    @Test
    void addsUpTheFeatures() {
        // 50 · (3² + 4²) = 1250
        assertThat(Ward.cut(1_249, 0, new double[] {100, 100}, new double[] {0, 3}, new double[] {4, 0}))
                .hasSize(2);
        assertThat(Ward.cut(1_250, 0, new double[] {100, 100}, new double[] {0, 3}, new double[] {4, 0}))
                .hasSize(1);
    }

    @Test
    void aShortGroupJoinsTheLikerNeighbour() {
        double[] lengthM = {1_000, 100, 1_000};
        assertThat(Ward.cut(0, 200, lengthM, new double[] {0, 6, 10})).containsExactly(0, 1);
        assertThat(Ward.cut(0, 200, lengthM, new double[] {0, 4, 10})).containsExactly(0, 2);
    }

    @Test // reference: lists, costs computed from the pieces' sums of squares, nothing updated
    void equalsTheSlowReference() {
        Random random = new Random(1963);
        for (int trial = 0; trial < 500; trial++) {
            int n = 1 + random.nextInt(30);
            double[] lengthM = random.doubles(n, 50, 150).toArray();
            double[] a = random.doubles(n, -3, 3).toArray();
            double[] b = random.doubles(n, -1, 1).toArray();
            double limitM = 600 * random.nextDouble();
            double shortestM = 400 * random.nextDouble();
            assertThat(Ward.cut(limitM, shortestM, lengthM, a, b))
                    .as("trial %d of seed 1963", trial)
                    .containsExactly(slowCut(limitM, shortestM, lengthM, a, b));
        }
    }

    private static int[] slowCut(double limitM, double shortestM, double[] lengthM, double[]... features) {
        List<Integer> borders = new ArrayList<>();
        for (int i = 0; i <= lengthM.length; i++) {
            borders.add(i);
        }
        for (boolean tooShort : new boolean[] {false, true}) {
            while (true) {
                int best = -1;
                double bestCost = tooShort ? Double.POSITIVE_INFINITY : Math.nextUp(limitM);
                for (int k = 1; k + 1 < borders.size(); k++) {
                    int from = borders.get(k - 1);
                    int middle = borders.get(k);
                    int to = borders.get(k + 1);
                    double cost = squares(lengthM, features, from, to)
                            - squares(lengthM, features, from, middle)
                            - squares(lengthM, features, middle, to);
                    boolean allowed = !tooShort
                            || length(lengthM, from, middle) < shortestM
                            || length(lengthM, middle, to) < shortestM;
                    if (allowed && cost < bestCost) {
                        best = k;
                        bestCost = cost;
                    }
                }
                if (best < 0) {
                    break;
                }
                borders.remove(best);
            }
        }
        return borders.stream().limit(borders.size() - 1L).mapToInt(i -> i).toArray();
    }

    private static double squares(double[] lengthM, double[][] features, int from, int to) {
        double squares = 0;
        for (double[] f : features) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += lengthM[i] * f[i];
            }
            double mean = sum / length(lengthM, from, to);
            for (int i = from; i < to; i++) {
                squares += lengthM[i] * (f[i] - mean) * (f[i] - mean);
            }
        }
        return squares;
    }

    private static double length(double[] lengthM, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += lengthM[i];
        }
        return sum;
    }
}
