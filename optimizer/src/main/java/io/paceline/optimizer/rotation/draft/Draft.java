package io.paceline.optimizer.rotation.draft;

import java.util.Arrays;
import java.util.Random;

/**
 * A plan while it is being searched: whole numbers in flat arrays, by position in the line (front first) and by sector. Mutable, owned by
 * one search. What the numbers mean and which are allowed is said by {@link DraftSpace}.
 */
public final class Draft {
    /** Slot of the rider in each position; a permutation. */
    public final int[] rider;

    /** Pull of the rider in each position, s; 0 sits on. */
    public final int[] seconds;

    /** After how many turns he leaves; 0 stays. */
    public final int[] burnedAfterTurns;

    /** Effort of each sector, in units of {@link DraftSpace#EFFORT_UNIT}. */
    public final int[] effort;

    /** Everybody in team order, nobody pulls, effort 1 everywhere. */
    public Draft(int riders, int sectors) {
        rider = new int[riders];
        seconds = new int[riders];
        burnedAfterTurns = new int[riders];
        effort = new int[sectors];
        for (int position = 0; position < riders; position++) {
            rider[position] = position;
        }
        Arrays.fill(effort, DraftSpace.EFFORT_ONE);
    }

    /** Takes over all numbers of another draft of the same size. */
    public void set(Draft other) {
        System.arraycopy(other.rider, 0, rider, 0, rider.length);
        System.arraycopy(other.seconds, 0, seconds, 0, seconds.length);
        System.arraycopy(other.burnedAfterTurns, 0, burnedAfterTurns, 0, burnedAfterTurns.length);
        System.arraycopy(other.effort, 0, effort, 0, effort.length);
    }

    /** Whether all numbers are those of another draft. */
    public boolean sameAs(Draft other) {
        return Arrays.equals(rider, other.rider)
                && Arrays.equals(seconds, other.seconds)
                && Arrays.equals(burnedAfterTurns, other.burnedAfterTurns)
                && Arrays.equals(effort, other.effort);
    }

    /** A draft of its own with the same numbers. */
    public Draft copy() {
        Draft copy = new Draft(rider.length, effort.length);
        copy.set(this);
        return copy;
    }

    /** A draft of its own in which positions have changed places: everybody does what he did, in another order. */
    public Draft shuffled(Random random) {
        Draft shuffled = copy();
        for (int position = rider.length - 1; position > 0; position--) {
            int other = random.nextInt(position + 1);
            Change.ofLine(shuffled, other, position).swap(other, position).applyTo(shuffled);
        }
        return shuffled;
    }
}
