package io.paceline.kernel;

import io.paceline.rider.RecoveryModel;

/**
 * One rider through a timeline: first the power of every interval, each by itself; then the sums, which depend on one another.
 *
 * <p>Below CP only the exponent grows; the exponential is taken when he next rises above CP.
 */
final class RiderAccount {
    private final CompiledChase chase;
    private final Timeline timeline;
    private final RiderPowers powers;
    private double[] rate = new double[64];

    double workJ;
    double deficitJ;
    double linearJ;
    double worstJ;

    // of the block that is being ridden
    private int peaks;
    private double[] peakJ = new double[16];
    private double[] peakKept = new double[16];
    /** First the recovery before the run, then what it leaves of a deficit. */
    private double[] keptInRun = new double[16];

    private double[] spentInRunJ = new double[16];
    private double kept;
    private double fromZeroJ;
    private double gainJ;
    private double mostFromZeroJ;
    private double mostGainJ;

    RiderAccount(CompiledChase chase, Timeline timeline) {
        this.chase = chase;
        this.timeline = timeline;
        powers = new RiderPowers(chase, timeline);
    }

    /** Rides it all; the sums stay until the next call. */
    void ride(Pace pace, LinePlan plan, BunchRide bunch, int position) {
        int slot = plan.slot[position];
        workJ = bunch.workJ[slot];
        deficitJ = bunch.deficitJ[slot];
        linearJ = bunch.linearJ[slot];
        worstJ = bunch.worstJ[slot];
        if (rate.length < timeline.intervals) {
            rate = new double[timeline.durationS.length];
        }
        powers.start(pace, plan, position);
        int from = 0;
        for (int block = 0; block < timeline.blocks; block++) {
            int to = timeline.blockEnd[block];
            powers.fill(block, from, to);
            double worstBeforeJ = worstJ;
            rideBlock(slot, from, to, timeline.blockRepeats[block]);
            if (chase.leaversAreFree && timeline.hasLeft(block, position)) {
                worstJ = worstBeforeJ;
            }
            from = to;
        }
    }

    private void rideBlock(int slot, int from, int to, int repeats) {
        double startDeficitJ = deficitJ;
        double startWorkJ = workJ;
        if (peakJ.length <= to - from) {
            int capacity = 2 * (to - from);
            peakJ = new double[capacity];
            peakKept = new double[capacity];
            keptInRun = new double[capacity];
            spentInRunJ = new double[capacity];
        }
        if (chase.elite) {
            fillEliteRates(slot, from, to);
            hold(from, to, chase.eliteRatePerS[slot]);
            holdLinear(slot, from, to);
        } else {
            fillRates(slot, from, to);
            hold(from, to, chase.perWPrime[slot]);
        }
        if (repeats > 0) {
            repeat(startDeficitJ, startWorkJ, repeats);
        }
    }

    private void fillRates(int slot, int from, int to) {
        double critical = chase.criticalPowerW[slot];
        double[] power = powers.powerW;
        double[] rates = rate;
        for (int k = from; k < to; k++) {
            rates[k] = critical - power[k];
        }
    }

    private void fillEliteRates(int slot, int from, int to) {
        double critical = chase.criticalPowerW[slot];
        for (int k = from; k < to; k++) {
            double belowW = critical - powers.powerW[k];
            rate[k] = belowW > 0 ? Elementary.pow(belowW, RecoveryModel.ELITE_EXPONENT) : belowW;
        }
    }

    /** The sums of a block; {@code rate} is the rate of recovery where positive, else the negative power above CP. */
    private void hold(int from, int to, double perRate) {
        int runs = splitRuns(from, to);
        // one after the other they would wait for each other; side by side they do not
        double[] keptBefore = keptInRun;
        for (int run = 0; run <= runs; run++) {
            keptBefore[run] = Elementary.exp(-keptBefore[run] * perRate);
        }
        double deficit = deficitJ;
        double worst = worstJ;
        double left = 1;
        for (int run = 0; run < runs; run++) {
            deficit = FastFma.of(deficit, keptBefore[run], spentInRunJ[run]);
            left *= keptBefore[run];
            worst = deficit > worst ? deficit : worst;
            peakJ[run] = deficit;
            peakKept[run] = left;
        }
        deficitJ = deficit * keptBefore[runs];
        worstJ = worst;
        kept = left * keptBefore[runs];
        peaks = runs;
    }

