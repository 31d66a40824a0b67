package io.paceline.optimizer.decision;

import io.paceline.chase.Chase;

/** The same chase from another launch, or to another end. Its team is everybody who counts, working or not. */
@FunctionalInterface
public interface Places {
    /**
     * The chase.
     *
     * @param laterM how much later than planned it is launched, m; 0 or more
     * @param toFinish whether it ends at the finish, not at the agreed catch point
     */
    Chase chase(double laterM, boolean toFinish);
}
