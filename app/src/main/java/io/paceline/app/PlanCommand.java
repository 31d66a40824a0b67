package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.OutputFile;
import io.paceline.app.report.PlanJson;
import io.paceline.app.report.PlanText;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.SearchOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches a plan. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Searches the plan that catches the break with the least energy. Ctrl-C prints the best so far.")
final class PlanCommand implements Callable<Integer> {
    private static final double DEFAULT_SECONDS = 10;
    private static final double MAX_SECONDS = 86_400;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario (YAML).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--seconds", paramLabel = "N", description = "How long to search; default 10.")
    private @Nullable Double seconds;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description =
                    "How many plans to try instead: the same number and seed give the same plan on every machine.")
    private @Nullable Long evaluations;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of the random numbers; default 0.")
    private long seed;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--quiet", description = "Print nothing: the exit code and the JSON are enough.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SearchOptions options = options();
        Optional<OutputFile> output = json.checked();
        Scenario scenario = ScenarioReader.read(file);
        ChaseKernel kernel = Kernels.compile(scenario);
        try (Interrupt interrupt = new Interrupt()) {
            int code;
            try {
                code = answer(scenario, kernel, options, output, interrupt);
            } catch (RuntimeException e) {
                if (!interrupt.asked()) {
                    throw e;
                }
                // the JVM is about to end, so say it here
                CommandLine command = spec.commandLine();
                code = command.getExecutionExceptionHandler()
                        .handleExecutionException(e, command, command.getParseResult());
                command.getErr().flush();
            }
            interrupt.finished(code);
            return code;
        }
    }

    private int answer(
            Scenario scenario,
            ChaseKernel kernel,
            SearchOptions options,
            Optional<OutputFile> output,
            Interrupt interrupt) {
        Answer answer = new PlanSearch(scenario, kernel, options, !quiet).run(interrupt);
        output.ifPresent(to -> to.write(PlanJson.of(answer)));
        PrintWriter out = spec.commandLine().getOut();
        if (!quiet) {
            PlanText.lines(answer, Ansi.AUTO).forEach(out::println);
        }
        out.flush();
        return answer.outcome().feasible() ? ExitCode.OK : ExitCode.NO_CATCH;
    }

    private SearchOptions options() {
        if (seconds != null && evaluations != null) {
            throw new UsageException("--seconds and --evaluations exclude each other. Give one.");
        }
        if (evaluations != null) {
            if (evaluations < 1) {
                throw new UsageException("--evaluations = " + evaluations + " is not above 0. A plan needs thousands.");
            }
            return SearchOptions.evaluations(evaluations).withSeed(seed);
        }
        double limitS = seconds == null ? DEFAULT_SECONDS : seconds;
        if (!(limitS >= 0.1 && limitS <= MAX_SECONDS)) {
            throw new UsageException("--seconds = " + limitS + " s is outside [0.1, 86400] s. Ten are usual.");
        }
        return SearchOptions.seconds(limitS).withSeed(seed);
    }
}
