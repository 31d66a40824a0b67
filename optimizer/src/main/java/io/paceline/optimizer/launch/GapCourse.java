package io.paceline.optimizer.launch;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * The lead of a break from the launch until the chase is level with it, or the road ends: at the launch and at the end of each stretch;
 * between them it is linear.
 *
 * @param placeM after the start point, m; rising
 * @param gapS lead of the break at that place, s; ends with 0 where the chase is level
 */
public record GapCourse(List<Double> placeM, List<Double> gapS) {

    /** Copies the lists. */
    public GapCourse {
        placeM = List.copyOf(placeM);
        gapS = List.copyOf(gapS);
    }

    /**
     * The lead in one ride.
     *
     * @param chase whose break is followed
     * @param approachS from the start point to the launch, s
     * @param outcome its speeds from the launch on
     */
    public static GapCourse of(Chase chase, double approachS, Outcome outcome) {
        List<Stretch> whole = new ArrayList<>(chase.approach());
        whole.addAll(chase.road().stretches());
        double[] breakS = chase.breakaway().timesS(whole);
        int launch = chase.approach().size();
        double hereM = chase.approach().stream().mapToDouble(Stretch::lengthM).sum();
        double chaseS = approachS + chase.breakaway().gapS();
        double leadS = chaseS - (launch == 0 ? 0 : breakS[launch - 1]);
        List<Double> placeM = new ArrayList<>(List.of(hereM));
        List<Double> gapS = new ArrayList<>(List.of(leadS));
        for (int s = launch; s < whole.size() && leadS > Outcome.TIME_TOLERANCE_S; s++) {
            double lengthM = whole.get(s).lengthM();
            chaseS += lengthM / outcome.speedsMPerS().get(s - launch);
            double nextS = chaseS - breakS[s];
            boolean level = nextS <= Outcome.TIME_TOLERANCE_S;
            hereM += level ? lengthM * Math.min(1, leadS / (leadS - nextS)) : lengthM;
            leadS = level ? 0 : nextS;
            placeM.add(hereM);
            gapS.add(leadS);
        }
        return new GapCourse(placeM, gapS);
    }

    /** Where the chase is level with the break, or the end of the road, m after the start point. */
    public double endM() {
        return placeM.get(placeM.size() - 1);
    }
}
