package io.paceline.optimizer.rotation.solver;

import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Sets the efforts of some sectors. */
final class EffortMove extends AbstractMove<Candidate> {
    private final int[] sector;
    private final int[] effort;

    EffortMove(int[] sector, int[] effort) {
        this.sector = sector;
        this.effort = effort;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Candidate> director) {
        List<SectorEffort> sectors = director.getWorkingSolution().sectors();
        for (int i = 0; i < sector.length; i++) {
            if (sectors.get(sector[i]).effort() != effort[i]) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected EffortMove createUndoMove(ScoreDirector<Candidate> director) {
        List<SectorEffort> sectors = director.getWorkingSolution().sectors();
        int[] before = new int[sector.length];
        for (int i = 0; i < sector.length; i++) {
            before[i] = sectors.get(sector[i]).effort();
        }
        return new EffortMove(sector, before);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Candidate> director) {
        List<SectorEffort> sectors = director.getWorkingSolution().sectors();
        for (int i = 0; i < sector.length; i++) {
            SectorEffort entity = sectors.get(sector[i]);
            director.beforeVariableChanged(entity, SectorEffort.EFFORT);
            entity.effort(effort[i]);
            director.afterVariableChanged(entity, SectorEffort.EFFORT);
        }
    }

    @Override
    public String toString() {
        return "efforts of sectors " + java.util.Arrays.toString(sector) + " := " + java.util.Arrays.toString(effort);
    }
}
