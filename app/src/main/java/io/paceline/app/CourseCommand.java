package io.paceline.app;

import io.paceline.app.report.CourseText;
import io.paceline.app.report.RoadView;
import io.paceline.app.scenario.GpxCourse;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.road.Course;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import io.paceline.road.Surface;
import io.paceline.road.Wind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the road. */
@Command(
        name = "course",
        mixinStandardHelpOptions = true,
        description =
                "Shows climbs, sectors, stretches, winds and yaw of a scenario's road, or of a whole GPX file in still air.")
final class CourseCommand implements Callable<Integer> {
    /** Crr of a good road. */
    private static final double ROLLING_RESISTANCE = 0.004;

    /** Of riders in still air, where there is no yaw at any speed. */
    private static final double YAW_SPEED_M_PER_S = 12;

    @Parameters(paramLabel = "SCENARIO|GPX", description = "A scenario (YAML) or a course (GPX, also .gz).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        lines().forEach(spec.commandLine().getOut()::println);
        return ExitCode.OK;
    }

    private List<String> lines() {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".gpx") || name.endsWith(".gz")) {
            Course course = GpxCourse.read(file);
            List<Stretch> stretches = course.stretches(0, course.lengthM(), Wind.CALM, ROLLING_RESISTANCE);
            return CourseText.lines(
                    new RoadView(
                            course.name(),
                            course,
                            Road.of(stretches),
                            Wind.CALM,
                            Surface.of(ROLLING_RESISTANCE),
                            course.lengthM() / 1_000,
                            0,
                            YAW_SPEED_M_PER_S),
                    Ansi.AUTO);
        }
        Scenario scenario = ScenarioReader.read(file);
        return CourseText.lines(
                new RoadView(
                        scenario.name(),
                        scenario.course(),
                        scenario.chase().road(),
                        scenario.day().wind(),
                        scenario.day().surface(),
                        scenario.goal().launchKm(),
                        scenario.goal().catchKm(),
                        scenario.chase().bunch().levelSpeedMPerS()),
                Ansi.AUTO);
    }
}
