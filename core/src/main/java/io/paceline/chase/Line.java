package io.paceline.chase;

import io.paceline.check.Range;
import io.paceline.drafting.DragTable;
import io.paceline.drafting.Shelter;

/**
 * How the riders ride behind one another, and what an exchange takes.
 *
 * @param wheelGapM from wheel to wheel, m; 0.05 to 5
 * @param dragTable shelter by place
 * @param shelter effect of the size of the rider ahead
 */
public record Line(double wheelGapM, DragTable dragTable, Shelter shelter) {
    /** Length of a bicycle, m. Estimate. */
    public static final double BICYCLE_LENGTH_M = 1.75;

    /** How much slower the leader drifts back, m/s. Estimate. */
    public static final double DRIFT_M_PER_S = 2;

    /** He is never slower than the line by more than this share of its speed. Estimate. */
    public static final double MAX_DRIFT_SHARE = 0.25;

    /** @throws IllegalArgumentException if the gap is outside its range */
    public Line {
        Range.check(wheelGapM, 0.05, 5, "line: wheelGapM", "m", "Maybe it is in centimetres.");
    }

    /** How much slower than the line a rider drifts back who swings off at this speed, m/s. */
    public static double driftMPerS(double speedMPerS) {
        return Math.min(DRIFT_M_PER_S, MAX_DRIFT_SHARE * speedMPerS);
    }

    /** How long the leader takes to drop behind the last working rider, s; 0 for a lone worker. */
    public double exchangeS(int working, double speedMPerS) {
        return (working - 1) * (BICYCLE_LENGTH_M + wheelGapM) / driftMPerS(speedMPerS);
    }
}
