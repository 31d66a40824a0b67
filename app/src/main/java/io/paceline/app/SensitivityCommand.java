package io.paceline.app;

import io.paceline.app.report.Tornado;
import io.paceline.app.report.TornadoJson;
import io.paceline.app.report.TornadoText;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.PlanReader;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.study.Hinges;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a plan hangs on. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        description = "Says what the answer hangs on: one plan held, one input changed at a time, and the value of each"
                + " at which the plan stops catching.")
final class SensitivityCommand implements Callable<Integer> {
    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final SearchEffort search = new SearchEffort();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "The plan (JSON or YAML); without it one is searched, as by plan.")
    private @Nullable Path planFile;

    @Override
    public Integer call() throws Exception {
        if (planFile != null) {
            search.refuse("--plan has a plan already");
        }
        Scenario scenario = answer.scenario();
        if (scenario.chase().goal().fastest()) {
            throw new UsageException(
                    "sensitivity: the goal is to be fastest, so there is no break to catch. Use limit.");
        }
        ChaseKernel kernel = Kernels.compile(scenario);
        if (planFile != null) {
            return write(scenario, given(scenario, kernel, planFile));
        }
        PlanSearch run = new PlanSearch(scenario, kernel, search.options(1), answer.showProgress());
        return answer.interruptible(interrupt ->
                write(scenario, Hinges.of(scenario, kernel, run.run(interrupt).plan())));
    }

    private static Tornado given(Scenario scenario, ChaseKernel kernel, Path file) {
        RotationPlan plan = PlanReader.read(file, scenario);
        try {
            return Hinges.of(scenario, kernel, plan);
        } catch (IllegalArgumentException e) {
            throw new InputException(file, 0, String.valueOf(e.getMessage()));
        }
    }

    private int write(Scenario scenario, Tornado tornado) {
        answer.write(
                TornadoJson.of(scenario.name(), tornado),
                TornadoText.lines(scenario.name(), tornado, answer.width(), Ansi.AUTO));
        return tornado.now().catches() ? ExitCode.OK : ExitCode.NO_CATCH;
    }
}
