#include "timeline.h"

#include <math.h>
#include <stdlib.h>

static void nobody_drifts(Timeline *line, const Chase *chase)
{
    for (int i = 0; i < chase->riders; i++) {
        line->first_drift[i] = -1;
    }
}

Timeline new_timeline(const Chase *chase)
{
    Timeline line = {.capacity = 64, .block_capacity = 8};
    line.duration_s = malloc(64 * sizeof(double));
    line.drift_mps = malloc(64 * sizeof(double));
    line.stretch = malloc(64 * sizeof(int));
    line.key = malloc(64 * sizeof(int));
    line.next_drift = malloc(64 * sizeof(int));
    line.first_drift = malloc((size_t) chase->riders * sizeof(int));
    line.last_drift = malloc((size_t) chase->riders * sizeof(int));
    line.block_end = malloc(8 * sizeof(int));
    line.block_rotation = malloc(8 * sizeof(Rotation *));
    nobody_drifts(&line, chase);
    return line;
}

static inline double smaller(double a, double b)
{
    return a < b ? a : b;
}

double drift_of(double speed_mps)
{
    return smaller(2, 0.25 * speed_mps);
}

static void grow(Timeline *line)
{
    line->capacity *= 2;
    line->duration_s = realloc(line->duration_s, (size_t) line->capacity * sizeof(double));
    line->drift_mps = realloc(line->drift_mps, (size_t) line->capacity * sizeof(double));
    line->stretch = realloc(line->stretch, (size_t) line->capacity * sizeof(int));
    line->key = realloc(line->key, (size_t) line->capacity * sizeof(int));
    line->next_drift = realloc(line->next_drift, (size_t) line->capacity * sizeof(int));
}

static void add_drift(Timeline *line, int interval, int position)
{
    if (line->first_drift[position] < 0) {
        line->first_drift[position] = interval;
    } else {
        line->next_drift[line->last_drift[position]] = interval;
    }
    line->last_drift[position] = interval;
    line->next_drift[interval] = -1;
}

/* drifter: position of the rider who drifts back, -1 if nobody does */
static void add(
    Timeline *line, const Chase *chase, double lasts_s, int at, int behind_lead, int drifter, double drifting_mps)
{
    int k = line->intervals;
    if (k == line->capacity) {
        grow(line);
    }
    line->duration_s[k] = lasts_s;
    line->stretch[k] = at;
    line->key[k] = behind_lead;
    if (drifter >= 0) {
        line->key[k] += 2 * chase->riders;
        line->drift_mps[k] = drifting_mps > 0 ? drifting_mps : 0;
        add_drift(line, k, drifter);
    }
    line->intervals = k + 1;
}

static void end_block(Timeline *line, Rotation *rotation)
{
    if (line->blocks == line->block_capacity) {
        line->block_capacity *= 2;
        line->block_end = realloc(line->block_end, (size_t) line->block_capacity * sizeof(int));
        line->block_rotation = realloc(line->block_rotation, (size_t) line->block_capacity * sizeof(Rotation *));
    }
    line->block_end[line->blocks] = line->intervals;
    line->block_rotation[line->blocks++] = rotation;
}

static void end_intervals(Timeline *line)
{
    if (line->intervals > (line->blocks == 0 ? 0 : line->block_end[line->blocks - 1])) {
        end_block(line, NULL);
    }
}

static Rotation *next_rotation(Timeline *line, const Chase *chase)
{
    if (line->rotations == line->rotation_capacity) {
        line->rotation = realloc(line->rotation, (size_t) ++line->rotation_capacity * sizeof(Rotation *));
        Rotation *added = malloc(sizeof(Rotation));
        added->phase_s = malloc((size_t) chase->riders * 2 * sizeof(double));
        line->rotation[line->rotations] = added;
    }
    return line->rotation[line->rotations++];
}

