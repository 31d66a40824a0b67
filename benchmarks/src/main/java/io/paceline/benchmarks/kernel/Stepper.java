package io.paceline.benchmarks.kernel;

import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;

/** A baseline: rides a plan in small steps of time. */
interface Stepper {
    /** Rides the plan; returns the collective energy, J. */
    double collectiveJ(Pace pace, LinePlan plan);

    /** Least W′bal of a rider in the last ride, J. */
    double leastBalanceJ(int slot);
}
