package io.paceline.optimizer.launch;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.exact.LaunchBounds;
import io.paceline.optimizer.rotation.PlanTransfer;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.plan.RotationPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Plans single launches; any number of threads may do so at once. */
final class LaunchSearch {
    /** Enough for the least bad plan of a launch that cannot succeed. */
    private static final int SHORT = 100;

    /** A plan with nothing to start from is searched so many times as long. */
    private static final int FROM_NOTHING = 3;

    private final Launches launches;
    private final LaunchOptions options;
    private final @Nullable LaunchBounds bounds;
    private final Set<RotationPlanner> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    LaunchSearch(Launches launches, LaunchOptions options) {
        this.launches = launches;
        this.options = options;
        boolean bounded = launches.chase().team().size() <= LaunchBounds.MOST_RIDERS;
        bounds = bounded ? new LaunchBounds(launches.chase()) : null;
    }

    /** A launch whose plan is known. */
    LaunchPoint known(double launchM, RotationPlan plan) {
        ChaseKernel kernel = ChaseKernel.compile(launches.from(launchM));
        return point(launchM, kernel, plan, kernel.evaluate(plan), boundJ(kernel, launchM));
    }

    /** The best plan of a launch, from the plans of its neighbours where there are any. */
    LaunchPoint search(double launchM, List<LaunchPoint> neighbours) {
        ChaseKernel kernel = ChaseKernel.compile(launches.from(launchM));
        double boundJ = boundJ(kernel, launchM);
        boolean hopeless = tooFast(kernel) || EnergyBudget.isShort(kernel, boundJ);
        int evaluations = hopeless ? SHORT : options.evaluations() * (neighbours.isEmpty() ? FROM_NOTHING : 1);
        SearchOptions search = SearchOptions.evaluations(evaluations).withSeed(options.seed());
        Candidate start = bestOf(kernel, neighbours);
        return point(launchM, kernel, boundJ, plan(kernel, start == null ? search : search.withStart(start.plan)));
    }

    /** The same launch again, if a neighbour's plan does better here than its own. */
    LaunchPoint improved(LaunchPoint point, List<LaunchPoint> neighbours) {
        ChaseKernel kernel = ChaseKernel.compile(launches.from(point.launchM()));
        Candidate start = bestOf(kernel, neighbours);
        if (start == null
                || point.impossible()
                || LaunchPoint.BEST_FIRST.compare(start.outcome, point.outcome()) >= 0) {
            return point;
        }
        SearchOptions search = SearchOptions.evaluations(options.evaluations()).withSeed(options.seed());
        return point(point.launchM(), kernel, point.boundJ(), plan(kernel, search.withStart(start.plan)));
    }

    /** A plan for a break that rides faster from the launch on, which leaves everybody his reserve; empty if none was found. */
    Optional<SafeLaunch> safe(LaunchPoint point) {
        Chase usual = launches.from(point.launchM());
        ChaseKernel kernel = surprised(usual, point);
        SearchOptions search = SearchOptions.evaluations(options.evaluations()).withSeed(options.seed());
        Candidate found = plan(kernel, search.withStart(PlanTransfer.onto(point.plan(), usual, kernel)));
        boolean safe = found.outcome.feasible() && found.outcome.reserveShortJ() <= 0;
        return safe ? Optional.of(safe(usual, kernel, point, found)) : Optional.empty();
    }

    /** A safe launch whose plan is known. */
    Optional<SafeLaunch> known(LaunchPoint point, RotationPlan plan) {
        Chase usual = launches.from(point.launchM());
        ChaseKernel kernel = surprised(usual, point);
        return Optional.of(safe(usual, kernel, point, new Candidate(plan, kernel.evaluate(plan))));
    }

    private ChaseKernel surprised(Chase usual, LaunchPoint point) {
        return ChaseKernel.compile(usual.toBuilder()
                .breakaway(new QuickerBreak(usual.breakaway(), point.launchM(), options.surprise()))
                .build());
    }

    private static SafeLaunch safe(Chase usual, ChaseKernel kernel, LaunchPoint point, Candidate found) {
        return new SafeLaunch(point.launchM(), found.plan, GapCourse.of(usual, kernel.approachS(), found.outcome));
    }

    /** Makes every search that runs, and every one to come, end soon. */
    void stop() {
        stopped = true;
        running.forEach(RotationPlanner::stop);
    }

    private record Candidate(RotationPlan plan, Outcome outcome) {}

    private @Nullable Candidate bestOf(ChaseKernel kernel, List<LaunchPoint> neighbours) {
        Candidate best = null;
        for (LaunchPoint neighbour : neighbours) {
            RotationPlan plan = PlanTransfer.onto(neighbour.plan(), launches.from(neighbour.launchM()), kernel);
            Outcome outcome = kernel.evaluate(plan);
            if (best == null || LaunchPoint.BEST_FIRST.compare(outcome, best.outcome) < 0) {
                best = new Candidate(plan, outcome);
            }
        }
        return best;
    }

    private Candidate plan(ChaseKernel kernel, SearchOptions search) {
        RotationPlanner planner = RotationPlanner.optaPlanner();
        running.add(planner);
        try {
            // whoever was stopped between the loop and the search looks at one plan and goes home
            var result = planner.plan(
                    kernel, stopped ? new SearchOptions(0, 1, 1, search.start()) : search, SearchListener.none());
            return new Candidate(result.plan(), result.outcome());
        } finally {
            running.remove(planner);
        }
    }

    private LaunchPoint point(double launchM, ChaseKernel kernel, double boundJ, Candidate found) {
        return point(launchM, kernel, found.plan, found.outcome, boundJ);
    }

    private static LaunchPoint point(
            double launchM, ChaseKernel kernel, RotationPlan plan, Outcome outcome, double boundJ) {
        double lengthM = kernel.chase().road().lengthM();
        double neededMPerS = kernel.targetS() > 0 ? lengthM / kernel.targetS() : Double.POSITIVE_INFINITY;
        boolean impossible =
                neededMPerS > kernel.chase().topSpeedMPerS() * (1 + 1e-9) || EnergyBudget.isShort(kernel, boundJ);
        return new LaunchPoint(launchM, neededMPerS, plan, outcome, boundJ, impossible && !outcome.feasible());
    }

    /** 0 where nothing is proved: the top speed is too slow, or the team is too large. */
    private double boundJ(ChaseKernel kernel, double launchM) {
        return bounds == null || tooFast(kernel) ? 0 : bounds.boundJ(kernel, launchM);
    }

    private static boolean tooFast(ChaseKernel kernel) {
        double lengthM = kernel.chase().road().lengthM();
        return kernel.targetS() * kernel.chase().topSpeedMPerS() < lengthM * (1 - 1e-9);
    }
}
