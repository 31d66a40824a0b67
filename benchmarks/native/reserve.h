/* The account of one rider, and runs of recovery and work: the peers of io.paceline.kernel.Reserve and Runs. */
#ifndef PACELINE_RESERVE_H
#define PACELINE_RESERVE_H

#include "elementary.h"

#include <stdbool.h>
#include <stdlib.h>

typedef struct {
    bool elite;
    double work_j;
    double deficit_j;
    double recovered;
    double linear_j;
    double worst_j;
} Reserve;

typedef struct {
    int count;
    int capacity;
    double *exponent;
    double *kept;
    double *below_j;
    double *spent_j;
} Runs;

static inline double larger(double a, double b)
{
    return a > b ? a : b;
}

static inline void clear_runs(Runs *r, int room)
{
    r->count = 0;
    if (r->capacity < room) {
        r->capacity = 2 * room;
        size_t size = (size_t) r->capacity * sizeof(double);
        r->exponent = realloc(r->exponent, size);
        r->kept = realloc(r->kept, size);
        r->below_j = realloc(r->below_j, size);
        r->spent_j = realloc(r->spent_j, size);
    }
}

static inline void add_run(Runs *r, double exponent, double below_j, double spent_j)
{
    r->exponent[r->count] = exponent;
    r->below_j[r->count] = below_j;
    r->spent_j[r->count++] = spent_j;
}

static inline void keep_runs(Runs *r)
{
    double *restrict kept = r->kept;
    const double *restrict exponent = r->exponent;
    for (int k = 0; k < r->count; k++) {
        kept[k] = own_exp(-exponent[k]);
    }
}

static inline void recover(Reserve *r, double exponent, double below_j)
{
    r->recovered += exponent;
    if (r->elite) {
        r->linear_j = larger(0, r->linear_j - below_j);
    }
}

static inline void ride_run(Reserve *r, double kept, double below_j, double spent_j)
{
    r->deficit_j = fma(r->deficit_j, kept, spent_j);
    r->worst_j = larger(r->worst_j, r->deficit_j);
    if (r->elite) {
        r->linear_j = larger(0, r->linear_j - below_j) + spent_j;
        r->worst_j = larger(r->worst_j, r->linear_j);
    }
}

static inline void spend(Reserve *r, double spent_j)
{
    double kept = r->deficit_j > 0 ? own_exp(-r->recovered) : 1;
    r->recovered = 0;
    ride_run(r, kept, 0, spent_j);
}

static inline void ride_runs(Reserve *r, const Runs *runs, int from, int to)
{
    for (int k = from; k < to; k++) {
        ride_run(r, runs->kept[k], runs->below_j[k], runs->spent_j[k]);
    }
}

/* The map d -> r d + c so many times, by squaring. */
static inline double power_of_map(double r, double c, double d, int times)
{
    for (int left = times; left > 0; left >>= 1) {
        if (left & 1) {
            d = fma(r, d, c);
        }
        c = fma(r, c, c);
        r = r * r;
    }
    return d;
}

/* Runs so many times: the worst moment is in the first or in the last. */
static inline void repeat_runs(Reserve *r, const Runs *runs, int from, int to, int times)
{
    if (times > 0) {
        ride_runs(r, runs, from, to);
    }
    if (times > 2) {
        double rate = 1;
        double gain_j = 0;
        double linear_gain_j = 0;
        double from_zero_j = 0;
        for (int k = from; k < to; k++) {
            rate *= runs->kept[k];
            gain_j = fma(gain_j, runs->kept[k], runs->spent_j[k]);
            linear_gain_j += runs->spent_j[k] - runs->below_j[k];
            from_zero_j = larger(0, from_zero_j - runs->below_j[k]) + runs->spent_j[k];
        }
        r->deficit_j = power_of_map(rate, gain_j, r->deficit_j, times - 2);
        if (r->elite) {
            r->linear_j = larger(r->linear_j + (times - 2) * linear_gain_j, from_zero_j + larger(0, (times - 3) * linear_gain_j));
        }
    }
    if (times > 1) {
        ride_runs(r, runs, from, to);
    }
}

/* A rotation of each rider who is above CP once in it, by position: the rest of a row, whole rows, the beginning of one. */
typedef struct {
    int *times;
    double *rest_j;
    double *head_below_j;
    double *head_spent_j;
    double *head_exponent;
    double *below_j;
    double *spent_j;
    double *kept;
    double *tail_below_j;
    double *tail_spent_j;
    double *tail_exponent;
} Laps;

static inline void ride_laps(Reserve *r, const Laps *laps, int p)
{
    double kept = laps->kept[p];
    double spent_j = laps->spent_j[p];
    int times = laps->times[p];
    double kept_head = r->deficit_j > 0 ? own_exp(-(r->recovered + laps->head_exponent[p])) : 1;
    double deficit = fma(r->deficit_j, kept_head, laps->head_spent_j[p]);
    double worst = larger(r->worst_j, deficit);
    if (times > 0) {
        deficit = fma(deficit, kept, spent_j);
        worst = larger(worst, deficit);
    }
    if (times > 1) {
        deficit = fma(power_of_map(kept, spent_j, deficit, times - 2), kept, spent_j);
        worst = larger(worst, deficit);
    }
    double tail_spent_j = laps->tail_spent_j[p];
    r->recovered = laps->tail_exponent[p];
    if (tail_spent_j > 0) {
        deficit = fma(deficit, kept, tail_spent_j);
        worst = larger(worst, deficit);
        r->recovered = 0;
    }
    r->deficit_j = deficit;
    if (r->elite) {
        double below_j = laps->below_j[p];
        double linear = larger(0, r->linear_j - laps->head_below_j[p]) + laps->head_spent_j[p];
        worst = larger(worst, linear);
        if (times > 0) {
            linear = larger(0, linear - below_j) + spent_j;
            worst = larger(worst, linear);
        }
        if (times > 2) {
            double gain_j = spent_j - below_j;
            linear = larger(linear + (times - 2) * gain_j, spent_j + larger(0, (times - 3) * gain_j));
        }
        if (times > 1) {
            linear = larger(0, linear - below_j) + spent_j;
            worst = larger(worst, linear);
        }
        linear = larger(0, linear - laps->tail_below_j[p]) + laps->tail_spent_j[p];
        worst = larger(worst, linear);
        r->linear_j = linear;
    }
    r->worst_j = worst;
}

#endif
