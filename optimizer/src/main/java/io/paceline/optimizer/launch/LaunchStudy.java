package io.paceline.optimizer.launch;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseDigest;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/**
 * Plans one chase from every place where it could be launched. Coarse to fine: every eighth launch first, then those between, each from
 * the plans of its neighbours, then every one whose neighbours know better once more; last the edge of what is possible, to 100 m, and the
 * latest launch that forgives a surprise. Equal problems and options give equal curves, however many threads search. One run at a
 * time; {@link #stop()} may come from any thread.
 */
public final class LaunchStudy {
    /** How finely the latest launch is found, m. */
    public static final double EDGE_M = 100;

    private static final String SAFE = "safe ";

    private final Launches launches;
    private final LaunchOptions options;
    private final PlanMemory memory;
    private final LaunchListener listener;
    private final LaunchSearch search;
    private final ConcurrentSkipListMap<Double, LaunchPoint> points = new ConcurrentSkipListMap<>();
    private final Set<Double> recalled = ConcurrentHashMap.newKeySet();
    private int steps;
    private int done;
    private int feasible;
    private volatile boolean stopped;

    /** A study of one chase; where it is launched itself does not matter. */
    public LaunchStudy(Chase chase, LaunchOptions options, PlanMemory memory, LaunchListener listener) {
        launches = new Launches(chase);
        this.options = options;
        this.memory = memory;
        this.listener = listener;
        search = new LaunchSearch(launches, options);
    }

    /** What a study is about, as one text: equal for equal chases and options. Names what belongs into a {@link PlanMemory}. */
    public static String contentKey(Chase chase, LaunchOptions options) {
        return ChaseDigest.of(new Launches(chase).from(0)) + "-launch-" + options.stepM() + "-" + options.evaluations()
                + "-" + options.seed() + "-" + options.surprise();
    }

    /** Makes a running study return soon with what it has. */
    public void stop() {
        stopped = true;
        search.stop();
    }

    /** Plans every launch. A study that was stopped returns the launches that it had planned; at least one. */
    public LaunchCurve run() {
        List<List<Double>> levels = LaunchGrid.levels(launches, options.stepM());
        steps = levels.stream().mapToInt(List::size).sum();
        ExecutorService threads = Executors.newFixedThreadPool(options.threads(), LaunchStudy::daemon);
        try {
            for (List<Double> level : levels) {
                solve(level, threads);
            }
            improve(threads);
            refineEdge();
            Optional<SafeLaunch> safe = safe();
            if (!stopped) {
                points.forEach((launchM, point) -> memory.keep(key(launchM), point.plan()));
                safe.ifPresent(found -> memory.keep(SAFE + key(found.launchM()), found.plan()));
            }
            return new LaunchCurve(List.copyOf(points.values()), stopped ? Optional.empty() : safe, !stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "paceline-launch");
        thread.setDaemon(true);
        return thread;
    }

    /** Plans some launches at once, each from what was known before any of them. */
    private void solve(List<Double> level, ExecutorService threads) {
        Map<Double, Future<LaunchPoint>> running = new TreeMap<>();
        NavigableMap<Double, LaunchPoint> known = new TreeMap<>(points);
        for (double launchM : level) {
            if (stopped && !(points.isEmpty() && running.isEmpty())) {
                break;
            }
            running.put(launchM, threads.submit(() -> told(solved(launchM, neighbours(known, launchM)))));
        }
        running.forEach((launchM, future) -> points.put(launchM, result(future)));
    }

    private LaunchPoint solved(double launchM, List<LaunchPoint> neighbours) {
        return fromMemory(launchM).orElseGet(() -> search.search(launchM, neighbours));
    }

    private Optional<LaunchPoint> fromMemory(double launchM) {
        synchronized (memory) {
            Optional<LaunchPoint> point = memory.recall(key(launchM)).map(plan -> search.known(launchM, plan));
            point.ifPresent(found -> recalled.add(launchM));
            return point;
        }
    }

    private static String key(double launchM) {
        return "launch " + launchM;
    }

    private static List<LaunchPoint> neighbours(NavigableMap<Double, LaunchPoint> known, double launchM) {
        List<LaunchPoint> neighbours = new ArrayList<>();
        Optional.ofNullable(known.lowerEntry(launchM)).ifPresent(entry -> neighbours.add(entry.getValue()));
        Optional.ofNullable(known.higherEntry(launchM)).ifPresent(entry -> neighbours.add(entry.getValue()));
        return neighbours;
    }

    private void improve(ExecutorService threads) {
        NavigableMap<Double, LaunchPoint> known = new TreeMap<>(points);
        UnaryOperator<LaunchPoint> improvement = point -> search.improved(point, neighbours(known, point.launchM()));
        List<Future<LaunchPoint>> running = new ArrayList<>();
        for (LaunchPoint point : known.values()) {
            if (!stopped && !recalled.contains(point.launchM())) {
                running.add(threads.submit(() -> improvement.apply(point)));
            }
        }
        for (Future<LaunchPoint> future : running) {
            LaunchPoint point = result(future);
            points.put(point.launchM(), point);
        }
    }

    /** Halves the step between the latest launch that can succeed and the next one until they are 100 m apart. */
    private void refineEdge() {
        Optional<Double> latest = points.values().stream()
                .filter(LaunchPoint::feasible)
                .map(LaunchPoint::launchM)
                .max(Comparator.naturalOrder());
        if (latest.isEmpty() || points.higherKey(latest.get()) == null) {
            return;
        }
        double possibleM = latest.get();
        double failedM = points.higherKey(possibleM);
        while (failedM - possibleM > EDGE_M * 1.5 && !stopped) {
            double middleM = EDGE_M * Math.round((possibleM + failedM) / 2 / EDGE_M);
            LaunchPoint point = told(solved(middleM, neighbours(points, middleM)));
            points.put(middleM, point);
            if (point.feasible()) {
                possibleM = middleM;
            } else {
                failedM = middleM;
            }
        }
    }

    /** The latest launch of those that leave the reserves, by ever longer steps back and then halving between. */
    private Optional<SafeLaunch> safe() {
        for (LaunchPoint point : points.values()) {
            Optional<RotationPlan> plan = memory.recall(SAFE + key(point.launchM()));
            if (plan.isPresent()) {
                return search.known(point, plan.get());
            }
        }
        List<LaunchPoint> candidates = points.values().stream()
                .filter(LaunchPoint::keepsReserve)
                .sorted(Comparator.comparingDouble(LaunchPoint::launchM).reversed())
                .toList();
        int failed = -1;
        int worked = candidates.size();
        Optional<SafeLaunch> found = Optional.empty();
        for (int step = 1; worked - failed > 1 && !stopped; step *= 2) {
            int at = found.isEmpty() ? Math.min(failed + step, worked - 1) : (failed + worked) / 2;
            Optional<SafeLaunch> safe = search.safe(candidates.get(at));
            told();
            if (safe.isPresent()) {
                found = safe;
                worked = at;
            } else {
                failed = at;
            }
        }
        return found;
    }

    private synchronized LaunchPoint told(LaunchPoint point) {
        feasible += point.feasible() ? 1 : 0;
        told();
        return point;
    }

    private synchronized void told() {
        done++;
        steps = Math.max(steps, done);
        listener.onProgress(new LaunchProgress(done, steps, feasible));
    }

    private static LaunchPoint result(Future<LaunchPoint> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the study was interrupted; call stop() instead", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
