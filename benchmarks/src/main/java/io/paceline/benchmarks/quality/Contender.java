package io.paceline.benchmarks.quality;

import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;

/**
 * A search that takes part. Everything it measures goes through {@link Trials#measure}: one kernel, one cost, one clock for all. One
 * thread.
 */
public interface Contender {
    /** What it is called in tables. */
    String title();

    /** Whether it can do anything with a chase. */
    default boolean suits(DraftSpace space) {
        return true;
    }

    /** Searches until {@link Trials#over()}, or until it is at its end. */
    void search(DraftSpace space, Trials trials, long seed);
}
