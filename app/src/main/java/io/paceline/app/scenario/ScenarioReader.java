package io.paceline.app.scenario;

import io.paceline.chase.BreakSeen;
import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Course;
import io.paceline.road.Surface;
import io.paceline.road.WindAlong;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads a scenario and the files that it names. {@code docs/scenario.md} lists every key. */
public final class ScenarioReader {
    static final Limit KM_TO_GO = Limit.of(0, 500, "km", "It counts the km to the finish, where it is 0.");
    static final Limit ROLLING = Limit.of(0.001, 0.05, "", "A good road has 0.004.");
    private static final Limit CELSIUS = Limit.of(-30, 50, "degC", "Maybe it is in kelvin or fahrenheit.");
    private static final Limit PRESSURE =
            Limit.of(500, 1_100, "hPa", "It is at the road, not at sea level. Maybe it is in Pa: divide by 100.");
    private static final Limit HUMIDITY = Limit.of(0, 100, "%", "");
    static final Limit WIND_SPEED = Limit.of(0, 40, "m/s", "Maybe it is in km/h: divide by 3.6.");
    static final Limit WIND_FROM =
            Limit.of(0, 360, "degrees", "It is where the wind comes from, clockwise from north.");

    /** The least distance between start and launch, and between launch and catch, km: what a stretch needs. */
    private static final double LEAST_KM = 0.1;

    /** Of differences between decimal numbers. */
    private static final double ROUNDING_KM = 1e-9;

    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double DEFAULT_ROLLING = 0.004;

    private final Path file;
    private final Fields root;
    private final Function<Path, Course> courses;
    private final GoalReader goalReader;

    private ScenarioReader(Path file, Function<Path, Course> courses) {
        this.file = file;
        this.courses = courses;
        this.root = new Fields(
                file,
                "",
                Tree.read(file),
                "name",
                "course",
                "air",
                "wind",
                "crosswind",
                "breakaway",
                "chase",
                "goal",
                "gc",
                "stakes");
        this.goalReader = new GoalReader(root);
    }

    /**
     * Reads a scenario.
     *
     * @throws InputException at the first fault, with file and line
     */
    public static Scenario read(Path file) {
        return read(file, GpxCourse::read);
    }

    /**
     * Reads a scenario whose course may be known already: reading a GPX file takes longer than all the rest.
     *
     * @param courses gives the course of a GPX file
     * @throws InputException at the first fault, with file and line
     */
    public static Scenario read(Path file, Function<Path, Course> courses) {
        return new ScenarioReader(file, courses).scenario();
    }

    /**
     * The riders of a scenario's riders' file whom the scenario names nowhere, as they stand there: rider and bicycle.
     *
     * @throws InputException at the first fault, with file and line
     */
    public static List<Rider> bench(Path file) {
        ScenarioReader reader = new ScenarioReader(file, GpxCourse::read);
        ChaseReader chase = new ChaseReader(file, reader.root, reader.goalReader.fastest());
        return chase.bench(chase.team());
    }

    private Scenario scenario() {
        String name = root.text("name", "a name for the report");
        Fields courseFields = root.group("course", "gpx", "from_km_to_go", "crr", "surface");
        double rolling = courseFields.number("crr", ROLLING, DEFAULT_ROLLING);
        WindReader windReader = new WindReader(root);
        ChaseReader chaseReader = new ChaseReader(file, root, goalReader.fastest());
        Course course = courses.apply(courseFields.file("gpx", "the path of a GPX file"));
        Goal goal = goal(courseFields, course);
        AirReport report = airReport(course, goal);
        // the fastest ride needs no break, and looks at none
        Optional<BreakReader> breakReader =
                goalReader.fastest() && !root.has("breakaway") ? Optional.empty() : Optional.of(new BreakReader(root));
        Surface surface = courseFields.has("surface")
                ? SurfaceFile.read(courseFields.file("surface", "the path of a CSV file of sections"), course, rolling)
                : Surface.of(rolling);
        // a sprint needs the wind to the finish
        Goal windy = SprintReader.wanted(root) ? new Goal(goal.startKm(), goal.launchKm(), 0) : goal;
        WindAlong wind = windReader.wind(course, windy, chaseReader.bunchSpeedMPerS());
        Day day = new Day(
                wind, surface, report, breakReader.map(BreakReader::seen).orElse(BreakSeen.SPEED));
        try {
            Air air = report.air();
            Team team = chaseReader.team();
            Chase chase = chaseReader
                    .settings(
                            Chase.builder(
                                    team,
                                    Scenario.road(course, goal, day),
                                    air,
                                    breakaway(breakReader, air, rolling, chaseReader)),
                            team)
                    .goal(goalReader.goal(team))
                    .approach(Scenario.approach(course, goal, day))
                    .build();
            Optional<BreakRiders> breakRiders = breakReader
                    .filter(reader -> reader.hasRiders() && !goalReader.fastest())
                    .map(reader -> new BreakGroupReader(reader.fields())
                            .read(
                                    chase,
                                    reader.gapS(),
                                    Scenario.road(course, new Goal(goal.startKm(), goal.startKm(), 0), day),
                                    chaseReader.bicycleKg()));
            return new Scenario(
                    file,
                    name,
                    course,
                    goal,
                    day,
                    chaseReader.names(),
                    chase,
                    breakRiders,
                    new StakesReader(file, root, chaseReader.roster()).stakes(team),
                    new SprintReader(file, root, chaseReader.roster()).sprint(team, chaseReader, course, goal, day));
        } catch (IllegalArgumentException e) {
            throw new InputException(file, 0, String.valueOf(e.getMessage()));
        }
    }

