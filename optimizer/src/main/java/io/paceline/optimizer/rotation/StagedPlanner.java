package io.paceline.optimizer.rotation;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Opening;
import io.paceline.optimizer.rotation.draft.Polish;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.LocalSearch;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Searches in stages that share one account: an opening, a descent of its pace, rounds of local search, and a polish
 * of the best pace. */
final class StagedPlanner implements RotationPlanner {
    private static final double PACE_UNTIL = 0.15;

    /** Shares of the account at which the rounds of local search end; all but the last begin at the opening. */
    private static final double[] ROUND_ENDS = {0.50, 0.75, 0.92};

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
        improve(space, meter, trials, options.seed());
        Found found = tidied(kernel, space.toPlan(trials.best()));
        if (given != null && costOf(options.start().get(), given).beats(costOf(found.plan, found.outcome))) {
            found = new Found(options.start().get(), given);
        }
        tell(listener, trials.elapsedS(), trials.evaluations(), costOf(found.plan, found.outcome));
        return new SearchResult(
                found.plan,
                found.outcome,
                score(found.plan, found.outcome),
                options.seed(),
                trials.evaluations(),
                trials.elapsedS(),
                trials.isStopped());
    }

    private record Found(RotationPlan plan, Outcome outcome) {}

    private static Found tidied(ChaseKernel kernel, RotationPlan plan) {
        Outcome outcome = kernel.evaluate(plan);
        RotationPlan plainer =
                withoutBurnsThatNeverHappen(plan, outcome, kernel.chase().team());
        Outcome same = kernel.evaluate(plainer);
        return costOf(plan, outcome).beats(costOf(plainer, same)) ? new Found(plan, outcome) : new Found(plainer, same);
    }

    /** Nobody is told to leave after more turns than there are until the catch. */
    private static RotationPlan withoutBurnsThatNeverHappen(RotationPlan plan, Outcome outcome, Team team) {
        List<Pull> pulls = new ArrayList<>();
        for (Pull pull : plan.pulls()) {
            int turns = outcome.riders().get(team.slot(pull.riderId())).turns();
            pulls.add(pull.burnedAfterTurns() > turns ? new Pull(pull.riderId(), pull.seconds()) : pull);
        }
        return new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts());
    }

    private static String score(RotationPlan plan, Outcome outcome) {
        Cost cost = costOf(plan, outcome);
        return "%dhard/%dmedium/%dsoft".formatted(-cost.hardUnits(), -cost.mediumUnits(), -cost.softUnits());
    }

    private static void improve(DraftSpace space, CostMeter meter, Trials trials, long seed) {
        Polish polish = new Polish(space, meter, trials);
        polish.descend(trials.best(), PACE_UNTIL);
        Draft opening = trials.best();
        for (int round = 0; round < ROUND_ENDS.length; round++) {
            double until = ROUND_ENDS[round];
            if (!trials.usedUp(until)) {
                // late acceptance never goes below its start: from the best, it could not leave the hill it stands on
                Draft start = round == ROUND_ENDS.length - 1 ? trials.best() : opening;
                new LocalSearch().search(space, trials, start, seed * ROUND_ENDS.length + round, until);
            }
        }
        polish.polish(trials.best(), 1);
    }

    private static Cost costOf(RotationPlan plan, Outcome outcome) {
        double lateMs = outcome.inTime() ? 0 : -1_000 * outcome.marginS();
        long burned = plan.pulls().stream()
                .filter(pull -> pull.burnedAfterTurns() > 0)
                .count();
        return Cost.of(outcome.overdrawnJ() + lateMs, outcome.reserveShortJ(), (int) burned, outcome.collectiveJ());
    }

    private static void tell(SearchListener listener, double elapsedS, long evaluations, Cost cost) {
        listener.onProgress(
                new SearchProgress(elapsedS, evaluations, cost.soft(), cost.feasible(), Math.ceil(cost.hard())));
    }
}
