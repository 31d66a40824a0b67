package io.paceline.optimizer.rotation;

import java.util.Locale;

/**
 * How hard to look for a remedy.
 *
 * @param seed of the searches
 * @param evaluations plans evaluated in each of the searches, of which there are up to about ten for each kind of remedy; 100 or more
 * @param mostEarlierM how much earlier the launch may be at most, m; 0 to 500 000
 */
public record RemedyOptions(long seed, int evaluations, double mostEarlierM) {
    /** Seconds for all remedies together. */
    public static final RemedyOptions SHORT = new RemedyOptions(0, 5_000, 20_000);

    /** @throws IllegalArgumentException if a value is outside its range */
    public RemedyOptions {
        if (evaluations < LEAST_EVALUATIONS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "remedies: evaluations = %d is outside [%d, %d]. %d find most remedies.",
                    evaluations,
                    LEAST_EVALUATIONS,
                    Integer.MAX_VALUE,
                    SHORT.evaluations));
        }
        if (!(mostEarlierM >= 0 && mostEarlierM <= LONGEST_M)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "remedies: mostEarlierM = %s m is outside [0, %.0f] m. Maybe it is in km: multiply by 1000.",
                    mostEarlierM,
                    LONGEST_M));
        }
    }

    private static final int LEAST_EVALUATIONS = 100;
    private static final double LONGEST_M = 500_000;
}
