package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.Bound;
import io.paceline.app.report.OutputFile;
import io.paceline.app.report.PlanJson;
import io.paceline.app.report.PlanText;
import io.paceline.app.report.SectorRide;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.exact.Certificate;
import io.paceline.optimizer.exact.CertificateOptions;
import io.paceline.optimizer.exact.Certificates;
import io.paceline.optimizer.exact.ExactSearch;
import io.paceline.optimizer.exact.ProvedPlan;
import io.paceline.optimizer.rotation.SearchOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches a plan and proves how far from the best it can be. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Searches a plan, improves its order and pulls at its own speeds, and proves how much better any"
                + " plan could be. Ctrl-C prints what is proved so far.")
final class ProveCommand implements Callable<Integer> {
    private static final double DEFAULT_SECONDS = 60;
    private static final double MIN_SECONDS = 1;
    private static final double MAX_SECONDS = 86_400;

    /** Share of the time for the search of speeds, order and pulls together. */
    private static final double SEARCH_SHARE = 0.25;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario (YAML).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--seconds", paramLabel = "N", description = "How long to search and prove; default 60.")
    private @Nullable Double seconds;

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
    public Integer call() {
        double limitS = seconds == null ? DEFAULT_SECONDS : seconds;
        if (!(limitS >= MIN_SECONDS && limitS <= MAX_SECONDS)) {
            throw new UsageException("--seconds = " + limitS + " s is outside [1, 86400] s. Sixty are usual.");
        }
        Optional<OutputFile> output = json.checked();
        Scenario scenario = ScenarioReader.read(file);
        ChaseKernel kernel = Kernels.compile(scenario);
        int riders = kernel.chase().team().size();
        if (riders > Certificates.MOST_RIDERS) {
            throw new UsageException("prove: " + riders + " riders chase, and a proof is for up to "
                    + Certificates.MOST_RIDERS + ". Use plan, or name fewer riders.");
        }
        try (Interrupt interrupt = new Interrupt()) {
            SearchOptions options = SearchOptions.seconds(SEARCH_SHARE * limitS).withSeed(seed);
            PlanSearch search = new PlanSearch(scenario, kernel, options, !quiet);
            Answer found = search.run(interrupt);
            Answer answer = found.outcome().feasible()
                    ? proved(search, found, kernel, (1 - SEARCH_SHARE) * limitS, interrupt)
                    : found;
            output.ifPresent(to -> to.write(PlanJson.of(answer)));
            PrintWriter out = spec.commandLine().getOut();
            if (!quiet) {
                PlanText.lines(answer, Ansi.AUTO).forEach(out::println);
            }
            out.flush();
            int code = answer.outcome().feasible() ? ExitCode.OK : ExitCode.NO_CATCH;
            interrupt.finished(code);
            return code;
        }
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
                List.of(
                        bound(Bound.AT_THESE_SPEEDS, proved.atTheseSpeeds()),
                        bound(Bound.AT_ANY_SPEEDS, proved.atAnySpeeds())),
                search.explain(proved.plan(), outcome));
    }

    private static Bound bound(String key, Certificate proved) {
        return new Bound(
                key,
                proved.boundJ(),
                proved.gapPct(),
                proved.covers(),
                proved.method(),
                proved.complete(),
                proved.sentence());
    }
}
