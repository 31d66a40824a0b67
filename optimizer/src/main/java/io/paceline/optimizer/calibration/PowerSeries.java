package io.paceline.optimizer.calibration;

import java.util.Arrays;

/**
 * The power of one ride, second by second, with what is missing and what was taken out.
 *
 * <p>A sample counts for its second and, where no other follows, for up to four more: computers that record only changes leave that much
 * out. What is missing beyond that counts as 0 W, so that a gap never raises a mean. A pause longer than {@link #LONGEST_PAUSE_S} is
 * shortened to that: no effort looked at is longer.
 */
public final class PowerSeries {
    /** No rider has had more over a second, W. Estimate: track sprinters stay below 2 500 W. */
    public static final double HIGHEST_W = 2_500;

    /** A single second above this and three times both neighbours is a fault of the meter, W. Estimate. */
    private static final double LONELY_W = 800;

    private static final double LONELY_FACTOR = 3;

    /** For how long the last sample counts, s. */
    static final int HOLD_S = 5;

    /** A tail without power is a word worth from here on, s. */
    private static final int TAIL_S = 60;

    /** Longer pauses are shortened to this, s. */
    public static final int LONGEST_PAUSE_S = 3_600;

    /** More is not one ride, s. */
    private static final int LONGEST_RIDE_S = 10_000_000;

    private final double[] powerW;
    private final boolean[] missing;
    private final int spikes;
    private final int missingS;
    private final int tailS;

    private PowerSeries(double[] powerW, boolean[] missing, int spikes) {
        this.spikes = spikes;
        int last = powerW.length;
        while (last > 0 && powerW[last - 1] == 0) {
            last--;
        }
        int tail = powerW.length - last;
        this.tailS = tail >= TAIL_S ? tail : 0;
        this.powerW = tailS > 0 ? Arrays.copyOf(powerW, last) : powerW;
        this.missing = missing;
        int count = 0;
        for (int i = 0; i < this.powerW.length; i++) {
            count += missing[i] ? 1 : 0;
        }
        this.missingS = count;
    }

    /**
     * A ride from its samples.
     *
     * @param timeS rising, s
     * @param powerW one per time; NaN where the meter was silent
     * @throws IllegalArgumentException if the lengths differ, times do not rise, or the ride is longer than 115 days
     */
    public static PowerSeries of(double[] timeS, double[] powerW) {
        if (timeS.length != powerW.length) {
            throw new IllegalArgumentException("power series: " + timeS.length + " times and " + powerW.length
                    + " powers. Give one power a time.");
        }
        double[] second = seconds(timeS);
        int length = second.length == 0 ? 0 : (int) second[second.length - 1] + 1;
        double[] sumW = new double[length];
        int[] samples = new int[length];
        for (int i = 0; i < second.length; i++) {
            if (powerW[i] >= 0) {
                sumW[(int) second[i]] += powerW[i];
                samples[(int) second[i]]++;
            }
        }
        for (int s = 0; s < length; s++) {
            sumW[s] = samples[s] == 0 ? Double.NaN : sumW[s] / samples[s];
        }
        int spikes = removeSpikes(sumW);
        boolean[] missing = new boolean[length];
        fill(sumW, missing);
        return new PowerSeries(sumW, missing, spikes);
    }

    /** Whole seconds since the first sample, with long pauses shortened. */
    private static double[] seconds(double[] timeS) {
        double[] second = new double[timeS.length];
        double cutS = 0;
        for (int i = 0; i < timeS.length; i++) {
            if (i > 0) {
                double stepS = timeS[i] - timeS[i - 1];
                if (!(stepS > 0 && stepS < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("power series: time " + timeS[i] + " s does not come after "
                            + timeS[i - 1] + " s. Sort the samples.");
                }
                cutS += Math.max(0, Math.floor(stepS) - LONGEST_PAUSE_S);
            }
            second[i] = Math.floor(timeS[i] - timeS[0] - cutS);
            if (!(second[i] <= LONGEST_RIDE_S)) {
                throw new IllegalArgumentException("power series: lasts " + second[i] + " s, longer than a ride.");
            }
        }
        return second;
    }

    /** Takes out what no rider does; returns how many seconds. */
    private static int removeSpikes(double[] powerW) {
        int removed = 0;
        double[] before = powerW.clone();
        for (int s = 0; s < powerW.length; s++) {
            double left = s > 0 ? before[s - 1] : Double.NaN;
            double right = s + 1 < powerW.length ? before[s + 1] : Double.NaN;
            boolean lonely =
                    before[s] > LONELY_W && before[s] > LONELY_FACTOR * left && before[s] > LONELY_FACTOR * right;
            if (before[s] > HIGHEST_W || lonely) {
                powerW[s] = Double.NaN;
                removed++;
            }
        }
        return removed;
    }

    private static void fill(double[] powerW, boolean[] missing) {
        double heldW = 0;
        int age = HOLD_S;
        for (int s = 0; s < powerW.length; s++) {
            if (!Double.isNaN(powerW[s])) {
                heldW = powerW[s];
                age = 0;
            } else {
                age++;
                missing[s] = age >= HOLD_S;
                powerW[s] = missing[s] ? 0 : heldW;
            }
        }
    }

    /** How long the ride is, without a tail of zeros, s. */
    public int durationS() {
        return powerW.length;
    }

    /** The power of a second, W; 0 where it is missing. */
    public double powerW(int second) {
        return powerW[second];
    }

    /** Whether nothing is known of a second. */
    public boolean isMissing(int second) {
        return missing[second];
    }

    /** How many seconds are missing before the tail. */
    public int missingS() {
        return missingS;
    }

    /** How many seconds had a power that no rider has; they count as silent. */
    public int spikes() {
        return spikes;
    }

    /** How long the ride ends without any power, s; it is left out. 0 for less than a minute. */
    public int tailS() {
        return tailS;
    }

    /** Mean power, W; 0 for an empty ride. */
    public double meanPowerW() {
        return Arrays.stream(powerW).average().orElse(0);
    }
}
