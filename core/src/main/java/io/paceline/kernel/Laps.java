package io.paceline.kernel;

/**
 * A rotation as most riders feel it: below CP until they lead, then above it to the end of the row. So each rides the rest of a row, whole
 * rows, and the beginning of one. Worked out for the whole team in one pass, so that no rider waits for another.
 */
final class Laps {
    private static final int TOGETHER = RotationSums.TOGETHER;

    private final CompiledChase chase;

    // by position at the launch
    /** Whole rows between the first and the last. */
    final int[] times;
    /** What he stays below CP in all, J; negative for one who works above it. */
    final double[] restJ;
    /** What he stays below CP in the rest of the first row, J. */
    final double[] headBelowJ;
    /** What he then spends above it, J. */
    final double[] headSpentJ;

    final double[] headExponent;
    final double[] belowJ;
    final double[] spentJ;
    /** The recovery in a row as an exponent; then what it leaves of a deficit. */
    final double[] kept;

    final double[] tailBelowJ;
    final double[] tailSpentJ;
    final double[] tailExponent;

    Laps(CompiledChase chase) {
        this.chase = chase;
        int n = chase.riders;
        times = new int[n];
        restJ = new double[n];
        headBelowJ = new double[n];
        headSpentJ = new double[n];
        headExponent = new double[n];
        belowJ = new double[n];
        spentJ = new double[n];
        kept = new double[n];
        tailBelowJ = new double[n];
        tailSpentJ = new double[n];
        tailExponent = new double[n];
    }

    /** Cuts the rotation of every rider; what it makes of one who is above CP more often is not to be used. */
    void cut(Rotation rotation, RotationSums sums, RotationRows rows, LinePlan plan) {
        cutWork(rotation, sums, rows.belowW);
        if (chase.elite) {
            cutRecovery(rotation, sums, rows.perS);
        } else {
            scaleRecovery(plan);
        }
        keep();
    }

    private void cutWork(Rotation rotation, RotationSums sums, double[] belowW) {
        double[] below = sums.belowJ;
        int n = rotation.phases;
        int more = rotation.more;
        for (int p = 0; p < times.length; p++) {
            int begin = sums.begin[p];
            int toPeak = sums.peak[p] - begin;
            int at = sums.at(p);
            double rowJ = below[at + TOGETHER * n];
            double endJ = below[at + TOGETHER * (n - begin)];
            double startJ = endJ - rowJ;
            double peakJ = toPeak >= 0 ? below[at + TOGETHER * toPeak] : below[at + TOGETHER * (toPeak + n)] - rowJ;
            boolean wraps = begin + more >= n;
            double lastJ = below[at + TOGETHER * more] - (wraps ? rowJ : 0);
            double openingJ = belowW[sums.from[p]] * rotation.openingS;
            double partJ = belowW[sums.from[p] + more] * rotation.partS;
            double tailJ = lastJ - startJ + partJ;
            boolean endsBelow = more - (wraps ? n : 0) < toPeak;
            times[p] = wraps ? rotation.times : rotation.times - 1;
            restJ[p] = openingJ + rowJ * rotation.times + below[at + TOGETHER * more] + partJ;
            headBelowJ[p] = toPeak > 0 ? openingJ + peakJ : 0;
            headSpentJ[p] = toPeak > 0 ? peakJ - endJ : -openingJ - endJ;
            belowJ[p] = peakJ - startJ;
            spentJ[p] = peakJ - endJ;
            tailBelowJ[p] = endsBelow ? tailJ : peakJ - startJ;
            tailSpentJ[p] = endsBelow ? 0 : peakJ - startJ - tailJ;
        }
    }

    /** The same for the exponents of the elite model, which above CP do not grow. */
    private void cutRecovery(Rotation rotation, RotationSums sums, double[] perS) {
        double[] recovery = sums.recovery;
        int n = rotation.phases;
        int more = rotation.more;
        for (int p = 0; p < times.length; p++) {
            int begin = sums.begin[p];
            int at = sums.at(p);
            double row = recovery[at + TOGETHER * n];
            double end = recovery[at + TOGETHER * (n - begin)];
            double last = recovery[at + TOGETHER * more] - (begin + more >= n ? row : 0);
            headExponent[p] = perS[sums.from[p]] * rotation.openingS + end;
            kept[p] = row;
            tailExponent[p] = last - (end - row) + perS[sums.from[p] + more] * rotation.partS;
        }
    }

    private void scaleRecovery(LinePlan plan) {
        for (int p = 0; p < times.length; p++) {
            double perRecovery = chase.perRecovery[plan.slot[p]];
            headExponent[p] = headBelowJ[p] * perRecovery;
            kept[p] = belowJ[p] * perRecovery;
            tailExponent[p] = tailBelowJ[p] * perRecovery;
        }
    }

    private void keep() {
        double[] keeps = kept;
        for (int p = 0; p < keeps.length; p++) {
            keeps[p] = Elementary.exp(-keeps[p]);
        }
    }
}
