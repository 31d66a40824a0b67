/* The same plan under the same futures as FuturesBenchmark, by the same operations in the same order, in C with eight lanes in a
   register, and one register or two (VECTORS) in a loop, as the Java kernel has. Reads the tables that ExportFutures writes, checks that
   it gets the answer of the Java kernel, prints the time. */

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LANES 8
#ifndef VECTORS
#define VECTORS 1
#endif
#define EACH_VECTOR for (int v = 0; v < VECTORS; v++)
typedef double lanes __attribute__((vector_size(LANES * sizeof(double))));
typedef int64_t whole __attribute__((vector_size(LANES * sizeof(int64_t))));

enum { AIR, WHEEL, PER_NEWTON, ROAD };
enum { PAST };

static const double BEARING = 0.0087;
static const double LARGEST_DIFFERENCE = 1e-12;

static int futures, riders, stretches, swings, intervals, phases;
static double perEfficiency;
static int *swingStretch, *stretch, *fromMoment, *toMoment, *phase, *phaseStretch, *phaseJoin, *drifter;
static double *swingAtS, *lineLengthM, *fromS, *toS, *constantN, *dragAreaM2;
static double *speed, *start, *end, *slower, *headwind, *halfDensity, *roads;
static double *criticalPower, *perRecovery, *startDeficit, *startWorst, *startWork, *expectedWork, *expectedWorst;
static double *worst, *work;

/* of one block of VECTORS * LANES lanes, vector after vector */
static lanes *momentS, *slowerThen, *lastsS, *powerW, *recovery, *spentJ;
static int *inPhase, kept;
static char *listed;

static lanes all(double x) {
    return (lanes){x, x, x, x, x, x, x, x};
}

#ifdef __AVX512F__
#include <immintrin.h>
typedef __mmask8 mask;

static lanes fmadd(lanes x, lanes y, lanes z) {
    return _mm512_fmadd_pd(x, y, z);
}

static mask less(lanes x, lanes y) {
    return _mm512_cmp_pd_mask(x, y, _CMP_LT_OQ);
}

static lanes choose(mask which, lanes yes, lanes no) {
    return _mm512_mask_blend_pd(which, no, yes);
}

static lanes notNegative(lanes x) {
    return _mm512_max_pd(x, _mm512_setzero_pd());
}

static int any(mask which) {
    return which != 0;
}
#else
typedef whole mask;

static lanes fmadd(lanes x, lanes y, lanes z) {
    return x * y + z; /* contracted to one instruction where there is one: -ffp-contract=fast is gcc's default */
}

static mask less(lanes x, lanes y) {
    return x < y;
}

static lanes choose(mask which, lanes yes, lanes no) {
    return (lanes)((which & (whole)yes) | (~which & (whole)no));
}

static lanes notNegative(lanes x) {
    return choose(x > all(0), x, all(0));
}

static int any(mask which) {
    int64_t found = 0;
    for (int i = 0; i < LANES; i++) {
        found |= which[i];
    }
    return found != 0;
}
#endif

static lanes later(lanes x, lanes y) {
    return choose(less(x, y), y, x);
}

static lanes sooner(lanes x, lanes y) {
    return choose(less(y, x), y, x);
}

static lanes load(const double *from) {
    lanes x;
    memcpy(&x, from, sizeof x);
    return x;
}

static void store(double *to, lanes x) {
    memcpy(to, &x, sizeof x);
}

/* Taylor to r^13/13! by Estrin's scheme, as Elementary.exp */
static lanes decay(lanes x) {
    lanes shifted = fmadd(all(1.4426950408889634), x, all(0x1.8p52));
    lanes minusK = all(0x1.8p52) - shifted;
    lanes r = fmadd(all(0x1.a39ef35793c76p-33), minusK, fmadd(all(0x1.62e42feep-1), minusK, x));
    lanes r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
    lanes p01 = r + all(1);
    lanes p23 = fmadd(all(1.0 / 6), r, all(1.0 / 2));
    lanes p45 = fmadd(all(1.0 / 120), r, all(1.0 / 24));
    lanes p67 = fmadd(all(1.0 / 5040), r, all(1.0 / 720));
    lanes p89 = fmadd(all(1.0 / 362880), r, all(1.0 / 40320));
    lanes pab = fmadd(all(1.0 / 39916800), r, all(1.0 / 3628800));
    lanes pcd = fmadd(all(1.0 / 6227020800.0), r, all(1.0 / 479001600));
    lanes low = fmadd(fmadd(p67, r2, p45), r4, fmadd(p23, r2, p01));
    lanes high = fmadd(pcd, r4, fmadd(pab, r2, p89));
    whole scale = ((whole)shifted + 1023) << 52;
    return choose(less(all(-708), x), fmadd(high, r8, low) * (lanes)scale, all(0));
}

