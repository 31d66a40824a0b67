package io.paceline.benchmarks.quality;

import java.util.Arrays;
import java.util.Locale;

/** A few numbers, infinite ones among them, summed up. */
final class Samples {
    private final double[] sorted;

    Samples(double... values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The middle one; the worse of two. */
    double median() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    double least() {
        return sorted.length == 0 ? Double.NaN : sorted[0];
    }

    double most() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
    }

    /** Share that is at most a limit, %. */
    double percentUpTo(double limit) {
        return 100.0 * Arrays.stream(sorted).filter(value -> value <= limit).count() / sorted.length;
    }

    /** With so many decimals; a dash for what never came. */
    static String show(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
    }
}
