package io.paceline.chase;

import io.paceline.road.Stretch;
import java.util.List;

/** The riders ahead, as far as the chase must know them. */
public interface Breakaway {
    /** How long before the chase the break passed the start point, s; 0 or more. */
    double gapS();

    /**
     * When the break reaches the end of each stretch, s after it passed the start of the first one. Rising.
     *
     * @param road from the start point to the catch point
     */
    double[] timesS(List<Stretch> road);

    /** The same break with another lead at the start point, s. */
    default Breakaway withGapS(double gapS) {
        return new NearerBreak(this, gapS);
    }
}
