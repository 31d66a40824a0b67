package io.paceline.optimizer.decision;

/**
 * How hard to search.
 *
 * @param evaluations plans tried for each coalition; a hopeless one gets a fifth, one that only just fails five times as many; 100 or more
 * @param seed of the searches
 * @param threads that search; 1 to 256. Results do not depend on it
 * @param orders drawn at random where there are too many teams to plan every coalition; 2 to 10 000
 */
public record DecisionOptions(int evaluations, long seed, int threads, int orders) {
    /** Orders drawn unless somebody says otherwise. */
    public static final int DEFAULT_ORDERS = 30;

    /** With {@value #DEFAULT_ORDERS} orders. */
    public DecisionOptions(int evaluations, long seed, int threads) {
        this(evaluations, seed, threads, DEFAULT_ORDERS);
    }

    /** @throws IllegalArgumentException if a value is outside its range */
    public DecisionOptions {
        if (evaluations < 100) {
            throw new IllegalArgumentException("decision: evaluations = " + evaluations
                    + " is outside [100, 2147483647]. Three thousand are usual.");
        }
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("decision: threads = " + threads + " is outside [1, 256].");
        }
        if (orders < 2 || orders > 10_000) {
            throw new IllegalArgumentException("decision: orders = " + orders
                    + " is outside [2, 10000]. With fewer no error can be stated; more take hours.");
        }
    }
}
