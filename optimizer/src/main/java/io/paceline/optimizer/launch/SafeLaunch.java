package io.paceline.optimizer.launch;

import io.paceline.plan.RotationPlan;

/**
 * The latest launch that forgives a surprise. From there a plan exists that leaves everybody his reserve and still catches at the agreed
 * point though the break rides faster than it is taken to. If there is no surprise, the same plan catches somewhat earlier.
 *
 * @param launchM after the start point, m
 * @param plan the plan
 * @param gaps its ride against a break that does what it is taken to do
 */
public record SafeLaunch(double launchM, RotationPlan plan, GapCourse gaps) {

    /** Where the plan catches if there is no surprise, m after the start point. */
    public double catchM() {
        return gaps.endM();
    }
}
