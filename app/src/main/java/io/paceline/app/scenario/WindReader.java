package io.paceline.app.scenario;

import io.paceline.road.Course;
import io.paceline.road.Wind;
import io.paceline.road.WindAlong;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the wind: one for the whole road, or a forecast along it. */
final class WindReader {
    private final Optional<Fields> found;

    WindReader(Fields root) {
        found = root.optionalGroup("wind", "speed_mps", "from_deg", "forecast", "start_time");
    }

    /**
     * The wind along a course; calm if the scenario has none.
     *
     * @param bunchSpeedMPerS turns times of day into places
     */
    WindAlong wind(Course course, Goal goal, double bunchSpeedMPerS) {
        if (found.isEmpty()) {
            return Wind.CALM;
        }
        Fields fields = found.get();
        if (fields.has("forecast")) {
            for (String key : new String[] {"speed_mps", "from_deg"}) {
                if (fields.has(key)) {
                    throw fields.fault(key, "and forecast are both there. Give one wind, or a file of them.");
                }
            }
            Path forecast = fields.file("forecast", "the path of a CSV file of winds");
            return ForecastFile.read(
                    forecast, course, goal, new ForecastFile.Clock(startTime(fields), bunchSpeedMPerS));
        }
        if (fields.has("start_time")) {
            throw fields.fault("start_time", "is for a forecast by time of day. Leave it out with one wind.");
        }
        double speedMPerS = fields.number("speed_mps", ScenarioReader.WIND_SPEED);
        double fromDeg = speedMPerS == 0
                ? fields.number("from_deg", ScenarioReader.WIND_FROM, 0)
                : fields.number("from_deg", ScenarioReader.WIND_FROM);
        return Wind.at10m(speedMPerS, Math.toRadians(fromDeg));
    }

    private static Optional<LocalTime> startTime(Fields fields) {
        if (!fields.has("start_time")) {
            return Optional.empty();
        }
        String text = fields.text("start_time", "a time of day such as \"15:40\"");
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            throw fields.fault(
                    "start_time", "= " + Node.shortened(text) + " is not a time of day. Write it as \"15:40\".");
        }
    }
}
