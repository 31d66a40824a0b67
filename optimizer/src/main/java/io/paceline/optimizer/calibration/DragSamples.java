package io.paceline.optimizer.calibration;

/**
 * What was measured on a ride, for an estimate of its resistances. One value a sample in each array; NaN where there is none.
 *
 * @param timeS rising, s
 * @param powerW at the pedals, mean since the sample before, W
 * @param speedMPerS over ground, m/s
 * @param altitudeM above sea level, m
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the estimator
public record DragSamples(double[] timeS, double[] powerW, double[] speedMPerS, double[] altitudeM) {
    /** @throws IllegalArgumentException if the lengths differ */
    public DragSamples {
        if (powerW.length != timeS.length || speedMPerS.length != timeS.length || altitudeM.length != timeS.length) {
            throw new IllegalArgumentException("drag samples: arrays of different length. Give one value a sample.");
        }
    }
}
