package io.paceline.optimizer.rotation;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Opening;
import io.paceline.optimizer.rotation.draft.Polish;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.LocalSearch;
import io.paceline.plan.RotationPlan;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Searches in stages that share one account: an opening, a polish of its pace, local search, and a polish of what that found. */
final class StagedPlanner implements RotationPlanner {
    private static final double FIRST_POLISH_UNTIL = 0.10;
    private static final double SEARCH_UNTIL = 0.85;

    private final AtomicReference<@Nullable Trials> running = new AtomicReference<>();

    @Override
    public SearchResult plan(ChaseKernel kernel, SearchOptions options, SearchListener listener) {
        DraftSpace space = new DraftSpace(kernel);
        Trials trials = new Trials(
                space, options.maxEvaluations(), options.maxSeconds(), (s, n, cost) -> tell(listener, s, n, cost));
        if (!running.compareAndSet(null, trials)) {
            throw new IllegalStateException("this planner is searching already. Make one for each search.");
        }
        try {
            return search(space, trials, options, listener);
        } finally {
            running.set(null);
        }
    }

    @Override
    public void stop() {
        Trials trials = running.get();
        if (trials != null) {
            trials.stop();
        }
    }

    private static SearchResult search(
            DraftSpace space, Trials trials, SearchOptions options, SearchListener listener) {
        ChaseKernel kernel = space.kernel();
        Outcome given =
                options.start().map(kernel::evaluate).orElse(null); // first, for it refuses a plan that does not fit
        CostMeter meter = new CostMeter(space);
        if (options.start().isPresent()) {
            trials.measure(meter, space.nearest(options.start().get()));
        }
        new Opening(space, meter, trials).play();
        Polish polish = new Polish(space, meter, trials);
        polish.polish(trials.best(), FIRST_POLISH_UNTIL);
        if (!trials.usedUp(SEARCH_UNTIL)) {
            new LocalSearch().search(space, trials, trials.best(), options.seed(), SEARCH_UNTIL);
        }
        polish.polish(trials.best(), 1);
        RotationPlan plan = space.toPlan(trials.best());
        Outcome outcome = kernel.evaluate(plan);
        if (given != null && costOf(given).beats(costOf(outcome))) {
            plan = options.start().get();
            outcome = given;
        }
        Cost cost = costOf(outcome);
        tell(listener, trials.elapsedS(), trials.evaluations(), cost);
        return new SearchResult(
                plan,
                outcome,
                "%dhard/%dmedium/%dsoft".formatted(-cost.hardUnits(), -cost.mediumUnits(), -cost.softUnits()),
                options.seed(),
                trials.evaluations(),
                trials.elapsedS(),
                trials.isStopped());
    }

    private static Cost costOf(Outcome outcome) {
        double lateMs = outcome.inTime() ? 0 : -1_000 * outcome.marginS();
        return new Cost(outcome.overdrawnJ() + lateMs, outcome.reserveShortJ(), outcome.collectiveJ());
    }

    private static void tell(SearchListener listener, double elapsedS, long evaluations, Cost cost) {
        listener.onProgress(
                new SearchProgress(elapsedS, evaluations, cost.soft(), cost.feasible(), Math.ceil(cost.hard())));
    }
}
