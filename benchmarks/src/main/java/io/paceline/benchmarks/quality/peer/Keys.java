package io.paceline.benchmarks.quality.peer;

import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Drafts as vectors of numbers from 0 to 1, for searches that know nothing else: a key for each rider, by which the line is sorted; a key for
 * his pull, from sitting on over 10 to 600 s, by ratios; a key for the effort of each sector, if there are several. Nobody is burned:
 * in none of the instances does that pay.
 */
final class Keys {
    /** Below this a rider sits on. */
    private static final double SITS_BELOW = 0.08;

    private static final double SHORTEST_S = 10;
    private static final double RANGE = (double) DraftSpace.LONGEST_PULL_S / SHORTEST_S;
    private static final double MOST_EFFORT = 3.0;

    private final DraftSpace space;
    private final Draft draft;

    Keys(DraftSpace space) {
        this.space = space;
        draft = new Draft(space.riders(), space.sectors());
    }

    int size() {
        return 2 * space.riders() + (space.sectors() > 1 ? space.sectors() : 0);
    }

    /** The draft of a vector; valid until the next call. */
    Draft decode(double[] keys) {
        int n = space.riders();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(slot -> keys[slot]).thenComparing(slot -> slot))
                .mapToInt(slot -> slot)
                .toArray();
        for (int position = 0; position < n; position++) {
            int slot = order[position];
            draft.rider[position] = slot;
            draft.seconds[position] = space.isProtected(slot) ? 0 : seconds(keys[n + slot]);
        }
        for (int sector = 0; sector < size() - 2 * n; sector++) {
            draft.effort[sector] =
                    DraftSpace.clampEffort(Math.round(MOST_EFFORT * keys[2 * n + sector] * DraftSpace.EFFORT_ONE));
        }
        return draft;
    }

    private static int seconds(double key) {
        if (key < SITS_BELOW) {
            return 0;
        }
        double seconds = SHORTEST_S * Math.pow(RANGE, (key - SITS_BELOW) / (1 - SITS_BELOW));
        return DraftSpace.PULL_STEP_S * (int) Math.round(seconds / DraftSpace.PULL_STEP_S);
    }

    /** A vector whose draft this is, as far as the ranges go. */
    double[] encode(Draft from) {
        int n = space.riders();
        double[] keys = new double[size()];
        for (int position = 0; position < n; position++) {
            int slot = from.rider[position];
            keys[slot] = (position + 0.5) / n;
            keys[n + slot] = space.works(from, position) ? key(from.seconds[position]) : SITS_BELOW / 2;
        }
        for (int sector = 0; sector < size() - 2 * n; sector++) {
            keys[2 * n + sector] = Math.min(1, from.effort[sector] / (MOST_EFFORT * DraftSpace.EFFORT_ONE));
        }
        return keys;
    }

    private static double key(int seconds) {
        double share = Math.log(Math.max(SHORTEST_S, seconds) / SHORTEST_S) / Math.log(RANGE);
        return SITS_BELOW + (1 - SITS_BELOW) * share;
    }
}
