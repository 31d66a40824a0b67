package io.paceline.chase;

import io.paceline.road.Stretch;
import java.util.List;

/** The riders ahead, as far as the chase must know them. */
public interface Breakaway {
    /** Nobody is ahead: only for a goal that needs no break, {@link Objective#FASTEST}. */
    Breakaway NONE = new Breakaway() {
        @Override
        public double gapS() {
            return 0;
        }

        @Override
        public double[] timesS(List<Stretch> road) {
            throw new IllegalStateException("there is no break");
        }

        @Override
        public String toString() {
            return "none";
        }
    };

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