static void joinTimes(int first, int v) {
    lanes join = all(0), slowerNow = all(0);
    for (int k = 0; k < swings; k++) {
        int at = swingStretch[k] * futures + first + v * LANES;
        lanes now = all(swingAtS[k]);
        mask here = less(now, load(end + at)) & ~less(now, load(start + at));
        slowerNow = choose(here, load(slower + at), slowerNow);
        join = choose(here, now + all(lineLengthM[k]) / load(slower + at), join);
        slowerThen[(2 + k) * VECTORS + v] = slowerNow;
        momentS[(2 + k) * VECTORS + v] = join;
    }
}

static __attribute__((noinline)) void fillTimes(int first) {
    EACH_VECTOR {
        joinTimes(first, v);
    }
    kept = 0;
    for (int k = 0; k < intervals; k++) {
        const lanes *notBefore = momentS + fromMoment[k] * VECTORS, *notAfter = momentS + toMoment[k] * VECTORS;
        int at = stretch[k] * futures + first, anybody = 0;
        EACH_VECTOR {
            lanes from = later(later(all(fromS[k]), notBefore[v]), load(start + at + v * LANES));
            lanes to = sooner(sooner(all(toS[k]), notAfter[v]), load(end + at + v * LANES));
            lanes last = notNegative(to - from);
            lastsS[kept * VECTORS + v] = last;
            anybody |= any(less(all(0), last));
        }
        inPhase[kept] = phase[k];
        kept += anybody;
    }
}

static lanes need(int at, lanes air, lanes wheel, lanes perNewton) {
    return notNegative(fmadd(air, all(dragAreaM2[at]), fmadd(perNewton, all(constantN[at]), wheel)));
}

static void fillPhase(int first, int p, int v) {
    int at = phaseStretch[p] * futures + first;
    int row = p * riders;
    const double *road = roads + at;
    lanes air = load(road + AIR * stretches * futures);
    lanes wheel = load(road + WHEEL * stretches * futures);
    lanes perNewton = load(road + PER_NEWTON * stretches * futures);
    for (int i = row; i < row + riders; i++) {
        powerW[i * VECTORS + v] = need(i, air, wheel, perNewton);
    }
    if (phaseJoin[p] != PAST) {
        int i = row + drifter[p];
        lanes slow = notNegative(load(speed + at) - slowerThen[phaseJoin[p] * VECTORS + v]);
        air = slow + load(headwind + at);
        perNewton = slow * all(perEfficiency);
        lanes drag = load(halfDensity + first) * air * choose(less(air, all(0)), -air, air);
        powerW[i * VECTORS + v] = need(i, drag * perNewton, slow * all(BEARING) * perNewton, perNewton);
    }
}

static __attribute__((noinline)) void fillPhases(int first) {
    memset(listed, 0, phases);
    for (int k = 0; k < kept; k++) {
        if (!listed[inPhase[k]]) {
            listed[inPhase[k]] = 1;
            EACH_VECTOR {
                fillPhase(first + v * LANES, inPhase[k], v);
            }
        }
    }
}

static void spend(int at, int peaks, int v) {
    lanes deficit = load(startDeficit + at), deepest = load(startWorst + at);
    for (int k = v; k < peaks * VECTORS; k += VECTORS) {
        lanes remains = any(less(all(0), recovery[k])) ? decay(-recovery[k]) : all(1);
        deficit = fmadd(deficit, remains, -spentJ[k]);
        deepest = later(deepest, deficit);
    }
    store(worst + at, deepest);
}

static __attribute__((noinline)) void ride(int first, int slot) {
    int at = slot * futures + first;
    int peaks = 0, last = kept;
    /* local names: the compiler need not fear that a store changes them */
    const int *restrict now = inPhase;
    const lanes *restrict needs = powerW + slot * VECTORS, *restrict lasts = lastsS;
    lanes *restrict recoveries = recovery, *restrict spent = spentJ;
    lanes cp[VECTORS], per[VECTORS], sum[VECTORS], recovered[VECTORS], below[VECTORS];
    mask spends[VECTORS];
    EACH_VECTOR {
        cp[v] = load(criticalPower + at + v * LANES), per[v] = load(perRecovery + at + v * LANES);
        sum[v] = load(startWork + at + v * LANES), recovered[v] = all(0);
    }
    for (int k = 0; k < last; k++) {
        const lanes *power = needs + now[k] * riders * VECTORS;
        int anybody = 0;
        EACH_VECTOR {
            sum[v] = fmadd(power[v], lasts[k * VECTORS + v], sum[v]);
            below[v] = (cp[v] - power[v]) * lasts[k * VECTORS + v];
            spends[v] = less(below[v], all(0));
            anybody |= any(spends[v]);
        }
        if (anybody) {
            EACH_VECTOR {
                recoveries[peaks * VECTORS + v] = choose(spends[v], recovered[v], all(0));
                spent[peaks * VECTORS + v] = choose(spends[v], below[v], all(0));
            }
            peaks++;
        }
        EACH_VECTOR {
            recovered[v] = choose(spends[v], all(0), fmadd(below[v], per[v], recovered[v]));
        }
    }
    EACH_VECTOR {
        store(work + at + v * LANES, sum[v]);
        spend(at + v * LANES, peaks, v);
    }
}

