package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.drafting.Shelter;

/** Leads a plan through the lanes: writes its script, turn by turn and stretch by stretch, then has every block of lanes ridden by it. */
final class LaneRide {
    private static final double MOST_SAVING = 1 - Shelter.LEAST_DRAG_FRACTION;

    private final CompiledChase chase;
    private final LaneArrays lanes;
    private final LaneKernel kernel;
    private final LanePass[] blockPasses;
    private final LanePass[] riderPasses;
    final LaneScript script;
    private final LaneBlock block = new LaneBlock();
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
        blockPasses = kernel.blockPasses().toArray(LanePass[]::new);
        riderPasses = kernel.riderPasses(compiled.elite).toArray(LanePass[]::new);
        int n = compiled.riders;
        script = new LaneScript(n);
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
        int step = kernel.step(chase.elite);
        write(plan);
        for (int first = 0; first < lanes.lanes; first += LaneBlock.LANES) {
            block.begin(script, lanes, first, chase.elite);
            for (LanePass pass : blockPasses) {
                pass.run(script, lanes, block);
            }
            for (int slot = 0; slot < chase.riders; slot++) {
                for (int lane = 0; lane < LaneBlock.LANES; lane += step) {
                    block.slot = slot;
                    block.lane = lane;
                    for (LanePass pass : riderPasses) {
                        pass.run(script, lanes, block);
                    }
                }
            }
        }
    }

    private void write(LinePlan plan) {
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
            int join = LaneScript.PAST;
            if (drifting) {
                for (int s = firstStretch; s < chase.stretches && firstStartS[s] <= timeS; s++) {
                    join = script.addSwing(s, timeS, (working - 1) * chase.lineStepM);
                }
                for (int s = firstStretch; s < chase.stretches && firstStartS[s] < turnEndS; s++) {
                    int interval = script.addInterval(s, timeS, turnEndS, LaneScript.PAST, join);
                    setRiders(interval, s, true);
                    setDrifting(interval, s, join);
                }
            }
            for (int s = firstStretch; s < chase.stretches && firstStartS[s] < turnEndS; s++) {
                setRiders(script.addInterval(s, timeS, turnEndS, join, LaneScript.NEVER), s, false);
            }
            drifting = nextLeader();
            timeS = turnEndS;
        }
    }

    private void start(LinePlan plan) {
        script.clear();
        inLine = chase.riders;
        working = plan.working;
        leftCount = 0;
        for (int i = 0; i < inLine; i++) {
            line[i] = plan.slot[i];
            pullS[i] = plan.pullS[i];
            turnsLeft[i] = i < working && plan.burnedAfterTurns[i] > 0 ? plan.burnedAfterTurns[i] : Integer.MAX_VALUE;
        }
    }

    /** All but the rider who drifts back; he stands last of those who work. */
    private void setRiders(int interval, int stretch, boolean drifting) {
        int row = (drifting ? inLine - 1 : inLine) * (chase.riders + 1) + 1;
        int place = 0;
        int ahead = -1;
        for (int i = 0; i < inLine; i++) {
            if (drifting && i == working - 1) {
                continue;
            }
            int slot = line[i];
            double saving = chase.saving[row + place];
            if (ahead >= 0) {
                saving = Math.min(saving * chase.savingFactor[slot * chase.riders + ahead], MOST_SAVING);
            }
            script.set(slot, interval, stretch, constantN(stretch, slot), dragAreaM2[slot] * (1 - saving));
            ahead = slot;
            place++;
        }
        for (int i = 0; i < leftCount; i++) {
            int slot = left[i];
            script.set(slot, interval, stretch, constantN(stretch, slot), dragAreaM2[slot] * leftFraction[i]);
        }
    }

    private void setDrifting(int interval, int stretch, int join) {
        int slot = line[working - 1];
        int road = chase.stretches + script.addDrift(stretch, join);
        script.set(slot, interval, road, constantN(stretch, slot), dragAreaM2[slot] + wheelDragAreaM2);
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
            return false;
        }
        line[working - 1] = leader;
        pullS[working - 1] = pull;
        turnsLeft[working - 1] = turns;
        return true;
    }
}
