package io.paceline.optimizer.exact;

import io.paceline.plan.RotationPlan;
import java.util.Optional;

/**
 * The best plan that an exact search found, and how far from the best it can be.
 *
 * @param plan the plan; the given one if none better was found
 * @param atTheseSpeeds against every order and all pulls at the speeds of the plan
 * @param atAnySpeeds against every plan that is there in time
 * @param atAnySpeedsUnburned against those that burn nobody and ask of nobody more than he has; see {@link AnyPace#certifyUnburned}
 */
public record ProvedPlan(
        RotationPlan plan,
        Certificate atTheseSpeeds,
        Certificate atAnySpeeds,
        Optional<Certificate> atAnySpeedsUnburned) {}
