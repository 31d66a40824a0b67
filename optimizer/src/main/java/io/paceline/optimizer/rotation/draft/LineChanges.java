package io.paceline.optimizer.rotation.draft;

import java.util.Random;
import java.util.function.IntPredicate;

/** Draws changes of the line: who is where, how long he pulls, whether he sits on, when he leaves. Never one that leaves nobody to pull. */
final class LineChanges {
    private static final int[] PULL_STEPS = {1, 1, 2, 4, 8};
    private static final int[] TURN_STEPS = {1, 1, 2, 5};

    /** Of all changes, %, by the number of riders: there are n pulls to make longer or shorter, and n² ways to change places. */
    private static final int LENGTH_PERCENT_BY_RIDERS = 120;

    /** No more than this; and where the road is alike from end to end so many, for then it does not matter who leads where. */
    private static final int MOST_LENGTH_PERCENT = 30;

    private final DraftSpace space;
    private final Draft draft;
    private final Random random;
    private final int lengthPercent;

    LineChanges(DraftSpace space, Draft draft, Random random) {
        this.space = space;
        this.draft = draft;
        this.random = random;
        lengthPercent = space.sectors() == 1
                ? MOST_LENGTH_PERCENT
                : Math.min(MOST_LENGTH_PERCENT, LENGTH_PERCENT_BY_RIDERS / space.riders());
    }

    /** Some change of the line. */
    Change draw() {
        if (random.nextInt(100) < lengthPercent) {
            return longerOrShorter();
        }
        int kind = random.nextInt(70);
        if (kind < 24) {
            return shiftSeconds();
        }
        if (kind < 40) {
            return swap();
        }
        if (kind < 50) {
            return moveInLine();
        }
        if (kind < 60) {
            return handOver();
        }
        return kind < 66 ? sitOrWork() : burn();
    }

    private Change longerOrShorter() {
        int position = pick(this::works);
        int seconds = shifted(position, signed(PULL_STEPS) * DraftSpace.PULL_STEP_S);
        return Change.ofLine(draft, position, position).pull(position, seconds);
    }

    /** Half of the time between two who lead one after the other: then nobody else leads anywhere else. */
    private Change shiftSeconds() {
        int a = pick(this::works);
        int b = random.nextInt(2) == 0 ? nextToLead(a) : pick(position -> position != a && works(position));
        if (b < 0 || b == a) {
            return longerOrShorter();
        }
        int step = signed(PULL_STEPS) * DraftSpace.PULL_STEP_S;
        return Change.ofLine(draft, Math.min(a, b), Math.max(a, b))
                .pull(a, shifted(a, step))
                .pull(b, shifted(b, -step));
    }

    private Change swap() {
        int a = random.nextInt(draft.rider.length);
        int b = pick(position -> position != a);
        if (b < 0) {
            return longerOrShorter();
        }
        Change move = Change.ofLine(draft, Math.min(a, b), Math.max(a, b));
        return ridersOnly(a, b) ? move.swap(a, b).swapPulls(a, b) : move.swap(a, b);
    }

    /** Whether two change places and the pulls stay where they are, so that the others lead where they led: every second time, if it changes anything. */
    private boolean ridersOnly(int a, int b) {
        return mayWork(a) && mayWork(b) && (works(a) || works(b)) && random.nextBoolean();
    }

    private Change moveInLine() {
        int from = random.nextInt(draft.rider.length);
        int to = pick(position -> position != from);
        if (to < 0) {
            return longerOrShorter();
        }
        Change move = Change.ofLine(draft, Math.min(from, to), Math.max(from, to));
        int step = to > from ? 1 : -1;
        for (int position = from; position != to; position += step) {
            move.swap(position, position + step);
        }
        return move;
    }

    /** One ends to pull and another takes over his seconds, or gives some of his to one who sat on: the rotation stays as long. */
    private Change handOver() {
        int from = pick(this::stays);
        int to = from < 0 ? -1 : pick(position -> position != from && mayWork(position));
        if (to < 0 || (works(to) && lastToStay(from))) {
            return longerOrShorter();
        }
        Change move = Change.ofLine(draft, Math.min(from, to), Math.max(from, to));
        int working = count(this::works);
        int heldS = Math.max(space.shortestPullS(working), draft.seconds[from]);
        if (works(to)) {
            int bothS = heldS + Math.max(space.shortestPullS(working), draft.seconds[to]);
            return move.pull(from, 0).pull(to, Math.min(DraftSpace.LONGEST_PULL_S, bothS));
        }
        int shortest = space.shortestPullS(working + 1);
        int choices = (heldS - 2 * shortest) / DraftSpace.PULL_STEP_S + 1;
        if (heldS < 2 * shortest) {
            return move.swap(from, to).swapPulls(from, to);
        }
        int givenS = shortest + DraftSpace.PULL_STEP_S * random.nextInt(choices);
        return move.pull(from, heldS - givenS).pull(to, givenS);
    }

    private Change sitOrWork() {
        int position = pick(this::mayWork);
        Change move = Change.ofLine(draft, position, position);
        if (!works(position)) {
            int shortest = space.shortestPullS(count(this::works) + 1);
            return move.pull(position, shortest + DraftSpace.PULL_STEP_S * random.nextInt(8));
        }
        return lastToStay(position) ? longerOrShorter() : move.pull(position, 0).burn(position, 0);
    }

    private Change burn() {
        int position = pick(this::works);
        Change move = Change.ofLine(draft, position, position);
        int turns = draft.burnedAfterTurns[position];
        if (turns == 0) {
            return lastToStay(position) ? longerOrShorter() : move.burn(position, 1 + random.nextInt(turnsRidden()));
        }
        int changed = random.nextInt(3) == 0 ? 0 : turns + signed(TURN_STEPS);
        return move.burn(position, Math.max(0, Math.min(DraftSpace.MOST_TURNS, changed)));
    }

    /** About how many turns each rider has until the catch. */
    private int turnsRidden() {
        double rotationS = 0;
        for (int seconds : draft.seconds) {
            rotationS += seconds;
        }
        double turns = Math.ceil(Math.max(0, space.kernel().targetS()) / rotationS);
        return (int) Math.max(1, Math.min(DraftSpace.MOST_TURNS, turns));
    }

    private int shifted(int position, int byS) {
        int shortest = space.shortestPullS(count(this::works));
        int longest = Math.max(shortest, DraftSpace.LONGEST_PULL_S);
        return Math.max(shortest, Math.min(longest, draft.seconds[position] + byS));
    }

    private int signed(int[] steps) {
        int step = steps[random.nextInt(steps.length)];
        return random.nextBoolean() ? step : -step;
    }

    /** Who leads after one who works: himself if he is alone. */
    private int nextToLead(int position) {
        int next = position;
        do {
            next = (next + 1) % draft.rider.length;
        } while (!works(next));
        return next;
    }

    private boolean mayWork(int position) {
        return !space.isProtected(draft.rider[position]);
    }

    private boolean works(int position) {
        return space.works(draft, position);
    }

    private boolean stays(int position) {
        return works(position) && draft.burnedAfterTurns[position] == 0;
    }

    private boolean lastToStay(int position) {
        return stays(position) && count(this::stays) == 1;
    }

    private int count(IntPredicate which) {
        int count = 0;
        for (int position = 0; position < draft.rider.length; position++) {
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
