package io.paceline.optimizer.rotation;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * What would help when no plan catches: each remedy is found by planning the changed chase anew, in short searches. A remedy that was not
 * found may still exist; one that was found does.
 */
public final class Remedies {
    /** Grid of an earlier launch, m. */
    public static final int LAUNCH_STEP_M = 500;

    private final ChaseKernel kernel;
    private final RotationPlan best;
    private final RemedyOptions options;
    private final RemedyListener listener;

    private Remedies(ChaseKernel kernel, RotationPlan best, RemedyOptions options, RemedyListener listener) {
        this.kernel = kernel;
        this.best = best;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Looks for the least gap to give away, for one more worker, and for the least earlier launch.
     *
     * @param best the least bad plan so far; the searches start from it
     * @param launchEarlierByM the chase with its launch so many metres earlier, for up to {@link RemedyOptions#mostEarlierM()}; empty if
     *     it cannot be earlier
     * @param listener told of each, and asked whether to go on
     * @return one for each kind that applies; fewer if the listener stopped it
     * @throws IllegalArgumentException if the plan does not fit the chase
     */
    public static List<Remedy> find(
            ChaseKernel kernel,
            RotationPlan best,
            RemedyOptions options,
            Optional<DoubleFunction<Chase>> launchEarlierByM,
            RemedyListener listener) {
        Remedies remedies = new Remedies(kernel, best, options, listener);
        List<Supplier<Remedy>> kinds = new ArrayList<>();
        if (kernel.chase().breakaway().gapS() > 0) {
            kinds.add(remedies::lessGap);
        }
        if (kernel.chase().team().size() < Team.MAX_RIDERS) {
            kinds.add(remedies::oneMoreWorker);
        }
        if (launchEarlierByM.isPresent() && options.mostEarlierM() >= LAUNCH_STEP_M) {
            kinds.add(() -> remedies.earlierLaunch(launchEarlierByM.get()));
        }
        List<Remedy> found = new ArrayList<>();
        for (Supplier<Remedy> kind : kinds) {
            Remedy remedy = kind.get();
            if (listener.isStopped()) {
                break; // what was found last is known by half
            }
            found.add(remedy);
            listener.onRemedy(remedy);
        }
        return List.copyOf(found);
    }

    private Remedy lessGap() {
        Chase chase = kernel.chase();
        double gapS = chase.breakaway().gapS();
        int seconds = least((int) Math.ceil(gapS), lessS -> catches(withGap(chase, Math.max(0, gapS - lessS)), best));
        return seconds > 0
                ? new Remedy(
                        Remedy.Kind.LESS_GAP_S,
                        seconds,
                        true,
                        "With %d s less gap the chase would just succeed.".formatted(seconds))
                : new Remedy(
                        Remedy.Kind.LESS_GAP_S, gapS, false, "Even with no gap at all no plan that catches was found.");
    }

    private static Chase withGap(Chase chase, double gapS) {
        return chase.toBuilder().breakaway(chase.breakaway().withGapS(gapS)).build();
    }

    private Remedy oneMoreWorker() {
        Team team = kernel.chase().team();
        List<Rider> workers = team.riders().stream()
                .filter(rider -> !team.protectedIds().contains(rider.id()))
                .sorted(Comparator.comparingDouble(Rider::criticalPowerW).thenComparing(Rider::id))
                .toList();
        Rider median = workers.get((workers.size() - 1) / 2);
        Rider helper = new Rider(
                newId(team, median.id()),
                median.massKg(),
                median.dragAreaM2(),
                median.criticalPowerW(),
                median.wPrimeJ(),
                median.efficiency(),
                median.recoveryFactor());
        List<Rider> riders = new ArrayList<>(team.riders());
        riders.add(helper);
        List<Pull> pulls = new ArrayList<>(best.pulls());
        pulls.add(new Pull(helper.id(), Pull.MIN_SECONDS));
        List<Double> spentJ = new ArrayList<>(kernel.chase().spentJ());
        if (!spentJ.isEmpty()) {
            spentJ.add(kernel.chase().spentJ(team.slot(median.id())));
        }
        boolean found = catches(
                kernel.chase().toBuilder()
                        .team(new Team(riders, team.protectedIds()))
                        .spentJ(spentJ)
                        .build(),
                new RotationPlan(pulls, best.sitsOn(), best.sectorEfforts()));
        return new Remedy(
                Remedy.Kind.ONE_MORE_WORKER,
                1,
                found,
                found
                        ? "With one more worker like " + median.id() + " the chase would succeed."
                        : "One more worker like " + median.id() + " would not be enough.");
    }

    private static String newId(Team team, String like) {
        String id = like + "+";
        while (isTaken(team, id)) {
            id += "+";
        }
        return id;
    }

    private static boolean isTaken(Team team, String id) {
        return team.riders().stream().anyMatch(rider -> rider.id().equals(id));
    }

    private Remedy earlierLaunch(DoubleFunction<Chase> launchEarlierByM) {
        int most = (int) (options.mostEarlierM() / LAUNCH_STEP_M);
        int steps = least(most, step -> catches(launchEarlierByM.apply((double) step * LAUNCH_STEP_M), best));
        double km = (steps > 0 ? steps : most) * LAUNCH_STEP_M / 1_000.0;
        String sentence = steps > 0
                ? String.format(Locale.ROOT, "Launched %.1f km earlier the chase would just succeed.", km)
                : String.format(Locale.ROOT, "Launched up to %.1f km earlier it would still fail.", km);
        return new Remedy(Remedy.Kind.EARLIER_LAUNCH_M, 1_000 * km, steps > 0, sentence);
    }

    /** The least count that is enough, by doubling and then halving; 0 if none is. More need not always be better: see the doubling. */
    private static int least(int most, IntPredicate enough) {
        int failed = 0;
        int worked = 0;
        for (int count = 1; worked == 0 && failed < most; count = Math.min(most, 2 * count)) {
            if (enough.test(count)) {
                worked = count;
            } else {
                failed = count;
            }
        }
        while (worked - failed > 1) {
            int middle = (failed + worked) / 2;
            if (enough.test(middle)) {
                worked = middle;
            } else {
                failed = middle;
            }
        }
        return worked;
    }

    /** False as well once the listener wants no more: then nobody looks at the remedy. */
    private boolean catches(Chase chase, RotationPlan start) {
        if (listener.isStopped()) {
            return false;
        }
        ChaseKernel changed = ChaseKernel.compile(chase);
        SearchOptions search = SearchOptions.evaluations(options.evaluations()).withSeed(options.seed());
        boolean sameSectors = start.sectorEfforts().size() == chase.road().sectorCount();
        SearchOptions from = sameSectors ? search.withStart(rideable(start, changed)) : search;
        RotationPlanner planner = RotationPlanner.optaPlanner();
        SearchListener stopping = progress -> {
            if (listener.isStopped()) {
                planner.stop();
            }
        };
        return planner.plan(changed, from, stopping).outcome().feasible();
    }

    /** The plan with pulls as long as exchanges take in the changed chase. */
    private static RotationPlan rideable(RotationPlan plan, ChaseKernel changed) {
        int shortestS = new DraftSpace(changed).shortestPullS(plan.pulls().size());
        List<Pull> pulls = plan.pulls().stream()
                .map(pull -> new Pull(pull.riderId(), Math.max(shortestS, pull.seconds()), pull.burnedAfterTurns()))
                .toList();
        return new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts());
    }
}
