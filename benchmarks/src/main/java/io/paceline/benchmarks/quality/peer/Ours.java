package io.paceline.benchmarks.quality.peer;

import io.paceline.benchmarks.quality.Contender;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.Stages;
import java.util.Optional;

/** What {@code RotationPlanner.optaPlanner()} does; a test holds the two together. */
public final class Ours implements Contender {
    @Override
    public String title() {
        return "ours, OptaPlanner";
    }

    @Override
    public void search(DraftSpace space, Trials trials, long seed) {
        Stages.play(space, trials, Optional.empty(), seed);
    }
}
