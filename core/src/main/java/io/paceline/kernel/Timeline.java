package io.paceline.kernel;

import java.util.Arrays;

/**
 * When what changes: a plan at a pace as a row of blocks. A block is either a {@link Rotation}, where a stretch lasts for one or more, or a
 * row of intervals in which every power is constant, whoever feels it. Built once for each evaluation; then every rider goes through it.
 */
final class Timeline {
    static final int INTERVALS = -1;
    private static final int NOBODY = -1;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final CompiledChase chase;
    final Formations formations;

    int intervals;
    double[] durationS = {};
    int[] stretch = {};
    /**
     * Who feels what: plus the cyclic index of a working rider, the place in a table of two rows of twice the riders, the second for
     * while somebody drifts back; a row holds his places behind the front twice, so that no index has to wrap.
     */
    int[] key = {};

    /** Speed of the rider who drifts back, m/s. */
    double[] driftMPerS = {};
    /** The next interval in which the same rider drifts back; -1 after the last. */
    private int[] nextDrift = {};

    /** The first interval in which he drifts back, by position at the launch; -1 if he never does. */
    final int[] firstDrift;

    private final int[] lastDrift;

    int blocks;
    /** The interval after the last of the block. */
    int[] blockEnd = new int[8];

    int[] blockFormation = new int[8];
    /** Number of the rotation; {@link #INTERVALS} for a row of them. */
    int[] blockRotation = new int[8];

    Rotation[] rotations = {};
    private int rotationCount;

    // where the plan is
    private double timeS;
    private double turnEndS;
    private double joinS;
    private double driftSlowerMPerS;
    private int leader;

    Timeline(CompiledChase chase) {
        this.chase = chase;
        formations = new Formations(chase.riders);
        firstDrift = new int[chase.riders];
        lastDrift = new int[chase.riders];
        Arrays.fill(firstDrift, NOBODY);
        grow(64);
    }

    private void grow(int capacity) {
        durationS = Arrays.copyOf(durationS, capacity);
        driftMPerS = Arrays.copyOf(driftMPerS, capacity);
        stretch = Arrays.copyOf(stretch, capacity);
        key = Arrays.copyOf(key, capacity);
        nextDrift = Arrays.copyOf(nextDrift, capacity);
    }

    /** The next interval after this one in which the same rider drifts back; -1 if there is none. */
    int nextDrift(int interval) {
        return nextDrift[interval];
    }

    /** How many left for good. */
    int leavers() {
        return formations.latest;
    }

    /** Writes down the plan at the pace. */
    void build(Pace pace, LinePlan plan) {
        start(plan);
        double[] endS = pace.endS;
        int at = 0;
        boolean phaseBegins = true;
        while (true) {
            if (!phaseBegins || endS[at] - timeS < formations.rotationS || !rotate(pace, at)) {
                double nextS = smaller(smaller(endS[at], turnEndS), joinS);
                add(nextS - timeS, at, pace.speedMPerS[at] - driftSlowerMPerS);
                timeS = nextS;
            }
            phaseBegins = false;
            if (timeS >= joinS) {
                joinS = NEVER;
            }
            if (timeS >= endS[at] && ++at == endS.length) {
                break;
            }
            if (timeS >= turnEndS) {
                swingOff(pace.speedMPerS[at]);
                phaseBegins = true;
            }
        }
        endIntervals();
    }

    /** Without the care of {@link Math#min} for NaN and for the sign of 0, which neither occurs nor matters here. */
    private static double smaller(double a, double b) {
        return a < b ? a : b;
    }

    private void start(LinePlan plan) {
        formations.start(plan);
        if (intervals > 0) {
            Arrays.fill(firstDrift, NOBODY);
        }
        intervals = 0;
        blocks = 0;
        rotationCount = 0;
        timeS = 0;
        leader = 0;
        joinS = NEVER;
        driftSlowerMPerS = 0;
        turnEndS = formations.pullS[0];
    }

