package io.paceline.plan;

import io.paceline.check.Range;

/**
 * What one working rider does each time he comes to the front.
 *
 * @param riderId who
 * @param seconds how long, s; {@value #MIN_SECONDS} to {@value #MAX_SECONDS}
 * @param burnedAfterTurns after how many turns he leaves the line for good; 0 if he stays
 */
public record Pull(String riderId, double seconds, int burnedAfterTurns) {
    /** Shorter turns are not ridden: the line would never settle. */
    public static final double MIN_SECONDS = 10;

    /** An hour at the front; a plan may name it, the search stays far below. */
    public static final double MAX_SECONDS = 3_600;

    /** @throws IllegalArgumentException if a value is outside its range */
    public Pull {
        String who = "plan: rider " + riderId + ": ";
        Range.check(
                seconds,
                MIN_SECONDS,
                MAX_SECONDS,
                who + "pull",
                "s",
                "A rider with no pull sits on: list him under sitsOn.");
        Range.check(burnedAfterTurns, 0, 10_000, who + "burned after turns", "0 means that he stays.");
    }

    /** A turn of a rider who stays to the end. */
    public Pull(String riderId, double seconds) {
        this(riderId, seconds, 0);
    }
}
