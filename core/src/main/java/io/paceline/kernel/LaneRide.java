package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.drafting.Shelter;

/** Leads a plan through the lanes: turn by turn, and in each turn through every stretch that it touches in any lane. */
final class LaneRide {
    private static final double MOST_SAVING = 1 - Shelter.LEAST_DRAG_FRACTION;

    private final CompiledChase chase;
    private final LaneArrays lanes;
    private final LaneKernel kernel;
    private final double[] dragAreaM2;
    private final double wheelDragAreaM2;
    /** When the first lane enters a stretch, and when the last one leaves it, s. */
    private final double[] firstStartS;

    private final double[] lastEndS;
    private final int[] line;
    private final double[] pullS;
    private final int[] turnsLeft;
    /** Drag fractions of those who left, from the front of the array. */
    private final int[] left;

    private final double[] leftFraction;
    private int leftCount;
    private int inLine;
    private int working;

    LaneRide(Chase chase, CompiledChase compiled, LaneArrays lanes, LaneKernel kernel) {
        this.chase = compiled;
        this.lanes = lanes;
        this.kernel = kernel;
        int n = compiled.riders;
        dragAreaM2 = new double[n];
        for (int slot = 0; slot < n; slot++) {
            dragAreaM2[slot] = chase.team().riders().get(slot).dragAreaM2();
        }
        wheelDragAreaM2 = chase.drivetrain().wheelDragAreaM2();
        firstStartS = new double[compiled.stretches];
        lastEndS = new double[compiled.stretches];
        line = new int[n];
        pullS = new double[n];
        turnsLeft = new int[n];
        left = new int[n];
        leftFraction = new double[n];
    }

    String kernelName() {
        return kernel.name();
    }

    /** After the paces have changed: which stretches a time can fall on. */
    void findSpans() {
        for (int s = 0; s < chase.stretches; s++) {
            double first = Double.POSITIVE_INFINITY;
            double last = 0;
            for (int i = s * lanes.lanes; i < (s + 1) * lanes.lanes; i++) {
                first = Math.min(first, lanes.startS[i]);
                last = Math.max(last, lanes.endS[i]);
            }
            firstStartS[s] = first;
            lastEndS[s] = last;
        }
    }

    void ride(LinePlan plan) {
        start(plan);
        double untilS = lastEndS[chase.stretches - 1];
        double timeS = 0;
        int firstStretch = 0;
        boolean drifting = false;
        while (timeS < untilS) {
            double turnEndS = timeS + pullS[0];
            while (lastEndS[firstStretch] <= timeS) {
                firstStretch++;
            }
            if (drifting) {
                for (int s = firstStretch; s < chase.stretches && firstStartS[s] <= timeS; s++) {
                    kernel.swingOff(lanes, s, timeS, (working - 1) * chase.lineStepM);
                }
                rideTurn(firstStretch, timeS, turnEndS, true);
            }
            rideTurn(firstStretch, timeS, turnEndS, false);
            drifting = nextLeader();
            timeS = turnEndS;
        }
        kernel.flush(lanes);
    }

    private void start(LinePlan plan) {
        inLine = chase.riders;
        working = plan.working;
        leftCount = 0;
        for (int i = 0; i < inLine; i++) {
            line[i] = plan.slot[i];
            pullS[i] = plan.pullS[i];
            turnsLeft[i] = i < working && plan.burnedAfterTurns[i] > 0 ? plan.burnedAfterTurns[i] : Integer.MAX_VALUE;
        }
        for (int lane = 0; lane < lanes.lanes; lane++) {
            lanes.joinS[lane] = 0;
        }
    }

    /** One part of a turn, on every stretch that it may touch. The rider who drifts back stands last of those who work. */
    private void rideTurn(int firstStretch, double fromS, double toS, boolean drifting) {
        for (int s = firstStretch; s < chase.stretches && firstStartS[s] < toS; s++) {
            if (kernel.lasts(lanes, s, fromS, toS, drifting)) {
                rideStretch(s, drifting);
            }
        }
    }

    private void rideStretch(int stretch, boolean drifting) {
        int row = (drifting ? inLine - 1 : inLine) * (chase.riders + 1) + 1;
        int pulling = drifting ? working - 1 : working;
        int ahead = -1;
        for (int i = 0; i < inLine; i++) {
            if (drifting && i == working - 1) {
                continue;
            }
            int slot = line[i];
            int place = i < pulling ? i : i - (working - pulling);
            double saving = chase.saving[row + place];
            if (ahead >= 0) {
                saving = Math.min(saving * chase.savingFactor[slot * chase.riders + ahead], MOST_SAVING);
            }
            kernel.ride(lanes, stretch, slot, constantN(stretch, slot), dragAreaM2[slot] * (1 - saving));
            ahead = slot;
        }
        if (drifting) {
            int slot = line[working - 1];
            double area = dragAreaM2[slot] + wheelDragAreaM2;
            kernel.drift(lanes, stretch, slot, constantN(stretch, slot), area, chase.perEfficiency);
        }
        for (int i = 0; i < leftCount; i++) {
            int slot = left[i];
            kernel.ride(lanes, stretch, slot, constantN(stretch, slot), dragAreaM2[slot] * leftFraction[i]);
        }
    }

    private double constantN(int stretch, int slot) {
        return chase.constantN[slot * chase.stretches + stretch];
    }

    /** The leader goes back behind the last working rider, or for good. Returns whether somebody drifts back. */
    private boolean nextLeader() {
        int leader = line[0];
        double pull = pullS[0];
        int turns = turnsLeft[0] - 1;
        if (turns > 0 && working == 1) {
            turnsLeft[0] = turns;
            return false;
        }
        int moved = turns == 0 ? inLine - 1 : working - 1;
        System.arraycopy(line, 1, line, 0, moved);
        System.arraycopy(pullS, 1, pullS, 0, moved);
        System.arraycopy(turnsLeft, 1, turnsLeft, 0, moved);
        if (turns == 0) {
            left[leftCount] = leader;
            leftFraction[leftCount++] = 1 - chase.saving[inLine * (chase.riders + 1) + inLine];
            inLine--;
            working--;
            for (int lane = 0; lane < lanes.lanes; lane++) {
                lanes.joinS[lane] = 0;
            }
            return false;
        }
        line[working - 1] = leader;
        pullS[working - 1] = pull;
        turnsLeft[working - 1] = turns;
        return true;
    }
}
