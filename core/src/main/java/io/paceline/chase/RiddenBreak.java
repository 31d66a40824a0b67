package io.paceline.chase;

import io.paceline.check.Range;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Locale;

/**
 * A break whose riders are known, riding a plan of its own: when it is where. Between the places it rides one speed.
 *
 * @param gapS ahead of the chase at the start point, s; 0 to 3 600
 * @param placeM along the road, m after the start point; rising from above 0
 * @param timeS when the break is there, s after it passed the start point; rising from above 0, one for each place
 */
public record RiddenBreak(double gapS, List<Double> placeM, List<Double> timeS) implements Breakaway {
    /** Roads of one course that are cut differently differ by rounding only, m. */
    private static final double ROUNDING_M = 0.01;

    /** @throws IllegalArgumentException if the gap is outside its range, or places and times are not as said */
    public RiddenBreak {
        Range.check(gapS, 0, 3_600, "breakaway: gapS", "s", "Maybe it is in minutes, or the chase is ahead.");
        placeM = List.copyOf(placeM);
        timeS = List.copyOf(timeS);
        if (placeM.isEmpty() || placeM.size() != timeS.size() || !rises(placeM) || !rises(timeS)) {
            throw new IllegalArgumentException("breakaway: " + placeM.size() + " places with " + timeS.size()
                    + " times do not make a ride. Give at least one place, a time for each, both rising from above 0.");
        }
    }

    /**
     * The ride of a plan.
     *
     * @param ride the break's own problem, without an approach: its riders, its road from the start point on
     * @param outcome what its plan does
     */
    public static RiddenBreak of(double gapS, Chase ride, Outcome outcome) {
        List<Stretch> road = ride.road().stretches();
        Double[] placeM = new Double[road.size()];
        Double[] timeS = new Double[road.size()];
        double hereM = 0;
        double nowS = 0;
        for (int s = 0; s < placeM.length; s++) {
            hereM += road.get(s).lengthM();
            nowS += road.get(s).lengthM() / outcome.speedsMPerS().get(s);
            placeM[s] = hereM;
            timeS[s] = nowS;
        }
        return new RiddenBreak(gapS, List.of(placeM), List.of(timeS));
    }

    private static boolean rises(List<Double> values) {
        double before = 0;
        for (double value : values) {
            if (!(value > before)) {
                return false;
            }
            before = value;
        }
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the road is longer than the ride
     */
    @Override
    public double[] timesS(List<Stretch> road) {
        double[] timesS = new double[road.size()];
        double hereM = 0;
        for (int s = 0; s < timesS.length; s++) {
            hereM += road.get(s).lengthM();
            timesS[s] = timeAtS(hereM);
        }
        return timesS;
    }

    private double timeAtS(double hereM) {
        double endM = placeM.get(placeM.size() - 1);
        if (!(hereM <= endM + ROUNDING_M)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "breakaway: its ride ends after %.0f m, and the chase goes on to %.0f m. Plan it to the finish.",
                    endM,
                    hereM));
        }
        int at = 0;
        while (at < placeM.size() - 1 && placeM.get(at) < hereM) {
            at++;
        }
        double fromM = at == 0 ? 0 : placeM.get(at - 1);
        double fromS = at == 0 ? 0 : timeS.get(at - 1);
        return fromS + (hereM - fromM) / (placeM.get(at) - fromM) * (timeS.get(at) - fromS);
    }

    @Override
    public RiddenBreak withGapS(double otherS) {
        return new RiddenBreak(otherS, placeM, timeS);
    }
}
