package io.paceline.benchmarks.quality.peer;

import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Opening;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Random;

/** Where searches begin, and a cost in one number for those that know no levels. */
final class Starts {
    private static final double HARD_PRICE = 1_000;
    private static final double MEDIUM_PRICE = 100;

    private Starts() {}

    /** The plan that every contender is given. */
    static Draft opening(DraftSpace space, CostMeter meter, Trials trials) {
        new Opening(space, meter, trials).play();
        return trials.best();
    }

    /** Any order, pulls of 10 to 200 s, short ones more often, efforts within 30 % of 1. */
    static Draft random(DraftSpace space, Random random) {
        Draft draft = new Draft(space.riders(), space.sectors());
        for (int position = 0; position < space.riders(); position++) {
            int other = random.nextInt(position + 1);
            draft.rider[position] = draft.rider[other];
            draft.rider[other] = position;
        }
        for (int position = 0; position < space.riders(); position++) {
            boolean sits = space.isProtected(draft.rider[position]);
            draft.seconds[position] = sits ? 0 : DraftSpace.PULL_STEP_S * (2 + random.nextInt(1 + random.nextInt(39)));
        }
        for (int sector = 0; sector < space.sectors(); sector++) {
            draft.effort[sector] = (int) (DraftSpace.EFFORT_ONE * (0.7 + 0.6 * random.nextDouble()));
        }
        return draft;
    }

    /** Joules, with a price on what is missing that is above what it can save. */
    static double joules(Cost cost) {
        return cost.soft() + MEDIUM_PRICE * cost.medium() + HARD_PRICE * cost.hard();
    }
}
