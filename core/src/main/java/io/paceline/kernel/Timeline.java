package io.paceline.kernel;

import java.util.Arrays;

/**
 * When what changes: a plan at a pace as a row of intervals in which every power is constant, whoever feels it. Built once for each
 * evaluation; then every rider goes through it.
 *
 * <p>On a stretch that lasts for several rotations one of them is written down, as a block with a number of repeats.
 */
final class Timeline {
    /** Fewer repeats are not worth a block of their own. */
    private static final int LEAST_REPEATS = 1;

    private static final int NOBODY = -1;

    private final CompiledChase chase;

    int intervals;
    double[] durationS;
    int[] stretch;
    /**
     * Who feels what: plus the cyclic index of a working rider, the place in a table of two rows of twice the riders, the second for
     * while somebody drifts back; a row holds his places behind the front twice, so that no index has to wrap.
     */
    int[] key;

    /** Speed of the rider who drifts back, m/s. */
    double[] driftMPerS;
    /** The next interval in which the same rider drifts back; -1 after the last. */
    private int[] nextDrift;

    /** The first interval in which he drifts back, by position at the launch; -1 if he never does. */
    final int[] firstDrift;

    private final int[] lastDrift;

    int blocks;
    int[] blockEnd = new int[8];
    /** How many times more than once. */
    int[] blockRepeats = new int[8];

    int[] blockFormation = new int[8];

    /** Who works in which cyclic position, who sits on behind: a new formation each time a rider leaves. By formation·riders + index. */
    final int[] formation;

    final int[] workingIn;
    final int[] inLineOf;
    /** Index in the formation by formation·riders + position at the launch; -1 when he has left. */
    final int[] indexOf;

    private final double[] pullS;
    private final int[] turnsLeft;
    private int formations;
    private int working;
    private int inLine;

    Timeline(CompiledChase chase) {
        this.chase = chase;
        int n = chase.riders;
        formation = new int[n * n];
        indexOf = new int[n * n];
        workingIn = new int[n];
        inLineOf = new int[n];
        firstDrift = new int[n];
        lastDrift = new int[n];
        pullS = new double[n];
        turnsLeft = new int[n];
        grow(64);
    }

    private void grow(int capacity) {
        durationS = durationS == null ? new double[capacity] : Arrays.copyOf(durationS, capacity);
        driftMPerS = driftMPerS == null ? new double[capacity] : Arrays.copyOf(driftMPerS, capacity);
        stretch = stretch == null ? new int[capacity] : Arrays.copyOf(stretch, capacity);
        key = key == null ? new int[capacity] : Arrays.copyOf(key, capacity);
        nextDrift = nextDrift == null ? new int[capacity] : Arrays.copyOf(nextDrift, capacity);
    }

    /** The next interval after this one in which the same rider drifts back; -1 if there is none. */
    int nextDrift(int interval) {
        return nextDrift[interval];
    }

    /** Whether the rider in this position at the launch is gone for good in this block. */
    boolean hasLeft(int block, int position) {
        return indexOf[blockFormation[block] * chase.riders + position] < 0;
    }

    /** How many left for good. */
    int leavers() {
        return formations - 1;
    }

    /** Writes down the plan at the pace. */
    void build(Pace pace, LinePlan plan) {
        start(plan);
        double[] endS = pace.endS;
        double timeS = 0;
        double turnEndS = pullS[0];
        double joinS = Double.POSITIVE_INFINITY;
        double rotationS = rotationS();
        int leader = 0;
        int at = 0;
        int rotationTurns = -1;
        double driftSlowerMPerS = 0;
        while (true) {
            double nextS = smaller(smaller(endS[at], turnEndS), joinS);
            boolean exchanging = joinS != Double.POSITIVE_INFINITY;
            add(nextS - timeS, at, leader, exchanging, pace.speedMPerS[at] - driftSlowerMPerS);
            timeS = nextS;
            if (timeS >= joinS) {
                joinS = Double.POSITIVE_INFINITY;
            }
            if (timeS >= endS[at]) {
                if (++at == endS.length) {
                    break;
                }
                rotationTurns = -1;
            }
            if (timeS < turnEndS) {
                continue;
            }
            // the leader swings off
            if (--turnsLeft[leader] == 0) {
                leave(leader);
                leader = leader == working ? 0 : leader;
                rotationS = rotationS();
                rotationTurns = -1;
                joinS = Double.POSITIVE_INFINITY;
            } else if (working > 1) {
                leader = leader + 1 == working ? 0 : leader + 1;
                driftSlowerMPerS = chase.exchange.slowerMPerS(pace.speedMPerS[at]);
                joinS = timeS + (working - 1) * chase.lineStepM / driftSlowerMPerS;
                if (rotationTurns >= 0 && ++rotationTurns == working) {
                    int repeats = repeats(endS[at] - timeS, rotationS);
                    endBlock(repeats);
                    for (int i = 0; i < working; i++) {
                        turnsLeft[i] -= repeats;
                    }
                    timeS += repeats * rotationS;
                    joinS += repeats * rotationS;
                    rotationTurns = -1;
                } else if (rotationTurns < 0 && repeats(endS[at] - timeS, rotationS) > LEAST_REPEATS) {
                    endBlock(0);
                    rotationTurns = 0;
                }
            }
            turnEndS = timeS + pullS[leader];
        }
        endBlock(0);
    }

