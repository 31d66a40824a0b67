/* The constants of one chase, one pace and one plan, and the results that are expected of them. */
#ifndef PACELINE_TABLES_H
#define PACELINE_TABLES_H

#include <stdbool.h>

typedef struct {
    int riders;
    int stretches;
    bool elite;
    double per_efficiency;
    double line_step_m;
    double total_m;
    double wheel_kg_per_m;

    double *critical_power_w; /* by slot */
    double *per_w_prime;
    double *elite_rate_per_s;
    double *air_kg_per_m;
    double *constant_n;     /* slot * stretches + stretch */
    double *headwind_mps;   /* by stretch */
    double *saving;         /* (riders in line) * (riders + 1) + place */
    double *saving_factor;  /* own * riders + ahead */
} Chase;

/* By stretch. */
typedef struct {
    double *speed_mps;
    double *end_s;
    double *air_w;
    double *wheel_w;
    double *per_newton_w;
} Pace;

/* By position at the launch; the first `working` of them pull. Nobody is burned. */
typedef struct {
    int working;
    int *slot;
    double *pull_s;
} Plan;

/* By slot, but for the last. */
typedef struct {
    double *work_j;
    double *worst_j;
    double *end_deficit_j;
    double pull_short_s;
} Expected;

typedef struct {
    Chase chase;
    Pace pace;
    Plan plan;
    Expected expected;
} Case;

/* Reads a file that ExportTables wrote; leaves the program with a message if it cannot. */
Case read_case(const char *path);

#endif
