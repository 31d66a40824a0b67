package io.paceline.benchmarks.wagner;

/**
 * The best changes of the leader for given powers, proven by riding every one of them. Beginnings are shared: the number of segments ridden is
 * about twice the number of strategies.
 */
final class HandoverEnumeration {
    private final Pursuit pursuit;
    private final double[] powerW;
    private final RaceState[] after;
    private final boolean[] path;
    private boolean[] best = new boolean[0];
    private double bestS = Double.POSITIVE_INFINITY;
    private long finishers;

    HandoverEnumeration(Pursuit pursuit, double stepS, double[] powerW) {
        this.pursuit = pursuit;
        this.powerW = powerW.clone();
        PursuitPhysics physics = new PursuitPhysics(pursuit, stepS);
        after = new RaceState[pursuit.segments()];
        for (int s = 0; s < after.length; s++) {
            after[s] = new RaceState(physics);
        }
        path = new boolean[pursuit.handovers()];
    }

    /** Rides every strategy that begins with the given decisions; none given: every strategy there is. */
    void run(boolean... given) {
        System.arraycopy(given, 0, path, 0, given.length);
        after[0].start();
        if (after[0].ride(pursuit.segmentM(0), powerW[0])) {
            from(1, 0, given.length);
        }
    }

    private void from(int segment, int handovers, int given) {
        if (segment == powerW.length) {
            finishers++;
            double timeS = Race.timeS(after[segment - 1].steps(), handovers, after[0].stepS());
            if (timeS < bestS) {
                bestS = timeS;
                best = path.clone();
            }
            return;
        }
        if (segment <= given) {
            ride(segment, handovers, given, path[segment - 1]);
            return;
        }
        ride(segment, handovers, given, false);
        ride(segment, handovers, given, true);
    }

    private void ride(int segment, int handovers, int given, boolean change) {
        path[segment - 1] = change;
        RaceState state = after[segment];
        state.copyFrom(after[segment - 1]);
        if (change) {
            state.handOver();
        }
        if (state.ride(pursuit.segmentM(segment), powerW[segment])) {
            from(segment + 1, handovers + (change ? 1 : 0), given);
        }
    }

    /** Least finish time, s; infinite if nobody finishes. */
    double bestS() {
        return bestS;
    }

    /** The first strategy that reaches it; empty if nobody finishes. */
    boolean[] best() {
        return best.clone();
    }

    /** Strategies that finish. */
    long finishers() {
        return finishers;
    }
}