    /** Without the care of {@link Math#min} for NaN and for the sign of 0, which neither occurs nor matters here. */
    private static double smaller(double a, double b) {
        return a < b ? a : b;
    }

    private void start(LinePlan plan) {
        int n = chase.riders;
        intervals = 0;
        blocks = 0;
        working = plan.working;
        inLine = n;
        formations = 1;
        workingIn[0] = working;
        inLineOf[0] = n;
        for (int i = 0; i < n; i++) {
            formation[i] = i;
            indexOf[i] = i;
            firstDrift[i] = NOBODY;
        }
        for (int i = 0; i < working; i++) {
            pullS[i] = plan.pullS[i];
            // one who stays has more turns than time allows
            turnsLeft[i] = plan.burnedAfterTurns[i] > 0 ? plan.burnedAfterTurns[i] : Integer.MAX_VALUE;
        }
    }

    private void add(double lastsS, int at, int leader, boolean exchanging, double driftingMPerS) {
        int k = intervals;
        if (k == durationS.length) {
            grow(2 * k);
        }
        durationS[k] = lastsS;
        stretch[k] = at;
        key[k] = working - leader;
        if (exchanging) {
            key[k] += 2 * chase.riders;
            driftMPerS[k] = driftingMPerS > 0 ? driftingMPerS : 0;
            addDrift(k, formation[(formations - 1) * chase.riders + (leader == 0 ? working : leader) - 1]);
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

    private void endBlock(int repeats) {
        int from = blocks == 0 ? 0 : blockEnd[blocks - 1];
        if (from == intervals && repeats == 0) {
            return;
        }
        if (blocks == blockEnd.length) {
            blockEnd = Arrays.copyOf(blockEnd, 2 * blocks);
            blockRepeats = Arrays.copyOf(blockRepeats, 2 * blocks);
            blockFormation = Arrays.copyOf(blockFormation, 2 * blocks);
        }
        blockEnd[blocks] = intervals;
        blockRepeats[blocks] = repeats;
        blockFormation[blocks++] = formations - 1;
    }

    private double rotationS() {
        double sum = 0;
        for (int i = 0; i < working; i++) {
            sum += pullS[i];
        }
        return sum;
    }

    /** How many whole rotations fit into the time with nobody leaving the line. */
    private int repeats(double leftS, double rotationS) {
        int most = (int) (leftS / rotationS);
        for (int i = 0; i < working; i++) {
            most = Math.min(most, turnsLeft[i] - 1);
        }
        return most;
    }

    /** The rider in this cyclic position leaves for good: a new formation without him. */
    private void leave(int index) {
        endBlock(0);
        int n = chase.riders;
        int old = (formations - 1) * n;
        int next = formations * n;
        working--;
        inLine--;
        Arrays.fill(indexOf, next, next + n, -1);
        for (int i = 0; i < inLine; i++) {
            formation[next + i] = formation[old + i + (i >= index ? 1 : 0)];
            indexOf[next + formation[next + i]] = i;
        }
        System.arraycopy(pullS, index + 1, pullS, index, working - index);
        System.arraycopy(turnsLeft, index + 1, turnsLeft, index, working - index);
        workingIn[formations] = working;
        inLineOf[formations] = inLine;
        formations++;
    }
}
