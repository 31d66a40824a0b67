package io.paceline.kernel;

import io.paceline.drafting.Shelter;
import io.paceline.power.RoadLoad;
import java.util.Arrays;

/**
 * The power of one rider in the blocks of a timeline. A table holds his drag fraction in every place that he takes; the timeline says
 * which of them an interval wants.
 */
final class RiderPowers {
    /** The largest saving: what {@link Shelter#LEAST_DRAG_FRACTION} leaves. */
    private static final double MOST_SAVING = 1 - Shelter.LEAST_DRAG_FRACTION;

    private static final int NONE = -1;

    private final CompiledChase chase;
    private final Timeline timeline;
    final Formations formations;
    private final PaceTables tables;
    /** By interval, W; filled block by block. */
    double[] powerW = new double[64];
    /** Drag fraction by {@link Timeline#key} and index, for each position at the launch. */
    private final double[][] fractions;

    /** The formation that a table of fractions is of; {@link #NONE} before the first. */
    private final int[] tabulated;
    /** Power by phase of a row of {@link RotationRows}, W. */
    private final double[] phaseW;

    /** The next interval in which he drifts back, by position at the launch. */
    private final int[] drift;

    // of the rider whose powers are filled
    private LinePlan plan;
    private int slot;
    private int position;
    private int formation;
    private int index;
    private double[] fraction;

    RiderPowers(CompiledChase chase, Timeline timeline, PaceTables tables) {
        this.chase = chase;
        this.timeline = timeline;
        this.tables = tables;
        formations = timeline.formations;
        plan = new LinePlan(chase.riders);
        fractions = new double[chase.riders][4 * chase.riders];
        fraction = fractions[0];
        tabulated = new int[chase.riders];
        phaseW = new double[2 * chase.riders];
        drift = new int[chase.riders];
    }

    /** Begins with a timeline that has just been built. */
    void start() {
        Arrays.fill(tabulated, NONE);
        if (timeline.intervals > 0) {
            System.arraycopy(timeline.firstDrift, 0, drift, 0, drift.length);
            if (powerW.length < timeline.intervals) {
                powerW = new double[timeline.durationS.length];
            }
        }
    }

    private void take(LinePlan ridden, int inFormation, int startPosition) {
        plan = ridden;
        formation = inFormation;
        position = startPosition;
        slot = plan.slot[position];
        index = formations.indexOf(formation, position);
        fraction = fractions[position];
        if (tabulated[position] != formation) {
            tabulate();
            tabulated[position] = formation;
        }
    }

    private boolean works() {
        return index >= 0 && index < formations.workingIn(formation);
    }

    /** Fills the powers of one rider in the intervals {@code [from, to)}, in which this formation rides. */
    void fill(LinePlan ridden, int inFormation, int startPosition, int from, int to) {
        take(ridden, inFormation, startPosition);
        fillIntervals(works() ? index : 0, from, to);
        int k = drift[position];
        for (; k >= 0 && k < to; k = timeline.nextDrift(k)) {
            powerW[k] = driftW(timeline.stretch[k], timeline.driftMPerS[k]);
        }
        drift[position] = k;
    }

    /** Fills the row of one who works in a rotation. */
    int fillRow(LinePlan ridden, Rotation rotation, RotationRows rows, int startPosition) {
        take(ridden, rotation.formation, startPosition);
        int working = rotation.phases / 2;
        fillPhases(rotation, working - 1);
        if (working > 1) {
            double v = tables.speedMPerS(rotation.stretch);
            phaseW[0] = driftW(rotation.stretch, Math.max(0, v - chase.exchange.slowerMPerS(v)));
        }
        return rows.fill(rows.rowOf(slot, slotAt(index == 0 ? working - 1 : index - 1)), slot, phaseW);
    }

    /** Fills the row of one who sits on or has left. */
    int fillPassingRow(LinePlan ridden, Rotation rotation, RotationRows rows, int startPosition) {
        take(ridden, rotation.formation, startPosition);
        fillPhases(rotation, rotation.phases / 2);
        return rows.fill(rows.passingRow(slot), slot, phaseW);
    }

    /** Powers by phase; the first is that of the given key. */
    private void fillPhases(Rotation rotation, int firstKey) {
        double airW = tables.airW[slot * chase.stretches + rotation.stretch];
        double otherW = tables.otherW[slot * chase.stretches + rotation.stretch];
        // a lone worker never exchanges: that phase lasts 0 s, whatever he does in it
        int exchanging = rotation.phases > 2 ? 2 * chase.riders : 0;
        for (int q = 0; q < rotation.phases; q += 2) {
            int key = firstKey - q / 2;
            phaseW[q] = Math.max(0, FastFma.of(airW, fraction[exchanging + key], otherW));
            phaseW[q + 1] = Math.max(0, FastFma.of(airW, fraction[key], otherW));
        }
    }

    private void tabulate() {
        if (index < 0) {
            tabulateLeft();
        } else if (works()) {
            tabulateWorking();
        } else {
            tabulateSitting();
        }
    }

    /** Drag fractions of one who works, by his distance behind the front: in the whole line, then while one drifts back. */
    private void tabulateWorking() {
        int working = formations.workingIn(formation);
        int ahead = slotAt(index == 0 ? working - 1 : index - 1);
        double sizeFactor = chase.savingFactor[slot * chase.riders + ahead];
        for (int exchanging = 0; exchanging <= 1; exchanging++) {
            int row = row(formations.inLineOf(formation) - exchanging);
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
    private void tabulateSitting() {
        int working = formations.workingIn(formation);
        for (int exchanging = 0; exchanging < Math.min(working, 2); exchanging++) { // a lone worker never exchanges
            double saving = chase.saving[row(formations.inLineOf(formation) - exchanging) + index - exchanging];
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
        int riders = formations.leftLine(position);
        Arrays.fill(fraction, 1 - chase.saving[row(riders) + riders - 1]);
    }

    private int slotAt(int ofIndex) {
        return plan.slot[formations.positionAt(formation, ofIndex)];
    }

    /** Where the savings of so long a line start. */
    private int row(int inLine) {
        return inLine * (chase.riders + 1) + 1;
    }

    /** Fills intervals from the table of drag fractions, as if he never drifted back. */
    private void fillIntervals(int offset, int from, int to) {
        int[] stretch = timeline.stretch;
        int[] key = timeline.key;
        double[] felt = fraction;
        double[] air = tables.airW;
        double[] other = tables.otherW;
        double[] power = powerW;
        int row = slot * chase.stretches;
        for (int k = from; k < to; k++) {
            int s = row + stretch[k];
            double roadW = FastFma.of(air[s], felt[key[k] + offset], other[s]);
            power[k] = roadW > 0 ? roadW : 0;
        }
    }

    /** The rider who drifts back: no shelter. */
    private double driftW(int s, double v) {
        double air = v + chase.headwindMPerS[s];
        double dragKgPerM = chase.airKgPerM[slot] + chase.wheelKgPerM;
        double dragN = chase.crossed
                ? dragKgPerM * chase.crosswind.pressure(air, chase.crosswindMPerS[s])
                : dragKgPerM * air * Math.abs(air);
        double forceN = dragN + RoadLoad.BEARING_N_S_PER_M * v + chase.constantN[slot * chase.stretches + s];
        double roadW = forceN * v * chase.perEfficiency;
        // Math.max would take care of the sign of 0, in as many steps as all else here
        return roadW > 0 ? roadW : 0;
    }
}
