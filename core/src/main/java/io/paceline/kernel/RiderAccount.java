package io.paceline.kernel;

import io.paceline.drafting.Shelter;
import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;

/**
 * One rider through a timeline: first the power of every interval, each by itself; then the sums, which depend on one another.
 *
 * <p>Below CP only the exponent grows; the exponential is taken when he next rises above CP.
 */
final class RiderAccount {
    /** The largest saving: what {@link Shelter#LEAST_DRAG_FRACTION} leaves. */
    private static final double MOST_SAVING = 1 - Shelter.LEAST_DRAG_FRACTION;

    private final CompiledChase chase;
    private final Timeline timeline;
    private double[] powerW = new double[64];
    private double[] rate = new double[64];
    /** Factor on the saving by how far from the front: nobody shelters the leader. */
    private final double[] factor = {1, 1};

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
    }

    /** Rides it all; the sums stay until the next call. */
    void ride(Pace pace, LinePlan plan, BunchRide bunch, int position) {
        int slot = plan.slot[position];
        workJ = bunch.workJ[slot];
        deficitJ = bunch.deficitJ[slot];
        linearJ = bunch.linearJ[slot];
        worstJ = bunch.worstJ[slot];
        if (powerW.length < timeline.intervals) {
            powerW = new double[timeline.durationS.length];
            rate = new double[timeline.durationS.length];
        }
        int from = 0;
        int leftRow = 0;
        for (int block = 0; block < timeline.blocks; block++) {
            int to = timeline.blockEnd[block];
            int n = timeline.blockFormation[block];
            int index = timeline.indexOf[n * chase.riders + position];
            if (index < 0) {
                fillLeft(pace, slot, leftRow, from, to);
            } else {
                leftRow = timeline.inLineOf[n] * (chase.riders + 2);
                if (index < timeline.workingIn[n]) {
                    fillWorking(pace, plan, n, index, from, to);
                } else {
                    fillSitting(pace, plan, n, index, from, to);
                }
            }
            rideBlock(slot, from, to, timeline.blockRepeats[block]);
            from = to;
        }
    }

    private int slotAt(LinePlan plan, int formation, int index) {
        return plan.slot[timeline.formation[formation * chase.riders + index]];
    }

    private void fillWorking(Pace pace, LinePlan plan, int formation, int index, int from, int to) {
        int n = chase.riders;
        int working = timeline.workingIn[formation];
        int slot = slotAt(plan, formation, index);
        int ahead = slotAt(plan, formation, index == 0 ? working - 1 : index - 1);
        factor[1] = chase.savingFactor[slot * n + ahead];
        double dragKgPerM = chase.airKgPerM[slot];
        int constants = slot * chase.stretches;
        double[] saving = chase.saving;
        double[] constantN = chase.constantN;
        int[] stretch = timeline.stretch;
        int[] head = timeline.head;
        int[] drifting = timeline.drifting;
        int[] row = timeline.row;
        for (int k = from; k < to; k++) {
            int s = stretch[k];
            int behind = index - head[k];
            behind += behind >> 31 & working;
            double saved = saving[row[k] + behind] * factor[behind > 0 ? 1 : 0];
            double fraction = 1 - (saved < MOST_SAVING ? saved : MOST_SAVING);
            double otherW = FastFma.of(pace.perNewtonW[s], constantN[constants + s], pace.wheelW[s]);
            double roadW = FastFma.of(pace.airW[s] * dragKgPerM, fraction, otherW);
            powerW[k] = behind == drifting[k] ? driftW(slot, s, timeline.driftMPerS[k]) : roadW > 0 ? roadW : 0;
        }
    }

    /** The rider who drifts back: no shelter. */
    private double driftW(int slot, int s, double v) {
        double air = v + chase.headwindMPerS[s];
        double forceN = (chase.airKgPerM[slot] + chase.wheelKgPerM) * air * Math.abs(air)
                + RoadLoad.BEARING_N_S_PER_M * v
                + chase.constantN[slot * chase.stretches + s];
        double roadW = forceN * v / chase.efficiency;
        return roadW > 0 ? roadW : 0;
    }

    private void fillSitting(Pace pace, LinePlan plan, int formation, int index, int from, int to) {
        int n = chase.riders;
        int working = timeline.workingIn[formation];
        int slot = slotAt(plan, formation, index);
        boolean behindWorkers = index == working;
        double sizeFactor = behindWorkers ? 0 : chase.savingFactor[slot * n + slotAt(plan, formation, index - 1)];
        for (int k = from; k < to; k++) {
            boolean exchanging = timeline.drifting[k] >= 0;
            if (behindWorkers) {
                // another rider ahead every turn
                int last = timeline.head[k] - (exchanging ? 2 : 1);
                last += last >> 31 & working;
                sizeFactor = chase.savingFactor[slot * n + slotAt(plan, formation, last)];
            }
            double saved = chase.saving[timeline.row[k] + index - (exchanging ? 1 : 0)] * sizeFactor;
            powerW[k] = lineW(pace, timeline.stretch[k], slot, 1 - (saved < MOST_SAVING ? saved : MOST_SAVING));
        }
    }

    /** He left: charged as the last of the line that he led. */
    private void fillLeft(Pace pace, int slot, int leftRow, int from, int to) {
        double fraction = 1 - chase.saving[leftRow];
        for (int k = from; k < to; k++) {
            powerW[k] = lineW(pace, timeline.stretch[k], slot, fraction);
        }
    }

    private double lineW(Pace pace, int s, int slot, double fraction) {
        double roadW = pace.wheelW[s]
                + pace.perNewtonW[s] * chase.constantN[slot * chase.stretches + s]
                + pace.airW[s] * chase.airKgPerM[slot] * fraction;
        return roadW > 0 ? roadW : 0;
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
        for (int k = from; k < to; k++) {
            rate[k] = critical - powerW[k];
        }
    }

    private void fillEliteRates(int slot, int from, int to) {
        double critical = chase.criticalPowerW[slot];
        for (int k = from; k < to; k++) {
            double belowW = critical - powerW[k];
            rate[k] = belowW > 0 ? Elementary.pow(belowW, RecoveryModel.ELITE_EXPONENT) : belowW;
        }
    }

    /** The sums of a block; {@code rate} is the rate of recovery where positive, else the negative power above CP. */
    private void hold(int from, int to, double perRate) {
        int runs = splitRuns(from, to);
        // one after the other they would wait for each other; side by side they do not
        for (int run = 0; run <= runs; run++) {
            keptInRun[run] = Elementary.exp(-keptInRun[run] * perRate);
        }
        double deficit = deficitJ;
        double worst = worstJ;
        double left = 1;
        for (int run = 0; run < runs; run++) {
            deficit = FastFma.of(deficit, keptInRun[run], spentInRunJ[run]);
            left *= keptInRun[run];
            worst = deficit > worst ? deficit : worst;
            peakJ[run] = deficit;
            peakKept[run] = left;
        }
        deficitJ = deficit * keptInRun[runs];
        worstJ = worst;
        kept = left * keptInRun[runs];
        peaks = runs;
    }

    /** Sums the work, and cuts a block into runs: time below CP, then work above it. Returns how many; a last recovery follows. */
    private int splitRuns(int from, int to) {
        double[] power = powerW;
        double[] below = rate;
        double[] lasts = timeline.durationS;
        double work = workJ;
        double recovered = 0;
        double spentJ = 0;
        int runs = 0;
        for (int k = from; k < to; k++) {
            work = FastFma.of(power[k], lasts[k], work);
            double step = below[k] * lasts[k];
            if (step > 0) {
                if (spentJ > 0) {
                    keptInRun[runs] = recovered;
                    spentInRunJ[runs++] = spentJ;
                    recovered = 0;
                    spentJ = 0;
                }
                recovered += step;
            } else {
                spentJ -= step;
            }
        }
        if (spentJ > 0) {
            keptInRun[runs] = recovered;
            spentInRunJ[runs++] = spentJ;
            recovered = 0;
        }
        keptInRun[runs] = recovered;
        workJ = work;
        return runs;
    }

    /** The bound of the elite model; also what a block does to it, whatever it starts from. */
    private void holdLinear(int slot, int from, int to) {
        double critical = chase.criticalPowerW[slot];
        fromZeroJ = 0;
        gainJ = 0;
        mostFromZeroJ = 0;
        mostGainJ = 0;
        for (int k = from; k < to; k++) {
            double stepJ = (powerW[k] - critical) * timeline.durationS[k];
            linearJ = Math.max(0, linearJ + stepJ);
            worstJ = Math.max(worstJ, linearJ);
            fromZeroJ = Math.max(0, fromZeroJ + stepJ);
            gainJ += stepJ;
            mostFromZeroJ = Math.max(mostFromZeroJ, fromZeroJ);
            mostGainJ = Math.max(mostGainJ, gainJ);
        }
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
