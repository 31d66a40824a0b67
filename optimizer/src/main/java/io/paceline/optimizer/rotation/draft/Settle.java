package io.paceline.optimizer.rotation.draft;

/**
 * Ends a search on its hill: every swap of two riders, every pull longer or shorter, and every second moved from one pull to another is tried,
 * until none helps. Deterministic.
 */
public final class Settle {
    private static final int[] STEPS = {1, 3};

    private final DraftSpace space;
    private final CostMeter meter;
    private final Trials trials;
    private Cost cost = Cost.WORST;

    /** One that reports to an account. */
    public Settle(DraftSpace space, CostMeter meter, Trials trials) {
        this.space = space;
        this.meter = meter;
        this.trials = trials;
    }

    /** From a draft, which is changed, as long as the account allows; the best is in the account. */
    public void play(Draft draft) {
        if (trials.over()) {
            return;
        }
        cost = trials.measure(meter, draft);
        boolean better = true;
        while (better && !trials.over()) {
            Cost before = cost;
            for (int a = 0; a < space.riders() && !trials.over(); a++) {
                for (int b = a; b < space.riders(); b++) {
                    trySwaps(draft, a, b);
                    trySeconds(draft, a, b);
                }
            }
            better = cost.beats(before);
        }
    }

    private void trySwaps(Draft draft, int a, int b) {
        if (a != b) {
            tryChange(draft, Change.ofLine(draft, a, b).swap(a, b));
        }
    }

    private void trySeconds(Draft draft, int a, int b) {
        if (!space.works(draft, a) || !space.works(draft, b)) {
            return;
        }
        for (int step : STEPS) {
            tryShift(draft, a, b, step * DraftSpace.PULL_STEP_S);
            tryShift(draft, a, b, -step * DraftSpace.PULL_STEP_S);
        }
    }

    private void tryShift(Draft draft, int a, int b, int seconds) {
        int more = draft.seconds[a] + seconds;
        int less = draft.seconds[b] - seconds;
        if (more < DraftSpace.PULL_STEP_S || more > DraftSpace.LONGEST_PULL_S) {
            return;
        }
        Change change = Change.ofLine(draft, a, b).pull(a, more);
        if (a != b) {
            if (less < DraftSpace.PULL_STEP_S || less > DraftSpace.LONGEST_PULL_S) {
                return;
            }
            change.pull(b, less);
        }
        tryChange(draft, change);
    }

    private void tryChange(Draft draft, Change change) {
        if (trials.over()) {
            return;
        }
        Change undo = change.undo(draft);
        change.applyTo(draft);
        Cost tried = trials.measure(meter, draft, Ceiling.below(cost));
        if (tried.beats(cost)) {
            cost = tried;
        } else {
            undo.applyTo(draft);
        }
    }
}
