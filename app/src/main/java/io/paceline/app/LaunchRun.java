package io.paceline.app;

import io.paceline.app.cache.PlanStore;
import io.paceline.app.report.LaunchAnswer;
import io.paceline.app.report.LaunchRow;
import io.paceline.app.report.Suggestion;
import io.paceline.app.scenario.Goal;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.study.Suggestions;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.launch.LaunchCurve;
import io.paceline.optimizer.launch.LaunchOptions;
import io.paceline.optimizer.launch.LaunchPoint;
import io.paceline.optimizer.launch.LaunchProgress;
import io.paceline.optimizer.launch.LaunchStudy;
import io.paceline.optimizer.launch.Launches;
import java.util.List;
import java.util.Optional;

/** Runs one study of launches with its progress bar and turns the curve into an answer. */
final class LaunchRun {
    private final Scenario scenario;
    private final LaunchOptions options;
    private final boolean showProgress;
    private final Launches launches;
    private final PlanStore store;

    LaunchRun(Scenario scenario, LaunchOptions options, boolean showProgress) {
        this.scenario = scenario;
        this.options = options;
        this.showProgress = showProgress;
        launches = new Launches(scenario.chase());
        store = PlanStore.open(LaunchStudy.contentKey(scenario.chase(), options));
    }

    /** Where the plans of this study are kept. */
    PlanStore store() {
        return store;
    }

    LaunchAnswer run(Interrupt interrupt) {
        long startNs = System.nanoTime();
        boolean fromCache = !store.isEmpty();
        LaunchCurve curve;
        try (SearchBar bar = SearchBar.ofSteps("Launches", showProgress)) {
            LaunchStudy study = new LaunchStudy(scenario.chase(), options, store, progress -> show(bar, progress));
            interrupt.onStop(study::stop);
            curve = study.run();
        }
        List<String> remedies = curve.latest().isPresent() ? List.of() : remedies(curve.nearest(), interrupt);
        Optional<LaunchPoint> cheapest = curve.cheapest();
        Optional<LaunchPoint> latest = curve.latest();
        return new LaunchAnswer(
                scenario,
                curve.points().stream()
                        .map(point -> row(point, is(point, cheapest), is(point, latest)))
                        .toList(),
                curve.safe().map(safe -> new LaunchAnswer.Safe(toGoKm(safe.launchM()), toGoKm(safe.catchM()))),
                new GapFan(scenario, launches).lines(curve),
                new LaunchAnswer.Facts(
                        options.stepM() / 1_000,
                        options.evaluations(),
                        options.seed(),
                        100 * options.surprise(),
                        (System.nanoTime() - startNs) * 1e-9,
                        fromCache,
                        curve.complete()),
                remedies);
    }

    private static void show(SearchBar bar, LaunchProgress progress) {
        bar.onStep(progress.done(), progress.steps(), progress.feasible() + " that catch");
    }

    private static boolean is(LaunchPoint point, Optional<LaunchPoint> other) {
        return other.isPresent() && point.launchM() == other.get().launchM();
    }

    private LaunchRow row(LaunchPoint point, boolean cheapest, boolean latest) {
        return new LaunchRow(
                toGoKm(point.launchM()),
                point.outcome(),
                point.neededMPerS(),
                point.leastBalanceFraction(),
                point.boundJ(),
                point.impossible(),
                cheapest,
                latest);
    }

    private double toGoKm(double afterStartM) {
        return GapFan.toGoKm(scenario, afterStartM);
    }

    /** What would have to change for the launch that comes nearest. */
    private List<String> remedies(LaunchPoint nearest, Interrupt interrupt) {
        ChaseKernel kernel = ChaseKernel.compile(launches.from(nearest.launchM()));
        Suggestions suggestions = nearest.launchM() == 0
                ? Suggestions.launchedEarlier(launchedAtStart(), kernel, options.seed())
                : Suggestions.launchedHere(kernel, options.seed());
        return suggestions.of(nearest.plan(), news -> {}, interrupt::asked).stream()
                .map(Suggestion::sentence)
                .toList();
    }

    private Scenario launchedAtStart() {
        Goal goal = new Goal(
                scenario.goal().startKm(),
                scenario.goal().startKm(),
                scenario.goal().catchKm());
        return scenario.withGoal(goal, launches.from(0));
    }
}
