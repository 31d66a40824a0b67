#include "team.h"

static const double MOST_SAVING = 1 - 0.05;
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
    t.row = malloc((size_t) n * sizeof(int));
    t.shift = malloc((size_t) n * sizeof(int));
    t.first_run = malloc((size_t) (n + 1) * sizeof(int));
    t.below_j = room(n * (2 * n + 1));
    t.recovery = room(n * (2 * n + 1));
    for (int i = 0; i < n * (2 * n + 1); i++) {
        t.below_j[i] = t.recovery[i] = 0;
    }
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
        for (int k = from; k < to; k++) {
            double below_w = critical - power_w[k];
            t->rate[k] = below_w > 0 ? own_pow(below_w, ELITE_EXPONENT) : 0;
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
        rows->below_w = room(pairs * 2 * t->chase->riders);
        rows->per_s = room(pairs * 2 * t->chase->riders);
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
        rows->below_w[row * phases + q] = below;
        if (chase->elite) {
            rows->per_s[row * phases + q] = own_pow(larger(0, below), ELITE_EXPONENT) * chase->elite_rate_per_s[slot];
        }
    }
    rows->above[row] = (mask >> turn | mask << (phases - turn)) & all;
    rows->turned[row] = turn;
    rows->filled[row] = true;
    return row;
}

static void sum(const Team *restrict t, const Rotation *rotation, const double *values, double *restrict sums)
{
    const double *lasts = rotation->phase_s;
    int n = rotation->phases;
    int riders = t->chase->riders;
    int stride = 2 * riders + 1;
    int position = 0;
    for (; position + 4 <= riders; position += 4) {
        const double *v0 = values + t->row[position] * n, *d0 = lasts + t->shift[position];
        const double *v1 = values + t->row[position + 1] * n, *d1 = lasts + t->shift[position + 1];
        const double *v2 = values + t->row[position + 2] * n, *d2 = lasts + t->shift[position + 2];
        const double *v3 = values + t->row[position + 3] * n, *d3 = lasts + t->shift[position + 3];
        double *to = sums + position * stride + 1;
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        for (int q = 0; q < n; q++) {
            to[q] = sum0 = fma(v0[q], d0[q], sum0);
            to[stride + q] = sum1 = fma(v1[q], d1[q], sum1);
            to[2 * stride + q] = sum2 = fma(v2[q], d2[q], sum2);
            to[3 * stride + q] = sum3 = fma(v3[q], d3[q], sum3);
        }
    }
    for (; position < riders; position++) {
        double *to = sums + position * stride + 1;
        double sum0 = 0;
        for (int q = 0; q < n; q++) {
            to[q] = sum0 = fma(values[t->row[position] * n + q], lasts[t->shift[position] + q], sum0);
        }
    }
}

/* One rider in one rotation: what the sums are taken from. */
typedef struct {
    const double *below_j;
    const double *recovery; /* null for the conservative model */
    double per;
} View;

static inline double below_j(const View *v, int from, int to)
{
    return v->below_j[to] - v->below_j[from];
}

static inline double exponent(const View *v, int from, int to, double below)
{
    return v->recovery ? v->recovery[to] - v->recovery[from] : below * v->per;
}

static View view(const Team *t, int position, int slot)
{
    int at = position * (2 * t->chase->riders + 1);
    return (View) {t->below_j + at, t->chase->elite ? t->recovery + at : NULL, per_recovery(t->chase, slot)};
}

static inline int peak_after(uint64_t above, int from)
{
    return from + __builtin_ctzll(above >> from);
}

static inline int end_of_peak(uint64_t above, int peak)
{
    return peak + __builtin_ctzll(~(above >> peak));
}

static void cut(Team *t, const View *v, uint64_t above, int phases)
{
    for (int from = 0; above != 0 && from < phases;) {
        int peak = peak_after(above, from);
        int after = end_of_peak(above, peak);
        double below = below_j(v, from, peak);
        add_run(&t->runs, exponent(v, from, peak, below), below, -below_j(v, peak, after));
        from = after;
    }
}

static void ride_phases(Team *restrict t, const Rotation *rotation, const Rows *rows, int position, int slot)
{
    Reserve *r = &t->reserve[slot];
    View v = view(t, position, slot);
    int phases = rotation->phases;
    const double *below_w = rows->below_w + t->row[position] * phases;
    const double *per_s = rows->per_s + t->row[position] * phases;
    bool elite = t->chase->elite;
    int begin = rotation->first - t->shift[position];
    begin = begin < 0 ? begin + phases : begin;
    int end = begin + rotation->more;
    bool wraps = end >= phases;
    end = wraps ? end - phases : end;
    int times = wraps ? rotation->times : rotation->times - 1;
    r->work_j += t->chase->critical_power_w[slot] * rotation->duration_s
        - (below_w[begin] * rotation->opening_s + (wraps ? rotation->times + 1 : rotation->times) * v.below_j[phases]
            + (v.below_j[end] - v.below_j[begin]) + below_w[end] * rotation->part_s);
    if (rotation->opening_s > 0) {
        double below = below_w[begin] * rotation->opening_s;
        if (below < 0) {
            spend(r, -below);
        } else {
            recover(r, elite ? per_s[begin] * rotation->opening_s : below * v.per, below);
        }
    }
    double part_j = -below_w[end] * rotation->part_s;
    double part_exponent = elite ? per_s[end] * rotation->part_s : -part_j * v.per;
    int run = t->first_run[position];
    int last_run = t->first_run[position + 1];
    if (run == last_run) {
        double rotation_j = below_j(&v, 0, phases);
        double rest_j = below_j(&v, begin, end);
        recover(r, (times + 1) * exponent(&v, 0, phases, rotation_j) + exponent(&v, begin, end, rest_j) + part_exponent,
            (times + 1) * rotation_j + rest_j - part_j);
        return;
    }
    uint64_t above = rows->above[t->row[position]];
    int k = run;
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
    ride_runs(r, &t->runs, k + 1, last_run);
    repeat_runs(r, &t->runs, run, last_run, times);
    from = 0;
    peak = peak_after(above, 0);
    after = end_of_peak(above, peak);
    for (k = run; after <= end; k++) {
        from = after;
        peak = peak_after(above, from);
        after = end_of_peak(above, peak);
    }
    ride_runs(r, &t->runs, run, k);
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
        t->row[position] = row_of(t, rows, plan, rotation, position);
        int first = (2 * position + 2 < phases ? 2 * position + 2 : 0) + rows->turned[t->row[position]];
        t->shift[position] = first < phases ? first : first - phases;
    }
    sum(t, rotation, rows->below_w, t->below_j);
    if (t->chase->elite) {
        sum(t, rotation, rows->per_s, t->recovery);
    }
    clear_runs(&t->runs, n * phases);
    for (int position = 0; position < n; position++) {
        t->first_run[position] = t->runs.count;
        View v = view(t, position, plan->slot[position]);
        cut(t, &v, rows->above[t->row[position]], phases);
    }
    t->first_run[n] = t->runs.count;
    keep_runs(&t->runs);
    for (int position = 0; position < n; position++) {
        ride_phases(t, rotation, rows, position, plan->slot[position]);
    }
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
    for (int position = 0; position < n; position++) {
        drift[position] = line->first_drift[position];
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
}
