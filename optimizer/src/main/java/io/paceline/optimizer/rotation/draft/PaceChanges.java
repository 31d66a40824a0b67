package io.paceline.optimizer.rotation.draft;

import java.util.Arrays;
import java.util.Random;

/**
 * Draws changes of the pace: more or less effort on one sector, or an exchange between two. Each sector learns how large a change of its own may
 * be: a search that takes almost all of them creeps, and one that takes none stands still. What suits falls as a search cools, and a long
 * sector stands less than a short one.
 */
final class PaceChanges {
    /** As an effort; some dozens of changes later it has been learnt. */
    private static final double FIRST_SIZE = 0.02;

    /** Less moves nobody's balance by more than a joule or so. */
    private static final double LEAST_SIZE = 1e-5;

    /** From an even effort to coasting in a few. */
    private static final double MOST_SIZE = 0.3;

    /** With these two out of five changes are taken: 1.03² · 0.98³ = 1. */
    private static final double GROWTH = 1.03;

    private static final double SHRINKAGE = 0.98;

    /** The other sector of an exchange changes by no more than so many times the one, or long sectors would throw short ones about. */
    private static final double MOST_RATIO = 3;

    private final Draft draft;
    private final Random random;
    private final double[] lengthM;
    /** Standard deviation of the changes of each sector, as an effort. */
    private final double[] size;
    /** The sector of the last change. */
    private int last;

    PaceChanges(DraftSpace space, Draft draft, Random random) {
        this.draft = draft;
        this.random = random;
        lengthM = space.sectorLengthsM();
        size = new double[lengthM.length];
        Arrays.fill(size, FIRST_SIZE);
    }

    /** Some change of the pace; there must be two sectors or more. */
    Change draw() {
        int sectors = size.length;
        last = random.nextInt(sectors);
        double step = size[last] * random.nextGaussian();
        if (random.nextBoolean()) {
            return Change.ofPace(new int[] {last}, new int[] {plus(last, step)});
        }
        int other = random.nextInt(sectors - 1);
        other = other >= last ? other + 1 : other;
        // about as much time is lost on one as is won on the other, so the rest of the road stays as it was
        double ratio = Math.min(MOST_RATIO, lengthM[last] / lengthM[other]);
        return Change.ofPace(new int[] {last, other}, new int[] {plus(last, step), plus(other, -ratio * step)});
    }

    /** Learns what became of the last change. */
    void learn(boolean taken) {
        double changed = size[last] * (taken ? GROWTH : SHRINKAGE);
        size[last] = Math.max(LEAST_SIZE, Math.min(MOST_SIZE, changed));
    }

    private int plus(int sector, double step) {
        return DraftSpace.clampEffort(draft.effort[sector] + Math.round(step * DraftSpace.EFFORT_ONE));
    }
}
