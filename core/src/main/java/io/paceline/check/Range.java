package io.paceline.check;

import java.util.Locale;

/** Refuses numbers outside their range, with a message that says where, what, what is allowed and what may cure it. */
public final class Range {
    private Range() {}

    /**
     * Returns the value if it lies in the closed interval; NaN never does.
     *
     * @param what whose value it is, such as {@code "rider r2: wPrimeJ"}
     * @param unit such as {@code "J"}; empty for a pure number
     * @param cure what a reader may try, as a sentence; empty if nothing is known
     * @throws IllegalArgumentException if the value is outside {@code [min, max]} or NaN
     */
    public static double check(double value, double min, double max, String what, String unit, String cure) {
        if (value >= min && value <= max) {
            return value;
        }
        String space = unit.isEmpty() ? "" : " ";
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%s = %s%s%s is outside [%s, %s]%s%s.%s",
                what,
                value,
                space,
                unit,
                min,
                max,
                space,
                unit,
                cure.isEmpty() ? "" : " " + cure));
    }

    /**
     * Returns the count if it lies in the closed interval.
     *
     * @throws IllegalArgumentException if the value is outside {@code [min, max]}
     */
    public static int check(int value, int min, int max, String what, String cure) {
        if (value >= min && value <= max) {
            return value;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%s = %d is outside [%d, %d].%s",
                what,
                value,
                min,
                max,
                cure.isEmpty() ? "" : " " + cure));
    }
}
