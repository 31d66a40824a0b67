package io.paceline.optimizer.limit;

/** Is told how the search for the highest speed gets on. */
@FunctionalInterface
public interface LimitListener {
    /**
     * Called by the searching thread, about ten times a second.
     *
     * @param share of the work that is done, 0 to 1
     * @param speedMPerS best speed so far, m/s; 0 before the first plan
     */
    void onProgress(double share, double speedMPerS);

    /** Does not care. */
    static LimitListener none() {
        return (share, speed) -> {};
    }
}
