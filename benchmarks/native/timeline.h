/* When what changes: the peer of io.paceline.kernel.Timeline, without riders who leave. */
#ifndef PACELINE_TIMELINE_H
#define PACELINE_TIMELINE_H

#include "tables.h"

typedef struct {
    int capacity;
    int intervals;
    double *duration_s;
    int *stretch;
    /* Plus a rider's cyclic index, the place in his table of drag fractions. */
    int *key;
    double *drift_mps;
    int *next_drift;

    /* By position: the first interval in which he drifts back; -1 if he never does. */
    int *first_drift;
    int *last_drift;

    int block_capacity;
    int blocks;
    int *block_end;
    int *block_repeats;
} Timeline;

Timeline new_timeline(const Chase *chase);

void build_timeline(Timeline *line, const Chase *chase, const Pace *pace, const Plan *plan);

#endif
