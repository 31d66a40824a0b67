package io.paceline.optimizer.rotation.draft;

import java.util.ArrayList;
import java.util.List;

/**
 * Refines the efforts of a draft, everything else held: a pattern search along each sector and along exchanges between two
 * sectors, with a step of its own for each that grows when it helps and shrinks when it does not. Deterministic.
 */
public final class Polish {
    private static final int SMALL_STEP = 6_400;
    private static final int FINE_STEP = 1_600;
    private static final int LARGE_STEP = 102_400;
    private static final int LARGEST_STEP = 409_600;

    private final DraftSpace space;
    private final CostMeter meter;
    private final Trials trials;

    /** A polish that reports to an account. */
    public Polish(DraftSpace space, CostMeter meter, Trials trials) {
        this.space = space;
        this.meter = meter;
        this.trials = trials;
    }

    /** Each sector by itself, from large steps on. The draft is changed; the best is in the account. */
    public void descend(Draft draft) {
        search(draft, LARGE_STEP, false);
    }

    /** Each sector and each two, from small steps on to ones that hardly matter. The draft is changed; the best is in the account. */
    public void touchUp(Draft draft) {
        search(draft, SMALL_STEP, true);
    }

    private void search(Draft draft, int firstStep, boolean pairs) {
        if (space.sectors() < 2 || trials.over()) {
            return;
        }
        Cost cost = trials.measure(meter, draft);
        List<Direction> directions = directions(firstStep, pairs);
        while (!directions.isEmpty()) {
            for (Direction direction : directions) {
                if (trials.over()) {
                    return;
                }
                direction.move(draft, direction.step);
                Cost tried = inRange(draft, direction) ? trials.measure(meter, draft, Ceiling.below(cost)) : Cost.WORST;
                if (tried.beats(cost)) {
                    cost = tried;
                    direction.grow();
                } else {
                    direction.move(draft, -direction.step);
                    direction.turn();
                }
            }
            directions.removeIf(direction -> Math.abs(direction.step) < FINE_STEP);
        }
    }

    /** Each sector and each two: so many directions. */
    public int directions() {
        return space.sectors() * (space.sectors() + 1) / 2;
    }

    private List<Direction> directions(int firstStep, boolean pairs) {
        List<Direction> directions = new ArrayList<>();
        for (int more = 0; more < space.sectors(); more++) {
            for (int less = more; less < (pairs ? space.sectors() : more + 1); less++) {
                directions.add(new Direction(more, less, firstStep));
            }
        }
        return directions;
    }

    private static boolean inRange(Draft draft, Direction direction) {
        return inRange(draft.effort[direction.more]) && inRange(draft.effort[direction.less]);
    }

    private static boolean inRange(int effort) {
        return effort >= DraftSpace.LEAST_EFFORT && effort <= DraftSpace.MOST_EFFORT;
    }

    /** More on one sector and as much less on another; or, if they are one sector, more there. */
    private static final class Direction {
        private final int more;
        private final int less;
        private int step;

        Direction(int more, int less, int firstStep) {
            this.more = more;
            this.less = less;
            step = firstStep;
        }

        void move(Draft draft, int units) {
            draft.effort[more] += units;
            if (less != more) {
                draft.effort[less] -= units;
            }
        }

        void grow() {
            if (2 * Math.abs(step) <= LARGEST_STEP) {
                step *= 2;
            }
        }

        /** The other way; after both ways, half as far. */
        void turn() {
            step = step > 0 ? -step : -step / 2;
        }
    }
}
