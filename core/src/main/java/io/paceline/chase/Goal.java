package io.paceline.chase;

import io.paceline.check.Range;
import io.paceline.rider.Team;

/**
 * What a group rides for.
 *
 * @param objective what is to be least
 * @param ridersLeft so many riders at least are still in the line at the end of the road, protected ones and those who sit on among
 *     them; 1 to 20
 */
public record Goal(Objective objective, int ridersLeft) {
    /** The least collective energy, whoever is left. */
    public static final Goal LEAST_ENERGY = new Goal(Objective.COLLECTIVE_ENERGY, 1);

    /** @throws IllegalArgumentException if the number of riders is outside its range */
    public Goal {
        Range.check(ridersLeft, 1, Team.MAX_RIDERS, "goal: ridersLeft", "At least one rider finishes.");
    }

    /** Whether time is what counts. */
    public boolean fastest() {
        return objective == Objective.FASTEST;
    }
}
