/* One rider through a timeline: the peer of io.paceline.kernel.RiderAccount, without riders who have left. */
#ifndef PACELINE_ACCOUNT_H
#define PACELINE_ACCOUNT_H

#include "timeline.h"

typedef struct {
    double work_j;
    double deficit_j;
    double linear_j;
    double worst_j;

    int capacity;
    double *power_w;
    double *rate;
    double *fraction; /* exchanging * riders + key */
    double *air_w;    /* by stretch */
    double *other_w;

    int peaks;
    double *peak_j;
    double *peak_kept;
    double *kept_in_run;
    double *spent_in_run_j;
    double kept;
    double from_zero_j;
    double gain_j;
    double most_from_zero_j;
    double most_gain_j;
} Account;

Account new_account(const Chase *chase);

void ride(Account *a, const Chase *chase, const Pace *pace, const Plan *plan, const Timeline *line, int position);

#endif
