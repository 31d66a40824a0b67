package io.paceline.benchmarks.quality.timefold;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.Move;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.Random;

/** An endless stream of changes. */
public class MoveDraw implements MoveIteratorFactory<Candidate, Move<Candidate>> {
    @Override
    public long getSize(ScoreDirector<Candidate> director) {
        Candidate candidate = director.getWorkingSolution();
        return (long) candidate.slots().size() * candidate.slots().size()
                + (long) candidate.sectors().size() * candidate.sectors().size();
    }

    @Override
    public Iterator<Move<Candidate>> createOriginalMoveIterator(ScoreDirector<Candidate> director) {
        throw new UnsupportedOperationException("moves are drawn at random; ask for the random iterator");
    }

    @Override
    public Iterator<Move<Candidate>> createRandomMoveIterator(ScoreDirector<Candidate> director, Random workingRandom) {
        Candidate candidate = director.getWorkingSolution();
        candidate.annealing().beginStep(candidate.draft());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Move<Candidate> next() {
                return new DraftMove(candidate.annealing().draw(candidate.draft(), workingRandom));
            }
        };
    }
}
