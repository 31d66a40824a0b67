package io.paceline.kernel;

import io.paceline.drafting.Shelter;
import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;
import java.util.Arrays;

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
    /** Drag fraction by {@link Timeline#key} and index. */
    private final double[] fraction;
    /** Power of the air at full drag, by stretch, W. */
    private final double[] airW;
    /** Power of all else, W. */
    private final double[] otherW;

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
        fraction = new double[4 * chase.riders];
        airW = new double[chase.stretches];
        otherW = new double[chase.stretches];
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
        fillStretches(pace, slot);
        int from = 0;
        int formation = -1;
        int ledFormation = 0;
        int drift = timeline.firstDrift[position];
        for (int block = 0; block < timeline.blocks; block++) {
            int to = timeline.blockEnd[block];
            boolean sameLine = timeline.blockFormation[block] == formation;
            formation = timeline.blockFormation[block];
            int index = timeline.indexOf[formation * chase.riders + position];
            if (index < 0) {
                tabulateLeft(ledFormation);
                fillPowers(0, from, to);
            } else if (index < timeline.workingIn[formation]) {
                ledFormation = formation;
                if (!sameLine) {
                    tabulateWorking(plan, formation, index);
                }
                fillPowers(index, from, to);
                for (; drift >= 0 && drift < to; drift = timeline.nextDrift(drift)) {
                    powerW[drift] = driftW(slot, timeline.stretch[drift], timeline.driftMPerS[drift]);
                }
            } else {
                if (!sameLine) {
                    tabulateSitting(plan, formation, index);
                }
                fillPowers(0, from, to);
            }
            rideBlock(slot, from, to, timeline.blockRepeats[block]);
            from = to;
        }
    }

    /** What the rider feels on each stretch, whatever his place. */
    private void fillStretches(Pace pace, int slot) {
        double[] constantN = chase.constantN;
        int constants = slot * chase.stretches;
        double dragKgPerM = chase.airKgPerM[slot];
        for (int s = 0; s < airW.length; s++) {
            airW[s] = pace.airW[s] * dragKgPerM;
            otherW[s] = FastFma.of(pace.perNewtonW[s], constantN[constants + s], pace.wheelW[s]);
        }
    }

    /** Drag fractions of one who works, by his distance behind the front: in the whole line, then while one drifts back. */
    private void tabulateWorking(LinePlan plan, int formation, int index) {
        int working = timeline.workingIn[formation];
        int slot = slotAt(plan, formation, index);
        int ahead = slotAt(plan, formation, index == 0 ? working - 1 : index - 1);
        double sizeFactor = chase.savingFactor[slot * chase.riders + ahead];
        for (int exchanging = 0; exchanging <= 1; exchanging++) {
            int row = row(formation, exchanging);
            for (int behind = 0; behind < working - exchanging; behind++) {
                // nobody shelters the leader, so size has no part in what those behind save him
                double saving = chase.saving[row + behind] * (behind == 0 ? 1 : sizeFactor);
                double felt = 1 - (saving < MOST_SAVING ? saving : MOST_SAVING);
                fraction[exchanging * 2 * chase.riders + behind] = felt;
                fraction[exchanging * 2 * chase.riders + working + behind] = felt;
            }
        }
    }

    /** Drag fractions of one who sits on, by who leads, last first: for the first who sits on, that says who rides ahead. */
    private void tabulateSitting(LinePlan plan, int formation, int index) {
        int working = timeline.workingIn[formation];
        int slot = slotAt(plan, formation, index);
        for (int exchanging = 0; exchanging < Math.min(working, 2); exchanging++) { // a lone worker never exchanges
            double saving = chase.saving[row(formation, exchanging) + index - exchanging];
            for (int head = 0; head < working; head++) {
                int last = head - 1 - exchanging;
                int ahead = index > working ? index - 1 : last < 0 ? last + working : last;
                double sizeFactor = chase.savingFactor[slot * chase.riders + slotAt(plan, formation, ahead)];
                fraction[exchanging * 2 * chase.riders + working - head] =
                        1 - Math.min(saving * sizeFactor, MOST_SAVING);
            }
        }
    }

    /** He left: charged as the last of the line that he led. */
    private void tabulateLeft(int ledFormation) {
        int riders = timeline.inLineOf[ledFormation];
        Arrays.fill(fraction, 1 - chase.saving[row(ledFormation, 0) + riders - 1]);
    }

    private int slotAt(LinePlan plan, int formation, int index) {
        return plan.slot[timeline.formation[formation * chase.riders + index]];
    }

    /** Where the savings of the line start. */
    private int row(int formation, int exchanging) {
        return (timeline.inLineOf[formation] - exchanging) * (chase.riders + 1) + 1;
    }

    /** Powers of a block, from the table of drag fractions, as if he never drifted back. */
    private void fillPowers(int index, int from, int to) {
        int[] stretch = timeline.stretch;
        int[] key = timeline.key;
        double[] fractions = fraction;
        double[] air = airW;
        double[] other = otherW;
        double[] power = powerW;
        for (int k = from; k < to; k++) {
            int s = stretch[k];
            double roadW = FastFma.of(air[s], fractions[key[k] + index], other[s]);
            power[k] = roadW > 0 ? roadW : 0;
        }
    }

    /** The rider who drifts back: no shelter. */
    private double driftW(int slot, int s, double v) {
        double air = v + chase.headwindMPerS[s];
        double forceN = (chase.airKgPerM[slot] + chase.wheelKgPerM) * air * Math.abs(air)
                + RoadLoad.BEARING_N_S_PER_M * v
                + chase.constantN[slot * chase.stretches + s];
        return Math.max(0, forceN * v * chase.perEfficiency);
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
        double[] power = powerW;
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
        double[] power = powerW;
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
