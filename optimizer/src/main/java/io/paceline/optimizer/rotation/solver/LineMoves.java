package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.DraftSpace;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** Draws changes of the line: who is where, how long he pulls, whether he sits on, when he leaves. Never one that leaves nobody to pull. */
final class LineMoves {
    private static final int[] PULL_STEPS = {1, 1, 2, 4, 8};
    private static final int[] TURN_STEPS = {1, 1, 2, 5};

    private final DraftSpace space;
    private final List<LineSlot> slots;
    private final Random random;

    LineMoves(Candidate candidate, Random random) {
        space = candidate.space();
        slots = candidate.slots();
        this.random = random;
    }

    /** Some change of the line. */
    LineMove draw() {
        int kind = random.nextInt(100);
        if (kind < 40) {
            return longerOrShorter();
        }
        if (kind < 60) {
            return shiftSeconds();
        }
        if (kind < 72) {
            return swap();
        }
        if (kind < 84) {
            return moveInLine();
        }
        return kind < 92 ? sitOrWork() : burn();
    }

    private LineMove longerOrShorter() {
        int position = pick(this::works);
        int seconds = shifted(position, signed(PULL_STEPS) * DraftSpace.PULL_STEP_S);
        return LineMove.copyOf(slots, position, position).pull(position, seconds);
    }

    private LineMove shiftSeconds() {
        int a = pick(this::works);
        int b = pick(position -> position != a && works(position));
        if (b < 0) {
            return longerOrShorter();
        }
        int step = signed(PULL_STEPS) * DraftSpace.PULL_STEP_S;
        return LineMove.copyOf(slots, Math.min(a, b), Math.max(a, b))
                .pull(a, shifted(a, step))
                .pull(b, shifted(b, -step));
    }

    private LineMove swap() {
        int a = random.nextInt(slots.size());
        int b = pick(position -> position != a);
        if (b < 0) {
            return longerOrShorter();
        }
        LineMove move = LineMove.copyOf(slots, Math.min(a, b), Math.max(a, b));
        boolean ridersOnly = works(a) && works(b) && random.nextInt(3) == 0;
        return ridersOnly ? move.swap(a, b).swapPulls(a, b) : move.swap(a, b);
    }

    private LineMove moveInLine() {
        int from = random.nextInt(slots.size());
        int to = pick(position -> position != from);
        if (to < 0) {
            return longerOrShorter();
        }
        LineMove move = LineMove.copyOf(slots, Math.min(from, to), Math.max(from, to));
        int step = to > from ? 1 : -1;
        for (int position = from; position != to; position += step) {
            move.swap(position, position + step);
        }
        return move;
    }

    private LineMove sitOrWork() {
        int position = pick(this::mayWork);
        LineMove move = LineMove.copyOf(slots, position, position);
        if (!works(position)) {
            int shortest = space.shortestPullS(count(this::works) + 1);
            return move.pull(position, shortest + DraftSpace.PULL_STEP_S * random.nextInt(8));
        }
        return lastToStay(position) ? longerOrShorter() : move.pull(position, 0).burn(position, 0);
    }

    private LineMove burn() {
        int position = pick(this::works);
        LineMove move = LineMove.copyOf(slots, position, position);
        int turns = slots.get(position).burnedAfterTurns();
        if (turns == 0) {
            return lastToStay(position) ? longerOrShorter() : move.burn(position, 1 + random.nextInt(turnsRidden()));
        }
        int changed = random.nextInt(3) == 0 ? 0 : turns + signed(TURN_STEPS);
        return move.burn(position, Math.max(0, Math.min(Candidate.MOST_TURNS, changed)));
    }

    /** About how many turns each rider has until the catch. */
    private int turnsRidden() {
        double rotationS = 0;
        for (LineSlot slot : slots) {
            rotationS += slot.seconds();
        }
        double turns = Math.ceil(Math.max(0, space.kernel().targetS()) / rotationS);
        return (int) Math.max(1, Math.min(Candidate.MOST_TURNS, turns));
    }

    private int shifted(int position, int byS) {
        int shortest = space.shortestPullS(count(this::works));
        int longest = Math.max(shortest, DraftSpace.LONGEST_PULL_S);
        return Math.max(shortest, Math.min(longest, slots.get(position).seconds() + byS));
    }

    private int signed(int[] steps) {
        int step = steps[random.nextInt(steps.length)];
        return random.nextBoolean() ? step : -step;
    }

    private boolean mayWork(int position) {
        return !space.isProtected(slots.get(position).rider());
    }

    private boolean works(int position) {
        return slots.get(position).seconds() > 0 && mayWork(position);
    }

    private boolean stays(int position) {
        return works(position) && slots.get(position).burnedAfterTurns() == 0;
    }

    private boolean lastToStay(int position) {
        return stays(position) && count(this::stays) == 1;
    }

    private int count(IntPredicate which) {
        int count = 0;
        for (int position = 0; position < slots.size(); position++) {
            count += which.test(position) ? 1 : 0;
        }
        return count;
    }

    /** One of the positions for which this holds; -1 if there is none. */
    private int pick(IntPredicate which) {
        int count = count(which);
        if (count == 0) {
            return -1;
        }
        int left = random.nextInt(count);
        for (int position = 0; ; position++) {
            if (which.test(position) && left-- == 0) {
                return position;
            }
        }
    }
}
