package io.paceline.app.scenario;

import io.paceline.chase.BreakSeen;
import io.paceline.chase.Breakaway;
import io.paceline.chase.Line;
import io.paceline.chase.ObservedBreak;
import io.paceline.power.Drivetrain;
import io.paceline.road.Air;
import java.util.Locale;

/** Reads the break as it is seen from behind. */
final class BreakReader {
    private static final Limit GAP = Limit.of(0, 3_600, "s", "0 is level with the break; it is in seconds.");
    private static final Limit RIDERS = Limit.of(1, 20, "", "");
    private static final Limit SPEED = Limit.of(15, 80, "km/h", "Maybe it is in m/s: multiply by 3.6.");
    private static final Limit POWER = Limit.of(30, 600, "W", "It is the mean power of one rider of the break.");
    private static final Limit MASS = Limit.of(40, 150, "kg", "It is one rider with his bicycle, in kilograms.");
    private static final Limit DRAG_AREA =
            Limit.of(0.10, 0.60, "m2", "It is drag coefficient times frontal area of one rider; about 0.30.");
    private static final Limit DECAY = Limit.of(0, 50, "%/h", "It is the share of the power lost in an hour.");
    private static final double DEFAULT_MASS_KG = 78;
    private static final double DEFAULT_DRAG_AREA_M2 = 0.30;

    private static final String[] OF_KNOWN_RIDERS = {"saves_for_sprint", "riders_left", "freshness"};

    private final Fields fields;

    BreakReader(Fields root) {
        fields = root.group(
                "breakaway",
                "gap_s",
                "riders",
                "speed_kmh",
                "power_w",
                "mass_kg",
                "drag_area_m2",
                "decay_pct_per_hour",
                "saves_for_sprint",
                "riders_left",
                "freshness");
    }

    /** Whether its riders are known: then they have a file, and no number. */
    boolean hasRiders() {
        return fields.has("riders")
                && fields.text("riders", "how many, or the path of a CSV file")
                        .toLowerCase(Locale.ROOT)
                        .endsWith(".csv");
    }

    /** The group of keys. */
    Fields fields() {
        return fields;
    }

    double gapS() {
        return fields.number("gap_s", GAP);
    }

    /** What the scenario knows of it. */
    BreakSeen seen() {
        return fields.has("power_w") ? BreakSeen.POWER : BreakSeen.SPEED;
    }

    Breakaway breakaway(Air air, double rollingResistance, double topSpeedMPerS, Line line) {
        double gapS = gapS();
        if (hasRiders()) {
            return new UnplannedBreak(gapS);
        }
        for (String key : OF_KNOWN_RIDERS) {
            if (fields.has(key)) {
                throw fields.fault(
                        key,
                        "is for a break whose riders are known. Give breakaway.riders a CSV file, or leave it out.");
            }
        }
        int riders = fields.count("riders", RIDERS);
        double massKg = fields.number("mass_kg", MASS, DEFAULT_MASS_KG);
        double dragAreaM2 = fields.number("drag_area_m2", DRAG_AREA, DEFAULT_DRAG_AREA_M2);
        double meanFraction = line.dragTable().meanDragFraction(riders, line.wheelGapM());
        if (fields.has("speed_kmh") == fields.has("power_w")) {
            throw fields.fault(
                    fields.has("speed_kmh") ? "power_w" : "speed_kmh",
                    fields.has("speed_kmh")
                            ? "and speed_kmh are both there. Give one: the speed on a level road in still air, or the watts."
                            : "or power_w is missing. Give one: the speed on a level road in still air, or the watts.");
        }
        double powerW = fields.has("power_w")
                ? fields.number("power_w", POWER)
                : powerOfSpeed(air, rollingResistance, massKg, dragAreaM2, meanFraction);
        return new ObservedBreak(
                gapS,
                riders,
                massKg,
                dragAreaM2,
                powerW,
                fields.number("decay_pct_per_hour", DECAY, 0) / 100,
                meanFraction,
                air,
                Drivetrain.MARTIN_1998,
                topSpeedMPerS,
                line.crosswind());
    }

    private double powerOfSpeed(
            Air air, double rollingResistance, double massKg, double dragAreaM2, double meanFraction) {
        double speedKmh = fields.number("speed_kmh", SPEED);
        double powerW = ObservedBreak.levelPowerW(
                speedKmh / 3.6, rollingResistance, massKg, dragAreaM2, meanFraction, air, Drivetrain.MARTIN_1998);
        if (!(powerW >= POWER.min() && powerW <= POWER.max())) {
            throw fields.fault(
                    "speed_kmh",
                    String.format(
                            Locale.ROOT,
                            "= %s km/h takes %.0f W of each rider of the break on a level road; allowed are %s. "
                                    + "Maybe the speed is of a descent, or riders are missing.",
                            Limit.plain(speedKmh),
                            powerW,
                            POWER.range()));
        }
        return powerW;
    }
}
