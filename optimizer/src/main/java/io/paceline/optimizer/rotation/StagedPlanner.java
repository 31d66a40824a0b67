package io.paceline.optimizer.rotation;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Aim;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.Stages;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Searches in {@link Stages} and turns the best draft into a plan. */
final class StagedPlanner implements RotationPlanner {
    /** Sums of some thousand terms, each right to 1e-15, in another order. */
    private static final double ROUNDING = 1e-9;

    private final AtomicReference<@Nullable Trials> running = new AtomicReference<>();

    /** Is told how a search gets on, by what its best plan costs. */
    @FunctionalInterface
    interface CostListener {
        void onProgress(double elapsedS, long evaluations, Cost best);
    }

    @Override
    public SearchResult plan(ChaseKernel kernel, SearchOptions options, SearchListener listener) {
        return plan(kernel, options, (s, n, cost) -> listener.onProgress(progress(s, n, cost)));
    }

    SearchResult plan(ChaseKernel kernel, SearchOptions options, CostListener listener) {
        DraftSpace space = new DraftSpace(kernel);
        Trials trials = new Trials(space, options.maxEvaluations(), options.maxSeconds(), listener::onProgress);
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

    private static SearchResult search(DraftSpace space, Trials trials, SearchOptions options, CostListener listener) {
        ChaseKernel kernel = space.kernel();
        Aim aim = new Aim(kernel);
        Outcome given =
                options.start().map(kernel::evaluate).orElse(null); // first, for it refuses a plan that does not fit
        Stages.play(space, trials, options.start().map(space::nearest), options.seed());
        Found found = tidied(kernel, space.toPlan(trials.best()));
        if (given != null && aim.cost(options.start().get(), given).beats(aim.cost(found.plan, found.outcome))) {
            found = new Found(options.start().get(), given);
        }
        listener.onProgress(trials.elapsedS(), trials.evaluations(), aim.cost(found.plan, found.outcome));
        return new SearchResult(
                found.plan,
                found.outcome,
                score(aim, found.plan, found.outcome),
                options.seed(),
                trials.evaluations(),
                trials.elapsedS(),
                trials.isStopped());
    }

    private record Found(RotationPlan plan, Outcome outcome) {}

    /** Nobody is told to leave who is at the catch point before: his last turn may have begun by then. */
    private static Found tidied(ChaseKernel kernel, RotationPlan plan) {
        Team team = kernel.chase().team();
        Found found = new Found(plan, kernel.evaluate(plan));
        for (Pull pull : plan.pulls()) {
            int turns = found.outcome.riders().get(team.slot(pull.riderId())).turns();
            if (pull.burnedAfterTurns() > 0 && pull.burnedAfterTurns() >= turns) {
                RotationPlan plainer = staying(found.plan, pull.riderId());
                Outcome outcome = kernel.evaluate(plainer);
                found = sameRide(found.outcome, outcome) ? new Found(plainer, outcome) : found;
            }
        }
        return found;
    }

    private static boolean sameRide(Outcome one, Outcome other) {
        return Math.abs(one.collectiveJ() - other.collectiveJ()) <= ROUNDING * one.collectiveJ()
                && Math.abs(one.timeS() - other.timeS()) <= ROUNDING * one.timeS();
    }

    private static RotationPlan staying(RotationPlan plan, String riderId) {
        List<Pull> pulls = plan.pulls().stream()
                .map(pull -> pull.riderId().equals(riderId) ? new Pull(riderId, pull.seconds()) : pull)
                .toList();
        return new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts());
    }

    private static String score(Aim aim, RotationPlan plan, Outcome outcome) {
        Cost cost = aim.cost(plan, outcome);
        return "%dhard/%dmedium/%dsoft".formatted(-cost.hardUnits(), -cost.mediumUnits(), -cost.softUnits());
    }

    /** What users are told of it. */
    static SearchProgress progress(double elapsedS, long evaluations, Cost best) {
        return new SearchProgress(elapsedS, evaluations, best.soft(), best.feasible(), Math.ceil(best.hard()));
    }
}
