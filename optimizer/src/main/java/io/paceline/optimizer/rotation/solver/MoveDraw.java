package io.paceline.optimizer.rotation.solver;

import java.util.Iterator;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.Move;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** An endless stream of changes: of the pace, which moves the cost most, and of the line. */
public class MoveDraw implements MoveIteratorFactory<Candidate, Move<Candidate>> {
    private static final int PACE_PERCENT = 55;

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
        LineMoves line = new LineMoves(candidate, workingRandom);
        EffortMoves pace = new EffortMoves(candidate, workingRandom);
        boolean hasPace = candidate.sectors().size() > 1;
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Move<Candidate> next() {
                return hasPace && workingRandom.nextInt(100) < PACE_PERCENT ? pace.draw() : line.draw();
            }
        };
    }
}
