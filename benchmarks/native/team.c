#include "team.h"

#include <string.h>

static const double MOST_SAVING = 1 - 0.05;
enum { TOGETHER = 4 };
static const double BEARING_N_S_PER_M = 0.0087;

static double *room(int count)
{
    return aligned_alloc(64, ((size_t) count * sizeof(double) + 63) / 64 * 64);
}

Team new_team(const Chase *chase)
{
    int n = chase->riders;
    Team t = {.chase = chase};
    t.reserve = calloc((size_t) n, sizeof(Reserve));
    t.air_w = room(n * chase->stretches);
    t.other_w = room(n * chase->stretches);
    t.rows = calloc((size_t) chase->stretches, sizeof(Rows *));
    t.fraction = room(4 * n);
    t.phase_w = room(2 * n);
    int padded = (n + TOGETHER - 1) / TOGETHER * TOGETHER;
    t.row = calloc((size_t) padded, sizeof(int));
    t.begin = calloc((size_t) padded, sizeof(int));
    t.from = calloc((size_t) padded, sizeof(int));
    t.peak = calloc((size_t) padded, sizeof(int));
    t.below_j = room(padded * (2 * n + 1));
    t.recovery = room(padded * (2 * n + 1));
    for (int i = 0; i < padded * (2 * n + 1); i++) {
        t.below_j[i] = t.recovery[i] = 0;
    }
    t.laps = (Laps) {calloc((size_t) n, sizeof(int)), room(n), room(n), room(n), room(n), room(n), room(n), room(n), room(n),
        room(n), room(n)};
    return t;
}

static double per_recovery(const Chase *chase, int slot)
{
    return chase->elite ? chase->elite_rate_per_s[slot] : chase->per_w_prime[slot];
}

static void use_pace(Team *t, const Pace *pace)
{
    if (t->pace == pace) {
        return;
    }
    t->pace = pace;
    int stretches = t->chase->stretches;
    t->mean_slower_mps = drift_of(t->chase->total_m / pace->end_s[stretches - 1]);
    for (int slot = 0; slot < t->chase->riders; slot++) {
        for (int s = 0; s < stretches; s++) {
            int i = slot * stretches + s;
            t->air_w[i] = pace->air_w[s] * t->chase->air_kg_per_m[slot];
            t->other_w[i] = fma(pace->per_newton_w[s], t->chase->constant_n[i], pace->wheel_w[s]);
        }
    }
}