    /** Sums the work, and cuts a block into runs: time below CP, then work above it. Returns how many; a last recovery follows. */
    private int splitRuns(int from, int to) {
        double[] power = powers.powerW;
        double[] below = rate;
        double[] lasts = timeline.durationS;
        double[] recoveredBefore = keptInRun;
        double[] spent = spentInRunJ;
        double work = workJ;
        double recovered = 0;
        double spentJ = 0;
        int runs = 0;
        for (int k = from; k < to; k++) {
            work = FastFma.of(power[k], lasts[k], work);
            double step = below[k] * lasts[k];
            if (step > 0) {
                if (spentJ > 0) {
                    recoveredBefore[runs] = recovered;
                    spent[runs++] = spentJ;
                    recovered = 0;
                    spentJ = 0;
                }
                recovered += step;
            } else {
                spentJ -= step;
            }
        }
        if (spentJ > 0) {
            recoveredBefore[runs] = recovered;
            spent[runs++] = spentJ;
            recovered = 0;
        }
        recoveredBefore[runs] = recovered;
        workJ = work;
        return runs;
    }

    /** The bound of the elite model; also what a block does to it, whatever it starts from. */
    private void holdLinear(int slot, int from, int to) {
        double critical = chase.criticalPowerW[slot];
        double[] power = powers.powerW;
        double[] lasts = timeline.durationS;
        double linear = linearJ;
        double worst = worstJ;
        double fromZero = 0;
        double gain = 0;
        double mostFromZero = 0;
        double mostGain = 0;
        for (int k = from; k < to; k++) {
            double stepJ = (power[k] - critical) * lasts[k];
            linear = larger(0, linear + stepJ);
            worst = larger(worst, linear);
            fromZero = larger(0, fromZero + stepJ);
            gain += stepJ;
            mostFromZero = larger(mostFromZero, fromZero);
            mostGain = larger(mostGain, gain);
        }
        linearJ = linear;
        worstJ = worst;
        fromZeroJ = fromZero;
        gainJ = gain;
        mostFromZeroJ = mostFromZero;
        mostGainJ = mostGain;
    }

    /** Without the care of {@link Math#max} for NaN and for the sign of 0, which neither occurs nor matters here. */
    private static double larger(double a, double b) {
        return a > b ? a : b;
    }

    /**
     * The block so many times more. What it does to a deficit is linear, {@code D -> r·D + c}, and so is each peak in it. Deficits at the
     * start of successive blocks are monotone: the worst moment is in the first, which was ridden, or in the last.
     */
    private void repeat(double startDeficitJ, double startWorkJ, int times) {
        double c = deficitJ - kept * startDeficitJ;
        double lastStartJ = power(kept, c, deficitJ, times - 1);
        deficitJ = kept * lastStartJ + c;
        workJ += times * (workJ - startWorkJ);
        double deeperJ = lastStartJ - startDeficitJ;
        for (int p = 0; p < peaks; p++) {
            worstJ = Math.max(worstJ, peakJ[p] + peakKept[p] * deeperJ);
        }
        if (chase.elite) {
            double lastLinearJ = times == 1 ? linearJ : linear(linearJ, times - 1);
            worstJ = Math.max(worstJ, Math.max(mostFromZeroJ, lastLinearJ + mostGainJ));
            linearJ = linear(lastLinearJ, 1);
        }
    }

    /** The map {@code d -> r·d + c} so many times, by squaring. */
    private static double power(double r, double c, double d, int times) {
        double result = d;
        double rate = r;
        double gain = c;
        for (int left = times; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = rate * result + gain;
            }
            gain = rate * gain + gain;
            rate = rate * rate;
        }
        return result;
    }

    /** The map {@code L -> max(a, L + b)} of the block so many times. */
    private double linear(double startJ, int times) {
        return Math.max(startJ + times * gainJ, fromZeroJ + Math.max(0, (times - 1) * gainJ));
    }
}
