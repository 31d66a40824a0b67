package io.paceline.chase;

import io.paceline.check.Range;

/**
 * How the leader swings off and drops back: the lengths and speeds that make an exchange last. All three are estimates.
 *
 * @param bicycleLengthM length of a bicycle, m; 1 to 3
 * @param driftMPerS how much slower than the line the leader drifts back, m/s; 0.5 to 5
 * @param mostDriftShare he is never slower than the line by more than this share of its speed; 0.05 to 0.5
 */
public record Exchange(double bicycleLengthM, double driftMPerS, double mostDriftShare) {
    /** As on the road: 1.75 m, 2 m/s, a quarter. Estimate, not measured. */
    public static final Exchange USUAL = new Exchange(1.75, 2, 0.25);

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public Exchange {
        Range.check(bicycleLengthM, 1, 3, "exchange: bicycleLengthM", "m", "Maybe it is in centimetres.");
        Range.check(driftMPerS, 0.5, 5, "exchange: driftMPerS", "m/s", "Maybe it is in km/h: divide by 3.6.");
        Range.check(mostDriftShare, 0.05, 0.5, "exchange: mostDriftShare", "", "Maybe it is in percent.");
    }

    /** The same with bicycles of another length. */
    public Exchange withBicycleLengthM(double lengthM) {
        return new Exchange(lengthM, driftMPerS, mostDriftShare);
    }

    /** The same at another drift. */
    public Exchange withDriftMPerS(double mPerS) {
        return new Exchange(bicycleLengthM, mPerS, mostDriftShare);
    }

    /** How much slower than the line a rider drifts back who swings off at this speed, m/s. */
    public double slowerMPerS(double speedMPerS) {
        double shareMPerS = mostDriftShare * speedMPerS;
        // neither is 0, for which Math.min would take its time
        return driftMPerS < shareMPerS ? driftMPerS : shareMPerS;
    }
}
