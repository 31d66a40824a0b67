package io.paceline.app;

import io.paceline.app.report.DecisionAnswer;
import io.paceline.app.report.DecisionJson;
import io.paceline.app.report.DecisionText;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.Limit;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.optimizer.decision.Decider;
import io.paceline.optimizer.decision.Decision;
import io.paceline.optimizer.decision.DecisionListener;
import io.paceline.optimizer.decision.DecisionOptions;
import io.paceline.stakes.Stakes;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides whether to chase, and with whom. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description =
                "Says whether to chase now, later, only to hold the gap, or not at all; which teams could do it together,"
                        + " which of them would stay together, and what is fair. Ctrl-C decides on what is known so far.")
final class DecideCommand implements Callable<Integer> {
    /** Plans for each coalition by number of teams: all tables of six teams in well under a minute on two cores. */
    private static final int FEW_TEAMS = 6;

    private static final int MANY_EVALUATIONS = 2_500;
    private static final int FEW_EVALUATIONS = 1_000;
    private static final int LEAST_EVALUATIONS = 100;
    private static final Limit ORDERS = Limit.of(2, 10_000, "", "Some 30 are usual.");

    /** Several searches at once share meters of the search engine, which then warns; held, or the level would be forgotten. */
    private static final Logger METERS = Logger.getLogger("io.micrometer");

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "Plans to try for each coalition; default 2500 for up to six teams, 1000 for more.")
    private @Nullable Integer evaluations;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers; default 0.")
    private long seed;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description =
                    "Orders of the teams to draw at random where there are more than ten; default 30. Four times as"
                            + " many halve the error of the shares.")
    private int orders = DecisionOptions.DEFAULT_ORDERS;

    @Override
    public Integer call() throws Exception {
        UsageException.check("--orders", orders, ORDERS);
        if (evaluations != null && evaluations < LEAST_EVALUATIONS) {
            throw new UsageException(
                    "--evaluations = " + evaluations + " is below 100. Each coalition needs hundreds.");
        }
        Scenario scenario = answer.scenario();
        if (scenario.chase().breakaway() == Breakaway.NONE) {
            throw new UsageException("decide: " + scenario.file() + " has no break to catch. Use plan.");
        }
        Stakes stakes = scenario.stakes()
                .orElseThrow(
                        () -> new InputException(
                                scenario.file(),
                                0,
                                "stakes is missing: decide weighs what a catch is worth to the teams. Add stakes, see docs/scenario.md."));
        Kernels.compile(scenario);
        METERS.setLevel(Level.SEVERE);
        return answer.interruptible(interrupt -> decide(scenario, stakes, interrupt));
    }

    private int decide(Scenario scenario, Stakes stakes, Interrupt interrupt) {
        int each = evaluations != null
                ? evaluations
                : stakes.teams().size() <= FEW_TEAMS ? MANY_EVALUATIONS : FEW_EVALUATIONS;
        long startNs = System.nanoTime();
        Decision decision;
        try (SearchBar bar = SearchBar.ofSteps("Planning", answer.showProgress())) {
            decision = Decider.decide(
                    stakes,
                    new Launches(scenario)::chase,
                    scenario.goal().launchKm(),
                    new DecisionOptions(each, seed, Runtime.getRuntime().availableProcessors(), orders),
                    new DecisionListener() {
                        @Override
                        public void onPlanned(int planned, int of) {
                            bar.onStep(planned, of, "coalitions");
                        }

                        @Override
                        public boolean stopAsked() {
                            return interrupt.asked();
                        }
                    });
        } catch (IllegalArgumentException e) {
            throw new InputException(scenario.file(), 0, String.valueOf(e.getMessage()));
        }
        double wallS = (System.nanoTime() - startNs) / (double) TimeUnit.SECONDS.toNanos(1);
        DecisionAnswer shown = DecisionAnswers.of(scenario, decision, wallS);
        answer.write(DecisionJson.of(shown), DecisionText.lines(shown, Ansi.AUTO));
        return shown.possible() ? ExitCode.OK : ExitCode.NO_CATCH;
    }

    /** Chases from other launches, each made once: equal chases have to be one, so that none is planned twice. */
    private record Launches(Scenario scenario, Map<String, Chase> made) {
        Launches(Scenario scenario) {
            this(scenario, new ConcurrentHashMap<>());
        }

        Chase chase(double laterM, boolean toFinish) {
            double launchKm = scenario.goal().launchKm() - laterM / 1_000;
            double endKm = toFinish ? 0 : scenario.goal().catchKm();
            return made.computeIfAbsent(launchKm + " " + endKm, place -> scenario.between(launchKm, endKm));
        }
    }
}
