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
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.plan.RotationPlan;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Plans a break whose riders are known, before anybody chases it. What was planned once is kept. */
final class BreakRun {
    /** Plans to try: a second or two. */
    private static final int EVALUATIONS = 8_000;

    private static final String KEY = "break";

    private final boolean showProgress;
    private final Consumer<String> warning;
    private final Optional<Interrupt> interrupt;

    /**
     * A run.
     *
     * @param warning told what the user should know though there is an answer, or why there is none
     * @param interrupt ends it early; empty if nothing does
     */
    BreakRun(boolean showProgress, Consumer<String> warning, Optional<Interrupt> interrupt) {
        this.showProgress = showProgress;
        this.warning = warning;
        this.interrupt = interrupt;
    }

    /**
     * The scenario with its break on the road; the same one if the break was only observed.
     *
     * @throws InputException if no plan of its riders leaves them what they want to save
     * @throws StoppedException if it was ended early: to chase a break that is planned by half would only seem to be an answer
     */
    Scenario planned(Scenario scenario) {
        return planned(scenario, () -> false);
    }

    /**
     * The same for somebody who may want it no more.
     *
     * @param stop asked often
     * @throws InputException if no plan of its riders leaves them what they want to save
     * @throws CancellationException once it is true
     */
    Scenario planned(Scenario scenario, BooleanSupplier stop) {
        Optional<BreakRiders> found = scenario.breakRiders();
        if (found.isEmpty()) {
            return scenario;
        }
        BreakRiders group = found.get();
        Chase problem = BreakStudy.problem(group.ride(), group.ridersLeft());
        try {
            BreakPlan plan = plan(problem, stop);
            Optional<Outcome> ifAllWorked = problem.team().protectedIds().isEmpty()
                    ? Optional.empty()
                    : Optional.of(plan(BreakStudy.ifAllWorked(problem), stop).outcome());
            return scenario.withBreak(group.riding(new BreakRiders.Ridden(plan.plan(), plan.outcome(), ifAllWorked)));
        } catch (IllegalArgumentException e) {
            throw new InputException(scenario.file(), 0, String.valueOf(e.getMessage()));
        }
    }

    private BreakPlan plan(Chase problem, BooleanSupplier stop) {
        PlanStore store = PlanStore.open(ChaseDigest.of(problem) + "-break-" + EVALUATIONS);
        Optional<RotationPlan> known = store.recall(KEY);
        if (known.isPresent()) {
            return BreakStudy.known(problem, known.get());
        }
        RotationPlanner planner = RotationPlanner.optaPlanner();
        interrupt.ifPresent(stopper -> stopper.onStop(planner::stop));
        BreakPlan plan;
        try (SearchBar bar = SearchBar.ofSteps("The break", showProgress)) {
            plan = BreakStudy.plan(planner, problem, SearchOptions.evaluations(EVALUATIONS), progress -> {
                bar.onStep((int) progress.evaluations(), EVALUATIONS, "plans");
                if (stopped() || stop.getAsBoolean()) {
                    planner.stop(); // it was asked for before the search began
                }
            });
        }
        if (stop.getAsBoolean()) {
            throw new CancellationException("the break is wanted no more");
        }
        if (stopped()) {
            // said here, for the JVM ends as soon as this is handed on
            String message = "Stopped while the break was planned, before anybody chased it: there is nothing to show."
                    + " It takes some seconds.";
            warning.accept("paceline: " + message);
            throw new StoppedException(message);
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

    private boolean stopped() {
        return interrupt.map(Interrupt::asked).orElse(false);
    }
}