static void tabulate(Team *t, const Plan *plan, int index)
{
    const Chase *chase = t->chase;
    int working = plan->working;
    int ahead = plan->slot[index == 0 ? working - 1 : index - 1];
    double size_factor = chase->saving_factor[plan->slot[index] * chase->riders + ahead];
    for (int exchanging = 0; exchanging <= 1; exchanging++) {
        const double *row = chase->saving + (chase->riders - exchanging) * (chase->riders + 1) + 1;
        for (int behind = 0; behind < working - exchanging; behind++) {
            double saving = row[behind] * (behind == 0 ? 1 : size_factor);
            double felt = 1 - (saving < MOST_SAVING ? saving : MOST_SAVING);
            t->fraction[exchanging * 2 * chase->riders + behind] = felt;
            t->fraction[exchanging * 2 * chase->riders + working + behind] = felt;
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

/* Intervals: as if he never drifted back, then those in which he does. */
static int fill_powers(Team *restrict t, const Plan *plan, const Timeline *line, int index, int drift, int from, int to)
{
    int slot = plan->slot[index];
    int row = slot * t->chase->stretches;
    tabulate(t, plan, index);
    const double *fraction = t->fraction + index;
    for (int k = from; k < to; k++) {
        int s = row + line->stretch[k];
        double road_w = fma(t->air_w[s], fraction[line->key[k]], t->other_w[s]);
        t->power_w[k] = road_w > 0 ? road_w : 0;
    }
    for (; drift >= 0 && drift < to; drift = line->next_drift[drift]) {
        t->power_w[drift] = drift_w(t->chase, slot, line->stretch[drift], line->drift_mps[drift]);
    }
    return drift;
}

static void ride_intervals(Team *restrict t, const Timeline *line, int slot, int from, int to)
{
    bool elite = t->chase->elite;
    double critical = t->chase->critical_power_w[slot];
    double per = per_recovery(t->chase, slot);
    Reserve *r = &t->reserve[slot];
    const double *power_w = t->power_w;
    const double *lasts_s = line->duration_s;
    if (elite) {
        double *restrict rate = t->rate;
        for (int k = from; k < to; k++) {
            rate[k] = pow_of_positive(critical - power_w[k], ELITE_EXPONENT);
        }
    }
    clear_runs(&t->runs, to - from + 1);
    double before = r->recovered;
    double work_j = 0;
    double recovered = 0;
    double below_j = 0;
    double spent_j = 0;
    for (int k = from; k < to; k++) {
        work_j = fma(power_w[k], lasts_s[k], work_j);
        double step_j = (critical - power_w[k]) * lasts_s[k];
        if (step_j > 0) {
            if (spent_j > 0) {
                add_run(&t->runs, fma(elite ? recovered : below_j, per, before), below_j, spent_j);
                before = recovered = below_j = spent_j = 0;
            }
            if (elite) {
                recovered = fma(t->rate[k], lasts_s[k], recovered);
            }
            below_j += step_j;
        } else {
            spent_j -= step_j;
        }
    }
    if (spent_j > 0) {
        add_run(&t->runs, fma(elite ? recovered : below_j, per, before), below_j, spent_j);
        before = recovered = below_j = 0;
    }
    r->work_j += work_j;
    r->recovered = before;
    keep_runs(&t->runs);
    ride_runs(r, &t->runs, 0, t->runs.count);
    recover(r, (elite ? recovered : below_j) * per, below_j);
}

static Rows *rows_of(Team *t, int stretch)
{
    if (t->rows[stretch] == NULL) {
        int pairs = t->chase->riders * t->chase->riders;
        Rows *rows = malloc(sizeof(Rows));
        rows->below_w = room(pairs * 4 * t->chase->riders);
        rows->per_s = room(pairs * 4 * t->chase->riders);
        rows->peak = malloc((size_t) pairs * sizeof(int));
        rows->above = malloc((size_t) pairs * sizeof(uint64_t));
        rows->turned = malloc((size_t) pairs * sizeof(int));
        rows->filled = calloc((size_t) pairs, sizeof(bool));
        t->rows[stretch] = rows;
    }
    return t->rows[stretch];
}

static int row_of(Team *t, Rows *rows, const Plan *plan, const Rotation *rotation, int index)
{
    const Chase *chase = t->chase;
    int n = chase->riders;
    int slot = plan->slot[index];
    int row = slot * n + plan->slot[index == 0 ? plan->working - 1 : index - 1];
    if (rows->filled[row]) {
        return row;
    }
    tabulate(t, plan, index);
    int s = rotation->stretch;
    int phases = rotation->phases;
    for (int q = 0; q < phases; q++) {
        int key = plan->working - 1 - q / 2 + (q % 2 == 0 ? 2 * n : 0);
        t->phase_w[q] = larger(0, fma(t->air_w[slot * chase->stretches + s], t->fraction[key], t->other_w[slot * chase->stretches + s]));
    }
    double v = t->pace->speed_mps[s];
    t->phase_w[0] = drift_w(chase, slot, s, larger(0, v - drift_of(v)));
    double critical = chase->critical_power_w[slot];
    uint64_t mask = 0;
    uint64_t all = ((uint64_t) 1 << phases) - 1;
    for (int q = 0; q < phases; q++) {
        mask |= t->phase_w[q] > critical ? (uint64_t) 1 << q : 0;
    }
    uint64_t ends = mask & ~(mask >> 1 | mask << (phases - 1)) & all;
    int turn = ends == 0 ? 0 : (__builtin_ctzll(ends) + 1) % phases;
    for (int q = 0; q < phases; q++) {
        double below = critical - t->phase_w[(q + turn) % phases];
        double *to_w = rows->below_w + row * 2 * phases + q;
        to_w[0] = to_w[phases] = below;
        if (chase->elite) {
            double *to_per_s = rows->per_s + row * 2 * phases + q;
            to_per_s[0] = to_per_s[phases] = own_pow(larger(0, below), ELITE_EXPONENT) * chase->elite_rate_per_s[slot];
        }
    }
    rows->above[row] = (mask >> turn | mask << (phases - turn)) & all;
    bool often = __builtin_popcountll(ends) > 1;
    rows->peak[row] = often ? -1 : mask == 0 ? phases : __builtin_ctzll(rows->above[row]);
    rows->turned[row] = turn;
    rows->filled[row] = true;
    return row;
}

static void sum(const Team *restrict t, const Rotation *rotation, const double *values, double *restrict sums)
{
    const double *lasts = rotation->phase_s;
    int n = rotation->phases;
    int riders = t->chase->riders;
    for (int position = 0; position < riders; position += TOGETHER) {
        const double *v0 = values + t->from[position];
        const double *v1 = values + t->from[position + 1];
        const double *v2 = values + t->from[position + 2];
        const double *v3 = values + t->from[position + 3];
        double *to = sums + position * (2 * riders + 1) + TOGETHER;
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        for (int q = 0; q < n; q++, to += TOGETHER) {
            to[0] = sum0 = fma(v0[q], lasts[q], sum0);
            to[1] = sum1 = fma(v1[q], lasts[q], sum1);
            to[2] = sum2 = fma(v2[q], lasts[q], sum2);
            to[3] = sum3 = fma(v3[q], lasts[q], sum3);
        }
    }
}

static inline int sums_at(const Team *t, int position)
{
    int lane = position & (TOGETHER - 1);
    return (position - lane) * (2 * t->chase->riders + 1) + lane;
}

static void cut_work(Team *restrict t, const Rotation *rotation, const double *below_w)
{
    Laps *laps = &t->laps;
    const double *below = t->below_j;
    int n = rotation->phases;
    int more = rotation->more;
    for (int p = 0; p < t->chase->riders; p++) {
        int begin = t->begin[p];
        int to_peak = t->peak[p] - begin;
        int at = sums_at(t, p);
        double row_j = below[at + TOGETHER * n];
        double end_j = below[at + TOGETHER * (n - begin)];
        double start_j = end_j - row_j;
        double peak_j = to_peak >= 0 ? below[at + TOGETHER * to_peak] : below[at + TOGETHER * (to_peak + n)] - row_j;
        bool wraps = begin + more >= n;
        double last_j = below[at + TOGETHER * more] - (wraps ? row_j : 0);
        double opening_j = below_w[t->from[p]] * rotation->opening_s;
        double part_j = below_w[t->from[p] + more] * rotation->part_s;
        double tail_j = last_j - start_j + part_j;
        bool ends_below = more - (wraps ? n : 0) < to_peak;
        laps->times[p] = wraps ? rotation->times : rotation->times - 1;
        laps->rest_j[p] = opening_j + row_j * rotation->times + below[at + TOGETHER * more] + part_j;
        laps->head_below_j[p] = to_peak > 0 ? opening_j + peak_j : 0;
        laps->head_spent_j[p] = to_peak > 0 ? peak_j - end_j : -opening_j - end_j;
        laps->below_j[p] = peak_j - start_j;
        laps->spent_j[p] = peak_j - end_j;
        laps->tail_below_j[p] = ends_below ? tail_j : peak_j - start_j;
        laps->tail_spent_j[p] = ends_below ? 0 : peak_j - start_j - tail_j;
    }
}

static void cut_recovery(Team *restrict t, const Rotation *rotation, const double *per_s, const Plan *plan)
{
    Laps *laps = &t->laps;
    int riders = t->chase->riders;
    int n = rotation->phases;
    int more = rotation->more;
    for (int p = 0; p < riders; p++) {
        if (t->chase->elite) {
            int at = sums_at(t, p);
            double row = t->recovery[at + TOGETHER * n];
            double end = t->recovery[at + TOGETHER * (n - t->begin[p])];
            double last = t->recovery[at + TOGETHER * more] - (t->begin[p] + more >= n ? row : 0);
            laps->head_exponent[p] = per_s[t->from[p]] * rotation->opening_s + end;
            laps->kept[p] = row;
            laps->tail_exponent[p] = last - (end - row) + per_s[t->from[p] + more] * rotation->part_s;
        } else {
            double per = per_recovery(t->chase, plan->slot[p]);
            laps->head_exponent[p] = laps->head_below_j[p] * per;
            laps->kept[p] = laps->below_j[p] * per;
            laps->tail_exponent[p] = laps->tail_below_j[p] * per;
        }
    }
    for (int p = 0; p < riders; p++) {
        laps->kept[p] = own_exp(-laps->kept[p]);
    }
}

/* One rider in one rotation: what the sums are taken from. */
typedef struct {
    const double *below_j;
    const double *recovery; /* null for the conservative model */
    double per;
    int begin;
    int phases;
} View;

static inline double until(const View *v, const double *sums, int phase)
{
    int after = phase - v->begin;
    return after >= 0 ? sums[TOGETHER * after] : sums[TOGETHER * (after + v->phases)] - sums[TOGETHER * v->phases];
}

static inline double below_j(const View *v, int from, int to)
{
    return until(v, v->below_j, to) - until(v, v->below_j, from);
}

static inline double exponent(const View *v, int from, int to, double below)
{
    return v->recovery ? until(v, v->recovery, to) - until(v, v->recovery, from) : below * v->per;
}

static inline int peak_after(uint64_t above, int from)
{
    return from + __builtin_ctzll(above >> from);
}

static inline int end_of_peak(uint64_t above, int peak)
{
    return peak + __builtin_ctzll(~(above >> peak));
}

static void cut(Team *t, const View *v, uint64_t above)
{
    clear_runs(&t->runs, v->phases);
    for (int from = 0; from < v->phases;) {
        int peak = peak_after(above, from);
        int after = end_of_peak(above, peak);
        double below = below_j(v, from, peak);
        add_run(&t->runs, exponent(v, from, peak, below), below, -below_j(v, peak, after));
        from = after;
    }
    keep_runs(&t->runs);
}

/* One who is above CP more than once in a rotation. */
static void ride_often(Team *restrict t, const Rotation *rotation, const Rows *rows, int position, int slot)
{
    Reserve *r = &t->reserve[slot];
    int at = sums_at(t, position);
    bool elite = t->chase->elite;
    int phases = rotation->phases;
    int begin = t->begin[position];
    View v = {t->below_j + at, elite ? t->recovery + at : NULL, per_recovery(t->chase, slot), begin, phases};
    uint64_t above = rows->above[t->row[position]];
    cut(t, &v, above);
    const double *below_w = rows->below_w + t->from[position];
    const double *per_s = rows->per_s + t->from[position];
    if (rotation->opening_s > 0) {
        double below = below_w[0] * rotation->opening_s;
        if (below < 0) {
            spend(r, -below);
        } else {
            recover(r, elite ? per_s[0] * rotation->opening_s : below * v.per, below);
        }
    }
    double part_j = -below_w[rotation->more] * rotation->part_s;
    double part_exponent = elite ? per_s[rotation->more] * rotation->part_s : -part_j * v.per;
    int end = begin + rotation->more - (begin + rotation->more >= phases ? phases : 0);
    int k = 0;
    int from = 0;
    int peak = peak_after(above, 0);
    int after = end_of_peak(above, peak);
    for (; after <= begin; k++) {
        from = after;
        peak = peak_after(above, from);
        after = end_of_peak(above, peak);
    }
    if (begin < peak) {
        double below = below_j(&v, begin, peak);
        recover(r, exponent(&v, begin, peak, below), below);
    }
    spend(r, -below_j(&v, begin > peak ? begin : peak, after));
    ride_runs(r, &t->runs, k + 1, t->runs.count);
    repeat_runs(r, &t->runs, 0, t->runs.count, t->laps.times[position]);
    from = 0;
    peak = peak_after(above, 0);
    after = end_of_peak(above, peak);
    for (k = 0; after <= end; k++) {
        from = after;
        peak = peak_after(above, from);
        after = end_of_peak(above, peak);
    }
    ride_runs(r, &t->runs, 0, k);
    if (end < peak) {
        double below = below_j(&v, from, end);
        recover(r, exponent(&v, from, end, below) + part_exponent, below - part_j);
    } else {
        ride_run(r, t->runs.kept[k], t->runs.below_j[k], part_j - below_j(&v, peak, end));
    }
}

static void ride_rotation(Team *t, const Plan *plan, const Rotation *rotation)
{
    Rows *rows = rows_of(t, rotation->stretch);
    int n = t->chase->riders;
    int phases = rotation->phases;
    for (int position = 0; position < n; position++) {
        int row = row_of(t, rows, plan, rotation, position);
        int begin = rotation->first - (2 * position + 2) - rows->turned[row];
        begin += begin < 0 ? phases : 0;
        begin += begin < 0 ? phases : 0;
        t->row[position] = row;
        t->begin[position] = begin;
        t->peak[position] = rows->peak[row];
        t->from[position] = row * 2 * phases + begin;
    }
    sum(t, rotation, rows->below_w, t->below_j);
    if (t->chase->elite) {
        sum(t, rotation, rows->per_s, t->recovery);
    }
    cut_work(t, rotation, rows->below_w);
    cut_recovery(t, rotation, rows->per_s, plan);
    for (int position = 0; position < n; position++) {
        int slot = plan->slot[position];
        Reserve *r = &t->reserve[slot];
        double work_j = t->chase->critical_power_w[slot] * rotation->duration_s - t->laps.rest_j[position];
        r->work_j += work_j > 0 ? work_j : 0;
        if (t->peak[position] < 0) {
            ride_often(t, rotation, rows, position, slot);
        } else {
            ride_laps(r, &t->laps, position);
        }
    }
}

/* By how much the pulls are shorter than an exchange at the mean speed. */
static double pull_short_s(const Team *t, const Plan *plan)
{
    double exchange_m = (plan->working - 1) * t->chase->line_step_m;
    double sum = 0;
    for (int i = 0; i < plan->working; i++) {
        if (plan->pull_s[i] * t->mean_slower_mps < exchange_m) {
            sum += exchange_m / t->mean_slower_mps - plan->pull_s[i];
        }
    }
    return sum;
}

void ride_team(Team *t, const Pace *pace, const Plan *plan, const Timeline *line)
{
    int n = t->chase->riders;
    use_pace(t, pace);
    if (t->capacity < line->intervals) {
        t->capacity = line->capacity;
        free(t->power_w);
        free(t->rate);
        t->power_w = room(t->capacity);
        t->rate = room(t->capacity);
    }
    for (int slot = 0; slot < n; slot++) {
        t->reserve[slot] = (Reserve) {.elite = t->chase->elite};
    }
    int drift[n];
    if (line->intervals > 0) {
        memcpy(drift, line->first_drift, (size_t) n * sizeof(int));
    }
    int from = 0;
    for (int block = 0; block < line->blocks; block++) {
        int to = line->block_end[block];
        if (line->block_rotation[block] != NULL) {
            ride_rotation(t, plan, line->block_rotation[block]);
        } else {
            for (int position = 0; position < n; position++) {
                drift[position] = fill_powers(t, plan, line, position, drift[position], from, to);
                ride_intervals(t, line, plan->slot[position], from, to);
            }
        }
        from = to;
    }
    t->pull_short_s = pull_short_s(t, plan);
}
