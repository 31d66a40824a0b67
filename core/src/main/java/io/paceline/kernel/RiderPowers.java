package io.paceline.kernel;

import io.paceline.drafting.Shelter;
import io.paceline.power.RoadLoad;
import java.util.Arrays;

/**
 * The power of one rider in every interval of a timeline, each by itself. A table holds his drag fraction in every place that he takes; the
 * timeline says which of them an interval wants.
 */
final class RiderPowers {
    /** The largest saving: what {@link Shelter#LEAST_DRAG_FRACTION} leaves. */
    private static final double MOST_SAVING = 1 - Shelter.LEAST_DRAG_FRACTION;

    private final CompiledChase chase;
    private final Timeline timeline;
    /** By interval, W; filled block by block. */
    double[] powerW = new double[64];
    /** Drag fraction by {@link Timeline#key} and index. */
    private final double[] fraction;
    /** Power of the air at full drag, by stretch, W. */
    private final double[] airW;
    /** Power of all else, W. */
    private final double[] otherW;

    // of the rider who is ridden
    private LinePlan plan;
    private int slot;
    private int position;
    private int formation;
    private int ledFormation;
    private int drift;

    RiderPowers(CompiledChase chase, Timeline timeline) {
        this.chase = chase;
        this.timeline = timeline;
        plan = new LinePlan(chase.riders);
        fraction = new double[4 * chase.riders];
        airW = new double[chase.stretches];
        otherW = new double[chase.stretches];
    }

    /** Begins with the rider in this position at the launch. */
    void start(Pace pace, LinePlan ridden, int startPosition) {
        plan = ridden;
        position = startPosition;
        slot = plan.slot[position];
        formation = -1;
        ledFormation = 0;
        drift = timeline.firstDrift[position];
        if (powerW.length < timeline.intervals) {
            powerW = new double[timeline.durationS.length];
        }
        fillStretches(pace);
    }

    /** Fills the powers of the next block, the intervals {@code [from, to)}. */
    void fill(int block, int from, int to) {
        boolean sameLine = timeline.blockFormation[block] == formation;
        formation = timeline.blockFormation[block];
        int index = timeline.indexOf[formation * chase.riders + position];
        if (index < 0) {
            tabulateLeft();
            fillPowers(0, from, to);
        } else if (index < timeline.workingIn[formation]) {
            ledFormation = formation;
            if (!sameLine) {
                tabulateWorking(index);
            }
            fillPowers(index, from, to);
            for (; drift >= 0 && drift < to; drift = timeline.nextDrift(drift)) {
                powerW[drift] = driftW(timeline.stretch[drift], timeline.driftMPerS[drift]);
            }
        } else {
            if (!sameLine) {
                tabulateSitting(index);
            }
            fillPowers(0, from, to);
        }
    }

    /** What the rider feels on each stretch, whatever his place. */
    private void fillStretches(Pace pace) {
        double[] constantN = chase.constantN;
        int constants = slot * chase.stretches;
        double dragKgPerM = chase.airKgPerM[slot];
        for (int s = 0; s < airW.length; s++) {
            airW[s] = pace.airW[s] * dragKgPerM;
            otherW[s] = FastFma.of(pace.perNewtonW[s], constantN[constants + s], pace.wheelW[s]);
        }
    }

    /** Drag fractions of one who works, by his distance behind the front: in the whole line, then while one drifts back. */
    private void tabulateWorking(int index) {
        int working = timeline.workingIn[formation];
        int ahead = slotAt(index == 0 ? working - 1 : index - 1);
        double sizeFactor = chase.savingFactor[slot * chase.riders + ahead];
        for (int exchanging = 0; exchanging <= 1; exchanging++) {
            int row = row(formation, exchanging);
            for (int behind = 0; behind < working - exchanging; behind++) {
                // nobody shelters the leader, so size has no part in what those behind save him
                double saving = chase.saving[row + behind] * (behind == 0 ? 1 : sizeFactor);
                double felt = 1 - (saving < MOST_SAVING ? saving : MOST_SAVING);
                fraction[exchanging * 2 * chase.riders + behind] = felt;
                fraction[exchanging * 2 * chase.riders + working + behind] = felt;
            }
        }
    }

    /** Drag fractions of one who sits on, by who leads, last first: for the first who sits on, that says who rides ahead. */
    private void tabulateSitting(int index) {
        int working = timeline.workingIn[formation];
        for (int exchanging = 0; exchanging < Math.min(working, 2); exchanging++) { // a lone worker never exchanges
            double saving = chase.saving[row(formation, exchanging) + index - exchanging];
            for (int head = 0; head < working; head++) {
                int last = head - 1 - exchanging;
                int ahead = index > working ? index - 1 : last < 0 ? last + working : last;
                double sizeFactor = chase.savingFactor[slot * chase.riders + slotAt(ahead)];
                fraction[exchanging * 2 * chase.riders + working - head] =
                        1 - Math.min(saving * sizeFactor, MOST_SAVING);
            }
        }
    }

    /** He left: charged as the last of the line that he led. */
    private void tabulateLeft() {
        int riders = timeline.inLineOf[ledFormation];
        Arrays.fill(fraction, 1 - chase.saving[row(ledFormation, 0) + riders - 1]);
    }

    private int slotAt(int index) {
        return plan.slot[timeline.formation[formation * chase.riders + index]];
    }

    /** Where the savings of the line start. */
    private int row(int ofFormation, int exchanging) {
        return (timeline.inLineOf[ofFormation] - exchanging) * (chase.riders + 1) + 1;
    }

    /** Powers of a block, from the table of drag fractions, as if he never drifted back. */
    private void fillPowers(int index, int from, int to) {
        if (timeline.stretch[from] == timeline.stretch[to - 1]) {
            fillOnStretch(timeline.stretch[from], index, from, to);
            return;
        }
        int[] stretch = timeline.stretch;
        int[] key = timeline.key;
        double[] fractions = fraction;
        double[] air = airW;
        double[] other = otherW;
        double[] power = powerW;
        for (int k = from; k < to; k++) {
            int s = stretch[k];
            double roadW = FastFma.of(air[s], fractions[key[k] + index], other[s]);
            power[k] = roadW > 0 ? roadW : 0;
        }
    }

    /** The same where the road does not change: on a long stretch, that is every block. */
    private void fillOnStretch(int s, int index, int from, int to) {
        int[] key = timeline.key;
        double[] fractions = fraction;
        double[] power = powerW;
        double air = airW[s];
        double other = otherW[s];
        for (int k = from; k < to; k++) {
            double roadW = FastFma.of(air, fractions[key[k] + index], other);
            power[k] = roadW > 0 ? roadW : 0;
        }
    }

    /** The rider who drifts back: no shelter. */
    private double driftW(int s, double v) {
        double air = v + chase.headwindMPerS[s];
        double forceN = (chase.airKgPerM[slot] + chase.wheelKgPerM) * air * Math.abs(air)
                + RoadLoad.BEARING_N_S_PER_M * v
                + chase.constantN[slot * chase.stretches + s];
        return Math.max(0, forceN * v * chase.perEfficiency);
    }
}
