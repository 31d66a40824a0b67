package io.paceline.optimizer.decision;

import io.paceline.chase.Breakaway;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * The break as a chase sees it that only has to keep its lead small: it is caught if it is so much behind its real place.
 *
 * @param real the break
 * @param allowedS lead that it may have in the end, s
 */
record HeldBreak(Breakaway real, double allowedS) implements Breakaway {
    @Override
    public double gapS() {
        return real.gapS() - allowedS;
    }

    @Override
    public double[] timesS(List<Stretch> road) {
        return real.timesS(road);
    }
}
