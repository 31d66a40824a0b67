package io.paceline.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import io.paceline.chase.Line;
import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Several lanes in one instruction: {@link ScalarLaneKernel} operation by operation, so that the results are equal bit for bit. The
 * exponential is left out where no lane rises above CP. Many short loops: a long one outgrows what HotSpot inlines, and a vector that is
 * passed between methods, or shared by two branches, is put on the heap.
 *
 * <p>Compiled apart from the rest of the module, for it needs {@code jdk.incubator.vector}; {@link LaneKernels} loads it where that is there.
 */
final class VectorLaneKernel implements LaneKernel {
    private static final int LEAST_LANES = 4;
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > LaneArrays.PADDING
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;
    private static final int STEP = SPECIES.length();
    private static final long ROUND_BITS = Double.doubleToRawLongBits(Elementary.ROUND);

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
    public boolean lasts(LaneArrays a, int stretch, double fromS, double toS, boolean drifting) {
        int row = stretch * a.lanes;
        DoubleVector turnStart = DoubleVector.broadcast(SPECIES, fromS);
        DoubleVector turnEnd = DoubleVector.broadcast(SPECIES, toS);
        boolean any = false;
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            DoubleVector join = load(a.joinS, lane);
            DoubleVector start = load(a.startS, row + lane);
            DoubleVector end = load(a.endS, row + lane);
            // each branch stores by itself: a vector that two branches share would be put on the heap
            any |= drifting
                    ? store(a, lane, turnStart.max(start), turnEnd.min(join).min(end))
                    : store(a, lane, turnStart.max(join).max(start), turnEnd.min(end));
        }
        return any;
    }

    private static boolean store(LaneArrays a, int lane, DoubleVector start, DoubleVector end) {
        DoubleVector lasts = DoubleVector.zero(SPECIES).max(end.sub(start));
        lasts.intoArray(a.lastsS, lane);
        return lasts.compare(GT, 0).anyTrue();
    }

    @Override
    public void swingOff(LaneArrays a, int stretch, double atS, double lineLengthM) {
        int row = stretch * a.lanes;
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            DoubleVector at = DoubleVector.broadcast(SPECIES, atS);
            VectorMask<Double> here = at.compare(GE, load(a.startS, row + lane))
                    .and(at.compare(LT, load(a.endS, row + lane)));
            DoubleVector share = load(a.speedMPerS, row + lane).mul(Line.MAX_DRIFT_SHARE);
            DoubleVector slower = share.min(Line.DRIFT_M_PER_S);
            DoubleVector join = at.add(DoubleVector.broadcast(SPECIES, lineLengthM).div(slower));
            load(a.driftSlowerMPerS, lane).blend(slower, here).intoArray(a.driftSlowerMPerS, lane);
            load(a.joinS, lane).blend(join, here).intoArray(a.joinS, lane);
        }
    }

    @Override
    public void ride(LaneArrays a, int stretch, int slot, double constantN, double dragAreaM2) {
        int road = stretch * a.lanes;
        int rider = slot * a.lanes;
        boolean anySpends = false;
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            DoubleVector constant = DoubleVector.broadcast(SPECIES, constantN);
            DoubleVector area = DoubleVector.broadcast(SPECIES, dragAreaM2);
            DoubleVector other = fma(load(a.perNewtonW, road + lane), constant, load(a.wheelW, road + lane));
            DoubleVector power = DoubleVector.zero(SPECIES).max(fma(load(a.airW, road + lane), area, other));
            anySpends |= a.elite ? work(a, rider, lane, power) : rest(a, rider, lane, power);
        }
        finish(a, rider, anySpends);
    }

    @Override
    public void drift(LaneArrays a, int stretch, int slot, double constantN, double dragAreaM2, double perEfficiency) {
        int road = stretch * a.lanes;
        int rider = slot * a.lanes;
        boolean anySpends = false;
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            DoubleVector zero = DoubleVector.zero(SPECIES);
            DoubleVector constant = DoubleVector.broadcast(SPECIES, constantN);
            DoubleVector v = zero.max(load(a.speedMPerS, road + lane).sub(load(a.driftSlowerMPerS, lane)));
            DoubleVector air = v.add(load(a.headwindMPerS, road + lane));
            DoubleVector drag = load(a.halfDensity, lane).mul(dragAreaM2);
            DoubleVector force = fma(drag.mul(air), air.lanewise(ABS), fma(RoadLoad.BEARING_N_S_PER_M, v, constant));
            DoubleVector power = zero.max(force.mul(v).mul(perEfficiency));
            anySpends |= a.elite ? work(a, rider, lane, power) : rest(a, rider, lane, power);
        }
        finish(a, rider, anySpends);
    }

    /** Adds the work and keeps the power for the loops to come. Returns whether somebody is above CP. */
    private static boolean work(LaneArrays a, int rider, int lane, DoubleVector power) {
        int i = rider + lane;
        power.intoArray(a.powerW, lane);
        fma(power, load(a.lastsS, lane), load(a.workJ, i)).intoArray(a.workJ, i);
        return power.compare(GE, load(a.criticalPowerW, i)).anyTrue();
    }

    /** The conservative model below CP, for the lanes where he is; all of it in one loop, for most riders do nothing else. */
    private static boolean rest(LaneArrays a, int rider, int lane, DoubleVector power) {
        int i = rider + lane;
        DoubleVector lasts = load(a.lastsS, lane);
        fma(power, lasts, load(a.workJ, i)).intoArray(a.workJ, i);
        power.intoArray(a.powerW, lane);
        DoubleVector above = power.sub(load(a.criticalPowerW, i));
        VectorMask<Double> spends = above.compare(GE, 0);
        DoubleVector exponent = load(a.exponent, i);
        DoubleVector grown = fma(above.mul(lasts).neg(), load(a.perRecovery, i), exponent);
        grown.blend(exponent, spends).intoArray(a.exponent, i);
        return spends.anyTrue();
    }

    private static void finish(LaneArrays a, int rider, boolean anySpends) {
        if (a.elite) {
            restElite(a, rider);
        }
        if (anySpends) {
            keep(a, rider);
            spend(a, rider);
        }
        if (a.elite) {
            holdLinear(a, rider);
        }
    }

    private static void restElite(LaneArrays a, int rider) {
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            DoubleVector below = load(a.criticalPowerW, rider + lane).sub(load(a.powerW, lane));
            pow(below).intoArray(a.kept, lane);
        }
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            int i = rider + lane;
            DoubleVector recovered = load(a.kept, lane).mul(load(a.lastsS, lane));
            DoubleVector exponent = load(a.exponent, i);
            DoubleVector grown = fma(recovered, load(a.perRecovery, i), exponent);
            VectorMask<Double> spends = load(a.powerW, lane).compare(GE, load(a.criticalPowerW, i));
            grown.blend(exponent, spends).intoArray(a.exponent, i);
        }
    }

    /** What the recovery since he was last above CP leaves of the deficit. */
    private static void keep(LaneArrays a, int rider) {
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            exp(load(a.exponent, rider + lane).neg()).intoArray(a.kept, lane);
        }
    }

    private static void spend(LaneArrays a, int rider) {
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            int i = rider + lane;
            DoubleVector above = load(a.powerW, lane).sub(load(a.criticalPowerW, i));
            VectorMask<Double> spends = above.compare(GE, 0);
            load(a.exponent, i).blend(0, spends).intoArray(a.exponent, i);
            DoubleVector deficit = load(a.deficitJ, i);
            DoubleVector spent = fma(deficit, load(a.kept, lane), above.mul(load(a.lastsS, lane)));
            deficit.blend(spent, spends).intoArray(a.deficitJ, i);
            DoubleVector worst = load(a.worstJ, i);
            worst.blend(worst.max(spent), spends).intoArray(a.worstJ, i);
        }
    }

    private static void holdLinear(LaneArrays a, int rider) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            int i = rider + lane;
            DoubleVector above = load(a.powerW, lane).sub(load(a.criticalPowerW, i));
            DoubleVector linear = zero.max(load(a.linearJ, i).add(above.mul(load(a.lastsS, lane))));
            linear.intoArray(a.linearJ, i);
            load(a.worstJ, i).max(linear).intoArray(a.worstJ, i);
        }
    }

    @Override
    public void flush(LaneArrays a) {
        for (int i = 0; i < a.exponent.length; i += STEP) {
            load(a.deficitJ, i).mul(exp(load(a.exponent, i).neg())).intoArray(a.deficitJ, i);
            DoubleVector.zero(SPECIES).intoArray(a.exponent, i);
        }
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(SPECIES, from, at);
    }

    private static DoubleVector fma(DoubleVector x, DoubleVector y, DoubleVector z) {
        return FastFma.PRESENT ? x.fma(y, z) : x.mul(y).add(z);
    }

    private static DoubleVector fma(double x, DoubleVector y, double z) {
        return fma(DoubleVector.broadcast(SPECIES, x), y, DoubleVector.broadcast(SPECIES, z));
    }

    private static DoubleVector fma(double x, DoubleVector y, DoubleVector z) {
        return fma(DoubleVector.broadcast(SPECIES, x), y, z);
    }

    /** As {@link Elementary#exp}. */
    private static DoubleVector exp(DoubleVector x) {
        DoubleVector shifted = fma(Elementary.LOG2_E, x, Elementary.ROUND);
        DoubleVector minusK = shifted.sub(Elementary.ROUND).neg();
        DoubleVector r = fma(Elementary.LN2_LOW, minusK, fma(Elementary.LN2_HIGH, minusK, x));
        LongVector scale = shifted.reinterpretAsLongs()
                .add(Elementary.EXPONENT_BIAS)
                .lanewise(LSHL, Elementary.MANTISSA_BITS);
        DoubleVector result = polynomial(r).mul(scale.reinterpretAsDoubles());
        return result.blend(0, x.compare(LE, Elementary.LEAST_EXPONENT));
    }

    private static DoubleVector polynomial(DoubleVector r) {
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector r8 = r4.mul(r4);
        DoubleVector p01 = r.add(1);
        DoubleVector p23 = fma(Elementary.C3, r, Elementary.C2);
        DoubleVector p45 = fma(Elementary.C5, r, Elementary.C4);
        DoubleVector p67 = fma(Elementary.C7, r, Elementary.C6);
        DoubleVector p89 = fma(Elementary.C9, r, Elementary.C8);
        DoubleVector pab = fma(Elementary.C11, r, Elementary.C10);
        DoubleVector pcd = fma(Elementary.C13, r, Elementary.C12);
        DoubleVector low = fma(fma(p67, r2, p45), r4, fma(p23, r2, p01));
        DoubleVector high = fma(pcd, r4, fma(pab, r2, p89));
        return fma(high, r8, low);
    }

    /** As {@link Elementary#pow} with the elite model's exponent; lanes that are not positive hold no meaning. */
    private static DoubleVector pow(DoubleVector x) {
        DoubleVector result = exp(log(x).mul(RecoveryModel.ELITE_EXPONENT));
        return result.blend(0, x.compare(LE, Elementary.LEAST_BASE));
    }

    /** As {@link Elementary#log}. */
    private static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector k = bits.sub(Elementary.SQRT_HALF_BITS).lanewise(ASHR, Elementary.MANTISSA_BITS);
        DoubleVector m = bits.sub(k.lanewise(LSHL, Elementary.MANTISSA_BITS)).reinterpretAsDoubles();
        DoubleVector z = m.sub(1).div(m.add(1));
        DoubleVector z2 = z.mul(z);
        DoubleVector z4 = z2.mul(z2);
        DoubleVector z8 = z4.mul(z4);
        DoubleVector low =
                fma(fma(Elementary.A9, z2, Elementary.A7), z4, fma(Elementary.A5, z2, Elementary.A3));
        DoubleVector high =
                fma(fma(Elementary.A17, z2, Elementary.A15), z4, fma(Elementary.A13, z2, Elementary.A11));
        DoubleVector series = fma(fma(Elementary.A19, z8, high), z8, low);
        // a small integer added to the bits of 1.5·2⁵² is that number added: the exact conversion, on every instruction set
        DoubleVector wholes = k.add(ROUND_BITS).reinterpretAsDoubles().sub(Elementary.ROUND);
        DoubleVector tail = fma(z.mul(2).mul(z2), series, wholes.mul(Elementary.LN2_LOW));
        return fma(Elementary.LN2_HIGH, wholes, z.mul(2).add(tail));
    }
}
