package io.paceline.optimizer.rotation;

import io.paceline.plan.RotationPlan;
import java.util.Locale;
import java.util.Optional;

/**
 * How a search is limited and where it starts. Without any limit it goes on until it is stopped.
 *
 * @param seed of its random numbers
 * @param maxEvaluations plans to evaluate, 1 or more; {@link Long#MAX_VALUE} for no limit
 * @param maxSeconds time to take, s, above 0; infinite for no limit. A search that ends by time is not reproducible
 * @param start a plan to start from; the result is never worse
 */
public record SearchOptions(long seed, long maxEvaluations, double maxSeconds, Optional<RotationPlan> start) {

    /** @throws IllegalArgumentException if a limit is outside its range */
    public SearchOptions {
        if (maxEvaluations < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "search: maxEvaluations = %d is outside [1, %d]. A short search has 10 000.",
                    maxEvaluations,
                    Long.MAX_VALUE));
        }
        if (!(maxSeconds > 0)) {
            throw new IllegalArgumentException("search: maxSeconds = " + maxSeconds
                    + " s is not above 0 s. Five seconds are enough for most chases.");
        }
    }

    /** Limited by time. */
    public static SearchOptions seconds(double maxSeconds) {
        return new SearchOptions(0, Long.MAX_VALUE, maxSeconds, Optional.empty());
    }

    /** Limited by the number of plans evaluated, and so reproducible. */
    public static SearchOptions evaluations(long maxEvaluations) {
        return new SearchOptions(0, maxEvaluations, Double.POSITIVE_INFINITY, Optional.empty());
    }

    /** With another seed. */
    public SearchOptions withSeed(long value) {
        return new SearchOptions(value, maxEvaluations, maxSeconds, start);
    }

    /** With another limit: so many plans, however long that takes. */
    public SearchOptions limitedTo(long evaluations) {
        return new SearchOptions(seed, evaluations, Double.POSITIVE_INFINITY, start);
    }

    /** From a plan. */
    public SearchOptions withStart(RotationPlan value) {
        return new SearchOptions(seed, maxEvaluations, maxSeconds, Optional.of(value));
    }
}
