package io.paceline.app;

import io.paceline.app.cache.PlanStore;
import io.paceline.app.scenario.BreakRiders;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Chase;
import io.paceline.chase.ChaseDigest;
import io.paceline.chase.Outcome;
import io.paceline.optimizer.breakaway.BreakPlan;
import io.paceline.optimizer.breakaway.BreakStudy;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.plan.RotationPlan;
import java.util.Optional;
import java.util.function.Consumer;

/** Plans a break whose riders are known, before anybody chases it. What was planned once is kept. */
final class BreakRun {
    /** Plans to try: a second or two. */
    private static final int EVALUATIONS = 8_000;

    private static final String KEY = "break";

    private final boolean showProgress;
    private final Consumer<String> warning;

    /**
     * A run.
     *
     * @param warning told what went wrong where the answer is right all the same
     */
    BreakRun(boolean showProgress, Consumer<String> warning) {
        this.showProgress = showProgress;
        this.warning = warning;
    }

    /**
     * The scenario with its break on the road; the same one if the break was only observed.
     *
     * @throws InputException if no plan of its riders leaves them what they want to save
     */
    Scenario planned(Scenario scenario) {
        Optional<BreakRiders> found = scenario.breakRiders();
        if (found.isEmpty()) {
            return scenario;
        }
        BreakRiders group = found.get();
        Chase problem = BreakStudy.problem(group.ride(), group.ridersLeft());
        try {
            BreakPlan plan = plan(problem);
            Optional<Outcome> ifAllWorked = problem.team().protectedIds().isEmpty()
                    ? Optional.empty()
                    : Optional.of(plan(BreakStudy.ifAllWorked(problem)).outcome());
            return scenario.withBreak(group.riding(new BreakRiders.Ridden(plan.plan(), plan.outcome(), ifAllWorked)));
        } catch (IllegalArgumentException e) {
            throw new InputException(scenario.file(), 0, String.valueOf(e.getMessage()));
        }
    }

    private BreakPlan plan(Chase problem) {
        PlanStore store = PlanStore.open(ChaseDigest.of(problem) + "-break-" + EVALUATIONS);
        Optional<RotationPlan> known = store.recall(KEY);
        if (known.isPresent()) {
            return BreakStudy.known(problem, known.get());
        }
        SearchOptions options = SearchOptions.evaluations(EVALUATIONS);
        BreakPlan plan;
        try (SearchBar bar = SearchBar.ofSteps("The break", showProgress)) {
            plan = BreakStudy.plan(
                    problem, options, progress -> bar.onStep((int) progress.evaluations(), EVALUATIONS, "plans"));
        }
        if (!plan.outcome().feasible() || plan.outcome().reserveShortJ() > 0) {
            throw new IllegalArgumentException(
                    "breakaway: no plan leaves its riders what they want to save for the sprint."
                            + " Let them save less, or begin with less spent.");
        }
        store.keep(KEY, plan.plan());
        store.save(warning);
        return plan;
    }
}
