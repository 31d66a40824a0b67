/* The exponential of io.paceline.kernel.Elementary, operation by operation; with -DLIBM that of the C library. */
#ifndef PACELINE_ELEMENTARY_H
#define PACELINE_ELEMENTARY_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#define ELITE_EXPONENT 0.688

static inline double of_bits(int64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline int64_t bits_of(double x)
{
    int64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

#ifdef LIBM

static inline double own_exp(double x)
{
    return exp(x);
}

static inline double pow_of_positive(double x, double exponent)
{
    return pow(x, exponent);
}

static inline double own_pow(double x, double exponent)
{
    return pow(x, exponent);
}

#else

#define LN2_HIGH 0x1.62e42feep-1
#define LN2_LOW 0x1.a39ef35793c76p-33

/* For x above -708. Without a branch, so that a loop of them becomes vectors. */
static inline double exp_in_range(double x)
{
    double shifted = fma(x, 1.4426950408889634, 0x1.8p52);
    double k = shifted - 0x1.8p52;
    double r = fma(-k, LN2_LOW, fma(-k, LN2_HIGH, x));
    double scale = of_bits((int64_t) ((uint64_t) (bits_of(shifted) + 1023) << 52));
    double r2 = r * r;
    double r4 = r2 * r2;
    double r8 = r4 * r4;
    double p01 = 1 + r;
    double p23 = fma(1.0 / 6, r, 1.0 / 2);
    double p45 = fma(1.0 / 120, r, 1.0 / 24);
    double p67 = fma(1.0 / 5040, r, 1.0 / 720);
    double p89 = fma(1.0 / 362880, r, 1.0 / 40320);
    double pab = fma(1.0 / 39916800, r, 1.0 / 3628800);
    double pcd = fma(1.0 / 6227020800.0, r, 1.0 / 479001600);
    double low = fma(fma(p67, r2, p45), r4, fma(p23, r2, p01));
    double high = fma(pcd, r4, fma(pab, r2, p89));
    return fma(high, r8, low) * scale;
}

static inline double own_exp(double x)
{
    return x > -708 ? exp_in_range(x) : 0;
}

static inline double own_log(double x)
{
    int64_t bits = bits_of(x);
    int64_t k = (bits - bits_of(sqrt(0.5))) >> 52;
    double m = of_bits(bits - (int64_t) ((uint64_t) k << 52));
    double z = (m - 1) / (m + 1);
    double z2 = z * z;
    double z4 = z2 * z2;
    double z8 = z4 * z4;
    double low = fma(fma(1.0 / 9, z2, 1.0 / 7), z4, fma(1.0 / 5, z2, 1.0 / 3));
    double high = fma(fma(1.0 / 17, z2, 1.0 / 15), z4, fma(1.0 / 13, z2, 1.0 / 11));
    double series = fma(fma(1.0 / 19, z8, high), z8, low);
    double wholes = (double) k;
    double tail = fma(2 * z * z2, series, wholes * LN2_LOW);
    return fma(wholes, LN2_HIGH, 2 * z + tail);
}

/* Nonsense for what is not positive. */
static inline double pow_of_positive(double x, double exponent)
{
    return exp_in_range(exponent * own_log(x));
}

static inline double own_pow(double x, double exponent)
{
    double power = exp_in_range(exponent * own_log(x > 1e-300 ? x : 1));
    return x > 1e-300 ? power : 0;
}

#endif
#endif
