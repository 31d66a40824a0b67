package io.paceline.app.report;

import java.util.Arrays;
import java.util.Locale;

/** The inputs of a study in the words and units of people. */
enum InputName {
    WIND_SPEED("wind speed at 10 m", "m/s", 1, 0, 1),
    WIND_FROM("wind direction", "deg", 180 / Math.PI, 0, 0),
    TEMPERATURE("temperature", "degC", 1, -273.15, 1),
    AIR_DENSITY("air density", "kg/m3", 1, 0, 3),
    GAP("gap", "s", 1, 0, 0),
    BREAK_SPEED("break's level speed", "km/h", 3.6, 0, 1),
    BREAK_POWER("break's power", "W", 1, 0, 0),
    BREAK_FADE("break fades an hour", "%", 100, 0, 1),
    DRAG_AREA("riders' CdA", "m2", 1, 0, 3),
    ROLLING_RESISTANCE("Crr", "", 1, 0, 4),
    MASS("riders' mass with bike", "kg", 1, 0, 1),
    CRITICAL_POWER("riders' CP", "W", 1, 0, 0),
    W_PRIME("riders' W'", "kJ", 1e-3, 0, 1),
    FRESHNESS_CP("freshness of CP", "", 1, 0, 2),
    FRESHNESS_W_PRIME("freshness of W'", "", 1, 0, 2),
    WHEEL_GAP("wheel gap", "m", 1, 0, 2),
    SHELTER_EXPONENT("size effect", "", 1, 0, 2),
    FADED_YAW("yaw without shelter", "deg", 180 / Math.PI, 0, 0),
    BICYCLE_LENGTH("bicycle length", "m", 1, 0, 2),
    DRIFT("drift in exchanges", "m/s", 1, 0, 1),
    FORMATION("formation in crosswind", "", 1, 0, 0),
    DRAG_TABLE("drag table", "", 1, 0, 0),
    RECOVERY_MODEL("recovery model", "", 1, 0, 0);

    private static final double TURN_DEG = 360;

    private final String label;
    private final String unit;
    private final double scale;
    private final double offset;
    private final int digits;

    InputName(String label, String unit, double scale, double offset, int digits) {
        this.label = label;
        this.unit = unit;
        this.scale = scale;
        this.offset = offset;
        this.digits = digits;
    }

    /** @throws IllegalArgumentException if nobody has named it here */
    static InputName of(String key) {
        String wanted = key.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(name -> name.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("input " + key + " has no name for people."));
    }

    String label() {
        return label;
    }

    /** Such as {@code 47.5 km/h}. */
    String value(double si) {
        return number(si, digits) + unitAfterSpace();
    }

    /** With a digit more, so that a break-even near the value at hand can be told from it. */
    String finely(double si) {
        return number(si, digits + 1) + unitAfterSpace();
    }

    private String number(double si, int shown) {
        double value = si * scale + offset;
        if (this == WIND_FROM) {
            value = value - TURN_DEG * Math.floor(value / TURN_DEG);
        }
        return Units.fixed(shown, value);
    }

    /** A difference, such as {@code 0.5}. */
    String change(double si) {
        return Units.fixed(this == W_PRIME || this == FRESHNESS_CP || this == GAP ? digits : digits + 1, si * scale)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }

    private String unitAfterSpace() {
        return unit.isEmpty() ? "" : " " + unit;
    }
}
