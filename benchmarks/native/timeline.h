/* When what changes: the peer of io.paceline.kernel.Timeline and Rotation. Everybody works, nobody leaves. */
#ifndef PACELINE_TIMELINE_H
#define PACELINE_TIMELINE_H

#include "tables.h"

/* Turn after turn on one stretch; phase 2 * leader is his exchange, 2 * leader + 1 the rest of his turn. */
typedef struct {
    int stretch;
    int phases;
    double *phase_s; /* from the one that it begins with */
    int first;
    double opening_s;
    int times;
    int more;
    int last;
    double part_s;
    double duration_s;
} Rotation;

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
    Rotation **block_rotation; /* null for a row of intervals */
    int rotation_capacity;
    int rotations;
    Rotation **rotation;
} Timeline;

Timeline new_timeline(const Chase *chase);

void build_timeline(Timeline *line, const Chase *chase, const Pace *pace, const Plan *plan);

double drift_of(double speed_mps);

#endif
