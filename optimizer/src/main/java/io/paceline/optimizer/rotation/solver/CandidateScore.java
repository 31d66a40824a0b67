package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Price;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * The score of a candidate: its cost, negated, with what is missing paid for. Incremental only in name and in owning its memory: it reads all variables each time, which
 * is nothing beside riding the plan, and so it cannot get out of step with them.
 */
public class CandidateScore implements IncrementalScoreCalculator<Candidate, HardMediumSoftLongScore> {
    private @Nullable Candidate candidate;
    private @Nullable CostMeter meter;

    @Override
    public void resetWorkingSolution(Candidate workingSolution) {
        candidate = workingSolution;
        meter = new CostMeter(workingSolution.space());
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        if (candidate == null || meter == null) {
            throw new IllegalStateException("the score was asked for before there was a solution");
        }
        Cost cost = candidate.trials().measure(meter, candidate.draft());
        candidate.endIfOver();
        return scoreOf(cost, candidate.price(), meter.burned());
    }

    /** All in one level, so that annealing can cross from one to another: see {@link Price}. */
    static HardMediumSoftLongScore scoreOf(Cost cost, Price price, int burned) {
        return HardMediumSoftLongScore.ofSoft(-new Cost(0, 0, price.of(cost, burned)).softUnits());
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {}

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {}

    @Override
    public void afterVariableChanged(Object entity, String variableName) {}

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}
}
