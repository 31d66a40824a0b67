package io.paceline.kernel;

/**
 * Running sums over the phases of a {@link Rotation}, for every rider from the start of his row; what lies between two phases is a difference
 * of two of them. Four riders at a time, for a sum waits for itself.
 */
final class RotationSums {
    private static final int TOGETHER = 4;

    private final CompiledChase chase;
    private Rotation rotation;
    private int phases;

    // by position at the launch
    final int[] row;
    /** Which phase of the rotation is the first of his row. */
    final int[] shift;
    /** By {@code position·stride + phase of his row}: how much his work stays below CP's until then, J. */
    final double[] belowJ;
    /** The recovery of the elite model until then, as an exponent. */
    final double[] recovery;

    final int stride;

    RotationSums(CompiledChase chase) {
        this.chase = chase;
        rotation = new Rotation(chase.riders);
        row = new int[chase.riders];
        shift = new int[chase.riders];
        stride = 2 * chase.riders + 1;
        belowJ = new double[chase.riders * stride];
        recovery = new double[chase.elite ? belowJ.length : 0];
    }

    /** Sums them up; row and shift are set. */
    void fill(Rotation ridden, RotationRows rows) {
        rotation = ridden;
        phases = ridden.phases;
        sum(rows.belowW, belowJ);
        if (chase.elite) {
            sum(rows.perS, recovery);
        }
    }

    /** Running sums of all riders: value times duration, phase by phase. */
    private void sum(double[] values, double[] sums) {
        int position = 0;
        for (; position + TOGETHER <= row.length; position += TOGETHER) {
            sumFour(values, sums, position);
        }
        for (; position < row.length; position++) {
            sumOne(values, sums, position);
        }
    }

    private void sumFour(double[] values, double[] sums, int position) {
        double[] lasts = rotation.phaseS;
        int n = phases;
        int value0 = row[position] * n;
        int value1 = row[position + 1] * n;
        int value2 = row[position + 2] * n;
        int value3 = row[position + 3] * n;
        int phase0 = shift[position];
        int phase1 = shift[position + 1];
        int phase2 = shift[position + 2];
        int phase3 = shift[position + 3];
        int to = position * stride + 1;
        int step = stride;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int q = 0; q < n; q++) {
            sum0 = FastFma.of(values[value0 + q], lasts[phase0 + q], sum0);
            sum1 = FastFma.of(values[value1 + q], lasts[phase1 + q], sum1);
            sum2 = FastFma.of(values[value2 + q], lasts[phase2 + q], sum2);
            sum3 = FastFma.of(values[value3 + q], lasts[phase3 + q], sum3);
            sums[to + q] = sum0;
            sums[to + step + q] = sum1;
            sums[to + 2 * step + q] = sum2;
            sums[to + 3 * step + q] = sum3;
        }
    }

    private void sumOne(double[] values, double[] sums, int position) {
        double[] lasts = rotation.phaseS;
        int value = row[position] * phases;
        int phase = shift[position];
        int to = position * stride + 1;
        double sum = 0;
        for (int q = 0; q < phases; q++) {
            sum = FastFma.of(values[value + q], lasts[phase + q], sum);
            sums[to + q] = sum;
        }
    }

    /** How much his work stays below CP's between two phases of his row, J. */
    double belowJ(int position, int from, int to) {
        int at = position * stride;
        return belowJ[at + to] - belowJ[at + from];
    }

    /** What he recovers between two phases of his row; of the conservative model that is in proportion to the work. */
    double exponent(int position, int slot, int from, int to, double belowJ) {
        int at = position * stride;
        return chase.elite ? recovery[at + to] - recovery[at + from] : belowJ * chase.perRecovery[slot];
    }
}
