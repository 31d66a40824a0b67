package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.SectorRide;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.study.Proof;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.exact.CertificateOptions;
import io.paceline.optimizer.exact.Certificates;
import io.paceline.optimizer.exact.ExactSearch;
import io.paceline.optimizer.exact.ProvedPlan;
import io.paceline.optimizer.rotation.SearchOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Searches a plan and proves how far from the best it can be. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Searches a plan, improves its order and pulls at its own speeds, and proves how much better any"
                + " plan could be. Ctrl-C prints what is proved so far.")
final class ProveCommand implements Callable<Integer> {
    /** Share of the time for the search of speeds, order and pulls together. */
    private static final double SEARCH_SHARE = 0.25;

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final HandoutOptions handouts = new HandoutOptions();

    @Mixin
    private final TimeOptions time = new TimeOptions(60, 1, "Sixty are usual.");

    @Override
    public Integer call() throws Exception {
        double limitS = time.seconds();
        Scenario scenario = answer.scenario();
        handouts.check(scenario);
        ChaseKernel kernel = Kernels.compile(scenario);
        int riders = kernel.chase().team().size();
        if (riders > Certificates.MOST_RIDERS) {
            throw new UsageException("prove: " + riders + " riders chase, and a proof is for up to "
                    + Certificates.MOST_RIDERS + ". Use plan, or name fewer riders.");
        }
        if (!Certificates.coversGivenSpeeds(scenario.chase())) {
            throw new UsageException(
                    "prove: at given speeds nothing is left to prove for the objective fastest, as they"
                            + " fix the time. Use plan, which prints what can be proved for it.");
        }
        SearchOptions options = SearchOptions.seconds(SEARCH_SHARE * limitS).withSeed(time.seed());
        PlanSearch search = new PlanSearch(scenario, kernel, options, answer.showProgress());
        return answer.interruptible(interrupt -> {
            Answer found = search.run(interrupt);
            return answer.write(handouts.written(
                    found.outcome().feasible()
                            ? proved(search, found, kernel, (1 - SEARCH_SHARE) * limitS, interrupt)
                            : found));
        });
    }

    private static Answer proved(
            PlanSearch search, Answer found, ChaseKernel kernel, double limitS, Interrupt interrupt) {
        ProvedPlan proved =
                ExactSearch.prove(kernel, found.plan(), CertificateOptions.seconds(limitS), interrupt::asked);
        Outcome outcome = kernel.evaluate(proved.plan());
        return new Answer(
                found.scenario(),
                proved.plan(),
                outcome,
                SectorRide.of(found.scenario(), kernel, proved.plan(), outcome),
                found.search(),
                new Proof(kernel).of(proved),
                search.explain(proved.plan(), outcome));
    }
}
