package io.paceline.kernel;

import java.util.Arrays;

/**
 * The futures that are ridden at a time, from the start to the catch point, before the next ones: few enough that all their numbers stay in
 * the nearest cache. By {@code row·LANES + lane}. The kernels fill it afresh for every block.
 */
final class LaneBlock {
    /** A whole number of vectors of any width; the futures beyond the last are copies of it. */
    static final int LANES = 16;

    // where the three numbers of a road lie
    static final int AIR = 0;
    static final int WHEEL = LANES;
    static final int PER_NEWTON = 2 * LANES;
    static final int ROAD = 3 * LANES;

    /** The first future of the block. */
    int first;

    /** The rider, and the first lane within the block, that a pass is to take. */
    int slot;

    int lane;

    /** By moment: when it is, s, and how much slower he who drifts back until then is. */
    double[] momentS = {};

    double[] slowerMPerS = {};

    /** Intervals that last in at least one lane. */
    int kept;

    int[] phase = {};
    double[] lastsS = {};
    /** The phases of those intervals, each once; by {@code phase·riders + slot}, what a rider needs in one, W. */
    int phases;

    int[] phaseOnce = {};
    private boolean[] listed = {};
    double[] powerW = {};

    // of one rider: his moments above CP, with the recovery before each; then what that recovery leaves of a deficit
    int peaks;
    double[] recovery = {};
    double[] spentJ = {};
    double[] remains = {};
    // of one rider, by kept interval: only the elite model
    double[] belowW = {};
    double[] rate = {};

    /** Makes room for a plan. */
    void begin(LaneScript script, int firstFuture, boolean elite) {
        first = firstFuture;
        if (momentS.length < (LaneScript.FIRST_JOIN + script.swings) * LANES) {
            momentS = new double[(LaneScript.FIRST_JOIN + script.swingStretch.length) * LANES];
            slowerMPerS = new double[momentS.length];
            Arrays.fill(momentS, LaneScript.NEVER * LANES, LaneScript.NEVER * LANES + LANES, Double.POSITIVE_INFINITY);
        }
        if (listed.length < script.phases) {
            int more = script.phaseStretch.length;
            phaseOnce = new int[more];
            listed = new boolean[more];
            powerW = new double[more * script.riders * LANES];
        }
        if (phase.length < script.intervals) {
            int more = script.stretch.length;
            phase = new int[more];
            lastsS = new double[more * LANES];
            recovery = new double[more * LANES];
            spentJ = new double[more * LANES];
            remains = new double[more * LANES];
            belowW = new double[elite ? more * LANES : 0];
            rate = new double[belowW.length];
        }
    }

    /** Lists the phases that occur in the block. */
    void listPhases(LaneScript script) {
        Arrays.fill(listed, 0, script.phases, false);
        phases = 0;
        for (int k = 0; k < kept; k++) {
            int p = phase[k];
            if (!listed[p]) {
                listed[p] = true;
                phaseOnce[phases++] = p;
            }
        }
    }
}
