package io.paceline.app.scenario;

import java.math.BigDecimal;

/**
 * What a number of a file may be.
 *
 * @param min least allowed value
 * @param max greatest allowed value
 * @param unit such as {@code "J"}; empty for a pure number
 * @param cure what a user may try, as a sentence; may be empty
 */
public record Limit(double min, double max, String unit, String cure) {

    /** A limit. */
    public static Limit of(double min, double max, String unit, String cure) {
        return new Limit(min, max, unit, cure);
    }

    /** Such as {@code [1000, 60000] J}. */
    String range() {
        return "[" + plain(min) + ", " + plain(max) + "]" + unitAfterSpace();
    }

    /** The unit after a space, or nothing. */
    String unitAfterSpace() {
        return unit.isEmpty() ? "" : " " + unit;
    }

    /** The cure after a space, or nothing. */
    String cureAfterSpace() {
        return cure.isEmpty() ? "" : " " + cure;
    }

    /**
     * The number that a text holds.
     *
     * @param what whose value it is, such as {@code breakaway.gap_s}
     * @throws IllegalArgumentException if it is not a plain decimal number, or out of range
     */
    public double parse(String what, String text) {
        String is = what + " = " + Node.shortened(text);
        if (!text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?")) {
            String hint = text.matches("[-+]?[0-9]+,[0-9]+") ? " Write a point, not a comma." : "";
            throw new IllegalArgumentException(is + " is not a number. Write a number in " + range()
                    + (unit.isEmpty() ? "." : ", without the unit.") + hint);
        }
        return within(is, Double.parseDouble(text));
    }

    /**
     * Checks a number.
     *
     * @param what whose value it is, such as {@code --seconds}
     * @throws IllegalArgumentException if it is out of range or not a number
     */
    public void check(String what, double value) {
        within(what + " = " + (Double.isFinite(value) ? plain(value) : Double.toString(value)), value);
    }

    private double within(String is, double value) {
        if (value >= min && value <= max) {
            return value;
        }
        throw new IllegalArgumentException(is + unitAfterSpace() + " is outside " + range() + "." + cureAfterSpace());
    }

    /** Without a useless ".0" or exponent. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
