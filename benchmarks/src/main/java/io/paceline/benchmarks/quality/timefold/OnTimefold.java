package io.paceline.benchmarks.quality.timefold;

import io.paceline.benchmarks.quality.Contender;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.Stages;
import java.util.Optional;

/** Our stages with Timefold's local search in place of OptaPlanner's. */
public final class OnTimefold implements Contender {
    @Override
    public String title() {
        return "ours on Timefold";
    }

    @Override
    public void search(DraftSpace space, Trials trials, long seed) {
        Stages.play(space, trials, Optional.empty(), seed, new LocalSearch());
    }
}
