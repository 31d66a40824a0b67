/* A team through a timeline: the peer of RiderPowers, PaceTables, RotationRows, RotationSums, Laps, RotationRide and IntervalRide. */
#ifndef PACELINE_TEAM_H
#define PACELINE_TEAM_H

#include "reserve.h"
#include "timeline.h"

#include <stdint.h>

/* CP less power by phase of a rotation on one stretch, by pair of riders; turned so that work above CP ends at the end of a row, and twice over. */
typedef struct {
    double *below_w;
    double *per_s;
    uint64_t *above;
    int *peak; /* from which phase he is above CP to the end of the row; -1 if more than once */
    int *turned;
    bool *filled;
} Rows;

typedef struct {
    const Chase *chase;
    const Pace *pace; /* of the tables */
    Reserve *reserve; /* by slot */
    double *air_w;    /* slot * stretches + stretch */
    double *other_w;
    double mean_slower_mps; /* at which riders drift back at the mean speed */
    Rows **rows; /* by stretch */

    double *fraction; /* exchanging * 2 * riders + key */
    double *phase_w;
    int capacity;
    double *power_w;
    double *rate;
    Runs runs;

    /* of a rotation, by position; sums padded to a multiple of four riders, who lie side by side */
    Laps laps;
    int *row;
    int *begin;
    int *from;
    int *peak;
    double *below_j;
    double *recovery;

    double pull_short_s; /* of the latest plan */
} Team;

Team new_team(const Chase *chase);

/* Rides it all; what comes of it is in the reserves and in pull_short_s. */
void ride_team(Team *t, const Pace *pace, const Plan *plan, const Timeline *line);

#endif
