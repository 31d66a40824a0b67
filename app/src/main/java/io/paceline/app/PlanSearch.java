package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.Explanation;
import io.paceline.app.report.SearchFacts;
import io.paceline.app.report.SectorRide;
import io.paceline.app.report.Suggestion;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.study.Suggestions;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.PlainPlans;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one search with its progress bar and turns the result into an answer. */
final class PlanSearch {
    /** Pulls of the plain plan that the result is compared with, s. */
    private static final double PLAIN_PULL_S = 60;

    private final Scenario scenario;
    private final ChaseKernel kernel;
    private final SearchOptions options;
    private final boolean showProgress;

    PlanSearch(Scenario scenario, ChaseKernel kernel, SearchOptions options, boolean showProgress) {
        this.scenario = scenario;
        this.kernel = kernel;
        this.options = options;
        this.showProgress = showProgress;
    }

    Answer run(Interrupt interrupt) {
        RotationPlanner planner = RotationPlanner.optaPlanner(searches());
        interrupt.onStop(planner::stop);
        SearchResult result;
        try (SearchBar bar = SearchBar.of(options, kernel.chase().goal().objective(), showProgress)) {
            SearchListener listener = bar::onProgress;
            result = planner.plan(kernel, options, listener);
        }
        RotationPlan plan = result.plan();
        Outcome outcome = result.outcome();
        Answer answer = new Answer(
                scenario,
                plan,
                outcome,
                SectorRide.of(scenario, kernel, plan, outcome),
                Optional.of(new SearchFacts(result.score(), result.seed(), result.evaluations(), result.wallS())),
                List.of(),
                explain(plan, outcome));
        return Suggestions.areWanted(answer) ? helped(answer, interrupt) : answer;
    }

    /** By time one on each core; by a number of plans one, so that every machine finds the same. */
    private int searches() {
        boolean byTime = options.maxEvaluations() == Long.MAX_VALUE;
        return byTime
                ? Math.min(RotationPlanner.MOST_SEARCHES, Runtime.getRuntime().availableProcessors())
                : 1;
    }

    private Answer helped(Answer answer, Interrupt interrupt) {
        List<Suggestion> helping = Suggestions.launchedEarlier(scenario, kernel, options.seed())
                .of(answer.plan(), news -> {}, interrupt::asked);
        // before the comparison with the plain plan
        return answer.suggesting(helping, answer.explanation().size() - 1);
    }

    /** Sentences about a plan; the last one compares it with the plain plan. */
    List<String> explain(RotationPlan plan, Outcome outcome) {
        List<String> sentences = new ArrayList<>(Explanation.ofBest(scenario, plan, outcome));
        double plainS = Math.max(
                PLAIN_PULL_S, kernel.shortestPullS(kernel.chase().team().size()));
        sentences.add(Explanation.comparison(
                kernel.chase().goal().objective(),
                outcome,
                kernel.evaluate(PlainPlans.equalPulls(kernel.chase(), plainS)),
                plainS));
        return sentences;
    }
}
