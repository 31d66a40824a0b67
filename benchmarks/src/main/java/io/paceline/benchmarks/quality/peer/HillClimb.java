package io.paceline.benchmarks.quality.peer;

import io.paceline.benchmarks.quality.Contender;
import io.paceline.optimizer.rotation.draft.Change;
import io.paceline.optimizer.rotation.draft.Changes;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Random;

/** Takes any change that is not worse; after many that are, begins again: first at the opening, then at random. */
public final class HillClimb implements Contender {
    private static final int PATIENCE = 5_000;

    @Override
    public String title() {
        return "hill climbing";
    }

    @Override
    public void search(DraftSpace space, Trials trials, long seed) {
        CostMeter meter = new CostMeter(space);
        Random random = new Random(seed);
        Draft draft = Starts.opening(space, meter, trials);
        while (!trials.over()) {
            climb(space, trials, meter, draft, random);
            draft = Starts.random(space, random);
        }
    }

    private static void climb(DraftSpace space, Trials trials, CostMeter meter, Draft draft, Random random) {
        Changes changes = new Changes(space, draft, random);
        Cost cost = trials.measure(meter, draft);
        int inVain = 0;
        while (inVain < PATIENCE && !trials.over()) {
            Change change = changes.draw();
            if (change.changesNothing(draft)) {
                continue;
            }
            Change undo = change.undo(draft);
            change.applyTo(draft);
            Cost next = trials.measure(meter, draft);
            changes.learn(!cost.beats(next));
            inVain = next.beats(cost) ? 0 : inVain + 1;
            if (cost.beats(next)) {
                undo.applyTo(draft);
            } else {
                cost = next;
            }
        }
    }
}
