package io.paceline.kernel;

/**
 * Whether this machine multiplies and adds in one instruction. Without one, {@link Math#fma} is right but a hundred times slower, so the
 * kernels then round twice: results differ in the last bits from those of a machine that has it.
 */
final class FastFma {
    /** Found once; a constant for the compiler. Where it cannot be told, no. */
    static final boolean PRESENT =
            HotSpotFlag.read("UseFMA").map(Boolean::parseBoolean).orElse(false);

    private FastFma() {}

    /** {@code a·b + c}, rounded once where that is fast. */
    static double of(double a, double b, double c) {
        return PRESENT ? Math.fma(a, b, c) : a * b + c;
    }
}