    private Breakaway breakaway(Optional<BreakReader> reader, Air air, double rolling, ChaseReader chase) {
        Optional<Breakaway> given =
                reader.map(from -> from.breakaway(air, rolling, chase.topSpeedMPerS(), chase.line()));
        return goalReader.fastest() ? Breakaway.NONE : given.orElseThrow();
    }

    private AirReport airReport(Course course, Goal goal) {
        double pressurePa = Air.standardPressurePa(course.meanElevationM(
                Scenario.positionM(course, goal.startKm()), Scenario.positionM(course, goal.catchKm())));
        Optional<Fields> found = root.optionalGroup("air", "temperature_c", "pressure_hpa", "humidity_pct");
        if (found.isEmpty()) {
            return new AirReport(ZERO_CELSIUS_K + 20, pressurePa, 0.5);
        }
        Fields fields = found.get();
        return new AirReport(
                ZERO_CELSIUS_K + fields.number("temperature_c", CELSIUS, 20),
                fields.number("pressure_hpa", PRESSURE, pressurePa / 100) * 100,
                fields.number("humidity_pct", HUMIDITY, 50) / 100);
    }

    private Goal goal(Fields courseFields, Course course) {
        Fields fields = root.group("goal", GoalReader.KEYS);
        double catchKm = goalReader.fastest()
                ? fields.number("catch_by_km_to_go", KM_TO_GO, 0)
                : fields.number("catch_by_km_to_go", KM_TO_GO);
        double startKm = courseFields.number("from_km_to_go", KM_TO_GO);
        double launchKm = fields.number("launch_at_km_to_go", KM_TO_GO, startKm);
        String start = "course.from_km_to_go = " + Limit.plain(startKm);
        if (startKm * 1_000 > course.lengthM()) {
            throw courseFields.fault(
                    "from_km_to_go",
                    String.format(
                            Locale.ROOT,
                            "= %s km is before the start of the course, which is %.2f km long.",
                            Limit.plain(startKm),
                            course.lengthM() / 1_000));
        }
        if (catchKm >= startKm) {
            throw fields.fault(
                    "catch_by_km_to_go",
                    "= " + Limit.plain(catchKm) + " km: the catch point is behind the start, " + start
                            + " km. Both count the km to the finish: the catch needs the smaller number.");
        }
        if (launchKm > startKm) {
            throw fields.fault(
                    "launch_at_km_to_go",
                    "= " + Limit.plain(launchKm) + " km: the launch is behind the start, " + start
                            + " km. Launch there or later, or begin the course earlier.");
        }
        if (launchKm - catchKm < LEAST_KM - ROUNDING_KM) {
            throw fields.fault(
                    "catch_by_km_to_go",
                    "= " + Limit.plain(catchKm) + " km: the catch point is not after the launch, "
                            + "launch_at_km_to_go = " + Limit.plain(launchKm)
                            + " km. Leave at least 0.1 km between them.");
        }
        boolean atStart = startKm - launchKm < ROUNDING_KM;
        if (!atStart && startKm - launchKm < LEAST_KM - ROUNDING_KM) {
            throw fields.fault(
                    "launch_at_km_to_go",
                    "= " + Limit.plain(launchKm) + " km is less than 0.1 km after the start, " + start
                            + " km. Make them the same.");
        }
        return new Goal(startKm, atStart ? startKm : launchKm, catchKm);
    }
}
