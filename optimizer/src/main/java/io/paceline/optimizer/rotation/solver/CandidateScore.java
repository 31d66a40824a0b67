package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.Price;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * The score of a candidate: its cost, negated, with what is missing paid for. Incremental only in name: it reads all variables each time, which is nothing beside
 * riding the plan, and so it cannot get out of step with them.
 */
public class CandidateScore implements IncrementalScoreCalculator<Candidate, HardMediumSoftLongScore> {
    private @Nullable Candidate candidate;

    @Override
    public void resetWorkingSolution(Candidate workingSolution) {
        candidate = workingSolution;
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        if (candidate == null) {
            throw new IllegalStateException("the score was asked for before there was a solution");
        }
        double value = candidate.annealing().measure(candidate.draft());
        candidate.endIfOver();
        return scoreOf(value);
    }

    /** All in one level, so that annealing can cross from one to another: see {@link Price}. */
    static HardMediumSoftLongScore scoreOf(double value) {
        return HardMediumSoftLongScore.ofSoft(-new Cost(0, 0, value).softUnits());
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
