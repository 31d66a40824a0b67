package io.paceline.optimizer.rotation.draft;

import java.util.Arrays;

/**
 * A change of a draft: new numbers for a run of positions, or for some sectors. The riders of the run are those who were there, so the
 * line stays a permutation. Solvers wrap it in moves of their own.
 */
public final class Change {
    private static final int[] NONE = {};

    /** First position of the run. */
    public final int from;

    /** Riders of the run. */
    public final int[] rider;

    /** Their pulls, s. */
    public final int[] seconds;

    /** Their turns. */
    public final int[] burnedAfterTurns;

    /** The sectors. */
    public final int[] sector;

    /** Their efforts, in effort units. */
    public final int[] effort;

    private Change(int from, int length, int[] sector, int[] effort) {
        this.from = from;
        rider = new int[length];
        seconds = new int[length];
        burnedAfterTurns = new int[length];
        this.sector = sector;
        this.effort = effort;
    }

    /** What a run of positions holds now; to be changed before it is used. */
    public static Change ofLine(Draft draft, int from, int to) {
        int length = to - from + 1;
        Change change = new Change(from, length, NONE, NONE);
        System.arraycopy(draft.rider, from, change.rider, 0, length);
        System.arraycopy(draft.seconds, from, change.seconds, 0, length);
        System.arraycopy(draft.burnedAfterTurns, from, change.burnedAfterTurns, 0, length);
        return change;
    }

    /** New efforts for some sectors. */
    public static Change ofPace(int[] sector, int[] effort) {
        return new Change(0, 0, sector, effort);
    }

    /** What undoes this change of a draft; to be made before it is applied. */
    public Change undo(Draft draft) {
        Change undo = new Change(from, rider.length, sector, new int[sector.length]);
        System.arraycopy(draft.rider, from, undo.rider, 0, rider.length);
        System.arraycopy(draft.seconds, from, undo.seconds, 0, rider.length);
        System.arraycopy(draft.burnedAfterTurns, from, undo.burnedAfterTurns, 0, rider.length);
        for (int i = 0; i < sector.length; i++) {
            undo.effort[i] = draft.effort[sector[i]];
        }
        return undo;
    }

    /** Writes the new numbers. */
    public void applyTo(Draft draft) {
        System.arraycopy(rider, 0, draft.rider, from, rider.length);
        System.arraycopy(seconds, 0, draft.seconds, from, rider.length);
        System.arraycopy(burnedAfterTurns, 0, draft.burnedAfterTurns, from, rider.length);
        for (int i = 0; i < sector.length; i++) {
            draft.effort[sector[i]] = effort[i];
        }
    }

    /** Whether it says what is there already. */
    public boolean changesNothing(Draft draft) {
        for (int i = 0; i < sector.length; i++) {
            if (draft.effort[sector[i]] != effort[i]) {
                return false;
            }
        }
        return same(draft.rider, rider)
                && same(draft.seconds, seconds)
                && same(draft.burnedAfterTurns, burnedAfterTurns);
    }

    private boolean same(int[] now, int[] then) {
        return Arrays.equals(now, from, from + then.length, then, 0, then.length);
    }

    Change pull(int position, int value) {
        seconds[position - from] = value;
        return this;
    }

    Change burn(int position, int turns) {
        burnedAfterTurns[position - from] = turns;
        return this;
    }

    /** Swaps the riders and whatever they do. */
    Change swap(int a, int b) {
        swap(rider, a - from, b - from);
        return swapPulls(a, b);
    }

    /** Swaps what two riders do. */
    Change swapPulls(int a, int b) {
        swap(seconds, a - from, b - from);
        swap(burnedAfterTurns, a - from, b - from);
        return this;
    }

    private static void swap(int[] values, int i, int j) {
        int kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    @Override
    public String toString() {
        return rider.length > 0
                ? "line from " + from + " := " + Arrays.toString(rider) + " " + Arrays.toString(seconds) + " s, burned "
                        + Arrays.toString(burnedAfterTurns)
                : "efforts of sectors " + Arrays.toString(sector) + " := " + Arrays.toString(effort);
    }
}
