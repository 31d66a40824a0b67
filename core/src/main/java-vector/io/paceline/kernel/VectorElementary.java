package io.paceline.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;

import io.paceline.rider.RecoveryModel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Elementary} for several numbers in one instruction, operation by operation, from memory to memory: passes of {@link VectorLaneKernel}. */
final class VectorElementary {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > LaneBlock.LANES
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;

    private static final int STEP = SPECIES.length();
    private static final long ROUND_BITS = Double.doubleToRawLongBits(Elementary.ROUND);

    private VectorElementary() {}

    static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(SPECIES, from, at);
    }

    static DoubleVector fma(DoubleVector x, DoubleVector y, DoubleVector z) {
        return FastFma.PRESENT ? x.fma(y, z) : x.mul(y).add(z);
    }

    private static DoubleVector fma(double x, DoubleVector y, double z) {
        return fma(DoubleVector.broadcast(SPECIES, x), y, DoubleVector.broadcast(SPECIES, z));
    }

    private static DoubleVector fma(double x, DoubleVector y, DoubleVector z) {
        return fma(DoubleVector.broadcast(SPECIES, x), y, z);
    }

    // by their bits, as whole numbers: one instruction, and the same order where no number is negative

    static DoubleVector notNegative(DoubleVector x) {
        return x.reinterpretAsLongs().max(0).reinterpretAsDoubles();
    }

    static DoubleVector later(DoubleVector x, DoubleVector y) {
        return x.reinterpretAsLongs().max(y.reinterpretAsLongs()).reinterpretAsDoubles();
    }

    static DoubleVector sooner(DoubleVector x, DoubleVector y) {
        return x.reinterpretAsLongs().min(y.reinterpretAsLongs()).reinterpretAsDoubles();
    }

    /** What the recovery before each peak leaves of a deficit. Right after another peak it is 0, and no exponential is taken. */
    static void decay(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int i = 0; i < b.peaks * STEP; i += STEP) {
            DoubleVector recovery = load(b.recovery, i);
            if (recovery.compare(GT, 0).anyTrue()) {
                exp(recovery.neg()).intoArray(b.remains, i);
            } else {
                DoubleVector.broadcast(SPECIES, 1).intoArray(b.remains, i);
            }
        }
    }

    /** As {@link Elementary#pow} with the elite model's exponent; needs the logarithms. */
    static void eliteRate(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int i = 0; i < b.kept * STEP; i += STEP) {
            DoubleVector rate = exp(load(b.rate, i).mul(RecoveryModel.ELITE_EXPONENT));
            rate.blend(0, load(b.belowW, i).compare(LE, Elementary.LEAST_BASE)).intoArray(b.rate, i);
        }
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

    /** As {@link Elementary#log}; what is not positive gives no meaning. */
    static void logBelow(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int i = 0; i < b.kept * STEP; i += STEP) {
            DoubleVector x = load(b.belowW, i);
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
            fma(Elementary.LN2_HIGH, wholes, z.mul(2).add(tail)).intoArray(b.rate, i);
        }
    }
}