static void begin_rotation(Rotation *r, const Plan *plan, double exchange_s, int leader, bool exchanging)
{
    int phases = 2 * plan->working;
    int phase = exchanging ? 0 : phases - 1;
    int turn = leader;
    for (int i = 0; i < plan->working; i++) {
        double pull_s = plan->pull_s[turn];
        double exchanging_s = smaller(exchange_s, pull_s);
        r->phase_s[phase] = exchanging_s;
        phase = phase + 1 == phases ? 0 : phase + 1;
        r->phase_s[phase++] = pull_s - exchanging_s;
        turn = turn + 1 == plan->working ? 0 : turn + 1;
    }
    r->phases = phases;
    r->first = exchanging ? 2 * leader : 2 * leader + 1;
    r->opening_s = exchanging ? 0 : r->phase_s[phases - 1];
}

/* The rotations that fit, and what is left of one. */
static void ride_rotations(Rotation *r, int times, double left_s)
{
    r->times = times;
    r->more = 0;
    r->last = r->first;
    double more_s = 0;
    while (r->more < r->phases && left_s >= more_s + r->phase_s[r->more]) {
        more_s += r->phase_s[r->more++];
        r->last = r->last + 1 == r->phases ? 0 : r->last + 1;
    }
    double part_s = left_s - more_s;
    r->part_s = part_s < 0 ? 0 : part_s;
}

void build_timeline(Timeline *line, const Chase *chase, const Pace *pace, const Plan *plan)
{
    const double *end_s = pace->end_s;
    int working = plan->working;
    double rotation_s = 0;
    for (int i = 0; i < working; i++) {
        rotation_s += plan->pull_s[i];
    }
    if (line->intervals > 0) {
        nobody_drifts(line, chase);
    }
    line->intervals = 0;
    line->blocks = 0;
    line->rotations = 0;
    double time_s = 0;
    double turn_end_s = plan->pull_s[0];
    double join_s = INFINITY;
    double drift_slower_mps = 0;
    int leader = 0;
    int at = 0;
    bool phase_begins = true;
    for (;;) {
        double left_s = end_s[at] - time_s;
        int times = 0;
        double exchange_s = 0;
        double opening_s = 0;
        if (phase_begins && left_s >= rotation_s) {
            exchange_s = (working - 1) * chase->line_step_m / drift_of(pace->speed_mps[at]);
            opening_s = join_s == INFINITY ? smaller(exchange_s, plan->pull_s[leader]) : 0;
            times = (int) ((left_s - opening_s) / rotation_s);
        }
        if (times > 0) {
            end_intervals(line);
            drift_slower_mps = drift_of(pace->speed_mps[at]);
            Rotation *r = next_rotation(line, chase);
            r->stretch = at;
            begin_rotation(r, plan, exchange_s, leader, join_s != INFINITY);
            r->duration_s = left_s;
            ride_rotations(r, times, left_s - opening_s - times * rotation_s);
            end_block(line, r);
            time_s = end_s[at];
            double began_s = time_s - r->part_s;
            leader = r->last / 2;
            bool exchanging = r->last % 2 == 0;
            join_s = exchanging ? began_s + exchange_s : INFINITY;
            turn_end_s = began_s + (exchanging ? plan->pull_s[leader] : r->phase_s[r->more == r->phases ? 0 : r->more]);
        } else {
            double next_s = smaller(smaller(end_s[at], turn_end_s), join_s);
            int drifter = join_s == INFINITY ? -1 : (leader == 0 ? working : leader) - 1;
            add(line, chase, next_s - time_s, at, working - leader, drifter, pace->speed_mps[at] - drift_slower_mps);
            time_s = next_s;
        }
        phase_begins = false;
        if (time_s >= join_s) {
            join_s = INFINITY;
        }
        if (time_s >= end_s[at] && ++at == chase->stretches) {
            break;
        }
        if (time_s >= turn_end_s) { /* the leader swings off */
            if (working > 1) {
                leader = leader + 1 == working ? 0 : leader + 1;
                drift_slower_mps = drift_of(pace->speed_mps[at]);
                join_s = time_s + (working - 1) * chase->line_step_m / drift_slower_mps;
            }
            turn_end_s = time_s + plan->pull_s[leader];
            phase_begins = true;
        }
    }
    end_intervals(line);
}
