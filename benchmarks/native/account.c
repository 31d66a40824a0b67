#include "account.h"

#include "elementary.h"
#include <stdlib.h>

static const double MOST_SAVING = 1 - 0.05;
static const double BEARING_N_S_PER_M = 0.0087;

static double *room(int count)
{
    return aligned_alloc(64, ((size_t) count * sizeof(double) + 63) / 64 * 64);
}

static void resize(Account *a, int capacity)
{
    double **arrays[] = {&a->power_w, &a->rate, &a->peak_j, &a->peak_kept, &a->kept_in_run, &a->spent_in_run_j};
    for (int i = 0; i < 6; i++) {
        free(*arrays[i]);
        *arrays[i] = room(capacity + 1);
    }
    a->capacity = capacity;
}

Account new_account(const Chase *chase)
{
    Account a = {0};
    resize(&a, 64);
    a.fraction = room(4 * chase->riders);
    a.air_w = room(chase->stretches);
    a.other_w = room(chase->stretches);
    return a;
}

static void fill_stretches(Account *restrict a, const Chase *chase, const Pace *pace, int slot)
{
    const double *constant_n = chase->constant_n + slot * chase->stretches;
    double drag = chase->air_kg_per_m[slot];
    for (int s = 0; s < chase->stretches; s++) {
        a->air_w[s] = pace->air_w[s] * drag;
        a->other_w[s] = fma(pace->per_newton_w[s], constant_n[s], pace->wheel_w[s]);
    }
}

/* Where the savings of the line start. */
static const double *savings(const Chase *chase, int exchanging)
{
    return chase->saving + (chase->riders - exchanging) * (chase->riders + 1) + 1;
}

static void tabulate_working(Account *a, const Chase *chase, const Plan *plan, int index)
{
    int working = plan->working;
    int ahead = plan->slot[index == 0 ? working - 1 : index - 1];
    double size_factor = chase->saving_factor[plan->slot[index] * chase->riders + ahead];
    for (int exchanging = 0; exchanging <= 1; exchanging++) {
        const double *row = savings(chase, exchanging);
        for (int behind = 0; behind < working - exchanging; behind++) {
            double saving = row[behind] * (behind == 0 ? 1 : size_factor);
            double felt = 1 - (saving < MOST_SAVING ? saving : MOST_SAVING);
            a->fraction[exchanging * 2 * chase->riders + behind] = felt;
            a->fraction[exchanging * 2 * chase->riders + working + behind] = felt;
        }
    }
}

static void tabulate_sitting(Account *a, const Chase *chase, const Plan *plan, int index)
{
    int working = plan->working;
    for (int exchanging = 0; exchanging < (working < 2 ? working : 2); exchanging++) {
        double saving = savings(chase, exchanging)[index - exchanging];
        for (int head = 0; head < working; head++) {
            int last = head - 1 - exchanging;
            int ahead = index > working ? index - 1 : last < 0 ? last + working : last;
            double size_factor = chase->saving_factor[plan->slot[index] * chase->riders + plan->slot[ahead]];
            double felt = 1 - fmin(saving * size_factor, MOST_SAVING);
            a->fraction[exchanging * 2 * chase->riders + working - head] = felt;
        }
    }
}

static double drift_w(const Chase *chase, int slot, int s, double v)
{
    double air = v + chase->headwind_mps[s];
    double force_n = (chase->air_kg_per_m[slot] + chase->wheel_kg_per_m) * air * fabs(air) + BEARING_N_S_PER_M * v
        + chase->constant_n[slot * chase->stretches + s];
    return fmax(0, force_n * v * chase->per_efficiency);
}

/* As if he never drifted back. */
static void fill_powers(Account *restrict a, const Timeline *line, int index, int from, int to)
{
    const double *fraction = a->fraction + index;
    for (int k = from; k < to; k++) {
        int s = line->stretch[k];
        double road_w = fma(a->air_w[s], fraction[line->key[k]], a->other_w[s]);
        a->power_w[k] = road_w > 0 ? road_w : 0;
    }
}

static void fill_rates(Account *restrict a, const Chase *chase, int slot, int from, int to)
{
    double critical = chase->critical_power_w[slot];
    for (int k = from; k < to; k++) {
        double below_w = critical - a->power_w[k];
        a->rate[k] = chase->elite && below_w > 0 ? own_pow(below_w, ELITE_EXPONENT) : below_w;
    }
}

/* Sums the work, and cuts a block into runs: time below CP, then work above it. A last recovery follows. */
static int split_runs(Account *restrict a, const Timeline *line, int from, int to)
{
    const double *power_w = a->power_w;
    const double *rate = a->rate;
    const double *lasts_s = line->duration_s;
    double work_j = a->work_j;
    double recovered = 0;
    double spent_j = 0;
    int runs = 0;
    for (int k = from; k < to; k++) {
        work_j = fma(power_w[k], lasts_s[k], work_j);
        double step = rate[k] * lasts_s[k];
        if (step > 0) {
            if (spent_j > 0) {
                a->kept_in_run[runs] = recovered;
                a->spent_in_run_j[runs++] = spent_j;
                recovered = 0;
                spent_j = 0;
            }
            recovered += step;
        } else {
            spent_j -= step;
        }
    }
    if (spent_j > 0) {
        a->kept_in_run[runs] = recovered;
        a->spent_in_run_j[runs++] = spent_j;
        recovered = 0;
    }
    a->kept_in_run[runs] = recovered;
    a->work_j = work_j;
    return runs;
}

