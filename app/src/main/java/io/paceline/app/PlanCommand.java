package io.paceline.app;

import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.SearchOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches a plan. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Searches the plan that catches the break with the least energy. Ctrl-C prints the best so far.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final HandoutOptions handouts = new HandoutOptions();

    @Mixin
    private final TimeOptions time = new TimeOptions(10, 0.1, "Ten are usual.");

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description =
                    "How many plans to try instead: the same number and seed give the same plan on every machine.")
    private @Nullable Long evaluations;

    @Override
    public Integer call() throws Exception {
        SearchOptions options = options();
        Scenario scenario = answer.scenario();
        handouts.check(scenario);
        ChaseKernel kernel = Kernels.compile(scenario);
        PlanSearch search = new PlanSearch(scenario, kernel, options, answer.showProgress());
        return answer.interruptible(interrupt -> answer.write(handouts.written(search.run(interrupt))));
    }

    private SearchOptions options() {
        if (evaluations == null) {
            return SearchOptions.seconds(time.seconds()).withSeed(time.seed());
        }
        if (answer.given("--seconds")) {
            throw new UsageException("--seconds and --evaluations exclude each other. Give one.");
        }
        if (evaluations < 1) {
            throw new UsageException("--evaluations = " + evaluations + " is not above 0. A plan needs thousands.");
        }
        return SearchOptions.evaluations(evaluations).withSeed(time.seed());
    }
}
