/* When what changes: the peer of io.paceline.kernel.Timeline, without riders who leave. */
#ifndef PACELINE_TIMELINE_H
#define PACELINE_TIMELINE_H

#include "tables.h"

/* Stretch, cyclic index of the rider in front, whether somebody drifts back, in one number. */
enum { STRETCH_SHIFT = 6, HEAD_SHIFT = 1, HEAD_MASK = 31 };

typedef struct {
    int capacity;
    int intervals;
    double *duration_s;
    int *moment;
    double *drift_mps;

    int block_capacity;
    int blocks;
    int *block_end;
    int *block_repeats;
} Timeline;

Timeline new_timeline(void);

void build_timeline(Timeline *line, const Chase *chase, const Pace *pace, const Plan *plan);

#endif
