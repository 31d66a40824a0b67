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

    final int riders;

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
    /** What everybody meets in the interval. */
    int[] phase = new int[FEW];

    /**
     * Who meets which air on which stretch: the same again in the next rotation, if that is still on the stretch. Who drifts back does so
     * until a moment, {@link #PAST} if nobody does; how much slower he is there depends on where he swung off.
     */
    int phases;

    int[] phaseStretch = new int[FEW];
    int[] phaseJoin = new int[FEW];
    int[] drifter = new int[FEW];

    /** By {@code phase·riders + slot}: rolling with climbing and bearings at rest (N), CdA as it is there (m²). */
    double[] constantN;

    double[] dragAreaM2;

    LaneScript(int riders) {
        this.riders = riders;
        constantN = new double[riders * FEW];
        dragAreaM2 = new double[riders * FEW];
    }

    void clear() {
        swings = 0;
        intervals = 0;
        phases = 0;
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

    void addInterval(int inPhase, double from, double to, int notBefore, int notAfter) {
        if (intervals == stretch.length) {
            int more = 2 * intervals;
            stretch = Arrays.copyOf(stretch, more);
            fromS = Arrays.copyOf(fromS, more);
            toS = Arrays.copyOf(toS, more);
            fromMoment = Arrays.copyOf(fromMoment, more);
            toMoment = Arrays.copyOf(toMoment, more);
            phase = Arrays.copyOf(phase, more);
        }
        stretch[intervals] = phaseStretch[inPhase];
        fromS[intervals] = from;
        toS[intervals] = to;
        fromMoment[intervals] = notBefore;
        toMoment[intervals] = notAfter;
        phase[intervals++] = inPhase;
    }

    /** Returns the number of the phase; its riders are to be set. */
    int addPhase(int onStretch, int join) {
        if (phases == phaseStretch.length) {
            int more = 2 * phases;
            phaseStretch = Arrays.copyOf(phaseStretch, more);
            phaseJoin = Arrays.copyOf(phaseJoin, more);
            drifter = Arrays.copyOf(drifter, more);
            constantN = Arrays.copyOf(constantN, riders * more);
            dragAreaM2 = Arrays.copyOf(dragAreaM2, riders * more);
        }
        phaseStretch[phases] = onStretch;
        phaseJoin[phases] = join;
        return phases++;
    }

    /** Whether a phase is on this stretch, and he who drifts back until the moment is as much slower in every lane as in the phase. */
    boolean isAlike(int inPhase, int onStretch, int join) {
        return phaseStretch[inPhase] == onStretch && (join == PAST || swungAlike(phaseJoin[inPhase], join));
    }

    private boolean swungAlike(int moment, int other) {
        int swing = moment - FIRST_JOIN;
        int otherSwing = other - FIRST_JOIN;
        return swingStretch[swing] == swingStretch[otherSwing] && alone(swing) && alone(otherSwing);
    }

    /** Whether no lane was on another stretch when the leader swung off. */
    private boolean alone(int lastSwing) {
        return lastSwing == 0 || swingAtS[lastSwing - 1] < swingAtS[lastSwing];
    }

    void set(int inPhase, int slot, double constant, double area) {
        int i = inPhase * riders + slot;
        constantN[i] = constant;
        dragAreaM2[i] = area;
    }
}
