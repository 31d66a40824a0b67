package io.paceline.optimizer.breakaway;

import io.paceline.chase.Outcome;
import io.paceline.plan.RotationPlan;

/**
 * How a break rides.
 *
 * @param plan the fastest found that its riders can hold to the end of the road with the reserve that they want to keep
 * @param outcome what it does; its time is the break's
 */
public record BreakPlan(RotationPlan plan, Outcome outcome) {}
