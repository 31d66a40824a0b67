package io.paceline.kernel;

/** The account of one rider: his work, how much he has drawn from his W′, and the deepest that it was. */
final class Reserve {
    private final boolean elite;
    final double criticalPowerW;
    /** Recovery times this is the exponent: 1/W′, or that of the elite model. */
    final double perRecovery;
    // at the launch
    private final double launchWorkJ;
    private final double launchDeficitJ;
    private final double launchLinearJ;
    private final double launchWorstJ;

    double workJ;
    /** The deficit when he was last above CP. */
    double deficitJ;
    /** His recovery since then as an exponent, {@code t/τ} summed. */
    double recovered;
    /** The bound of the elite model. */
    double linearJ;

    private double worstJ;
    private boolean free;
    private double worstInLineJ;

    Reserve(CompiledChase chase, BunchRide bunch, int slot) {
        elite = chase.elite;
        criticalPowerW = chase.criticalPowerW[slot];
        perRecovery = chase.perRecovery[slot];
        launchWorkJ = bunch.workJ[slot];
        launchDeficitJ = bunch.deficitJ[slot];
        launchLinearJ = bunch.linearJ[slot];
        launchWorstJ = bunch.worstJ[slot];
    }

    /** As he is at the launch. */
    void start() {
        workJ = launchWorkJ;
        deficitJ = launchDeficitJ;
        recovered = 0;
        linearJ = launchLinearJ;
        worstJ = launchWorstJ;
        free = false;
    }

    /** He has left, and what he draws from now on does not count. */
    void leave() {
        if (!free) {
            free = true;
            worstInLineJ = worstJ;
        }
    }

    /** The deepest that deficit or bound was, J. */
    double worstJ() {
        return free ? worstInLineJ : worstJ;
    }

    /** The deeper of deficit and bound as they are now, J. */
    double nowJ() {
        return Math.max(deficitJ * Elementary.exp(-recovered), linearJ);
    }

    void recover(double exponent, double belowJ) {
        recovered += exponent;
        if (elite) {
            linearJ = larger(0, linearJ - belowJ);
        }
    }

    /** Work above CP after all the recovery so far. */
    void spend(double spentJ) {
        // most chases begin fresh: then there is nothing to recover from
        double kept = deficitJ > 0 ? Elementary.exp(-recovered) : 1;
        recovered = 0;
        ride(kept, 0, spentJ);
    }

    /** One run: recovery that leaves so much of a deficit, then work above CP. */
    void ride(double kept, double belowJ, double spentJ) {
        deficitJ = FastFma.of(deficitJ, kept, spentJ);
        worstJ = larger(worstJ, deficitJ);
        if (elite) {
            linearJ = larger(0, linearJ - belowJ) + spentJ;
            worstJ = larger(worstJ, linearJ);
        }
    }

    /** A whole rotation: the rest of a row, whole rows, the beginning of one. */
    void ride(Lap lap) {
        double kept = lap.kept;
        double spentJ = lap.spentJ;
        int times = lap.times;
        // most chases begin fresh: then there is nothing to recover from
        double keptHead = deficitJ > 0 ? Elementary.exp(-(recovered + lap.headExponent)) : 1;
        double deficit = FastFma.of(deficitJ, keptHead, lap.headSpentJ);
        double worst = larger(worstJ, deficit);
        if (times > 0) {
            deficit = FastFma.of(deficit, kept, spentJ);
            worst = larger(worst, deficit);
        }
        if (times > 1) {
            deficit = FastFma.of(power(kept, spentJ, deficit, times - 2), kept, spentJ);
            worst = larger(worst, deficit);
        }
        double tailSpentJ = lap.tailSpentJ;
        recovered = lap.tailExponent;
        if (tailSpentJ > 0) {
            deficit = FastFma.of(deficit, kept, tailSpentJ);
            worst = larger(worst, deficit);
            recovered = 0;
        }
        deficitJ = deficit;
        worstJ = worst;
        if (elite) {
            rideLinear(lap);
        }
    }

    private void rideLinear(Lap lap) {
        double belowJ = lap.belowJ;
        double spentJ = lap.spentJ;
        int times = lap.times;
        double linear = larger(0, linearJ - lap.headBelowJ) + lap.headSpentJ;
        double worst = larger(worstJ, linear);
        if (times > 0) {
            linear = larger(0, linear - belowJ) + spentJ;
            worst = larger(worst, linear);
        }
        if (times > 2) {
            linear = linear(linear, spentJ, spentJ - belowJ, times - 2);
        }
        if (times > 1) {
            linear = larger(0, linear - belowJ) + spentJ;
            worst = larger(worst, linear);
        }
        linear = larger(0, linear - lap.tailBelowJ) + lap.tailSpentJ;
        worstJ = larger(worst, linear);
        linearJ = linear;
    }

    /** The runs {@code [from, to)}, one after the other. */
    void ride(Runs runs, int from, int to) {
        double[] kept = runs.kept;
        double[] spentJ = runs.spentJ;
        double deficit = deficitJ;
        double worst = worstJ;
        for (int k = from; k < to; k++) {
            deficit = FastFma.of(deficit, kept[k], spentJ[k]);
            worst = larger(worst, deficit);
        }
        deficitJ = deficit;
        if (elite) {
            double[] belowJ = runs.belowJ;
            double linear = linearJ;
            for (int k = from; k < to; k++) {
                linear = larger(0, linear - belowJ[k]) + spentJ[k];
                worst = larger(worst, linear);
            }
            linearJ = linear;
        }
        worstJ = worst;
    }

    /**
     * The runs {@code [from, to)} so many times. What they do to a deficit is linear, {@code D -> r·D + c}, and so is each peak in them; it
     * never falls with the deficit at the start. Deficits at the start of successive times are monotone: the worst moment is in the first or
     * in the last. The linear bound likewise, {@code L -> max(a, L + b)}.
     */
    void ride(Runs runs, int from, int to, int times) {
        if (times > 0) {
            ride(runs, from, to);
        }
        if (times > 2) {
            skip(runs, from, to, times - 2);
        }
        if (times > 1) {
            ride(runs, from, to);
        }
    }

    private void skip(Runs runs, int from, int to, int times) {
        double rate = 1;
        double gainJ = 0;
        for (int k = from; k < to; k++) {
            rate *= runs.kept[k];
            gainJ = FastFma.of(gainJ, runs.kept[k], runs.spentJ[k]);
        }
        deficitJ = power(rate, gainJ, deficitJ, times);
        if (elite) {
            double linearGainJ = 0;
            double fromZeroJ = 0;
            for (int k = from; k < to; k++) {
                linearGainJ += runs.spentJ[k] - runs.belowJ[k];
                fromZeroJ = larger(0, fromZeroJ - runs.belowJ[k]) + runs.spentJ[k];
            }
            linearJ = linear(linearJ, fromZeroJ, linearGainJ, times);
        }
    }

    /** The map {@code d -> r·d + c} so many times, by squaring. */
    private static double power(double r, double c, double d, int times) {
        double result = d;
        double rate = r;
        double gain = c;
        for (int left = times; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = FastFma.of(rate, result, gain);
            }
            gain = FastFma.of(rate, gain, gain);
            rate = rate * rate;
        }
        return result;
    }

    /** The map {@code L -> max(a, L + b)} so many times. */
    private static double linear(double startJ, double a, double b, int times) {
        return larger(startJ + times * b, a + larger(0, (times - 1) * b));
    }

    /** Without the care of {@link Math#max} for NaN and for the sign of 0, which neither occurs nor matters here. */
    private static double larger(double a, double b) {
        return a > b ? a : b;
    }
}
