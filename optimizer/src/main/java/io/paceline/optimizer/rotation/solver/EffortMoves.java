package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.DraftSpace;
import java.util.List;
import java.util.Random;

/** Draws changes of the pace: one sector, an exchange between two, or all nearer to or further from one effort. */
final class EffortMoves {
    /** In effort units: 0.002 to 0.128. */
    private static final int[] STEPS = {20, 80, 320, 1_280};

    private final List<SectorEffort> sectors;
    private final Random random;

    EffortMoves(Candidate candidate, Random random) {
        sectors = candidate.sectors();
        this.random = random;
    }

    /** Some change of the pace; there must be two sectors or more. */
    EffortMove draw() {
        int kind = random.nextInt(100);
        if (kind < 45) {
            return nudge();
        }
        return kind < 95 ? shift() : stretch();
    }

    private EffortMove nudge() {
        int sector = random.nextInt(sectors.size());
        return new EffortMove(new int[] {sector}, new int[] {plus(sector, step())});
    }

    private EffortMove shift() {
        int a = random.nextInt(sectors.size());
        int b = random.nextInt(sectors.size() - 1);
        b = b >= a ? b + 1 : b;
        int step = step();
        return new EffortMove(new int[] {a, b}, new int[] {plus(a, step), plus(b, -step)});
    }

    /** All efforts a little further from 1, or nearer. */
    private EffortMove stretch() {
        double factor = 1 + (random.nextBoolean() ? 1 : -1) * step() * DraftSpace.EFFORT_UNIT;
        int[] sector = new int[sectors.size()];
        int[] effort = new int[sectors.size()];
        for (int i = 0; i < sector.length; i++) {
            sector[i] = i;
            double off = sectors.get(i).effort() - DraftSpace.EFFORT_ONE;
            effort[i] = DraftSpace.clampEffort(Math.round(DraftSpace.EFFORT_ONE + factor * off));
        }
        return new EffortMove(sector, effort);
    }

    /** A step of either sign: a scale, and within it any size. */
    private int step() {
        int most = STEPS[random.nextInt(STEPS.length)];
        int size = 1 + random.nextInt(most);
        return random.nextBoolean() ? size : -size;
    }

    private int plus(int sector, int step) {
        return DraftSpace.clampEffort((long) sectors.get(sector).effort() + step);
    }
}
