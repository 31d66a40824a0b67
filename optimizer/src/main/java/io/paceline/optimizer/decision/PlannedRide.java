package io.paceline.optimizer.decision;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;

/**
 * The best plan that was found for some riders.
 *
 * @param kernel of the chase of these riders alone
 * @param plan the least energy, or the least bad
 * @param outcome what it does
 */
record PlannedRide(ChaseKernel kernel, RotationPlan plan, Outcome outcome) {}
