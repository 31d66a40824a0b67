package io.paceline.optimizer.rotation.draft;

import java.util.Random;

/** Draws changes of the pace: one sector, an exchange between two, or all nearer to or further from one effort. */
final class PaceChanges {
    /** In effort units: 0.002 to 0.128. */
    private static final int[] STEPS = {2_000, 8_000, 32_000, 128_000};

    private final Draft draft;
    private final Random random;

    PaceChanges(Draft draft, Random random) {
        this.draft = draft;
        this.random = random;
    }

    /** Some change of the pace; there must be two sectors or more. */
    Change draw() {
        int kind = random.nextInt(100);
        if (kind < 45) {
            return nudge();
        }
        return kind < 95 ? shift() : stretch();
    }

    private Change nudge() {
        int sector = random.nextInt(draft.effort.length);
        return Change.ofPace(new int[] {sector}, new int[] {plus(sector, step())});
    }

    private Change shift() {
        int a = random.nextInt(draft.effort.length);
        int b = random.nextInt(draft.effort.length - 1);
        b = b >= a ? b + 1 : b;
        int step = step();
        return Change.ofPace(new int[] {a, b}, new int[] {plus(a, step), plus(b, -step)});
    }

    /** All efforts a little further from 1, or nearer. */
    private Change stretch() {
        double factor = 1 + (random.nextBoolean() ? 1 : -1) * step() * DraftSpace.EFFORT_UNIT;
        int[] sector = new int[draft.effort.length];
        int[] effort = new int[draft.effort.length];
        for (int i = 0; i < sector.length; i++) {
            sector[i] = i;
            double off = draft.effort[i] - DraftSpace.EFFORT_ONE;
            effort[i] = DraftSpace.clampEffort(Math.round(DraftSpace.EFFORT_ONE + factor * off));
        }
        return Change.ofPace(sector, effort);
    }

    /** A step of either sign: a scale, and within it any size. */
    private int step() {
        int most = STEPS[random.nextInt(STEPS.length)];
        int size = 1 + random.nextInt(most);
        return random.nextBoolean() ? size : -size;
    }

    private int plus(int sector, int step) {
        return DraftSpace.clampEffort((long) draft.effort[sector] + step);
    }
}
