/*
 * The machine's multiply-adds: scalar, and in whole registers as wide as the compiler makes them. The least time of many batches.
 *
 * build and run: gcc -std=gnu11 -O3 -march=native -mprefer-vector-width=512 -o peak peak.c -lm && ./peak
 */
#define _POSIX_C_SOURCE 199309L

#include <math.h>
#include <stdio.h>
#include <time.h>

enum { CHAINS = 12, ROUNDS = 20000, BATCHES = 2000, LANES = 8 };

typedef double Lanes __attribute__((vector_size(LANES * sizeof(double))));

static double now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e9 * (double) t.tv_sec + (double) t.tv_nsec;
}

#define EACH_CHAIN(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8) DO(9) DO(10) DO(11)
#define START(i) sum##i = gain;
/* The barrier keeps scalar chains from being joined to vectors. */
#define STEP(i)                                                                                                        \
    sum##i = sum##i * rate + gain;                                                                                     \
    __asm__ volatile("" : "+v"(sum##i));
#define FINISH(i) *out += sum##i;

/* Enough chains that none has to wait for itself. */
#define BATCH(TYPE, name)                                                                                              \
    static double name(TYPE rate, TYPE gain, TYPE *out)                                                                \
    {                                                                                                                  \
        TYPE sum0, sum1, sum2, sum3, sum4, sum5, sum6, sum7, sum8, sum9, sum10, sum11;                                 \
        EACH_CHAIN(START)                                                                                              \
        double start_ns = now_ns();                                                                                    \
        for (int k = 0; k < ROUNDS; k++) {                                                                             \
            EACH_CHAIN(STEP)                                                                                           \
        }                                                                                                              \
        double spent_ns = now_ns() - start_ns;                                                                         \
        EACH_CHAIN(FINISH)                                                                                             \
        return spent_ns;                                                                                               \
    }

BATCH(double, scalar_batch)
BATCH(Lanes, vector_batch)

int main(void)
{
    double scalar_ns = INFINITY;
    double vector_ns = INFINITY;
    double scalar_sum = 0;
    Lanes vector_sum = {0};
    Lanes rate = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
    for (int batch = 0; batch < BATCHES; batch++) {
        scalar_ns = fmin(scalar_ns, scalar_batch(0.5, 1, &scalar_sum));
        vector_ns = fmin(vector_ns, vector_batch(rate, rate + 0.5, &vector_sum));
    }
    // every chain is at 2 by then: 12 chains in each batch
    if (scalar_sum != 24.0 * BATCHES || vector_sum[0] != scalar_sum) {
        fprintf(stderr, "peak: the sums are wrong: %g and %g\n", scalar_sum, vector_sum[0]);
        return 1;
    }
    double count = (double) CHAINS * ROUNDS;
    printf("multiply-adds: scalar %.2f in a ns, vectors of %d %.2f in a ns\n", count / scalar_ns, LANES, LANES * count / vector_ns);
    return 0;
}