    /** The leader goes back behind the last working rider, or for good. */
    private void swingOff(double speedMPerS) {
        if (--formations.turnsLeft[leader] == 0) {
            endIntervals();
            formations.leave(leader);
            leader = leader == formations.working ? 0 : leader;
            joinS = NEVER;
        } else if (formations.working > 1) {
            leader = leader + 1 == formations.working ? 0 : leader + 1;
            driftSlowerMPerS = chase.exchange.slowerMPerS(speedMPerS);
            joinS = timeS + exchangeS(driftSlowerMPerS);
        }
        turnEndS = timeS + formations.pullS[leader];
    }

    private double exchangeS(double driftMPerS) {
        return (formations.working - 1) * chase.lineStepM / driftMPerS;
    }

    private void add(double lastsS, int at, double driftingMPerS) {
        int k = intervals;
        if (k == durationS.length) {
            grow(2 * k);
        }
        int working = formations.working;
        durationS[k] = lastsS;
        stretch[k] = at;
        key[k] = working - leader;
        if (joinS != NEVER) {
            key[k] += 2 * chase.riders;
            driftMPerS[k] = driftingMPerS > 0 ? driftingMPerS : 0;
            addDrift(k, formations.positionAt(formations.latest, (leader == 0 ? working : leader) - 1));
        }
        intervals = k + 1;
    }

    private void addDrift(int interval, int position) {
        if (firstDrift[position] == NOBODY) {
            firstDrift[position] = interval;
        } else {
            nextDrift[lastDrift[position]] = interval;
        }
        lastDrift[position] = interval;
        nextDrift[interval] = NOBODY;
    }

    /** What was added since the last block becomes one. */
    private void endIntervals() {
        int from = blocks == 0 ? 0 : blockEnd[blocks - 1];
        if (from < intervals) {
            endBlock(INTERVALS);
        }
    }

    private void endBlock(int rotation) {
        if (blocks == blockEnd.length) {
            blockEnd = Arrays.copyOf(blockEnd, 2 * blocks);
            blockFormation = Arrays.copyOf(blockFormation, 2 * blocks);
            blockRotation = Arrays.copyOf(blockRotation, 2 * blocks);
        }
        blockEnd[blocks] = intervals;
        blockFormation[blocks] = formations.latest;
        blockRotation[blocks++] = rotation;
    }

    /** From here to the end of the stretch, or until somebody leaves, in one block. Returns whether there is a whole rotation before that. */
    private boolean rotate(Pace pace, int at) {
        double slowerMPerS = chase.exchange.slowerMPerS(pace.speedMPerS[at]);
        double exchangeS = exchangeS(slowerMPerS);
        double leftS = pace.endS[at] - timeS;
        // nobody drifts back when the first leader begins, nor when one has left
        double openingS = joinS == NEVER ? smaller(exchangeS, formations.pullS[leader]) : 0;
        int times = Math.min((int) ((leftS - openingS) / formations.rotationS), formations.rotationsTogether());
        if (times < 1) {
            return false;
        }
        endIntervals();
        driftSlowerMPerS = slowerMPerS;
        Rotation rotation = nextRotation();
        rotation.stretch = at;
        rotation.begin(formations, exchangeS, leader, joinS != NEVER);
        rotation.ride(formations, times, leftS);
        endBlock(rotationCount - 1);
        timeS = rotation.leaves ? timeS + rotation.durationS : pace.endS[at];
        double beganS = timeS - rotation.partS;
        boolean exchanging = rotation.last % 2 == 0;
        leader = rotation.last / 2;
        joinS = exchanging ? beganS + exchangeS : NEVER;
        turnEndS = rotation.leaves ? timeS : beganS + (exchanging ? formations.pullS[leader] : rotation.lastPhaseS());
        return true;
    }

    private Rotation nextRotation() {
        if (rotationCount == rotations.length) {
            rotations = Arrays.copyOf(rotations, rotationCount + 1);
            rotations[rotationCount] = new Rotation(chase.riders);
        }
        return rotations[rotationCount++];
    }
}
