package io.paceline.app.scenario;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiddenBreak;
import io.paceline.plan.RotationPlan;
import java.util.Map;
import java.util.Optional;

/**
 * A break whose riders are known.
 *
 * @param ride its own problem: its riders from the start point to the finish; the unwilling are protected, for they never pull
 * @param ridersLeft so many have to be together at the finish
 * @param gapS its lead at the start point, s
 * @param names of its riders, by id; only those who have one
 * @param ridden how it rides; empty until it was planned
 */
public record BreakRiders(Chase ride, int ridersLeft, double gapS, Map<String, String> names, Optional<Ridden> ridden) {

    /** Copies the names. */
    public BreakRiders {
        names = Map.copyOf(names);
    }

    /**
     * How it rides.
     *
     * @param plan that its riders can hold to the finish
     * @param outcome what it does
     * @param ifAllWorked what the best plan would do if nobody sat on; empty where nobody refuses to work
     */
    public record Ridden(RotationPlan plan, Outcome outcome, Optional<Outcome> ifAllWorked) {}

    /**
     * The break as the chase sees it.
     *
     * @throws IllegalStateException if it was not planned
     */
    RiddenBreak onTheRoad() {
        Ridden how = ridden.orElseThrow(() -> new IllegalStateException("the riders of the break have no plan yet"));
        return RiddenBreak.of(gapS, ride, how.outcome());
    }

    /** The same with a plan. */
    public BreakRiders riding(Ridden how) {
        return new BreakRiders(ride, ridersLeft, gapS, names, Optional.of(how));
    }
}
