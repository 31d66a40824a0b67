package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.Explanation;
import io.paceline.app.report.LimitFacts;
import io.paceline.app.report.LimitReport;
import io.paceline.app.report.SearchFacts;
import io.paceline.app.report.SectorRide;
import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.limit.Gain;
import io.paceline.optimizer.limit.GivesOut;
import io.paceline.optimizer.limit.Limit;
import io.paceline.optimizer.limit.LimitListener;
import io.paceline.optimizer.limit.LimitOptions;
import io.paceline.optimizer.limit.TeamLimit;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.rider.Rider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/** Finds the highest speed that a team can hold. */
@Command(
        name = "limit",
        mixinStandardHelpOptions = true,
        description =
                "Finds the highest speed that the team can hold over the road, who gives out first, and what one more"
                        + " watt or rider is worth. After the search these take about as long again. Ctrl-C prints what is known.")
final class LimitCommand implements Callable<Integer> {
    /** Of the progress bar. */
    private static final int STEPS = 1_000;

    @Mixin
    private final AnswerOptions answer = new AnswerOptions();

    @Mixin
    private final SearchEffort effort = new SearchEffort();

    @Override
    public Integer call() throws Exception {
        SearchOptions search = effort.options(1);
        Scenario scenario = answer.scenario();
        List<Rider> bench = answer.bench();
        return answer.interruptible(interrupt -> answer(scenario, new LimitOptions(search, true, bench), interrupt));
    }

    private int answer(Scenario scenario, LimitOptions options, Interrupt interrupt) {
        long startNs = System.nanoTime();
        Limit limit;
        try (SearchBar bar = SearchBar.ofSteps("Limit", answer.showProgress())) {
            LimitListener listener = (share, speedMPerS) -> bar.onStep(
                    (int) Math.round(share * STEPS),
                    STEPS,
                    speedMPerS > 0 ? String.format(Locale.ROOT, "%.2f km/h", 3.6 * speedMPerS) : "");
            limit = TeamLimit.find(scenario.chase(), options, listener, interrupt::asked);
        }
        double wallS = (System.nanoTime() - startNs) * 1e-9;
        LimitFacts facts = facts(scenario, limit);
        Answer plan = plan(
                scenario.withChase(limit.chase()),
                limit,
                facts,
                options.search().seed(),
                wallS);
        answer.write(LimitReport.json(plan, facts), LimitReport.lines(plan, facts, Ansi.AUTO));
        return limit.feasible() ? ExitCode.OK : ExitCode.NO_CATCH;
    }

    private static Answer plan(Scenario scenario, Limit limit, LimitFacts facts, long seed, double wallS) {
        List<String> explanation = new ArrayList<>(Explanation.ofBest(scenario, limit.plan(), limit.outcome()));
        explanation.addAll(LimitReport.sentences(facts));
        return new Answer(
                scenario,
                limit.plan(),
                limit.outcome(),
                SectorRide.of(scenario, ChaseKernel.compile(limit.chase()), limit.plan(), limit.outcome()),
                Optional.of(new SearchFacts(
                        String.format(Locale.ROOT, "%.3f s", limit.outcome().timeS()),
                        seed,
                        limit.evaluations(),
                        wallS)),
                List.of(),
                explanation);
    }

    private static LimitFacts facts(Scenario scenario, Limit limit) {
        return new LimitFacts(
                3.6 * limit.speedMPerS(),
                limit.first().map(first -> first(scenario, first)),
                gains(limit.watts()),
                gains(limit.riders()),
                !limit.stopped());
    }

    private static LimitFacts.First first(Scenario scenario, GivesOut first) {
        return new LimitFacts.First(
                first.riderId(),
                3.6 * first.fasterMPerS(),
                first.timeS(),
                scenario.goal().startKm() - first.distanceM() / 1_000);
    }

    private static List<LimitFacts.Gain> gains(List<Gain> gains) {
        return gains.stream()
                .map(gain -> new LimitFacts.Gain(gain.riderId(), 3.6 * gain.gainMPerS()))
                .toList();
    }
}
