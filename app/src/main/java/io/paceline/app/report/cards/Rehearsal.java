package io.paceline.app.report.cards;

import io.paceline.app.report.ride.RiderRide;
import io.paceline.app.report.ride.RiderStep;
import io.paceline.app.report.ride.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The ride of one rider as a row of steps for a trainer: in front, or sheltered. Drifting back belongs to the shelter: it takes some
 * seconds, and no trainer follows that fast.
 */
final class Rehearsal {
    /** A shorter piece goes with the one before it, s: no rider changes his watts so often. */
    private static final double SHORTEST_S = 15;

    /**
     * A step.
     *
     * @param pull whether in front
     * @param fromS whole seconds after the start point
     * @param toS whole seconds after the start point
     * @param meanW W
     */
    record Step(boolean pull, long fromS, long toS, double meanW) {
        long seconds() {
            return toS - fromS;
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private boolean pull;
    private double fromS;
    private double toS;
    private double workJ;

    private Rehearsal() {}

    /** The steps of a rider until the catch, or until he leaves; whole seconds without gaps. */
    static List<Step> of(RiderRide ride) {
        Rehearsal rehearsal = new Rehearsal();
        for (RiderStep step : ride.steps()) {
            if (step.role() != Role.LEFT) {
                rehearsal.add(step);
            }
        }
        rehearsal.end();
        return rehearsal.steps;
    }

    private void add(RiderStep step) {
        boolean inFront = step.role() == Role.FRONT;
        boolean goesOn = toS > fromS
                && inFront == pull
                && (inFront || toS - fromS < SHORTEST_S || step.durationS() < SHORTEST_S);
        if (!goesOn) {
            end();
            pull = inFront;
            fromS = step.fromS();
            workJ = 0;
        }
        toS = step.fromS() + step.durationS();
        workJ += step.workJ();
    }

    private void end() {
        long from = Math.round(fromS);
        long to = Math.round(toS);
        if (to > from) {
            steps.add(new Step(pull, from, to, workJ / (toS - fromS)));
        }
    }
}
