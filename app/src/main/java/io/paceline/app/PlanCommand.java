package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.SprintReport;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.SprintGoal;
import io.paceline.app.study.Hinges;
import io.paceline.app.study.Proof;
import io.paceline.kernel.ChaseKernel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/** Searches a plan. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Searches the plan that catches the break with the least energy, or what the scenario's goal says,"
                        + " with the lead-out of its sprint, and how far from the best it can be. It searches for four fifths of the"
                        + " time that --seconds gives; then it proves for at most two fifths of it. Ctrl-C prints the best so far.")
final class PlanCommand implements Callable<Integer> {
    /** Share of the time that each of the two proofs of how good the plan is may take; the search leaves so much. */
    private static final double PROOF_SHARE = 0.2;

    /** Share of the time that is for the chase alone where a sprint follows. */
    private static final double CHASE_SHARE = 0.5;

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final HandoutOptions handouts = new HandoutOptions();

    @Mixin
    private final SearchEffort effort = new SearchEffort();

    @Override
    public Integer call() throws Exception {
        effort.options(1); // a fault in them first
        Scenario scenario = answer.scenario();
        handouts.check(scenario);
        ChaseKernel kernel = Kernels.compile(scenario);
        Proof proof = new Proof(kernel);
        double searchShare = proof.canProve() ? 1 - PROOF_SHARE : 1;
        if (scenario.sprint().isPresent()) {
            return sprint(scenario, scenario.sprint().get(), kernel);
        }
        PlanSearch search = new PlanSearch(scenario, kernel, effort.options(searchShare), answer.showProgress());
        return answer.interruptible(interrupt -> {
            Answer found = hanging(kernel, search.run(interrupt));
            if (!found.outcome().feasible() || !proof.canProve() || interrupt.asked()) {
                return answer.write(handouts.written(found));
            }
            return answer.write(handouts.written(found.withBounds(
                    effort.byTime()
                            ? proof.within(found.plan(), effort.seconds(PROOF_SHARE), interrupt::asked)
                            : proof.reproducible(found.plan()))));
        });
    }

    /** Chase and train as one; half of the time for the chase alone, from which both start. */
    private int sprint(Scenario scenario, SprintGoal goal, ChaseKernel kernel) throws Exception {
        double trainSeconds = effort.byTime() ? effort.seconds(1 - CHASE_SHARE) : Double.POSITIVE_INFINITY;
        PlanSearch search = new PlanSearch(scenario, kernel, effort.options(CHASE_SHARE), answer.showProgress());
        SprintRun run = new SprintRun(scenario, goal, kernel, search, answer.showProgress());
        return answer.interruptible(interrupt -> {
            SprintRun.Found found = run.run(interrupt, trainSeconds);
            Answer written = handouts.written(hanging(kernel, found.answer()));
            answer.write(
                    SprintReport.json(written, found.sprint()), SprintReport.lines(written, found.sprint(), Ansi.AUTO));
            return found.feasible() ? ExitCode.OK : ExitCode.NO_CATCH;
        });
    }

    /** A ride for time has no break to catch, so it hangs on none. */
    private static Answer hanging(ChaseKernel kernel, Answer found) {
        return kernel.chase().goal().fastest()
                ? found
                : found.hangingOn(Hinges.of(found.scenario(), kernel, found.plan()));
    }
}
