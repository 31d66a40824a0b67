package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.Explanation;
import io.paceline.app.report.SectorRide;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.PlanReader;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rides a plan that somebody gives. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Says what a given plan does: one written by hand, or the JSON of `paceline plan`.")
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final HandoutOptions handouts = new HandoutOptions();

    @Option(names = "--plan", paramLabel = "FILE", required = true, description = "The plan (JSON or YAML).")
    @SuppressWarnings("NullAway.Init")
    private Path planFile;

    @Override
    public Integer call() {
        Scenario scenario = answer.scenario();
        handouts.check(scenario);
        RotationPlan plan = PlanReader.read(planFile, scenario);
        ChaseKernel kernel = Kernels.compile(scenario);
        Outcome outcome = outcome(kernel, plan);
        return answer.write(handouts.written(new Answer(
                scenario,
                plan,
                outcome,
                SectorRide.of(scenario, kernel, plan, outcome),
                Optional.empty(),
                List.of(),
                Explanation.ofGiven(scenario, plan, outcome))));
    }

    private Outcome outcome(ChaseKernel kernel, RotationPlan plan) {
        try {
            return kernel.evaluate(plan);
        } catch (IllegalArgumentException e) {
            throw new InputException(planFile, 0, String.valueOf(e.getMessage()));
        }
    }
}
