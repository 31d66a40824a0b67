package io.paceline.app.activity;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file holds: a ride, or a list of efforts that somebody wrote down.
 *
 * @param file as the user named it
 * @param samples in the order of time, each later than the one before; empty for a list of efforts
 * @param efforts empty for a ride
 * @param warnings sentences on what could not be read
 */
public record Activity(Path file, List<Sample> samples, List<RiddenEffort> efforts, List<String> warnings) {
    /** Copies the lists. */
    public Activity {
        samples = List.copyOf(samples);
        efforts = List.copyOf(efforts);
        warnings = List.copyOf(warnings);
    }

    /**
     * What was measured at one moment; NaN where nothing was.
     *
     * @param timeS since the first sample of the file, s
     * @param powerW at the pedals, W
     * @param speedMPerS over ground, m/s
     * @param distanceM since the start, m
     * @param altitudeM above sea level, m
     * @param temperatureC of the air at the computer, °C
     * @param latitudeDeg north, degrees
     * @param longitudeDeg east, degrees
     */
    public record Sample(
            double timeS,
            double powerW,
            double speedMPerS,
            double distanceM,
            double altitudeM,
            double temperatureC,
            double latitudeDeg,
            double longitudeDeg) {}

    /**
     * An effort to exhaustion, or the best of a duration.
     *
     * @param durationS its length, s
     * @param meanPowerW its mean power, W
     */
    public record RiddenEffort(double durationS, double meanPowerW) {}

    /** Whether any sample has a power. */
    public boolean hasPower() {
        return samples.stream().anyMatch(sample -> !Double.isNaN(sample.powerW()));
    }
}
