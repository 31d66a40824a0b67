package io.paceline.optimizer.rotation;

import io.paceline.kernel.ChaseKernel;

/**
 * Finds the plan that catches with the least collective energy. One search at a time; {@link #stop()} may come from any thread.
 *
 * <pre>{@code
 * SearchResult best = RotationPlanner.optaPlanner()
 *         .plan(ChaseKernel.compile(chase), SearchOptions.seconds(5), SearchListener.none());
 * }</pre>
 */
public interface RotationPlanner {
    /** Most searches side by side. */
    int MOST_SEARCHES = 256;

    /** The planner that searches with OptaPlanner. */
    static RotationPlanner optaPlanner() {
        return new StagedPlanner();
    }

    /**
     * The same with several searches side by side, a thread for each; the best plan of all counts. A limit of evaluations is shared out between them, so
     * equal limits give equal plans only for equal numbers of searches.
     *
     * @param searches 1 to 256
     * @throws IllegalArgumentException if there are fewer or more
     */
    static RotationPlanner optaPlanner(int searches) {
        if (searches < 1 || searches > MOST_SEARCHES) {
            throw new IllegalArgumentException("planner: searches = " + searches + " is outside [1, " + MOST_SEARCHES
                    + "]. One for each core is usual.");
        }
        return searches == 1 ? new StagedPlanner() : new ParallelPlanner(searches);
    }

    /**
     * Searches until the options' limit or {@link #stop()}, whichever comes first, and returns the best plan found: always one that can be
     * evaluated. If no plan was found that catches, it is the least bad one, and {@link Remedies} tells what would help. With a limit of evaluations, equal
     * problems, seeds and limits give equal plans to the last bit, on every machine.
     *
     * @param listener told of progress by the calling thread
     * @throws IllegalArgumentException if the options start from a plan that does not fit the chase
     * @throws IllegalStateException if this planner is searching already
     */
    SearchResult plan(ChaseKernel kernel, SearchOptions options, SearchListener listener);

    /** Makes a running {@link #plan} return soon with the best so far. Without one running, it does nothing. */
    void stop();
}
