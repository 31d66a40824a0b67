package io.paceline.optimizer.rotation.draft;

/**
 * Refines the efforts of a draft to the last unit, everything else held: a pattern search along each sector and along exchanges between two
 * sectors, with a step of its own for each that grows when it helps and shrinks when it does not. Deterministic.
 */
public final class Polish {
    private static final int FIRST_STEP = 512;
    private static final int LARGEST_STEP = 4_096;

    private final DraftSpace space;
    private final CostMeter meter;
    private final Trials trials;

    /** A polish that reports to an account. */
    public Polish(DraftSpace space, CostMeter meter, Trials trials) {
        this.space = space;
        this.meter = meter;
        this.trials = trials;
    }

    /** Changes the draft until no step helps or the share of the account is used up. Returns its cost. */
    public Cost polish(Draft draft, double share) {
        int n = space.sectors();
        int[] step = new int[n * n];
        java.util.Arrays.fill(step, FIRST_STEP);
        Cost cost = trials.measure(meter, draft);
        boolean alive = n > 1;
        while (alive) {
            alive = false;
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    if (trials.usedUp(share)) {
                        return cost;
                    }
                    int direction = a * n + b;
                    if (step[direction] == 0) {
                        continue;
                    }
                    Cost tried = tryStep(draft, a, b, step[direction]);
                    if (tried.beats(cost)) {
                        cost = tried;
                        step[direction] = 2 * step[direction];
                        if (Math.abs(step[direction]) > LARGEST_STEP) {
                            step[direction] /= 2;
                        }
                    } else {
                        move(draft, a, b, -step[direction]);
                        step[direction] = step[direction] > 0 ? -step[direction] : -step[direction] / 2;
                    }
                    alive |= step[direction] != 0;
                }
            }
        }
        return cost;
    }

    private Cost tryStep(Draft draft, int a, int b, int step) {
        move(draft, a, b, step);
        return inRange(draft.effort[a]) && inRange(draft.effort[b]) ? trials.measure(meter, draft) : Cost.WORST;
    }

    private static boolean inRange(int effort) {
        return effort >= DraftSpace.LEAST_EFFORT && effort <= DraftSpace.MOST_EFFORT;
    }

    /** More on one sector; with two, the same less on the other. */
    private static void move(Draft draft, int a, int b, int step) {
        draft.effort[a] += step;
        if (a != b) {
            draft.effort[b] -= step;
        }
    }
}
