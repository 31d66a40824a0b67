package io.paceline.benchmarks.wagner;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.Move;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * The moves of the local search, drawn at random for ever.
 *
 * <p>Powers: change one, shift some from one segment to another, exchange two, scale a run of segments. Changes of the leader: make or drop one,
 * exchange two, move one to the next segment. Steps are drawn at equal weight per order of size, from 1 W to 400 W.
 */
public final class StrategyMoves implements MoveIteratorFactory<StrategyPlan, Move<StrategyPlan>> {
    @Override
    public long getSize(ScoreDirector<StrategyPlan> scoreDirector) {
        StrategyPlan plan = scoreDirector.getWorkingSolution();
        long entities = (long) plan.powers().size() + plan.handovers().size();
        return entities * entities;
    }

    @Override
    public Iterator<Move<StrategyPlan>> createOriginalMoveIterator(ScoreDirector<StrategyPlan> scoreDirector) {
        throw new UnsupportedOperationException("these moves are only drawn at random: set the selection order RANDOM");
    }

    @Override
    public Iterator<Move<StrategyPlan>> createRandomMoveIterator(
            ScoreDirector<StrategyPlan> scoreDirector, Random workingRandom) {
        return new Draws(scoreDirector.getWorkingSolution(), workingRandom);
    }

    private record Draws(StrategyPlan plan, Random random) implements Iterator<Move<StrategyPlan>> {
        private static final double LARGEST_STEP_W = 400;
        private static final double SCALE_SPREAD = 0.02;
        /** One move in so many is about changes of the leader, where both are free. */
        private static final int HANDOVER_SHARE = 3;

        @Override
        public boolean hasNext() {
            return !plan.powers().isEmpty() || !plan.handovers().isEmpty();
        }

        @Override
        public Move<StrategyPlan> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the instance leaves nothing free");
            }
            if (plan.powers().isEmpty()) {
                return handoverMove(plan.handovers());
            }
            if (plan.handovers().isEmpty() || random.nextInt(HANDOVER_SHARE) > 0) {
                return powerMove(plan.powers());
            }
            return handoverMove(plan.handovers());
        }

        private StrategyMove powerMove(List<SegmentPower> powers) {
            StrategyPlan.Problem problem = plan.problem();
            SegmentPower a = powers.get(random.nextInt(powers.size()));
            SegmentPower b = powers.get(random.nextInt(powers.size()));
            double step = Math.exp(random.nextDouble() * Math.log(LARGEST_STEP_W)) * SegmentPower.TENTHS_PER_W;
            return switch (random.nextInt(4)) {
                case 0 -> new StrategyMove().power(a, a.tenths() + (random.nextBoolean() ? step : -step), problem);
                case 1 ->
                    new StrategyMove()
                            .power(a, a.tenths() + step, problem)
                            .power(b, b.tenths() - (a == b ? 0 : step), problem);
                case 2 -> new StrategyMove().power(a, b.tenths(), problem).power(b, a.tenths(), problem);
                default -> scale(powers, Math.min(a.segment(), b.segment()), Math.max(a.segment(), b.segment()));
            };
        }

        private StrategyMove scale(List<SegmentPower> powers, int from, int to) {
            double factor = 1 + SCALE_SPREAD * random.nextGaussian();
            StrategyMove move = new StrategyMove();
            for (SegmentPower power : powers.subList(from, to + 1)) {
                move.power(power, power.tenths() * factor, plan.problem());
            }
            return move;
        }

        private StrategyMove handoverMove(List<Handover> handovers) {
            int a = random.nextInt(handovers.size());
            int b = random.nextInt(3) == 0 ? Math.min(a + 1, handovers.size() - 1) : random.nextInt(handovers.size());
            Handover first = handovers.get(a);
            Handover second = handovers.get(b);
            return random.nextBoolean() || first.done() == second.done()
                    ? new StrategyMove().handover(first, !first.done())
                    : new StrategyMove().handover(first, second.done()).handover(second, first.done());
        }
    }
}
