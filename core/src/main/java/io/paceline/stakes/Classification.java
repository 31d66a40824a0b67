package io.paceline.stakes;

import io.paceline.check.Range;
import java.util.List;

/**
 * What a break that stays away takes from the general classification.
 *
 * @param breakBehindLeaderS of each rider of the break who counts: seconds behind the leader; 0 to 36 000
 * @param leadWorth of the first place, points; 0 or more
 * @param placeWorth of any other place, points; 0 or more
 * @param secondWorth of a second lost to a rider of the break who is then ahead, points; 0 or more
 */
public record Classification(List<Double> breakBehindLeaderS, double leadWorth, double placeWorth, double secondWorth) {

    /** @throws IllegalArgumentException if a value is outside the range of its parameter */
    public Classification {
        breakBehindLeaderS = List.copyOf(breakBehindLeaderS);
        for (double behindS : breakBehindLeaderS) {
            Range.check(
                    behindS, 0, 36_000, "classification: breakBehindLeaderS", "s", "It is seconds behind the leader.");
        }
        Range.check(leadWorth, 0, 1e6, "classification: leadWorth", "points", "");
        Range.check(placeWorth, 0, 1e6, "classification: placeWorth", "points", "");
        Range.check(secondWorth, 0, 1e6, "classification: secondWorth", "points", "");
    }

    /** No rider of the break counts. */
    public static Classification none() {
        return new Classification(List.of(), 0, 0, 0);
    }

    /**
     * What a team loses if the break finishes so much earlier: for each rider of the break the place, if he passes the team's best rider
     * by it, and every second that he is then ahead, as far as the break gained it.
     *
     * @param finishGapS lead of the break at the finish, s; nothing is lost at 0 or less
     */
    public double lossPoints(RivalTeam team, double finishGapS) {
        if (team.behindLeaderS().isEmpty() || !(finishGapS > 0)) {
            return 0;
        }
        double ownS = team.behindLeaderS().getAsDouble();
        double loss = 0;
        for (double breakS : breakBehindLeaderS) {
            double marginS = breakS - ownS; // how far he is behind now; negative if he is ahead
            boolean passes = marginS >= 0 && finishGapS > marginS;
            loss += passes ? (ownS == 0 ? leadWorth : placeWorth) : 0;
            loss += secondWorth * Math.max(0, finishGapS - Math.max(0, marginS));
        }
        return loss;
    }

    /** The lead at the finish from which on the leader loses his place, s; infinite if no rider of the break counts. */
    public double limitS() {
        return breakBehindLeaderS.stream().mapToDouble(s -> s).min().orElse(Double.POSITIVE_INFINITY);
    }
}
