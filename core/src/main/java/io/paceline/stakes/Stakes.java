package io.paceline.stakes;

import io.paceline.check.Range;
import io.paceline.rider.Rider;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is at stake in a chase.
 *
 * @param teams that gain something from a catch; 1 to 20, with different names and riders
 * @param classification what the break threatens
 * @param pointsPerJ what work costs, points for each joule more than rolling along; above 0, up to 1
 * @param pooled whether teams that work together may shift the work among themselves
 * @param holdMarginS how far below the leader's limit the gap is held, s; 0 to 3 600
 */
public record Stakes(
        List<RivalTeam> teams, Classification classification, double pointsPerJ, boolean pooled, double holdMarginS) {

    /** The most teams. */
    public static final int MAX_TEAMS = 20;

    /** The most riders that all teams together may spare: one line. */
    public static final int MAX_SPARED = 20;

    /** @throws IllegalArgumentException if a value is outside the range of its parameter, or a team or rider is there twice */
    public Stakes {
        teams = List.copyOf(teams);
        Range.check(teams.size(), 1, MAX_TEAMS, "stakes: teams", "Name those who gain most from a catch.");
        Range.check(pointsPerJ, Double.MIN_NORMAL, 1, "stakes: pointsPerJ", "points/J", "Maybe it is for a kilojoule.");
        Range.check(holdMarginS, 0, 3_600, "stakes: holdMarginS", "s", "");
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        int spared = 0;
        for (RivalTeam team : teams) {
            if (!names.add(team.name())) {
                throw new IllegalArgumentException("stakes: team " + team.name() + " is there twice. Keep one.");
            }
            spared += team.spared().size();
            for (Rider rider : team.riders()) {
                if (!ids.add(rider.id())) {
                    throw new IllegalArgumentException("stakes: rider " + rider.id()
                            + " is there twice. He rides for one team, and is spared or not.");
                }
            }
        }
        Range.check(
                spared, 1, MAX_SPARED, "stakes: spared riders of all teams", "One line holds so many: spare fewer.");
    }

    /** What a team gains, before costs, if the break is caught instead of finishing so much earlier, points. */
    public double gainOfCatch(RivalTeam team, double finishGapS) {
        return team.expectedStageWin() + classification.lossPoints(team, finishGapS);
    }

    /** What it gains if the break is held at a lead instead of finishing with a larger one, points. */
    public double gainOfHold(RivalTeam team, double finishGapS, double heldS) {
        return classification.lossPoints(team, finishGapS) - classification.lossPoints(team, heldS);
    }

    /** The lead at the finish that a hold allows, s: the leader's limit less the margin, 0 or more; infinite without a limit. */
    public double holdAtS() {
        return Math.max(0, classification.limitS() - holdMarginS);
    }
}
