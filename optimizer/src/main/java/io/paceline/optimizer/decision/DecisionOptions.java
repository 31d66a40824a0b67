package io.paceline.optimizer.decision;

/**
 * How hard to search.
 *
 * @param evaluations plans tried for each coalition; a hopeless one gets a fifth, one that only just fails five times as many; 100 or more
 * @param seed of the searches
 * @param threads that search; 1 to 256. Results do not depend on it
 */
public record DecisionOptions(int evaluations, long seed, int threads) {
    /** @throws IllegalArgumentException if a value is outside its range */
    public DecisionOptions {
        if (evaluations < 100) {
            throw new IllegalArgumentException("decision: evaluations = " + evaluations
                    + " is outside [100, 2147483647]. Three thousand are usual.");
        }
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("decision: threads = " + threads + " is outside [1, 256].");
        }
    }
}
