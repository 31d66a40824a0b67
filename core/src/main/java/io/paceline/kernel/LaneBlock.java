package io.paceline.kernel;

import java.util.Arrays;

/**
 * The futures that are ridden at a time, from the start to the catch point, before the next ones: few enough that all their numbers stay in
 * the nearest cache. By {@code row·LANES + lane}. The kernels fill it afresh for every block.
 */
final class LaneBlock {
    /** A whole number of vectors of any width; the futures beyond the last are copies of it. */
    static final int LANES = 16;

    // where the three numbers of a road lie: with them, power is airW·CdA + perNewtonW·force + wheelW
    static final int AIR = 0;
    static final int WHEEL = LANES;
    static final int PER_NEWTON = 2 * LANES;
    static final int ROAD = 3 * LANES;

    /** The first future of the block. */
    int first;

    /** The rider, and the first lane within the block, that a pass is to take. */
    int slot;

    int lane;

    /** By road: the stretches at the line's speed, then one for each time that somebody drifts back. */
    double[] road = {};
    /** By moment: when it is, s, and how much slower he who drifts back until then is. */
    double[] momentS = {};

    double[] slowerMPerS = {};

    /** Intervals that last in at least one lane. */
    int kept;

    int[] interval = {};
    double[] lastsS = {};

    // of one rider: his moments above CP, with the recovery before each; then what that recovery leaves of a deficit
    int peaks;
    double[] recovery = {};
    double[] spentJ = {};
    double[] remains = {};
    // of one rider, by kept interval: only the elite model
    double[] belowW = {};
    double[] rate = {};

    /** Makes room for a plan, and takes the paces of the block. */
    void begin(LaneScript script, LaneArrays a, int firstFuture, boolean elite) {
        first = firstFuture;
        int roads = a.stretches * ROAD;
        if (road.length < roads + script.drifts * ROAD) {
            road = new double[roads + script.driftStretch.length * ROAD];
        }
        System.arraycopy(a.road, firstFuture / LANES * roads, road, 0, roads);
        if (momentS.length < (LaneScript.FIRST_JOIN + script.swings) * LANES) {
            momentS = new double[(LaneScript.FIRST_JOIN + script.swingStretch.length) * LANES];
            slowerMPerS = new double[momentS.length];
            Arrays.fill(momentS, LaneScript.NEVER * LANES, LaneScript.NEVER * LANES + LANES, Double.POSITIVE_INFINITY);
        }
        if (interval.length < script.intervals) {
            interval = new int[script.capacity];
            lastsS = new double[script.capacity * LANES];
            recovery = new double[script.capacity * LANES];
            spentJ = new double[script.capacity * LANES];
            remains = new double[script.capacity * LANES];
            belowW = new double[elite ? script.capacity * LANES : 0];
            rate = new double[belowW.length];
        }
    }
}
