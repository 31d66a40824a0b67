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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Searches in {@link Stages} and turns the best draft into a plan. */
final class StagedPlanner implements RotationPlanner {
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
        Aim aim = new Aim(kernel);
        Outcome given =
                options.start().map(kernel::evaluate).orElse(null); // first, for it refuses a plan that does not fit
        Stages.play(space, trials, options.start().map(space::nearest), options.seed());
        Found found = tidied(kernel, aim, space.toPlan(trials.best()));
        if (given != null && costOf(aim, options.start().get(), given).beats(costOf(aim, found.plan, found.outcome))) {
            found = new Found(options.start().get(), given);
        }
        tell(listener, trials.elapsedS(), trials.evaluations(), costOf(aim, found.plan, found.outcome));
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

    private static Found tidied(ChaseKernel kernel, Aim aim, RotationPlan plan) {
        Outcome outcome = kernel.evaluate(plan);
        RotationPlan plainer =
                withoutBurnsThatNeverHappen(plan, outcome, kernel.chase().team());
        Outcome same = kernel.evaluate(plainer);
        return costOf(aim, plan, outcome).beats(costOf(aim, plainer, same))
                ? new Found(plan, outcome)
                : new Found(plainer, same);
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

    private static String score(Aim aim, RotationPlan plan, Outcome outcome) {
        Cost cost = costOf(aim, plan, outcome);
        return "%dhard/%dmedium/%dsoft".formatted(-cost.hardUnits(), -cost.mediumUnits(), -cost.softUnits());
    }

    private static Cost costOf(Aim aim, RotationPlan plan, Outcome outcome) {
        double lateMs = outcome.inTime() ? 0 : -1_000 * outcome.marginS();
        long burned = plan.pulls().stream()
                .filter(pull -> pull.burnedAfterTurns() > 0)
                .count();
        double hard = outcome.overdrawnJ() + lateMs + aim.missing(outcome.ridersMissing());
        return Cost.of(hard, outcome.reserveShortJ(), aim.burned((int) burned), aim.soft(outcome));
    }

    private static void tell(SearchListener listener, double elapsedS, long evaluations, Cost cost) {
        listener.onProgress(
                new SearchProgress(elapsedS, evaluations, cost.soft(), cost.feasible(), Math.ceil(cost.hard())));
    }
}
