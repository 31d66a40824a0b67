package io.paceline.optimizer.launch;

import io.paceline.chase.Breakaway;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * A break that rides faster than it is taken to, from one place on.
 *
 * @param breakaway what it is taken to be
 * @param fromM where it begins to ride faster, m after the start point
 * @param surprise by what share of its speed
 */
record QuickerBreak(Breakaway breakaway, double fromM, double surprise) implements Breakaway {
    @Override
    public double gapS() {
        return breakaway.gapS();
    }

    @Override
    public double[] timesS(List<Stretch> road) {
        double[] usualS = breakaway.timesS(road);
        double[] timesS = new double[usualS.length];
        double riddenM = 0;
        double beforeS = 0;
        double nowS = 0;
        for (int s = 0; s < usualS.length; s++) {
            double lengthM = road.get(s).lengthM();
            double usualShare = Math.min(1, Math.max(0, (fromM - riddenM) / lengthM));
            nowS += (usualS[s] - beforeS) * (usualShare + (1 - usualShare) / (1 + surprise));
            timesS[s] = nowS;
            beforeS = usualS[s];
            riddenM += lengthM;
        }
        return timesS;
    }
}
