package io.paceline.kernel;

/**
 * The exponential and the power that recovery needs: the same bits on every JDK and in every kernel, which {@link Math#exp} does not
 * promise. One fixed order of operations, so that a lane of a vector gives what a scalar gives.
 *
 * <p>The exponential splits {@code x = k·ln2 + r}, |r| ≤ ln2/2, and sums the Taylor series of e^r to r¹³/13!: the first term left out is
 * below 5e-18. Measured against {@link StrictMath}: at most 2 ulps; the
 * power at most 9.
 */
final class Elementary {
    /** Below this the exponential is 0 here: 5e-308 of a deficit of 60 kJ is nothing. */
    static final double LEAST_EXPONENT = -708;

    /** A power of what is not above this is 0 here. */
    static final double LEAST_BASE = 1e-300;

    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts: the upper has 32 trailing zero bits, so that its product with a small integer is exact. */
    static final double LN2_HIGH = 0x1.62e42feep-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Added and taken away again it rounds to an integer, to even: 1.5·2⁵². */
    static final double ROUND = 0x1.8p52;

    /** An integer added to these bits is added to {@link #ROUND}. */
    static final long ROUND_BITS = Double.doubleToRawLongBits(ROUND);

    static final double C2 = 1.0 / 2;
    static final double C3 = 1.0 / 6;
    static final double C4 = 1.0 / 24;
    static final double C5 = 1.0 / 120;
    static final double C6 = 1.0 / 720;
    static final double C7 = 1.0 / 5_040;
    static final double C8 = 1.0 / 40_320;
    static final double C9 = 1.0 / 362_880;
    static final double C10 = 1.0 / 3_628_800;
    static final double C11 = 1.0 / 39_916_800;
    static final double C12 = 1.0 / 479_001_600;
    static final double C13 = 1.0 / 6_227_020_800.0;

    static final double A3 = 1.0 / 3;
    static final double A5 = 1.0 / 5;
    static final double A7 = 1.0 / 7;
    static final double A9 = 1.0 / 9;
    static final double A11 = 1.0 / 11;
    static final double A13 = 1.0 / 13;
    static final double A15 = 1.0 / 15;
    static final double A17 = 1.0 / 17;
    static final double A19 = 1.0 / 19;

    static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(Math.sqrt(0.5));
    static final int MANTISSA_BITS = 52;
    static final int EXPONENT_BIAS = 1023;

    private Elementary() {}

    /**
     * e^x.
     *
     * @param x at most 700; what a decay or a power below CP asks for is far less
     */
    static double exp(double x) {
        if (!(x > LEAST_EXPONENT)) {
            return Double.isNaN(x) ? x : 0;
        }
        double shifted = FastFma.of(x, LOG2_E, ROUND);
        return polynomial(remainder(x, shifted)) * powerOfTwo(shifted);
    }

    /** What is left of an exponent besides its whole multiple of ln 2. */
    static double remainder(double x, double shifted) {
        double k = shifted - ROUND;
        return FastFma.of(-k, LN2_LOW, FastFma.of(-k, LN2_HIGH, x));
    }

    /** The integer sits in the low bits of the shifted number; the shift drops all others. */
    static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + EXPONENT_BIAS) << MANTISSA_BITS);
    }

    /** Estrin's scheme: short chains, so that the additions of one exponential overlap. */
    static double polynomial(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double r8 = r4 * r4;
        double p01 = 1 + r;
        double p23 = FastFma.of(C3, r, C2);
        double p45 = FastFma.of(C5, r, C4);
        double p67 = FastFma.of(C7, r, C6);
        double p89 = FastFma.of(C9, r, C8);
        double pab = FastFma.of(C11, r, C10);
        double pcd = FastFma.of(C13, r, C12);
        double low = FastFma.of(FastFma.of(p67, r2, p45), r4, FastFma.of(p23, r2, p01));
        double high = FastFma.of(pcd, r4, FastFma.of(pab, r2, p89));
        return FastFma.of(high, r8, low);
    }

    /**
     * x^exponent for a power below CP.
     *
     * @param x not negative; 0 gives 0
     * @param exponent 0 to 1
     */
    static double pow(double x, double exponent) {
        if (!(x > LEAST_BASE)) {
            return Double.isNaN(x) ? x : 0;
        }
        return exp(exponent * log(x));
    }

    /** Natural logarithm of a positive normal number: {@code 2·atanh((m - 1)/(m + 1)) + k·ln2} with m in [√½, √2). */
    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        // the distance from √½ in the exponent's bits says which power of two brings m into range
        long k = (bits - SQRT_HALF_BITS) >> MANTISSA_BITS;
        double m = Double.longBitsToDouble(bits - (k << MANTISSA_BITS));
        return log(m, (double) k);
    }

    /** The logarithm of {@code m·2^wholes}. */
    static double log(double m, double wholes) {
        double z = (m - 1) / (m + 1);
        double z2 = z * z;
        double z4 = z2 * z2;
        double z8 = z4 * z4;
        double low = FastFma.of(FastFma.of(A9, z2, A7), z4, FastFma.of(A5, z2, A3));
        double high = FastFma.of(FastFma.of(A17, z2, A15), z4, FastFma.of(A13, z2, A11));
        double series = FastFma.of(FastFma.of(A19, z8, high), z8, low);
        double tail = FastFma.of(2 * z * z2, series, wholes * LN2_LOW);
        return FastFma.of(wholes, LN2_HIGH, 2 * z + tail);
    }
}
