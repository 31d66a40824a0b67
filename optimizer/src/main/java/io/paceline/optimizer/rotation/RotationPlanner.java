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

    /** The planner that searches with OptaPlanner. */
    static RotationPlanner optaPlanner() {
        return new StagedPlanner();
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
