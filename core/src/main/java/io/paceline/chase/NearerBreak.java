package io.paceline.chase;

import io.paceline.check.Range;
import io.paceline.road.Stretch;
import java.util.List;

/** A break with another lead; all else is as it was. */
record NearerBreak(Breakaway breakaway, double gapS) implements Breakaway {
    NearerBreak {
        Range.check(gapS, 0, 3_600, "breakaway: gapS", "s", "Maybe it is in minutes, or the chase is ahead.");
    }

    @Override
    public double[] timesS(List<Stretch> road) {
        return breakaway.timesS(road);
    }

    @Override
    public Breakaway withGapS(double otherS) {
        return new NearerBreak(breakaway, otherS);
    }
}
