package io.paceline.app.scenario;

import io.paceline.road.Course;
import io.paceline.road.Forecast;
import io.paceline.road.Wind;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a wind that differs along the way: by km to go, or by the time of day, which the bunch's speed turns into places. */
final class ForecastFile {
    private static final String[] REQUIRED = {"speed_mps", "from_deg"};
    private static final String[] OPTIONAL = {"km_to_go", "time"};
    private static final double S_PER_DAY = 86_400;

    private final Path file;
    private final Course course;
    private final Goal goal;
    private final List<Double> placeM = new ArrayList<>();
    private final List<Wind> winds = new ArrayList<>();

    private ForecastFile(Path file, Course course, Goal goal) {
        this.file = file;
        this.course = course;
        this.goal = goal;
    }

    /**
     * Reads a forecast.
     *
     * @param clock when the start point is passed and how fast the bunch goes on from there
     * @throws InputException at the first fault, with file and line
     */
    static Forecast read(Path file, Course course, Goal goal, Clock clock) {
        return new ForecastFile(file, course, goal).forecast(clock);
    }

    /**
     * Turns times of day into places.
     *
     * @param startTime when the chase passes the start point; empty if the scenario does not say
     * @param speedMPerS of the bunch on a level road
     */
    record Clock(Optional<LocalTime> startTime, double speedMPerS) {}

    private Forecast forecast(Clock clock) {
        List<CsvTable.Row> rows = CsvTable.read(file, REQUIRED, OPTIONAL).rows();
        boolean byTime = rows.get(0).has("time");
        for (CsvTable.Row row : rows) {
            if (row.has("time") == row.has("km_to_go")) {
                throw new InputException(
                        file, row.line(), "needs either km_to_go or time. Give one of the two columns, in every row.");
            }
            if (row.has("time") != byTime) {
                throw new InputException(file, row.line(), "mixes km_to_go and time. Use one of them in all rows.");
            }
            double atM = byTime ? placeOfTime(row, clock) : placeOfKm(row);
            if (!placeM.isEmpty() && atM <= placeM.get(placeM.size() - 1)) {
                throw new InputException(
                        file,
                        row.line(),
                        (byTime
                                        ? "time = " + row.text("time") + " is not after the row before."
                                        : "km_to_go = " + row.text("km_to_go") + " is not less than in the row before.")
                                + " Sort the rows from the start to the finish.");
            }
            placeM.add(atM);
            winds.add(Wind.at10m(
                    row.number("", "speed_mps", ScenarioReader.WIND_SPEED),
                    Math.toRadians(row.number("", "from_deg", ScenarioReader.WIND_FROM))));
        }
        checkCovers(rows, byTime);
        return new Forecast(placeM, winds);
    }

    private double placeOfKm(CsvTable.Row row) {
        return course.lengthM() - row.number("", "km_to_go", ScenarioReader.KM_TO_GO) * 1_000;
    }

    private double placeOfTime(CsvTable.Row row, Clock clock) {
        if (clock.startTime().isEmpty()) {
            throw new InputException(
                    file,
                    row.line(),
                    "is by time, but the scenario does not say when the chase passes the start point."
                            + " Give wind.start_time, such as \"15:40\".");
        }
        try {
            double afterS = LocalTime.parse(row.text("time")).toSecondOfDay()
                    - clock.startTime().get().toSecondOfDay();
            // a night between the two would be a day's error
            if (Math.abs(afterS) > S_PER_DAY / 2) {
                throw new InputException(
                        file, row.line(), "time = " + row.text("time") + " is more than 12 hours from the start.");
            }
            return Scenario.positionM(course, goal.startKm()) + afterS * clock.speedMPerS();
        } catch (DateTimeParseException e) {
            throw new InputException(
                    file,
                    row.line(),
                    "time = " + Node.shortened(row.text("time")) + " is not a time of day. Write it as 15:40.");
        }
    }

    private void checkCovers(List<CsvTable.Row> rows, boolean byTime) {
        double startM = Scenario.positionM(course, goal.startKm());
        double catchM = Scenario.positionM(course, goal.catchKm());
        if (placeM.get(0) > startM + 1) {
            throw new InputException(
                    file,
                    rows.get(0).line(),
                    "begins after the start point" + at(placeM.get(0), goal.startKm(), byTime)
                            + " Add a row for the start.");
        }
        int last = placeM.size() - 1;
        if (placeM.get(last) < catchM - 1) {
            throw new InputException(
                    file,
                    rows.get(last).line(),
                    "ends before the catch point" + at(placeM.get(last), goal.catchKm(), byTime)
                            + " Add a row for the catch or later.");
        }
    }

    private String at(double foundM, double wantedKm, boolean byTime) {
        return String.format(
                Locale.ROOT,
                ", %.1f km to go: its row is %s %.1f km to go.",
                wantedKm,
                byTime ? "where the bunch should be then," : "at",
                (course.lengthM() - foundM) / 1_000);
    }
}
