package io.paceline.rider;

import io.paceline.check.Range;

/**
 * What the day's work so far has left of CP and W′.
 *
 * @param criticalPowerFactor CP now over CP fresh; 0.5 to 1.1
 * @param wPrimeFactor W′ now over W′ fresh; 0.1 to 1.1
 */
public record Freshness(double criticalPowerFactor, double wPrimeFactor) {
    /** At the start of the day. */
    public static final Freshness FRESH = new Freshness(1, 1);

    /** In the last hour of a stage. Estimate, not measured: see {@code docs/model.md}. */
    public static final Freshness LAST_HOUR = new Freshness(0.93, 0.80);

    /** @throws IllegalArgumentException if a factor is outside its range */
    public Freshness {
        Range.check(criticalPowerFactor, 0.5, 1.1, "freshness: cp", "", "Maybe it is in percent: divide by 100.");
        Range.check(wPrimeFactor, 0.1, 1.1, "freshness: w_prime", "", "Maybe it is in percent: divide by 100.");
    }
}
