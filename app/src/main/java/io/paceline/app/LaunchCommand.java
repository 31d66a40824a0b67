package io.paceline.app;

import io.paceline.app.report.LaunchAnswer;
import io.paceline.app.report.LaunchChart;
import io.paceline.app.report.LaunchJson;
import io.paceline.app.report.LaunchText;
import io.paceline.app.report.OutputFile;
import io.paceline.app.scenario.Limit;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Breakaway;
import io.paceline.optimizer.launch.LaunchOptions;
import io.paceline.optimizer.launch.Launches;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says when to launch. */
@Command(
        name = "launch",
        mixinStandardHelpOptions = true,
        description =
                "Plans the chase from every place where it could be launched: which is the latest, which the cheapest,"
                        + " which is safe. Ctrl-C prints what is planned so far.")
final class LaunchCommand implements Callable<Integer> {
    private static final Limit STEP = Limit.of(0.1, 50, "km", "One is usual.");
    private static final Limit EVALUATIONS =
            Limit.of(100, 10_000_000, "", LaunchOptions.DEFAULT_EVALUATIONS + " are usual.");
    private static final Limit SURPRISE = Limit.of(0, 20, "%", "One is usual.");

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Option(names = "--chart", paramLabel = "FILE", description = "Also draw the gap after each launch, as SVG.")
    private @Nullable Path chart;

    @Option(
            names = "--step-km",
            paramLabel = "KM",
            description = "Between launches; the default gives up to 60 of them.")
    private @Nullable Double stepKm;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "Plans to try for each launch; default ${DEFAULT-VALUE}.")
    private int evaluations = LaunchOptions.DEFAULT_EVALUATIONS;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers; default 0.")
    private long seed;

    @Option(
            names = "--surprise-pct",
            paramLabel = "PCT",
            description = "A launch is safe if it catches though the break finds so much more speed; default"
                    + " ${DEFAULT-VALUE}.")
    private double surprisePct = 100 * LaunchOptions.DEFAULT_SURPRISE;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        checkNumbers();
        Scenario scenario = answer.scenario();
        Optional<OutputFile> picture = Outputs.file("--chart", chart);
        if (scenario.chase().breakaway() == Breakaway.NONE) {
            throw new UsageException("launch: " + scenario.file() + " has no break to catch. Use plan.");
        }
        Kernels.compile(scenario);
        LaunchRun run = new LaunchRun(scenario, options(scenario), answer.showProgress());
        return answer.interruptible(interrupt -> {
            LaunchAnswer found = run.run(interrupt);
            answer.write(LaunchJson.of(found), LaunchText.lines(found, Ansi.AUTO));
            picture.ifPresent(to -> to.write(LaunchChart.svg(found)));
            run.store().save(spec.commandLine().getErr()::println);
            return found.feasible() ? ExitCode.OK : ExitCode.NO_CATCH;
        });
    }

    private void checkNumbers() {
        if (stepKm != null) {
            UsageException.check("--step-km", stepKm, STEP);
        }
        UsageException.check("--evaluations", evaluations, EVALUATIONS);
        UsageException.check("--surprise-pct", surprisePct, SURPRISE);
    }

    private LaunchOptions options(Scenario scenario) {
        LaunchOptions usual = LaunchOptions.forRoad(new Launches(scenario.chase()).lengthM());
        return new LaunchOptions(
                stepKm == null ? usual.stepM() : stepKm * 1_000, evaluations, seed, usual.threads(), surprisePct / 100);
    }
}
