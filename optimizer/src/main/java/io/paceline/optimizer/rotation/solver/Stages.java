package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Opening;
import io.paceline.optimizer.rotation.draft.Polish;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Optional;

/** The whole search: an opening, a descent of its pace, rounds of local search, and a polish of the best pace. */
public final class Stages {
    private static final double PACE_UNTIL = 0.15;

    /** Shares of the account at which the rounds of local search end; all but the last begin at the opening. */
    private static final double[] ROUND_ENDS = {0.50, 0.75, 0.92};

    private Stages() {}

    /**
     * Searches until the account is used up; the best is in the account.
     *
     * @param start measured before everything else
     */
    public static void play(DraftSpace space, Trials trials, Optional<Draft> start, long seed) {
        CostMeter meter = new CostMeter(space);
        start.ifPresent(draft -> trials.measure(meter, draft));
        new Opening(space, meter, trials).play();
        Polish polish = new Polish(space, meter, trials);
        polish.descend(trials.best(), PACE_UNTIL);
        Draft opening = trials.best();
        for (int round = 0; round < ROUND_ENDS.length; round++) {
            double until = ROUND_ENDS[round];
            if (!trials.usedUp(until)) {
                // late acceptance never goes below its start: from the best, it could not leave the hill it stands on
                Draft begin = round == ROUND_ENDS.length - 1 ? trials.best() : opening;
                new LocalSearch().search(space, trials, begin, seed * ROUND_ENDS.length + round, until);
            }
        }
        polish.polish(trials.best(), 1);
    }
}
