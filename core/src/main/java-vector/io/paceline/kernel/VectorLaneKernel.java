package io.paceline.kernel;

import static io.paceline.kernel.LaneBlock.LANES;
import static io.paceline.kernel.VectorElementary.SPECIES;
import static io.paceline.kernel.VectorElementary.fma;
import static io.paceline.kernel.VectorElementary.later;
import static io.paceline.kernel.VectorElementary.load;
import static io.paceline.kernel.VectorElementary.notNegative;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Several lanes in one instruction: {@link ScalarLaneKernel} operation by operation, so that the results are equal bit for bit.
 *
 * <p>Short loops, and none that holds an exponential beside other work: a long one outgrows what HotSpot inlines, and a vector that is
 * passed to a method which is not inlined, or shared by two branches, is put on the heap. So a branch only writes to memory: the moments
 * above CP, which are few, are listed and worked off after the loop that finds them.
 *
 * <p>Compiled apart from the rest of the module, for it needs {@code jdk.incubator.vector}; {@link LaneKernels} loads it where that is there.
 */
final class VectorLaneKernel implements LaneKernel {
    private static final int LEAST_LANES = 4;
    private static final int STEP = SPECIES.length();

    VectorLaneKernel() {
        if (STEP < LEAST_LANES) {
            throw new UnsupportedOperationException("vectors of this machine hold only " + STEP + " doubles");
        }
    }

    @Override
    public String name() {
        return "vector" + SPECIES.vectorBitSize();
    }

    @Override
    public int step(boolean elite) {
        return elite ? STEP : 2 * STEP;
    }

    @Override
    public List<LanePass> blockPasses() {
        return List.of(VectorLaneTimes::join, VectorLaneTimes::last, VectorLaneTimes::need, VectorLaneTimes::drift);
    }

    @Override
    public List<LanePass> riderPasses(boolean elite) {
        LanePass decay = VectorElementary::decay;
        return elite
                ? List.of(
                        VectorLaneKernel::rideLinear,
                        VectorElementary::logBelow,
                        VectorElementary::eliteRate,
                        VectorLaneKernel::recoverElite,
                        decay,
                        VectorLaneKernel::spend)
                : List.of(VectorLaneKernel::ride, decay, VectorLaneKernel::spendPairs);
    }

    private static void ride(LaneScript script, LaneArrays a, LaneBlock b) {
        int rider = b.slot * a.lanes + b.first + b.lane;
        int lane = b.lane;
        int kept = b.kept;
        // local names: HotSpot would read the fields again for every interval
        int slot = b.slot;
        int riders = script.riders;
        int[] phase = b.phase;
        double[] powerW = b.powerW;
        double[] lastsS = b.lastsS;
        double[] peakRecovery = b.recovery;
        double[] spentJ = b.spentJ;
        int peaks = 0;
        DoubleVector criticalPower = load(a.criticalPowerW, rider);
        DoubleVector criticalPower2 = load(a.criticalPowerW, rider + STEP);
        DoubleVector perRecovery = load(a.perRecovery, rider);
        DoubleVector perRecovery2 = load(a.perRecovery, rider + STEP);
        DoubleVector work = load(a.startWorkJ, rider);
        DoubleVector work2 = load(a.startWorkJ, rider + STEP);
        DoubleVector recovery = DoubleVector.zero(SPECIES);
        DoubleVector recovery2 = DoubleVector.zero(SPECIES);
        for (int k = 0; k < kept; k++) {
            int at = (phase[k] * riders + slot) * LANES + lane;
            DoubleVector power = load(powerW, at);
            DoubleVector power2 = load(powerW, at + STEP);
            DoubleVector lasts = load(lastsS, k * LANES + lane);
            DoubleVector lasts2 = load(lastsS, k * LANES + lane + STEP);
            work = fma(power, lasts, work);
            work2 = fma(power2, lasts2, work2);
            DoubleVector below = criticalPower.sub(power).mul(lasts);
            DoubleVector below2 = criticalPower2.sub(power2).mul(lasts2);
            VectorMask<Double> spends = below.compare(LT, 0);
            VectorMask<Double> spends2 = below2.compare(LT, 0);
            DoubleVector before = recovery;
            DoubleVector before2 = recovery2;
            recovery = fma(below, perRecovery, recovery).blend(0, spends);
            recovery2 = fma(below2, perRecovery2, recovery2).blend(0, spends2);
            if (spends.or(spends2).anyTrue()) {
                DoubleVector zero = DoubleVector.zero(SPECIES);
                zero.blend(before, spends).intoArray(peakRecovery, peaks * STEP);
                zero.blend(below, spends).intoArray(spentJ, peaks * STEP);
                zero.blend(before2, spends2).intoArray(peakRecovery, peaks * STEP + STEP);
                zero.blend(below2, spends2).intoArray(spentJ, peaks * STEP + STEP);
                peaks += 2;
            }
        }
        work.intoArray(a.workJ, rider);
        work2.intoArray(a.workJ, rider + STEP);
        b.peaks = peaks;
    }

