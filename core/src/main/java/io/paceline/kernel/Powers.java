package io.paceline.kernel;

/**
 * {@link Elementary#pow} of many numbers, bit for bit. Taken apart into loops: those in the middle are nothing but arithmetic, which
 * HotSpot does for several numbers at once; only the first and the last look at bits.
 */
final class Powers {
    private double[] mantissa = {};
    /** Powers of two, each an integer added to {@link Elementary#ROUND}. */
    private double[] wholes = {};

    private double[] series = {};
    private double[] shifted = {};

    /**
     * Raises the numbers {@code [from, to)} to an exponent, in place.
     *
     * @param x what is not above {@link Elementary#LEAST_BASE} becomes nonsense
     * @param exponent 0 to 1
     */
    void raise(double[] x, int from, int to, double exponent) {
        if (mantissa.length < to - from) {
            int room = 2 * (to - from);
            mantissa = new double[room];
            wholes = new double[room];
            series = new double[room];
            shifted = new double[room];
        }
        int n = to - from;
        split(x, from, n);
        logarithms(n, exponent);
        exponentials(n);
        join(x, from, n);
    }

    private void split(double[] x, int from, int n) {
        double[] mantissas = mantissa;
        double[] powersOfTwo = wholes;
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(x[from + i]);
            long k = (bits - Elementary.SQRT_HALF_BITS) >> Elementary.MANTISSA_BITS;
            mantissas[i] = Double.longBitsToDouble(bits - (k << Elementary.MANTISSA_BITS));
            // not as a double: on JDK 17 each conversion waits for the one before, for it keeps half of its register
            powersOfTwo[i] = Double.longBitsToDouble(k + Elementary.ROUND_BITS);
        }
    }

    /** Exponent times logarithm, into series. */
    private void logarithms(int n, double exponent) {
        double[] mantissas = mantissa;
        double[] powersOfTwo = wholes;
        double[] logarithm = series;
        for (int i = 0; i < n; i++) {
            logarithm[i] = exponent * Elementary.log(mantissas[i], powersOfTwo[i] - Elementary.ROUND);
        }
    }

    /** The exponential of series, but for the power of two, which shifted holds. */
    private void exponentials(int n) {
        double[] logarithm = series;
        double[] shiftedX = shifted;
        for (int i = 0; i < n; i++) {
            double x = logarithm[i];
            double moved = FastFma.of(x, Elementary.LOG2_E, Elementary.ROUND);
            shiftedX[i] = moved;
            logarithm[i] = Elementary.polynomial(Elementary.remainder(x, moved));
        }
    }

    private void join(double[] x, int from, int n) {
        double[] polynomial = series;
        double[] shiftedX = shifted;
        for (int i = 0; i < n; i++) {
            x[from + i] = polynomial[i] * Elementary.powerOfTwo(shiftedX[i]);
        }
    }
}
