package io.paceline.benchmarks.wagner;

/**
 * The published objective: a strategy in, its finish time out. One instance serves one thread and allocates nothing per call.
 *
 * <p>How the published text is read, where it leaves a choice (the 100 published strategies do not tell the first two apart):
 *
 * <ul>
 *   <li>who is out is decided at the end of a segment, before the leader changes: with the leader out, the next one leads, and a change then
 *       brings the one behind him;
 *   <li>a change costs its 0.12 s even then; nobody rides during it;
 *   <li>a segment starts at its own zero: what the last step rode past the end of one is not carried into the next;
 *   <li>fatigue is counted once per segment, at its end, and acts on the next one.
 * </ul>
 */
public final class Race {
    private static final double HANDOVER_S = 0.12;

    private final Pursuit pursuit;
    private final double stepS;
    private final RaceState state;
    private int handovers;
    private double metresLeft;

    /**
     * @param stepS time step, s; the results depend on it
     * @throws IllegalArgumentException if the time step is outside 0.0001 to 0.5 s
     */
    public Race(Pursuit pursuit, double stepS) {
        this.pursuit = pursuit;
        this.stepS = stepS;
        state = new RaceState(new PursuitPhysics(pursuit, stepS));
    }

    /**
     * Rides the whole race.
     *
     * @param powerW   the leader's power by segment, W
     * @param handOver by segment but the last: whether the leader goes to the back after it
     * @return s; infinite if fewer than three riders have energy left at the end of any segment
     * @throws IllegalArgumentException if an array has the wrong length
     */
    public double finishTimeS(double[] powerW, boolean[] handOver) {
        if (powerW.length != pursuit.segments() || handOver.length != pursuit.handovers()) {
            throw new IllegalArgumentException(pursuit + ": " + powerW.length + " powers and " + handOver.length
                    + " changes of the leader, expected " + pursuit.segments() + " and " + pursuit.handovers());
        }
        state.start();
        handovers = 0;
        metresLeft = 0;
        for (int s = 0; s < powerW.length; s++) {
            if (s > 0 && handOver[s - 1]) {
                state.handOver();
                handovers++;
            }
            if (!state.ride(pursuit.segmentM(s), powerW[s])) {
                metresLeft = pursuit.metresFrom(s);
                return Double.POSITIVE_INFINITY;
            }
        }
        return timeS(state.steps(), handovers, stepS);
    }

    static double timeS(int ridden, int handovers, double stepS) {
        return ridden * stepS + handovers * HANDOVER_S;
    }

    /** What the last call left unridden when the team broke up, counted from the start of that segment, m; 0 for a finish. */
    public double metresLeft() {
        return metresLeft;
    }

    /** Energy that riders were asked for in the last call and did not have, J. */
    public double overdrawnJ() {
        return state.overdrawnJ();
    }

    /** By how much the last call rode past the ends of the segments, s: ranks strategies that need the same number of steps. */
    public double overshootS() {
        return state.overshootS();
    }
}