    private static void spendPairs(LaneScript script, LaneArrays a, LaneBlock b) {
        int rider = b.slot * a.lanes + b.first + b.lane;
        double[] remains = b.remains;
        double[] spentJ = b.spentJ;
        int end = b.peaks * STEP;
        DoubleVector deficit = load(a.startDeficitJ, rider);
        DoubleVector deficit2 = load(a.startDeficitJ, rider + STEP);
        DoubleVector worst = load(a.startWorstJ, rider);
        DoubleVector worst2 = load(a.startWorstJ, rider + STEP);
        for (int i = 0; i < end; i += 2 * STEP) {
            deficit = fma(deficit, load(remains, i), load(spentJ, i).neg());
            worst = later(worst, deficit);
            deficit2 = fma(deficit2, load(remains, i + STEP), load(spentJ, i + STEP).neg());
            worst2 = later(worst2, deficit2);
        }
        worst.intoArray(a.worstJ, rider);
        worst2.intoArray(a.worstJ, rider + STEP);
    }

    /** Works off the moments above CP, in which what was listed as spent is below zero. */
    private static void spend(LaneScript script, LaneArrays a, LaneBlock b) {
        int rider = b.slot * a.lanes + b.first + b.lane;
        DoubleVector deficit = load(a.startDeficitJ, rider);
        DoubleVector worst = load(a.worstJ, rider);
        for (int i = 0; i < b.peaks * STEP; i += STEP) {
            deficit = fma(deficit, load(b.remains, i), load(b.spentJ, i).neg());
            worst = later(worst, deficit);
        }
        worst.intoArray(a.worstJ, rider);
    }

    /** What needs no recovery: the work and the linear bound. */
    private static void rideLinear(LaneScript script, LaneArrays a, LaneBlock b) {
        int rider = b.slot * a.lanes + b.first + b.lane;
        int lane = b.lane;
        int kept = b.kept;
        // local names: HotSpot would read the fields again for every interval
        int slot = b.slot;
        int riders = script.riders;
        int[] phase = b.phase;
        double[] powerW = b.powerW;
        double[] lastsS = b.lastsS;
        double[] belowW = b.belowW;
        DoubleVector criticalPower = load(a.criticalPowerW, rider);
        DoubleVector work = load(a.startWorkJ, rider);
        DoubleVector linear = load(a.startLinearJ, rider);
        DoubleVector worst = load(a.startWorstJ, rider);
        for (int k = 0; k < kept; k++) {
            DoubleVector power = load(powerW, (phase[k] * riders + slot) * LANES + lane);
            DoubleVector lasts = load(lastsS, k * LANES + lane);
            work = fma(power, lasts, work);
            DoubleVector below = criticalPower.sub(power);
            below.intoArray(belowW, k * STEP);
            linear = notNegative(linear.sub(below.mul(lasts)));
            worst = later(worst, linear);
        }
        work.intoArray(a.workJ, rider);
        worst.intoArray(a.worstJ, rider);
    }

    private static void recoverElite(LaneScript script, LaneArrays a, LaneBlock b) {
        DoubleVector perRecovery = load(a.perRecovery, b.slot * a.lanes + b.first + b.lane);
        DoubleVector recovery = DoubleVector.zero(SPECIES);
        int peaks = 0;
        for (int k = 0; k < b.kept; k++) {
            DoubleVector lasts = load(b.lastsS, k * LANES + b.lane);
            DoubleVector below = load(b.belowW, k * STEP).mul(lasts);
            VectorMask<Double> spends = below.compare(LT, 0);
            DoubleVector before = recovery;
            DoubleVector rate = load(b.rate, k * STEP).mul(perRecovery);
            recovery = fma(rate, lasts, recovery).blend(0, spends);
            if (spends.anyTrue()) {
                DoubleVector zero = DoubleVector.zero(SPECIES);
                zero.blend(before, spends).intoArray(b.recovery, peaks * STEP);
                zero.blend(below, spends).intoArray(b.spentJ, peaks * STEP);
                peaks++;
            }
        }
        b.peaks = peaks;
    }
}
