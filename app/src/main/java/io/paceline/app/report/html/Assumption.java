package io.paceline.app.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Chase;
import io.paceline.power.Crosswind;
import io.paceline.rider.RecoveryModel;
import io.paceline.road.Surface;
import io.paceline.road.Wind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that the answer rests on.
 *
 * @param what in words
 * @param value with its unit
 * @param kind one of the constants below
 * @param source where it comes from
 */
record Assumption(String what, String value, String kind, String source) {
    /** Taken from a file of the user. Whether it was measured, he knows. */
    static final String GIVEN = "given";
    /** Not given: the default. */
    static final String ASSUMED = "assumed";
    /** A constant of the model that nobody has measured. */
    static final String ESTIMATED = "estimated";
    /** A measured or computed law of the literature. */
    static final String PUBLISHED = "published";

    /** All of them, the ones of this scenario first. */
    static List<Assumption> of(Scenario scenario, List<SourceText> sources) {
        JsonNode file = sources.isEmpty()
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : SourceText.tree(sources.get(0).text());
        List<Assumption> list = new ArrayList<>();
        Chase chase = scenario.chase();
        list.add(new Assumption(
                "Course, its height and direction",
                text("%.1f km", scenario.course().lengthM() / 1_000),
                GIVEN,
                "track of " + file.at("/course/gpx").asText(scenario.course().name()) + ", smoothed"));
        list.add(new Assumption(
                "Riders: mass, CP, W′, drag area",
                chase.team().size() + " riders",
                GIVEN,
                file.at("/chase/riders").asText("riders' file")));
        if (!chase.goal().fastest()) {
            list.add(new Assumption(
                    "The break: gap, riders, effort",
                    text("%.0f s ahead at the start", chase.breakaway().gapS()),
                    GIVEN,
                    "scenario; seen from behind"));
        }
        addConditions(list, scenario, file);
        addRiding(list, chase, file);
        addModel(list, chase);
        return list;
    }

    private static void addConditions(List<Assumption> list, Scenario scenario, JsonNode file) {
        list.add(new Assumption(
                scenario.day().wind() instanceof Wind ? "Wind at 10 m" : "Wind at 10 m, mean of the forecast",
                text(
                        "%.1f m/s from %.0f°",
                        scenario.meanWind().speedMPerS(),
                        Math.toDegrees(scenario.meanWind().fromRad())),
                kind(file, "/wind"),
                text(
                        "times %.2f at the riders' height: open country, logarithmic law",
                        scenario.meanWind().profileFactor())));
        list.add(new Assumption(
                "Air density",
                text("%.3f kg/m³", scenario.chase().air().densityKgPerM3()),
                kind(file, "/air/temperature_c"),
                "temperature, pressure, humidity; standard atmosphere where not given"));
        list.add(new Assumption(
                "Surface, Crr",
                surface(scenario.day().surface()),
                kind(file, "/course/crr"),
                "scenario; 0.004 is a good road"));
    }

    private static String surface(Surface surface) {
        int sections = surface.sections().size();
        return surface.rollingResistance() + (sections == 0 ? "" : " and " + sections + " sections of other surface");
    }

    private static void addRiding(List<Assumption> list, Chase chase, JsonNode file) {
        list.add(new Assumption(
                "Freshness: CP and W′ over fresh ones",
                text(
                        "%.2f and %.2f",
                        chase.freshness().criticalPowerFactor(),
                        chase.freshness().wPrimeFactor()),
                kind(file, "/chase/freshness"),
                "defaults are estimates for the last hour of a stage"));
        list.add(new Assumption(
                "Gap from wheel to wheel",
                text("%.2f m", chase.line().wheelGapM()),
                kind(file, "/chase/wheel_gap_m"),
                "scenario; the default is an estimate"));
        list.add(new Assumption(
                "Reserve of W′",
                text("%.0f %%", chase.reserveFraction() * 100),
                kind(file, "/chase/reserve_pct"),
                "scenario; the default is an estimate"));
        list.add(new Assumption(
                "Fastest speed",
                text("%.1f km/h", chase.topSpeedMPerS() * 3.6),
                kind(file, "/chase/top_speed_kmh"),
                "scenario; the default is an estimate"));
        if (!chase.approach().isEmpty()) {
            list.add(new Assumption(
                    "Bunch before the launch",
                    text(
                            "%.1f km/h on the level, drag %.2f of drag alone",
                            chase.bunch().levelSpeedMPerS() * 3.6, chase.bunch().dragFraction()),
                    kind(file, "/chase/bunch_speed_kmh"),
                    "drag: estimate after Blocken et al. 2018"));
        }
    }

    private static String crosswind(Crosswind crosswind) {
        if (crosswind.isIgnored()) {
            return "not computed: the headwind alone counts";
        }
        String shelter = switch (crosswind.shelter()) {
            case STILL_AIR -> "shelter of still air";
            case LINE ->
                text("no shelter in a line from %.0f° on", Math.toDegrees(StrictMath.asin(crosswind.fadedSine())));
            case ECHELON -> "shelter of an echelon";
        };
        return shelter + (crosswind.drag() == Crosswind.Drag.APPARENT_WIND ? ", drag of all the air" : "");
    }

    private static void addModel(List<Assumption> list, Chase chase) {
        list.add(new Assumption("Power on the road", "all terms", PUBLISHED, "Martin et al. 1998"));
        list.add(new Assumption(
                "Drag by place in the line",
                text(
                        "%.2f of drag alone, mean of the line",
                        chase.line()
                                .dragTable()
                                .meanDragFraction(
                                        chase.team().size(), chase.line().wheelGapM())),
                PUBLISHED,
                chase.line().dragTable().source()));
        list.add(
                new Assumption(
                        "Air from the side",
                        crosswind(chase.line().crosswind()),
                        ESTIMATED,
                        "J Sci Med Sport 2022, doi:10.1016/j.jsams.2022.12.003, one wind, five riders; between it and still air interpolated"));
        list.add(new Assumption(
                "Recovery of W′",
                chase.recovery().name().toLowerCase(Locale.ROOT),
                PUBLISHED,
                chase.recovery() == RecoveryModel.ELITE
                        ? "Bartram et al. 2018, four riders; with a bound of ours"
                        : "Skiba and Clarke 2021"));
        list.add(new Assumption(
                "Size of the rider ahead",
                text("exponent %.2f", chase.line().shelter().exponent()),
                ESTIMATED,
                "gives the 6 % of Fitton et al. 2018"));
        list.add(new Assumption(
                "Exchange",
                text(
                        "%.2f m of bicycle, drifting back at %.1f m/s, without shelter",
                        chase.line().exchange().bicycleLengthM(),
                        chase.line().exchange().driftMPerS()),
                ESTIMATED,
                "not measured"));
    }

    private static String kind(JsonNode file, String pointer) {
        return file.at(pointer).isMissingNode() ? ASSUMED : GIVEN;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
