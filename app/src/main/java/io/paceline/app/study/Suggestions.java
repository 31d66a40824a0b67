package io.paceline.app.study;

import io.paceline.app.report.Answer;
import io.paceline.app.report.Suggestion;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Remedies;
import io.paceline.optimizer.rotation.Remedy;
import io.paceline.optimizer.rotation.RemedyListener;
import io.paceline.optimizer.rotation.RemedyOptions;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;

/** Looks for what would help a chase that fails, and says it in the report's words. */
public final class Suggestions {
    /** An earlier launch than this is another chase, m. */
    private static final double MOST_EARLIER_M = 20_000;

    /** Plans tried for each change: some seconds for all of them. */
    private static final int EVALUATIONS = 5_000;

    private final ChaseKernel kernel;
    private final RemedyOptions effort;
    private final Optional<DoubleFunction<Chase>> launchEarlierByM;

    private Suggestions(ChaseKernel kernel, RemedyOptions effort, Optional<DoubleFunction<Chase>> launchEarlierByM) {
        this.kernel = kernel;
        this.effort = effort;
        this.launchEarlierByM = launchEarlierByM;
    }

    /** For the chase of a scenario, which may be launched earlier too. */
    public static Suggestions launchedEarlier(Scenario scenario, ChaseKernel kernel, long seed) {
        double mostEarlierM = Math.min(MOST_EARLIER_M, scenario.roomBeforeLaunchM());
        return new Suggestions(
                kernel, new RemedyOptions(seed, EVALUATIONS, mostEarlierM), Optional.of(scenario::launchedEarlier));
    }

    /** For a chase that is launched where it is. */
    public static Suggestions launchedHere(ChaseKernel kernel, long seed) {
        return new Suggestions(kernel, new RemedyOptions(seed, EVALUATIONS, 0), Optional.empty());
    }

    /** Whether there is anything to look for: nothing helps a ride for time, and nothing has to help one that succeeds. */
    public static boolean areWanted(Answer answer) {
        return !answer.outcome().feasible() && !answer.scenario().chase().goal().fastest();
    }

    /**
     * All of them.
     *
     * @param plan the least bad one
     * @param news told of those that are known, each time that there is one more
     * @param stop asked often; once true, what is known so far is returned
     */
    public List<Suggestion> of(RotationPlan plan, Consumer<List<Suggestion>> news, BooleanSupplier stop) {
        List<Suggestion> known = new ArrayList<>();
        Remedies.find(kernel, plan, effort, launchEarlierByM, new RemedyListener() {
            @Override
            public void onRemedy(Remedy remedy) {
                known.add(inWords(remedy));
                news.accept(List.copyOf(known));
            }

            @Override
            public boolean isStopped() {
                return stop.getAsBoolean();
            }
        });
        return List.copyOf(known);
    }

    private static Suggestion inWords(Remedy remedy) {
        String kind = switch (remedy.kind()) {
            case LESS_GAP_S -> "lessGapS";
            case ONE_MORE_WORKER -> "moreWorkers";
            case EARLIER_LAUNCH_M -> "earlierLaunchM";
        };
        boolean elsewhere = remedy.kind() == Remedy.Kind.EARLIER_LAUNCH_M && remedy.found();
        return new Suggestion(
                kind,
                remedy.amount(),
                remedy.found(),
                elsewhere ? remedy.sentence() + " (The gap is taken to be the same there.)" : remedy.sentence());
    }
}
