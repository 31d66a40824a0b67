package io.paceline.app.report;

import java.util.Locale;

/** Numbers in the units of people. */
public final class Units {
    private Units() {}

    /** Speed, km/h. */
    public static String kmh(double mPerS) {
        return fixed(1, mPerS * 3.6);
    }

    /** Power, W. */
    public static String watts(double w) {
        return fixed(0, w);
    }

    /** Energy, kJ. */
    public static String kj(int digits, double joules) {
        return fixed(digits, joules / 1_000);
    }

    /** A distance, km. */
    public static String km(double km) {
        return fixed(1, km);
    }

    /** A fraction, percent. */
    public static String percent(double fraction) {
        return fixed(0, fraction * 100);
    }

    /** Such as {@code 1 h 07 min} or {@code 12 min 30 s}. */
    public static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s >= 3_600) {
            return String.format(Locale.ROOT, "%d h %02d min %02d s", s / 3_600, s / 60 % 60, s % 60);
        }
        return s >= 60 ? String.format(Locale.ROOT, "%d min %02d s", s / 60, s % 60) : s + " s";
    }

    /** With as many decimals as it has, up to two. */
    public static String plain(double value) {
        return fixed(2, value).replaceAll("\\.?0+$", "");
    }

    /** min:s, from an hour on h:min:s. */
    public static String clock(double seconds) {
        long s = Math.round(Math.abs(seconds));
        String sign = seconds < 0 && s > 0 ? "-" : "";
        return s >= 3_600
                ? String.format(Locale.ROOT, "%s%d:%02d:%02d", sign, s / 3_600, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%s%d:%02d", sign, s / 60, s % 60);
    }

    /** With so many digits; never "-0". */
    public static String fixed(int digits, double value) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
