package io.paceline.benchmarks.wagner;

import java.util.List;
import java.util.Random;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.common.SelectionCacheType;
import org.optaplanner.core.config.heuristic.selector.common.SelectionOrder;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** Solves one instance with a budget of evaluations: a beam builds a strategy, OptaPlanner's local search improves it. */
public final class WagnerSolver {
    /**
     * Shares of the budget that the construction may take. With free powers 0.2, 0.35, 0.5 and 0.7 were tried on seeds 101 to 108; 0.5 with a
     * late acceptance of 10 was the best or within the spread on every instance.
     */
    private static final double FREE_POWER_SHARE = 0.5;

    private static final double GIVEN_POWER_SHARE = 0.9;
    private static final int LEAST_LATE_ACCEPTANCE = 10;
    private static final int CALCULATIONS_PER_LATE_SLOT = 150;

    private final EnvironmentMode mode;

    public WagnerSolver() {
        this(EnvironmentMode.REPRODUCIBLE);
    }

    WagnerSolver(EnvironmentMode mode) {
        this.mode = mode;
    }

    /**
     * The same instance, budget and seed give the same result.
     *
     * @param evaluations the most evaluations of the objective, construction included; at least 100
     * @throws IllegalArgumentException if the budget is too small
     */
    public SearchResult solve(Instance instance, long evaluations, long seed) {
        if (evaluations < 100) {
            throw new IllegalArgumentException("evaluations = " + evaluations + " is below 100");
        }
        long startNs = System.nanoTime();
        Race race = new Race(instance.pursuit(), Instance.STEP_S);
        // An asserting solver scores everything again and again: it has no budget, only a termination.
        Meter meter = new Meter(race, mode.isAsserted() ? Long.MAX_VALUE : evaluations);
        Strategy first = new BeamConstruction(instance, meter, new Random(seed))
                .build((long) (evaluations * constructionShare(instance)));
        long built = meter.spent();
        StrategyPlan start = new StrategyPlan(new StrategyPlan.Problem(instance, meter), first);
        StrategyPlan best = SolverFactory.<StrategyPlan>create(config(evaluations - built, seed))
                .buildSolver()
                .solve(start);
        double seconds = (System.nanoTime() - startNs) * 1e-9;
        Strategy strategy = best.strategy();
        // Not counted: the search is over, this only states what it found, by the published objective alone.
        double timeS = race.finishTimeS(strategy.powerW(), strategy.handOver());
        return new SearchResult(timeS, strategy, built, meter.spent(), seconds);
    }

    private static double constructionShare(Instance instance) {
        return instance.powerIsFree() ? FREE_POWER_SHARE : GIVEN_POWER_SHARE;
    }

    private SolverConfig config(long calculations, long seed) {
        MoveIteratorFactoryConfig moves =
                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(StrategyMoves.class);
        moves.setCacheType(SelectionCacheType.JUST_IN_TIME);
        moves.setSelectionOrder(SelectionOrder.RANDOM);
        LocalSearchPhaseConfig search = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(moves)
                .withAcceptorConfig(
                        new LocalSearchAcceptorConfig().withLateAcceptanceSize(lateAcceptance(calculations)))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        return new SolverConfig()
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withSolutionClass(StrategyPlan.class)
                .withEntityClassList(List.of(SegmentPower.class, Handover.class))
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withEasyScoreCalculatorClass(StrategyScorer.class))
                .withTerminationConfig(new TerminationConfig().withScoreCalculationCountLimit(calculations))
                .withPhases(search);
    }

    private static int lateAcceptance(long calculations) {
        return (int) Math.max(LEAST_LATE_ACCEPTANCE, calculations / CALCULATIONS_PER_LATE_SLOT);
    }

    /**
     * What a search found.
     *
     * @param timeS       finish time by the published objective, s
     * @param strategy    the decisions
     * @param built       evaluations that the construction took
     * @param evaluations evaluations in all
     * @param seconds     wall time, s
     */
    public record SearchResult(double timeS, Strategy strategy, long built, long evaluations, double seconds) {}
}
