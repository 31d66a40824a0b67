/*
 * The kernel's algorithm in plain C: reads exported tables, compares its results with the Java kernel's, and times itself.
 *
 * usage: peer CASE...
 *
 * Prints one line for each case: name, median and least time of one plan over many batches, ns. Leaves with 1 if a result differs.
 */
#define _POSIX_C_SOURCE 199309L

#include "team.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BATCHES = 20001, BATCH_NS = 50000 };

/* Operations in another order and a compiler that contracts them: a few hundred roundings of 1e-16. */
static const double TOLERANCE = 1e-12;

typedef struct {
    Timeline line;
    Team team;
} Evaluator;

static double evaluate(Evaluator *e, const Case *c)
{
    build_timeline(&e->line, &c->chase, &c->pace, &c->plan);
    ride_team(&e->team, &c->pace, &c->plan, &e->line);
    double sum = e->team.pull_short_s;
    for (int slot = 0; slot < c->chase.riders; slot++) {
        sum += e->team.reserve[slot].work_j;
    }
    return sum;
}

static int differs(const char *name, int slot, const char *what, double actual, double expected)
{
    if (fabs(actual - expected) <= TOLERANCE * fabs(expected) + 1e-9) {
        return 0;
    }
    fprintf(stderr, "%s: rider %d: %s = %.17g, the Java kernel has %.17g\n", name, slot, what, actual, expected);
    return 1;
}

static int check(const char *name, const Evaluator *e, const Case *c)
{
    int wrong = 0;
    for (int slot = 0; slot < c->chase.riders; slot++) {
        const Reserve *r = &e->team.reserve[slot];
        double end_j = fmax(r->deficit_j * own_exp(-r->recovered), r->linear_j);
        wrong += differs(name, slot, "work", r->work_j, c->expected.work_j[slot]);
        wrong += differs(name, slot, "worst deficit", r->worst_j, c->expected.worst_j[slot]);
        wrong += differs(name, slot, "deficit at the end", end_j, c->expected.end_deficit_j[slot]);
    }
    wrong += differs(name, 0, "pulls too short", e->team.pull_short_s, c->expected.pull_short_s);
    return wrong;
}

static double now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e9 * (double) t.tv_sec + (double) t.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *) a;
    double y = *(const double *) b;
    return (x > y) - (x < y);
}

/* Batches are short: one that another program interrupts is an outlier, and the median does not see it. */
static void time_case(const char *name, Evaluator *e, const Case *c)
{
    static double batch_ns[BATCHES];
    double sum = 0;
    double start = now_ns();
    for (int i = 0; i < 100; i++) {
        sum += evaluate(e, c);
    }
    int plans = (int) fmax(1, BATCH_NS / ((now_ns() - start) / 100));
    for (int batch = 0; batch < BATCHES; batch++) {
        start = now_ns();
        for (int i = 0; i < plans; i++) {
            sum += evaluate(e, c);
        }
        batch_ns[batch] = (now_ns() - start) / plans;
    }
    qsort(batch_ns, BATCHES, sizeof(double), by_size);
    printf("%s %.1f %.1f %.3f\n", name, batch_ns[BATCHES / 2], batch_ns[0], sum);
}

int main(int arguments, char **argument)
{
    if (arguments < 2) {
        fprintf(stderr, "usage: peer CASE...\n");
        return 2;
    }
    for (int i = 1; i < arguments; i++) {
        Case c = read_case(argument[i]);
        if (c.plan.working != c.chase.riders) {
            fprintf(stderr, "%s: somebody sits on; this peer rides plans in which everybody works\n", argument[i]);
            return 2;
        }
        Evaluator e = {new_timeline(&c.chase), new_team(&c.chase)};
        evaluate(&e, &c);
        if (check(argument[i], &e, &c) > 0) {
            return 1;
        }
        time_case(argument[i], &e, &c);
    }
    return 0;
}
