package io.paceline.kernel;

import java.util.Arrays;

/**
 * Running sums over the phases of a {@link Rotation} for every rider, from the phase that it begins with; what lies between two phases is a
 * difference of two of them. Four riders at a time, for a sum waits for itself.
 */
final class RotationSums {
    private static final int TOGETHER = 4;

    private final CompiledChase chase;
    private int phases;
    /** By position at the launch. What pads them to a multiple of four is summed up and not used. */
    final Lap[] laps;

    /** How much his work stays below CP's until each phase, J, by position; an array for each, so that an index is a phase. */
    final double[][] belowJ;
    /** The recovery of the elite model until then, as an exponent. */
    final double[][] recovery;

    RotationSums(CompiledChase chase) {
        this.chase = chase;
        int padded = (chase.riders + TOGETHER - 1) / TOGETHER * TOGETHER;
        laps = new Lap[padded];
        Arrays.setAll(laps, position -> new Lap());
        belowJ = new double[padded][2 * chase.riders + 1];
        recovery = new double[chase.elite ? padded : 0][2 * chase.riders + 1];
    }

    /** Sums them up; the laps know their rows. */
    void fill(Rotation rotation, RotationRows rows) {
        phases = rotation.phases;
        for (int position = 0; position < laps.length; position += TOGETHER) {
            sumFour(rows.belowW, rotation.phaseS, belowJ, position);
        }
        if (chase.elite) {
            for (int position = 0; position < laps.length; position += TOGETHER) {
                sumFour(rows.perS, rotation.phaseS, recovery, position);
            }
        }
    }

    /** Running sums of four riders: value times duration, phase by phase. */
    private void sumFour(double[] values, double[] lasts, double[][] sums, int position) {
        int n = phases;
        int from0 = laps[position].from;
        int from1 = laps[position + 1].from;
        int from2 = laps[position + 2].from;
        int from3 = laps[position + 3].from;
        double[] sums0 = sums[position];
        double[] sums1 = sums[position + 1];
        double[] sums2 = sums[position + 2];
        double[] sums3 = sums[position + 3];
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int q = 0; q < n; q++) {
            double lastsS = lasts[q];
            sum0 = FastFma.of(values[from0 + q], lastsS, sum0);
            sum1 = FastFma.of(values[from1 + q], lastsS, sum1);
            sum2 = FastFma.of(values[from2 + q], lastsS, sum2);
            sum3 = FastFma.of(values[from3 + q], lastsS, sum3);
            sums0[q + 1] = sum0;
            sums1[q + 1] = sum1;
            sums2[q + 1] = sum2;
            sums3[q + 1] = sum3;
        }
    }

    /** How much his work stays below CP's between two phases of his row, J. */
    double belowJ(int position, int fromPhase, int toPhase) {
        return between(belowJ[position], position, fromPhase, toPhase);
    }

    /** What he recovers between two phases of his row; of the conservative model that is in proportion to the work. */
    double exponent(int position, int slot, int fromPhase, int toPhase, double belowJ) {
        return chase.elite
                ? between(recovery[position], position, fromPhase, toPhase)
                : belowJ * chase.perRecovery[slot];
    }

    private double between(double[] sums, int position, int fromPhase, int toPhase) {
        return until(sums, position, toPhase) - until(sums, position, fromPhase);
    }

    /** Less than nothing for what lies before the beginning. */
    private double until(double[] sums, int position, int phase) {
        int after = phase - laps[position].begin;
        return after >= 0 ? sums[after] : sums[after + phases] - sums[phases];
    }
}
