package io.paceline.optimizer.rotation;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Aim;
import io.paceline.optimizer.rotation.draft.Cost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Searches side by side that know nothing of each other; the best plan of all counts. Lines freeze early in a search, by chance into better or
 * worse ones: the better of two searches of a second misses half to nine tenths of what one misses on roads of several sectors ({@code benchmarks/QUALITY.md}). Where
 * a plan was given, every second search begins from nothing, for a plan may be a trap.
 */
final class ParallelPlanner implements RotationPlanner {
    private final List<StagedPlanner> planners;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    ParallelPlanner(int searches) {
        planners =
                IntStream.range(0, searches).mapToObj(i -> new StagedPlanner()).toList();
    }

    @Override
    public SearchResult plan(ChaseKernel kernel, SearchOptions options, SearchListener listener) {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("this planner is searching already. Make one for each search.");
        }
        try {
            stopped = false;
            return new Searches(kernel, options).run(listener);
        } finally {
            running.set(false);
        }
    }

    @Override
    public void stop() {
        stopped = true;
        planners.forEach(StagedPlanner::stop);
    }

    private static void inThread(Runnable search) {
        Thread thread = new Thread(search, "paceline-search");
        thread.setDaemon(true);
        thread.start();
    }

    /** The limits of one of the searches, and a seed that no search beside it has, nor any with another seed of the whole. */
    private static SearchOptions optionsOf(int search, int count, SearchOptions whole) {
        long all = whole.maxEvaluations();
        return new SearchOptions(
                count * whole.seed() + search,
                all == Long.MAX_VALUE ? all : all / count + (search < all % count ? 1 : 0),
                whole.maxSeconds(),
                search % 2 == 0 ? whole.start() : Optional.empty());
    }

    /** One run of all of them. */
    private final class Searches {
        private final ChaseKernel kernel;
        private final SearchOptions options;
        private final int count;
        private final long[] evaluations;
        private Cost best = Cost.WORST;

        Searches(ChaseKernel kernel, SearchOptions options) {
            this.kernel = kernel;
            this.options = options;
            count = (int) Math.min(planners.size(), options.maxEvaluations());
            evaluations = new long[count];
        }

        SearchResult run(SearchListener listener) {
            List<CompletableFuture<SearchResult>> others = IntStream.range(1, count)
                    .mapToObj(search -> CompletableFuture.supplyAsync(
                            () -> search(search, SearchListener.none()), ParallelPlanner::inThread))
                    .toList();
            List<SearchResult> results = new ArrayList<>();
            try {
                results.add(search(0, listener));
            } finally {
                if (results.isEmpty()) {
                    stop(); // a fault: nobody waits for what the others find
                }
                CompletableFuture.allOf(others.toArray(new CompletableFuture<?>[0]))
                        .handle((nothing, fault) -> fault == null)
                        .join();
            }
            others.forEach(other -> results.add(other.join()));
            SearchResult found = best(results);
            listener.onProgress(StagedPlanner.progress(found.wallS(), found.evaluations(), costOf(found)));
            return found;
        }

        private SearchResult search(int search, SearchListener listener) {
            StagedPlanner planner = planners.get(search);
            return planner.plan(kernel, optionsOf(search, count, options), (elapsedS, ridden, cost) -> {
                listener.onProgress(merged(search, elapsedS, ridden, cost));
                if (stopped) {
                    planner.stop(); // it was said before this one began
                }
            });
        }

        private synchronized SearchProgress merged(int search, double elapsedS, long ridden, Cost cost) {
            evaluations[search] = ridden;
            best = cost.beats(best) ? cost : best;
            return StagedPlanner.progress(elapsedS, Arrays.stream(evaluations).sum(), best);
        }

        /** The cheapest; of equals that of the first search. */
        private SearchResult best(List<SearchResult> results) {
            SearchResult cheapest = results.get(0);
            double wallS = 0;
            boolean anyStopped = false;
            long ridden = 0;
            for (SearchResult result : results) {
                cheapest = costOf(result).beats(costOf(cheapest)) ? result : cheapest;
                wallS = Math.max(wallS, result.wallS());
                anyStopped |= result.stopped();
                ridden += result.evaluations();
            }
            return new SearchResult(
                    cheapest.plan(), cheapest.outcome(), cheapest.score(), options.seed(), ridden, wallS, anyStopped);
        }

        private Cost costOf(SearchResult result) {
            return new Aim(kernel).cost(result.plan(), result.outcome());
        }
    }
}
