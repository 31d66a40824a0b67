package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.drafting.Shelter;
import java.util.Arrays;

/** Leads a plan through the lanes: writes its script, turn by turn and stretch by stretch, then has every block of lanes ridden by it. */
final class LaneRide {
    private static final int NONE = -1;
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
    /** The latest phase by {@code 2·leader}, plus 1 if somebody drifts back in it. */
    private final int[] phase;

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
        phase = new int[2 * n];
    }

    String kernelName() {
        return kernel.name();
    }

    /** After the paces have changed: which stretches a time can fall on. */
    void findSpans() {
        for (int s = 0; s < chase.stretches; s++) {
            double first = Double.POSITIVE_INFINITY;
            double last = 0;
            for (int lane = 0; lane < lanes.lanes; lane++) {
                first = Math.min(first, lanes.startS[lanes.at(s, lane)]);
                last = Math.max(last, lanes.endS[lanes.at(s, lane)]);
            }
            firstStartS[s] = first;
            lastEndS[s] = last;
        }
    }

    void ride(LinePlan plan) {
        int step = kernel.step(chase.elite);
        write(plan);
        for (int first = 0; first < lanes.lanes; first += LaneBlock.LANES) {
            block.begin(script, first, chase.elite);
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
                    script.addInterval(phase(s, join), timeS, turnEndS, LaneScript.PAST, join);
                }
            }
            for (int s = firstStretch; s < chase.stretches && firstStartS[s] < turnEndS; s++) {
                script.addInterval(phase(s, LaneScript.PAST), timeS, turnEndS, join, LaneScript.NEVER);
            }
            drifting = nextLeader();
            timeS = turnEndS;
        }
    }

    private void start(LinePlan plan) {
        script.clear();
        Arrays.fill(phase, NONE);
        inLine = chase.riders;
        working = plan.working;
        leftCount = 0;
        for (int i = 0; i < inLine; i++) {
            line[i] = plan.slot[i];
            pullS[i] = plan.pullS[i];
            turnsLeft[i] = i < working && plan.burnedAfterTurns[i] > 0 ? plan.burnedAfterTurns[i] : Integer.MAX_VALUE;
        }
    }

    /** The phase with this leader on a stretch: that of the rotation before, if everything is as it was then. */
    private int phase(int stretch, int join) {
        boolean drifting = join != LaneScript.PAST;
        int at = 2 * line[0] + (drifting ? 1 : 0);
        if (phase[at] == NONE || !script.isAlike(phase[at], stretch, join)) {
            phase[at] = script.addPhase(stretch, join);
            setRiders(phase[at], stretch, drifting);
            if (drifting) {
                setDrifter(phase[at], stretch);
            }
        }
        return phase[at];
    }

    /** All but the rider who drifts back; he stands last of those who work. */
    private void setRiders(int inPhase, int stretch, boolean drifting) {
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
            script.set(inPhase, slot, constantN(stretch, slot), dragAreaM2[slot] * (1 - saving));
            ahead = slot;
            place++;
        }
        for (int i = 0; i < leftCount; i++) {
            int slot = left[i];
            script.set(inPhase, slot, constantN(stretch, slot), dragAreaM2[slot] * leftFraction[i]);
        }
    }

    private void setDrifter(int inPhase, int stretch) {
        int slot = line[working - 1];
        script.drifter[inPhase] = slot;
        script.set(inPhase, slot, constantN(stretch, slot), dragAreaM2[slot] + wheelDragAreaM2);
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
            Arrays.fill(phase, NONE);
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