static void evaluate(void) {
    for (int first = 0; first < futures; first += VECTORS * LANES) {
        fillTimes(first);
        fillPhases(first);
        for (int slot = 0; slot < riders; slot++) {
            ride(first, slot);
        }
    }
}

static void fail(const char *what) {
    fprintf(stderr, "futures: %s\n", what);
    exit(1);
}

static double number(FILE *in) {
    double x;
    if (fscanf(in, "%la", &x) != 1) {
        fail("the tables end too soon. Export them anew.");
    }
    return x;
}

static void *room(size_t n, size_t size) {
    void *p = aligned_alloc(64, (n * size / 64 + 1) * 64);
    if (p == NULL) {
        fail("not enough memory");
    }
    memset(p, 0, n * size);
    return p;
}

static double *numbers(FILE *in, int n) {
    double *x = room(n, sizeof *x);
    for (int i = 0; i < n; i++) {
        x[i] = number(in);
    }
    return x;
}

static int *counts(FILE *in, int n) {
    int *x = room(n, sizeof *x);
    for (int i = 0; i < n; i++) {
        x[i] = (int)number(in);
    }
    return x;
}

static void readTables(FILE *in) {
    futures = (int)number(in), riders = (int)number(in), stretches = (int)number(in);
    swings = (int)number(in), intervals = (int)number(in), phases = (int)number(in);
    perEfficiency = number(in);
    swingStretch = counts(in, swings), swingAtS = numbers(in, swings), lineLengthM = numbers(in, swings);
    stretch = counts(in, intervals), fromS = numbers(in, intervals), toS = numbers(in, intervals);
    fromMoment = counts(in, intervals), toMoment = counts(in, intervals);
    phase = counts(in, intervals);
    phaseStretch = counts(in, phases), phaseJoin = counts(in, phases), drifter = counts(in, phases);
    constantN = numbers(in, phases * riders), dragAreaM2 = numbers(in, phases * riders);
    speed = numbers(in, stretches * futures), start = numbers(in, stretches * futures);
    end = numbers(in, stretches * futures), slower = numbers(in, stretches * futures);
    headwind = numbers(in, stretches * futures), halfDensity = numbers(in, futures);
    roads = numbers(in, stretches * futures * ROAD);
    criticalPower = numbers(in, riders * futures), perRecovery = numbers(in, riders * futures);
    startDeficit = numbers(in, riders * futures), startWorst = numbers(in, riders * futures);
    startWork = numbers(in, riders * futures);
    expectedWork = numbers(in, riders * futures), expectedWorst = numbers(in, riders * futures);
    worst = room(riders * futures, sizeof *worst), work = room(riders * futures, sizeof *work);
    momentS = room((2 + swings) * VECTORS, sizeof *momentS), slowerThen = room((2 + swings) * VECTORS, sizeof *slowerThen);
    EACH_VECTOR {
        momentS[VECTORS + v] = all(INFINITY);
    }
    lastsS = room((intervals + 1) * VECTORS, sizeof *lastsS), inPhase = room(intervals + 1, sizeof *inPhase);
    powerW = room(phases * riders * VECTORS, sizeof *powerW), listed = room(phases, 1);
    recovery = room(intervals * VECTORS, sizeof *recovery), spentJ = room(intervals * VECTORS, sizeof *spentJ);
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double difference(const double *x, const double *y) {
    double largest = 0;
    for (int i = 0; i < riders * futures; i++) {
        double scale = fabs(y[i]) > 1 ? fabs(y[i]) : 1;
        largest = fmax(largest, fabs(x[i] - y[i]) / scale);
    }
    return largest;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fail("use: futures TABLES PULLS");
    }
    FILE *in = fopen(argv[1], "r");
    if (in == NULL) {
        fail("cannot open the tables");
    }
    readTables(in);
    fclose(in);
    double pulls = atof(argv[2]), least = INFINITY, sum = 0;
    int rounds = 2000;
    for (int i = 0; i < 2 * rounds; i++) {
        double t = seconds();
        evaluate();
        t = seconds() - t;
        if (i >= rounds) {
            least = t < least ? t : least;
            sum += t;
        }
    }
    double off = fmax(difference(work, expectedWork), difference(worst, expectedWorst));
    if (!(off <= LARGEST_DIFFERENCE)) {
        fail("the answer differs from the Java kernel's");
    }
    double ns = 1e9 / (riders * pulls * futures);
    printf("C, %d in a loop: least %.3f, mean %.3f ns for a rider, a pull and a future; largest difference %.1e\n", VECTORS,
            least * ns, sum / rounds * ns, off);
    return 0;
}
