package io.paceline.kernel;

/**
 * The exponential and the power that recovery needs: the same bits on every JDK and in every kernel, which {@link Math#exp} does not
 * promise. Additions and multiplications only, in a fixed order, so that a lane of a vector gives what a scalar gives.
 *
 * <p>The exponential splits {@code x = k·ln2 + r}, |r| ≤ ln2/2, and sums the Taylor series of e^r to r¹³/13!: the first term left out is
 * below 5e-18. Measured against {@link StrictMath}: at most 2 ulps.
 */
final class Elementary {
    /** Below this the exponential is 0 here: 5e-308 of a deficit of 60 kJ is nothing. */
    static final double LEAST_EXPONENT = -708;

    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts: the upper has 32 trailing zero bits, so that its product with a small integer is exact. */
    static final double LN2_HIGH = 0x1.62e42feep-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Added and taken away again it rounds to an integer, to even: 1.5·2⁵². */
    static final double ROUND = 0x1.8p52;

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

    private static final double SQRT_2 = 1.4142135623730951;
    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;

    private Elementary() {}

    /**
     * e^x for a decay.
     *
     * @param x at most 0
     */
    static double expOfNegative(double x) {
        if (!(x > LEAST_EXPONENT)) {
            return Double.isNaN(x) ? x : 0;
        }
        double shifted = x * LOG2_E + ROUND;
        double k = shifted - ROUND;
        double r = (x - k * LN2_HIGH) - k * LN2_LOW;
        return polynomial(r) * Double.longBitsToDouble(((long) k + EXPONENT_BIAS) << MANTISSA_BITS);
    }

    /** Estrin's scheme: short chains, so that the additions of one exponential overlap. */
    private static double polynomial(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double r8 = r4 * r4;
        double p01 = 1 + r;
        double p23 = C2 + C3 * r;
        double p45 = C4 + C5 * r;
        double p67 = C6 + C7 * r;
        double p89 = C8 + C9 * r;
        double pab = C10 + C11 * r;
        double pcd = C12 + C13 * r;
        double low = (p01 + p23 * r2) + (p45 + p67 * r2) * r4;
        double high = (p89 + pab * r2) + pcd * r4;
        return low + high * r8;
    }

    /**
     * x^exponent for a power below CP.
     *
     * @param x not negative; 0 gives 0
     * @param exponent 0 to 1
     */
    static double pow(double x, double exponent) {
        if (!(x > 1e-300)) {
            return Double.isNaN(x) ? x : 0;
        }
        double y = exponent * log(x);
        if (y <= 0) {
            return expOfNegative(y);
        }
        return 1 / expOfNegative(-y);
    }

    /** Natural logarithm of a positive normal number: {@code 2·atanh((m - 1)/(m + 1)) + k·ln2} with m in [√½, √2). */
    private static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long k = (bits >> MANTISSA_BITS) - EXPONENT_BIAS;
        double m =
                Double.longBitsToDouble((bits & ((1L << MANTISSA_BITS) - 1)) | ((long) EXPONENT_BIAS << MANTISSA_BITS));
        if (m > SQRT_2) {
            m *= 0.5;
            k++;
        }
        double z = (m - 1) / (m + 1);
        double z2 = z * z;
        double series = 1.0 / 19;
        for (int odd = 17; odd >= 3; odd -= 2) {
            series = series * z2 + 1.0 / odd;
        }
        return k * LN2_HIGH + (2 * z + (2 * z * z2 * series + k * LN2_LOW));
    }
}
