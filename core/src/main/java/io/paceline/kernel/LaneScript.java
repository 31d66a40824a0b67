package io.paceline.kernel;

import java.util.Arrays;

/**
 * What a plan asks of everybody, interval by interval, the same for all futures: who meets which air on which stretch. How long an interval
 * lasts is each future's own, see {@link LaneBlock}. Grows with the longest plan so far.
 */
final class LaneScript {
    /** A moment that is past, in every lane. */
    static final int PAST = 0;
    /** A moment that never comes. */
    static final int NEVER = 1;

    static final int FIRST_JOIN = 2;
    private static final int FEW = 64;

    private final int riders;

    /** One for each stretch on which a leader may swing off in some lane; the moment when he joins is {@code FIRST_JOIN + number}. */
    int swings;

    int[] swingStretch = new int[FEW];
    double[] swingAtS = new double[FEW];
    double[] lineLengthM = new double[FEW];

    int intervals;
    int[] stretch = new int[FEW];
    double[] fromS = new double[FEW];
    double[] toS = new double[FEW];
    /** The interval begins no sooner than this moment, and ends no later than that one. */
    int[] fromMoment = new int[FEW];

    int[] toMoment = new int[FEW];

    /** Intervals in which somebody drifts back. He has a road of his own, slower; the first comes after the last stretch. */
    int drifts;

    int[] driftStretch = new int[FEW];
    int[] driftMoment = new int[FEW];

    /** By {@code slot·capacity + interval}: where the road begins that he is on, rolling with climbing and bearings at rest (N), CdA as it is there (m²). */
    int capacity = FEW;

    int[] road;
    double[] constantN;
    double[] dragAreaM2;

    LaneScript(int riders) {
        this.riders = riders;
        road = new int[riders * FEW];
        constantN = new double[riders * FEW];
        dragAreaM2 = new double[riders * FEW];
    }

    void clear() {
        swings = 0;
        intervals = 0;
        drifts = 0;
    }

    /** Returns the moment when he joins, which holds in the lanes that are on this stretch at that time, or on one added before. */
    int addSwing(int onStretch, double atS, double lengthM) {
        if (swings == swingStretch.length) {
            int more = 2 * swings;
            swingStretch = Arrays.copyOf(swingStretch, more);
            swingAtS = Arrays.copyOf(swingAtS, more);
            lineLengthM = Arrays.copyOf(lineLengthM, more);
        }
        swingStretch[swings] = onStretch;
        swingAtS[swings] = atS;
        lineLengthM[swings] = lengthM;
        return FIRST_JOIN + swings++;
    }

    /** Returns the number of the interval; its riders are to be set. */
    int addInterval(int onStretch, double from, double to, int notBefore, int notAfter) {
        if (intervals == capacity) {
            grow();
        }
        stretch[intervals] = onStretch;
        fromS[intervals] = from;
        toS[intervals] = to;
        fromMoment[intervals] = notBefore;
        toMoment[intervals] = notAfter;
        return intervals++;
    }

    /** Returns how many came before. */
    int addDrift(int onStretch, int moment) {
        if (drifts == driftStretch.length) {
            driftStretch = Arrays.copyOf(driftStretch, 2 * drifts);
            driftMoment = Arrays.copyOf(driftMoment, 2 * drifts);
        }
        driftStretch[drifts] = onStretch;
        driftMoment[drifts] = moment;
        return drifts++;
    }

    void set(int slot, int interval, int onRoad, double constant, double area) {
        int i = slot * capacity + interval;
        road[i] = onRoad * LaneBlock.ROAD;
        constantN[i] = constant;
        dragAreaM2[i] = area;
    }

    private void grow() {
        int more = 2 * capacity;
        stretch = Arrays.copyOf(stretch, more);
        fromS = Arrays.copyOf(fromS, more);
        toS = Arrays.copyOf(toS, more);
        fromMoment = Arrays.copyOf(fromMoment, more);
        toMoment = Arrays.copyOf(toMoment, more);
        int[] oldRoad = road;
        double[] oldConstant = constantN;
        double[] oldArea = dragAreaM2;
        road = new int[riders * more];
        constantN = new double[riders * more];
        dragAreaM2 = new double[riders * more];
        for (int slot = 0; slot < riders; slot++) {
            System.arraycopy(oldRoad, slot * capacity, road, slot * more, capacity);
            System.arraycopy(oldConstant, slot * capacity, constantN, slot * more, capacity);
            System.arraycopy(oldArea, slot * capacity, dragAreaM2, slot * more, capacity);
        }
        capacity = more;
    }
}
