#include "timeline.h"

#include <math.h>
#include <stdlib.h>

enum { LEAST_REPEATS = 1 };

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
    line.block_repeats = malloc(8 * sizeof(int));
    return line;
}

static inline double smaller(double a, double b)
{
    return a < b ? a : b;
}

static double drift_of(double speed_mps)
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

static void end_block(Timeline *line, int repeats)
{
    int from = line->blocks == 0 ? 0 : line->block_end[line->blocks - 1];
    if (from == line->intervals && repeats == 0) {
        return;
    }
    if (line->blocks == line->block_capacity) {
        line->block_capacity *= 2;
        line->block_end = realloc(line->block_end, (size_t) line->block_capacity * sizeof(int));
        line->block_repeats = realloc(line->block_repeats, (size_t) line->block_capacity * sizeof(int));
    }
    line->block_end[line->blocks] = line->intervals;
    line->block_repeats[line->blocks++] = repeats;
}

void build_timeline(Timeline *line, const Chase *chase, const Pace *pace, const Plan *plan)
{
    const double *end_s = pace->end_s;
    int working = plan->working;
    double rotation_s = 0;
    for (int i = 0; i < working; i++) {
        rotation_s += plan->pull_s[i];
    }
    for (int i = 0; i < chase->riders; i++) {
        line->first_drift[i] = -1;
    }
    line->intervals = 0;
    line->blocks = 0;
    double time_s = 0;
    double turn_end_s = plan->pull_s[0];
    double join_s = INFINITY;
    double drift_slower_mps = 0;
    int leader = 0;
    int at = 0;
    int rotation_turns = -1;
    for (;;) {
        double next_s = smaller(smaller(end_s[at], turn_end_s), join_s);
        int drifter = join_s == INFINITY ? -1 : (leader == 0 ? working : leader) - 1;
        add(line, chase, next_s - time_s, at, working - leader, drifter, pace->speed_mps[at] - drift_slower_mps);
        time_s = next_s;
        if (time_s >= join_s) {
            join_s = INFINITY;
        }
        if (time_s >= end_s[at]) {
            if (++at == chase->stretches) {
                break;
            }
            rotation_turns = -1;
        }
        if (time_s < turn_end_s) {
            continue;
        }
        if (working > 1) { /* the leader swings off */
            leader = leader + 1 == working ? 0 : leader + 1;
            drift_slower_mps = drift_of(pace->speed_mps[at]);
            join_s = time_s + (working - 1) * chase->line_step_m / drift_slower_mps;
            int repeats = (int) ((end_s[at] - time_s) / rotation_s);
            if (rotation_turns >= 0 && ++rotation_turns == working) {
                end_block(line, repeats);
                time_s += repeats * rotation_s;
                join_s += repeats * rotation_s;
                rotation_turns = -1;
            } else if (rotation_turns < 0 && repeats > LEAST_REPEATS) {
                end_block(line, 0);
                rotation_turns = 0;
            }
        }
        turn_end_s = time_s + plan->pull_s[leader];
    }
    end_block(line, 0);
}
