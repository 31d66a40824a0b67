package io.paceline.kernel;

/**
 * A {@link Rotation} as one rider feels it. Most are below CP until they lead, then above it to the end of their row: such a rider rides the
 * rest of a row, whole rows, and the beginning of one.
 */
final class Lap {
    /** His row in {@link RotationRows}. */
    int row;
    /** Which phase of his row the rotation begins with. */
    int begin;
    /** Where that phase is in the arrays of the rows. */
    int from;
    /** {@link RotationRows#peak} of his row. */
    int peak;

    /** Whole rows between the first and the last. */
    int times;
    /** What he stays below CP in all, J; negative for one who works above it. */
    double restJ;

    /** What he stays below CP in the rest of the first row, J. */
    double headBelowJ;
    /** What he then spends above it, J. */
    double headSpentJ;
    /** His recovery there as an exponent. */
    double headExponent;

    // of a whole row
    double belowJ;
    double spentJ;
    /** What the recovery leaves of a deficit. */
    double kept;

    // of the beginning of a row
    double tailBelowJ;
    double tailSpentJ;
    double tailExponent;

    void take(int rowTaken, int beginPhase, RotationRows rows) {
        row = rowTaken;
        begin = beginPhase;
        from = rows.begin(rowTaken) + beginPhase;
        peak = rows.peak[rowTaken];
    }

    /** Cuts the rotation, of which the running sums begin at this index; nonsense but for times and rest for one who is above CP often. */
    void cut(Rotation rotation, double[] sums, int at, double[] belowW) {
        int n = rotation.phases;
        int more = rotation.more;
        int toPeak = peak - begin;
        double rowJ = sums[at + RotationSums.TOGETHER * n];
        double endJ = sums[at + RotationSums.TOGETHER * (n - begin)];
        double startJ = endJ - rowJ;
        double peakJ = toPeak >= 0
                ? sums[at + RotationSums.TOGETHER * toPeak]
                : sums[at + RotationSums.TOGETHER * (toPeak + n)] - rowJ;
        boolean wraps = begin + more >= n;
        double moreJ = sums[at + RotationSums.TOGETHER * more];
        double openingJ = belowW[from] * rotation.openingS;
        double partJ = belowW[from + more] * rotation.partS;
        double tailJ = (wraps ? moreJ - rowJ : moreJ) - startJ + partJ;
        boolean endsBelow = more - (wraps ? n : 0) < toPeak;
        times = wraps ? rotation.times : rotation.times - 1;
        restJ = openingJ + rowJ * rotation.times + moreJ + partJ;
        belowJ = peakJ - startJ;
        spentJ = peakJ - endJ;
        headBelowJ = toPeak > 0 ? openingJ + peakJ : 0;
        headSpentJ = toPeak > 0 ? spentJ : -openingJ - endJ;
        endAfter(tailJ, endsBelow);
    }

    private void endAfter(double tailJ, boolean endsBelow) {
        tailBelowJ = endsBelow ? tailJ : belowJ;
        tailSpentJ = endsBelow ? 0 : belowJ - tailJ;
    }

    /** The recovery of the conservative model: in proportion to what he stays below CP. */
    void recover(double perRecovery) {
        headExponent = headBelowJ * perRecovery;
        kept = Elementary.exp(-belowJ * perRecovery);
        tailExponent = tailBelowJ * perRecovery;
    }

    /** That of the elite model, from sums of its own, which above CP do not grow. */
    void recover(Rotation rotation, double[] sums, int at, double[] perS) {
        int n = rotation.phases;
        int more = rotation.more;
        double end = sums[at + RotationSums.TOGETHER * (n - begin)];
        double last = sums[at + RotationSums.TOGETHER * more];
        double row = sums[at + RotationSums.TOGETHER * n];
        headExponent = perS[from] * rotation.openingS + end;
        kept = Elementary.exp(-row);
        tailExponent = (begin + more >= n ? last - row : last) - (end - row) + perS[from + more] * rotation.partS;
    }
}
