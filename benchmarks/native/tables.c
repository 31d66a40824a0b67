#include "tables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *path, const char *name, const char *what)
{
    fprintf(stderr, "%s: %s: %s. Write it again with ExportTables.\n", path, name, what);
    exit(2);
}

/* A line is a name, how many numbers, and the numbers in hexadecimal: no digit is lost. */
static double *numbers(FILE *file, const char *path, const char *name, int count)
{
    char found[64];
    int given;
    if (fscanf(file, "%63s %d", found, &given) != 2 || strcmp(found, name) != 0 || given != count) {
        fail(path, name, "is not what comes next, or has another length");
    }
    double *values = aligned_alloc(64, ((size_t) count * sizeof(double) + 63) / 64 * 64);
    for (int i = 0; i < count; i++) {
        if (fscanf(file, "%la", &values[i]) != 1) {
            fail(path, name, "has something that is no number");
        }
    }
    return values;
}

static double number(FILE *file, const char *path, const char *name)
{
    double *value = numbers(file, path, name, 1);
    double result = *value;
    free(value);
    return result;
}

static Chase read_chase(FILE *file, const char *path)
{
    Chase chase;
    int n = chase.riders = (int) number(file, path, "riders");
    int s = chase.stretches = (int) number(file, path, "stretches");
    chase.elite = number(file, path, "elite") != 0;
    chase.per_efficiency = number(file, path, "per_efficiency");
    chase.line_step_m = number(file, path, "line_step_m");
    chase.total_m = number(file, path, "total_m");
    chase.wheel_kg_per_m = number(file, path, "wheel_kg_per_m");
    chase.critical_power_w = numbers(file, path, "critical_power_w", n);
    chase.per_w_prime = numbers(file, path, "per_w_prime", n);
    chase.elite_rate_per_s = numbers(file, path, "elite_rate_per_s", n);
    chase.air_kg_per_m = numbers(file, path, "air_kg_per_m", n);
    chase.constant_n = numbers(file, path, "constant_n", n * s);
    chase.headwind_mps = numbers(file, path, "headwind_mps", s);
    chase.saving = numbers(file, path, "saving", (n + 1) * (n + 1));
    chase.saving_factor = numbers(file, path, "saving_factor", n * n);
    return chase;
}

Case read_case(const char *path)
{
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fail(path, "file", "cannot be read");
    }
    Case c;
    c.chase = read_chase(file, path);
    int n = c.chase.riders;
    int s = c.chase.stretches;
    c.pace.speed_mps = numbers(file, path, "speed_mps", s);
    c.pace.end_s = numbers(file, path, "end_s", s);
    c.pace.air_w = numbers(file, path, "air_w", s);
    c.pace.wheel_w = numbers(file, path, "wheel_w", s);
    c.pace.per_newton_w = numbers(file, path, "per_newton_w", s);
    c.plan.working = (int) number(file, path, "working");
    double *slots = numbers(file, path, "slot", n);
    c.plan.slot = malloc((size_t) n * sizeof(int));
    for (int i = 0; i < n; i++) {
        c.plan.slot[i] = (int) slots[i];
    }
    free(slots);
    c.plan.pull_s = numbers(file, path, "pull_s", n);
    c.expected.work_j = numbers(file, path, "work_j", n);
    c.expected.worst_j = numbers(file, path, "worst_j", n);
    c.expected.end_deficit_j = numbers(file, path, "end_deficit_j", n);
    c.expected.pull_short_s = number(file, path, "pull_short_s");
    fclose(file);
    return c;
}
