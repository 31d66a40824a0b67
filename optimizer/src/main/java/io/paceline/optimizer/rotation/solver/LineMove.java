package io.paceline.optimizer.rotation.solver;

import java.util.Arrays;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Sets riders, pulls and turns of a run of positions; the riders it sets are those who were there, so the line stays a permutation. */
final class LineMove extends AbstractMove<Candidate> {
    private final int from;
    private final int[] rider;
    private final int[] seconds;
    private final int[] burned;

    private LineMove(int from, int length) {
        this.from = from;
        rider = new int[length];
        seconds = new int[length];
        burned = new int[length];
    }

    /** What is there now, to be changed before it is done. */
    static LineMove copyOf(List<LineSlot> slots, int from, int to) {
        LineMove move = new LineMove(from, to - from + 1);
        for (int i = 0; i < move.rider.length; i++) {
            LineSlot slot = slots.get(from + i);
            move.rider[i] = slot.rider();
            move.seconds[i] = slot.seconds();
            move.burned[i] = slot.burnedAfterTurns();
        }
        return move;
    }

    LineMove pull(int position, int value) {
        seconds[position - from] = value;
        return this;
    }

    LineMove burn(int position, int turns) {
        burned[position - from] = turns;
        return this;
    }

    /** Swaps the riders and whatever they do. */
    LineMove swap(int a, int b) {
        swap(rider, a - from, b - from);
        return swapPulls(a, b);
    }

    /** Swaps what two riders do. */
    LineMove swapPulls(int a, int b) {
        swap(seconds, a - from, b - from);
        swap(burned, a - from, b - from);
        return this;
    }

    private static void swap(int[] values, int i, int j) {
        int kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Candidate> director) {
        LineMove now = createUndoMove(director);
        return !(Arrays.equals(now.rider, rider)
                && Arrays.equals(now.seconds, seconds)
                && Arrays.equals(now.burned, burned));
    }

    @Override
    protected LineMove createUndoMove(ScoreDirector<Candidate> director) {
        return copyOf(director.getWorkingSolution().slots(), from, from + rider.length - 1);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Candidate> director) {
        List<LineSlot> slots = director.getWorkingSolution().slots();
        for (int i = 0; i < rider.length; i++) {
            LineSlot slot = slots.get(from + i);
            if (slot.rider() != rider[i]) {
                director.beforeVariableChanged(slot, LineSlot.RIDER);
                slot.rider(rider[i]);
                director.afterVariableChanged(slot, LineSlot.RIDER);
            }
            if (slot.seconds() != seconds[i]) {
                director.beforeVariableChanged(slot, LineSlot.SECONDS);
                slot.seconds(seconds[i]);
                director.afterVariableChanged(slot, LineSlot.SECONDS);
            }
            if (slot.burnedAfterTurns() != burned[i]) {
                director.beforeVariableChanged(slot, LineSlot.BURNED);
                slot.burnedAfterTurns(burned[i]);
                director.afterVariableChanged(slot, LineSlot.BURNED);
            }
        }
    }

    @Override
    public String toString() {
        return "line from " + from + " := " + Arrays.toString(rider) + " " + Arrays.toString(seconds) + " s, burned "
                + Arrays.toString(burned);
    }
}
