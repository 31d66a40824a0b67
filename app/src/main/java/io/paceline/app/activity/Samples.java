package io.paceline.app.activity;

import io.paceline.app.activity.Activity.Sample;
import java.util.ArrayList;
import java.util.List;

/** Collects the samples of a ride in the order of time. */
final class Samples {
    /** Eleven days at one a second: more is not one ride. */
    static final int MOST = 1_000_000;

    private final List<Sample> samples = new ArrayList<>();
    private double startS = Double.NaN;
    private int outOfOrder;

    /**
     * Adds a sample; one that is not later than the last is counted and left out.
     *
     * @param sample with its time on the clock of the file
     * @return false if there is no room for it
     */
    boolean add(Sample sample) {
        if (samples.size() >= MOST) {
            return false;
        }
        if (samples.isEmpty()) {
            startS = sample.timeS();
        }
        double timeS = sample.timeS() - startS;
        if (!samples.isEmpty() && !(timeS > samples.get(samples.size() - 1).timeS())) {
            outOfOrder++;
            return true;
        }
        samples.add(new Sample(
                timeS,
                sample.powerW(),
                sample.speedMPerS(),
                sample.distanceM(),
                sample.altitudeM(),
                sample.temperatureC(),
                sample.latitudeDeg(),
                sample.longitudeDeg()));
        return true;
    }

    /** Forgets the samples from an index on. */
    void cutTo(int size) {
        samples.subList(size, samples.size()).clear();
    }

    boolean isEmpty() {
        return samples.isEmpty();
    }

    List<Sample> all() {
        return samples;
    }

    /** A sentence on samples left out because their time was not after the one before; empty without any. */
    List<String> warnings() {
        return outOfOrder == 0
                ? List.of()
                : List.of(
                        outOfOrder == 1
                                ? "1 sample is not later than the one before it and was left out."
                                : outOfOrder + " samples are not later than the ones before them and were left out.");
    }
}
