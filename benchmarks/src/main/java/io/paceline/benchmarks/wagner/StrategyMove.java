package io.paceline.benchmarks.wagner;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Sets some powers and some changes of the leader at once. */
final class StrategyMove extends AbstractMove<StrategyPlan> {
    private final List<SegmentPower> powers = new ArrayList<>();
    private final List<Integer> tenths = new ArrayList<>();
    private final List<Handover> handovers = new ArrayList<>();
    private final List<Boolean> done = new ArrayList<>();

    /** Adds a power, pressed into the allowed range: a move of 50 W from 1190 W goes to 1200 W. */
    StrategyMove power(SegmentPower power, double wanted, StrategyPlan.Problem problem) {
        powers.add(power);
        tenths.add((int) Math.max(problem.minTenths(), Math.min(problem.maxTenths(), Math.round(wanted))));
        return this;
    }

    StrategyMove handover(Handover handover, boolean value) {
        handovers.add(handover);
        done.add(value);
        return this;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<StrategyPlan> scoreDirector) {
        for (int i = 0; i < powers.size(); i++) {
            if (powers.get(i).tenths() != tenths.get(i)) {
                return true;
            }
        }
        for (int i = 0; i < handovers.size(); i++) {
            if (handovers.get(i).done() != done.get(i)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected StrategyMove createUndoMove(ScoreDirector<StrategyPlan> scoreDirector) {
        StrategyMove undo = new StrategyMove();
        for (SegmentPower power : powers) {
            undo.powers.add(power);
            undo.tenths.add(power.tenths());
        }
        for (Handover handover : handovers) {
            undo.handover(handover, handover.done());
        }
        return undo;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<StrategyPlan> scoreDirector) {
        for (int i = 0; i < powers.size(); i++) {
            scoreDirector.beforeVariableChanged(powers.get(i), "tenths");
            powers.get(i).setTenths(tenths.get(i));
            scoreDirector.afterVariableChanged(powers.get(i), "tenths");
        }
        for (int i = 0; i < handovers.size(); i++) {
            scoreDirector.beforeVariableChanged(handovers.get(i), "done");
            handovers.get(i).setDone(done.get(i));
            scoreDirector.afterVariableChanged(handovers.get(i), "done");
        }
    }
}
