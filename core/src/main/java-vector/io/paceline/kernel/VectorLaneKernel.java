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
 * exponential is left out where no lane of a vector rises above CP.
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
            DoubleVector from = drifting ? turnStart : turnStart.max(join);
            DoubleVector to = drifting ? turnEnd.min(join) : turnEnd;
            DoubleVector start = from.max(load(a.startS, row + lane));
            DoubleVector end = to.min(load(a.endS, row + lane));
            DoubleVector lasts = DoubleVector.zero(SPECIES).max(end.sub(start));
            lasts.intoArray(a.lastsS, lane);
            any |= lasts.compare(GT, 0).anyTrue();
        }
        return any;
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
        DoubleVector constant = DoubleVector.broadcast(SPECIES, constantN);
        DoubleVector area = DoubleVector.broadcast(SPECIES, dragAreaM2);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            DoubleVector other = fma(load(a.perNewtonW, road + lane), constant, load(a.wheelW, road + lane));
            DoubleVector power = fma(load(a.airW, road + lane), area, other);
            hold(a, rider + lane, zero.max(power), load(a.lastsS, lane));
        }
    }

    @Override
    public void drift(LaneArrays a, int stretch, int slot, double constantN, double dragAreaM2, double perEfficiency) {
        int road = stretch * a.lanes;
        int rider = slot * a.lanes;
        DoubleVector constant = DoubleVector.broadcast(SPECIES, constantN);
        DoubleVector bearing = DoubleVector.broadcast(SPECIES, RoadLoad.BEARING_N_S_PER_M);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int lane = 0; lane < a.lanes; lane += STEP) {
            DoubleVector v = zero.max(load(a.speedMPerS, road + lane).sub(load(a.driftSlowerMPerS, lane)));
            DoubleVector air = v.add(load(a.headwindMPerS, road + lane));
            DoubleVector drag = load(a.halfDensity, lane).mul(dragAreaM2);
            DoubleVector roll = fma(bearing, v, constant);
            DoubleVector force = fma(drag.mul(air), air.lanewise(ABS), roll);
            hold(a, rider + lane, zero.max(force.mul(v).mul(perEfficiency)), load(a.lastsS, lane));
        }
    }

    private static void hold(LaneArrays a, int i, DoubleVector power, DoubleVector lasts) {
        fma(power, lasts, load(a.workJ, i)).intoArray(a.workJ, i);
        DoubleVector above = power.sub(load(a.criticalPowerW, i));
        DoubleVector step = above.mul(lasts);
        DoubleVector exponent = load(a.exponent, i);
        VectorMask<Double> spends = above.compare(GE, 0);
        DoubleVector recovered = a.elite ? pow(above.neg()).mul(lasts) : step.neg();
        DoubleVector grown = fma(recovered, load(a.perRecovery, i), exponent);
        if (spends.anyTrue()) {
            DoubleVector deficit = load(a.deficitJ, i);
            DoubleVector spent = fma(deficit, exp(exponent.neg()), step);
            deficit.blend(spent, spends).intoArray(a.deficitJ, i);
            DoubleVector worst = load(a.worstJ, i);
            worst.blend(worst.max(spent), spends).intoArray(a.worstJ, i);
            grown = grown.blend(0, spends);
        }
        grown.intoArray(a.exponent, i);
        if (a.elite) {
            DoubleVector linear = DoubleVector.zero(SPECIES).max(load(a.linearJ, i).add(step));
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
