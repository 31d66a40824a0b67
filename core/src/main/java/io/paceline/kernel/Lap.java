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

    void take(int rowTaken, int beginPhase, int rowBegin, int rowPeak) {
        row = rowTaken;
        begin = beginPhase;
        from = rowBegin + beginPhase;
        peak = rowPeak;
    }

    /**
     * Cuts the rotation for every rider; nonsense but for times and rest for one who is above CP often.
     *
     * <p>One loop and long, so that HotSpot compiles it by itself: inlined into all else it is slower.
     */
    static void cut(Lap[] laps, int riders, Rotation rotation, double[][] teamSumsJ, double[] belowW) {
        int n = rotation.phases;
        int more = rotation.more;
        int times = rotation.times;
        double openingS = rotation.openingS;
        double partS = rotation.partS;
        for (int position = 0; position < riders; position++) {
            Lap lap = laps[position];
            double[] sumsJ = teamSumsJ[position];
            int begin = lap.begin;
            int toPeak = lap.peak - begin;
            double openingJ = belowW[lap.from] * openingS;
            double partJ = belowW[lap.from + more] * partS;
            double rowJ = sumsJ[n];
            double endJ = sumsJ[n - begin];
            double moreJ = sumsJ[more];
            double peakJ = toPeak >= 0 ? sumsJ[toPeak] : sumsJ[toPeak + n] - rowJ;
            boolean wraps = begin + more >= n;
            double spentJ = peakJ - endJ;
            double belowJ = spentJ + rowJ;
            double tailJ = (wraps ? moreJ : moreJ + rowJ) - endJ + partJ;
            boolean endsBelow = more - (wraps ? n : 0) < toPeak;
            lap.times = wraps ? times : times - 1;
            lap.restJ = openingJ + rowJ * times + moreJ + partJ;
            lap.belowJ = belowJ;
            lap.spentJ = spentJ;
            lap.headBelowJ = toPeak > 0 ? openingJ + peakJ : 0;
            lap.headSpentJ = toPeak > 0 ? spentJ : -openingJ - endJ;
            lap.tailBelowJ = endsBelow ? tailJ : belowJ;
            lap.tailSpentJ = endsBelow ? 0 : belowJ - tailJ;
        }
    }

    /** The recovery of the conservative model: in proportion to what he stays below CP. */
    void recover(double perRecovery) {
        headExponent = headBelowJ * perRecovery;
        kept = Elementary.exp(-belowJ * perRecovery);
        tailExponent = tailBelowJ * perRecovery;
    }

    /** That of the elite model, from sums of its own, which above CP do not grow. */
    void recover(Rotation rotation, double[] sums, double[] perS) {
        int n = rotation.phases;
        int more = rotation.more;
        double end = sums[n - begin];
        double last = sums[more];
        double row = sums[n];
        headExponent = perS[from] * rotation.openingS + end;
        kept = Elementary.exp(-row);
        tailExponent = (begin + more >= n ? last - row : last) - (end - row) + perS[from + more] * rotation.partS;
    }
}