static void hold(Account *restrict a, const Timeline *line, int from, int to, double per_rate)
{
    int runs = split_runs(a, line, from, to);
    for (int run = 0; run <= runs; run++) {
        a->kept_in_run[run] = own_exp(-a->kept_in_run[run] * per_rate);
    }
    double deficit = a->deficit_j;
    double worst = a->worst_j;
    double left = 1;
    for (int run = 0; run < runs; run++) {
        deficit = fma(deficit, a->kept_in_run[run], a->spent_in_run_j[run]);
        left *= a->kept_in_run[run];
        worst = deficit > worst ? deficit : worst;
        a->peak_j[run] = deficit;
        a->peak_kept[run] = left;
    }
    a->deficit_j = deficit * a->kept_in_run[runs];
    a->worst_j = worst;
    a->kept = left * a->kept_in_run[runs];
    a->peaks = runs;
}

static inline double larger(double a, double b)
{
    return a > b ? a : b;
}

static void hold_linear(Account *restrict a, const Chase *chase, const Timeline *line, int slot, int from, int to)
{
    double critical = chase->critical_power_w[slot];
    double linear = a->linear_j;
    double worst = a->worst_j;
    double from_zero = 0;
    double gain = 0;
    double most_from_zero = 0;
    double most_gain = 0;
    for (int k = from; k < to; k++) {
        double step_j = (a->power_w[k] - critical) * line->duration_s[k];
        linear = larger(0, linear + step_j);
        worst = larger(worst, linear);
        from_zero = larger(0, from_zero + step_j);
        gain += step_j;
        most_from_zero = larger(most_from_zero, from_zero);
        most_gain = larger(most_gain, gain);
    }
    a->linear_j = linear;
    a->worst_j = worst;
    a->from_zero_j = from_zero;
    a->gain_j = gain;
    a->most_from_zero_j = most_from_zero;
    a->most_gain_j = most_gain;
}

/* The map d -> r d + c so many times, by squaring. */
static double power_of_map(double r, double c, double d, int times)
{
    for (int left = times; left > 0; left >>= 1) {
        if (left & 1) {
            d = r * d + c;
        }
        c = r * c + c;
        r = r * r;
    }
    return d;
}

static double linear_times(const Account *a, double start_j, int times)
{
    return larger(start_j + times * a->gain_j, a->from_zero_j + larger(0, (times - 1) * a->gain_j));
}

static void repeat(Account *restrict a, const Chase *chase, double start_deficit_j, double start_work_j, int times)
{
    double c = a->deficit_j - a->kept * start_deficit_j;
    double last_start_j = power_of_map(a->kept, c, a->deficit_j, times - 1);
    a->deficit_j = a->kept * last_start_j + c;
    a->work_j += times * (a->work_j - start_work_j);
    double deeper_j = last_start_j - start_deficit_j;
    for (int p = 0; p < a->peaks; p++) {
        a->worst_j = larger(a->worst_j, a->peak_j[p] + a->peak_kept[p] * deeper_j);
    }
    if (chase->elite) {
        double last_linear_j = times == 1 ? a->linear_j : linear_times(a, a->linear_j, times - 1);
        a->worst_j = larger(a->worst_j, larger(a->most_from_zero_j, last_linear_j + a->most_gain_j));
        a->linear_j = linear_times(a, last_linear_j, 1);
    }
}

void ride(Account *a, const Chase *chase, const Pace *pace, const Plan *plan, const Timeline *line, int position)
{
    int slot = plan->slot[position];
    int working = plan->working;
    a->work_j = 0;
    a->deficit_j = 0;
    a->linear_j = 0;
    a->worst_j = 0;
    if (a->capacity < line->intervals) {
        resize(a, line->capacity);
    }
    fill_stretches(a, chase, pace, slot);
    int index = position < working ? position : 0;
    int drift = line->first_drift[position];
    if (position < working) {
        tabulate_working(a, chase, plan, position);
    } else {
        tabulate_sitting(a, chase, plan, position);
    }
    double per_rate = chase->elite ? chase->elite_rate_per_s[slot] : chase->per_w_prime[slot];
    int from = 0;
    for (int block = 0; block < line->blocks; block++) {
        int to = line->block_end[block];
        double start_deficit_j = a->deficit_j;
        double start_work_j = a->work_j;
        fill_powers(a, line, index, from, to);
        for (; drift >= 0 && drift < to; drift = line->next_drift[drift]) {
            a->power_w[drift] = drift_w(chase, slot, line->stretch[drift], line->drift_mps[drift]);
        }
        fill_rates(a, chase, slot, from, to);
        hold(a, line, from, to, per_rate);
        if (chase->elite) {
            hold_linear(a, chase, line, slot, from, to);
        }
        if (line->block_repeats[block] > 0) {
            repeat(a, chase, start_deficit_j, start_work_j, line->block_repeats[block]);
        }
        from = to;
    }
}
