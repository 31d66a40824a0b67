package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.Explanation;
import io.paceline.app.report.OutputFile;
import io.paceline.app.report.PlanJson;
import io.paceline.app.report.PlanText;
import io.paceline.app.report.SectorRide;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.PlanReader;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rides a plan that somebody gives. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Says what a given plan does: one written by hand, or the JSON of `paceline plan`.")
final class SimulateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", description = "The scenario (YAML).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--plan", paramLabel = "FILE", required = true, description = "The plan (JSON or YAML).")
    @SuppressWarnings("NullAway.Init")
    private Path planFile;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--quiet", description = "Print nothing: the exit code and the JSON are enough.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<OutputFile> output = json.checked();
        Scenario scenario = ScenarioReader.read(file);
        RotationPlan plan = PlanReader.read(planFile, scenario);
        ChaseKernel kernel = Kernels.compile(scenario);
        Outcome outcome = outcome(kernel, plan);
        Answer answer = new Answer(
                scenario,
                plan,
                outcome,
                SectorRide.of(scenario, kernel, plan, outcome),
                Optional.empty(),
                List.of(),
                Explanation.ofGiven(scenario, plan, outcome));
        output.ifPresent(to -> to.write(PlanJson.of(answer)));
        if (!quiet) {
            PlanText.lines(answer, Ansi.AUTO).forEach(spec.commandLine().getOut()::println);
        }
        return outcome.feasible() ? ExitCode.OK : ExitCode.NO_CATCH;
    }

    private Outcome outcome(ChaseKernel kernel, RotationPlan plan) {
        try {
            return kernel.evaluate(plan);
        } catch (IllegalArgumentException e) {
            throw new InputException(planFile, 0, String.valueOf(e.getMessage()));
        }
    }
}
