package io.paceline.app.scenario;

import io.paceline.chase.Breakaway;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * Stands for a break whose riders are known until they have a plan.
 *
 * @param gapS its lead at the start point, s
 */
record UnplannedBreak(double gapS) implements Breakaway {

    /** @throws IllegalStateException always: the break has to be planned first, see {@link Scenario#withBreak} */
    @Override
    public double[] timesS(List<Stretch> road) {
        throw new IllegalStateException("the riders of the break have no plan yet");
    }
}
