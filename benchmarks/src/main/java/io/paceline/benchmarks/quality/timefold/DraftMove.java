package io.paceline.benchmarks.quality.timefold;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import io.paceline.optimizer.rotation.draft.Change;
import io.paceline.optimizer.rotation.draft.Draft;
import java.util.List;

/** A change of the draft, told to the solver variable by variable. */
@SuppressWarnings("removal") // 1.32 is pinned, the last that runs on Java 17; there is no other move with an undo in it
final class DraftMove extends AbstractMove<Candidate> {
    private final Change change;

    DraftMove(Change change) {
        this.change = change;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Candidate> director) {
        return !change.changesNothing(now(director));
    }

    @Override
    protected DraftMove createUndoMove(ScoreDirector<Candidate> director) {
        return new DraftMove(change.undo(now(director)));
    }

    private static Draft now(ScoreDirector<Candidate> director) {
        return director.getWorkingSolution().draft();
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Candidate> director) {
        List<LineSlot> slots = director.getWorkingSolution().slots();
        for (int i = 0; i < change.rider.length; i++) {
            LineSlot slot = slots.get(change.from + i);
            if (slot.rider() != change.rider[i]) {
                director.beforeVariableChanged(slot, LineSlot.RIDER);
                slot.rider(change.rider[i]);
                director.afterVariableChanged(slot, LineSlot.RIDER);
            }
            if (slot.seconds() != change.seconds[i]) {
                director.beforeVariableChanged(slot, LineSlot.SECONDS);
                slot.seconds(change.seconds[i]);
                director.afterVariableChanged(slot, LineSlot.SECONDS);
            }
            if (slot.burnedAfterTurns() != change.burnedAfterTurns[i]) {
                director.beforeVariableChanged(slot, LineSlot.BURNED);
                slot.burnedAfterTurns(change.burnedAfterTurns[i]);
                director.afterVariableChanged(slot, LineSlot.BURNED);
            }
        }
        doEfforts(director);
    }

    private void doEfforts(ScoreDirector<Candidate> director) {
        List<SectorEffort> sectors = director.getWorkingSolution().sectors();
        for (int i = 0; i < change.sector.length; i++) {
            SectorEffort entity = sectors.get(change.sector[i]);
            if (entity.effort() != change.effort[i]) {
                director.beforeVariableChanged(entity, SectorEffort.EFFORT);
                entity.effort(change.effort[i]);
                director.afterVariableChanged(entity, SectorEffort.EFFORT);
            }
        }
    }

    @Override
    public String toString() {
        return change.toString();
    }
}
