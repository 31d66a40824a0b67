package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Map;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;

/** OptaPlanner's local search over drafts, with moves of our own. It ends by count alone, so that equal seeds give equal plans. */
public final class LocalSearch {
    private static final int LATE_ACCEPTANCE_SIZE = 400;

    private final EnvironmentMode mode;

    /** A search that trusts its score. */
    public LocalSearch() {
        this(EnvironmentMode.REPRODUCIBLE);
    }

    LocalSearch(EnvironmentMode mode) {
        this.mode = mode;
    }

    /** Searches from a draft until the share of the account is used up; the best is in the account. */
    public void search(DraftSpace space, Trials trials, Draft start, long seed, double share) {
        SolverFactory<Candidate> factory = SolverFactory.create(config(seed));
        Solver<Candidate> solver = factory.buildSolver();
        if (solver instanceof DefaultSolver<Candidate> metered) {
            // its meters are global: without a name of its own, two searches at once would quarrel about them
            metered.setMonitorTagMap(Map.of("search", Integer.toHexString(System.identityHashCode(solver))));
        }
        Candidate candidate = new Candidate(space, trials, start);
        candidate.endWith(() -> trials.usedUp(share), solver::terminateEarly);
        solver.solve(candidate);
    }

    private SolverConfig config(long seed) {
        return new SolverConfig()
                .withSolutionClass(Candidate.class)
                .withEntityClasses(LineSlot.class, SectorEffort.class)
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(CandidateScore.class))
                .withTerminationConfig(new TerminationConfig().withScoreCalculationCountLimit(Long.MAX_VALUE))
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(
                                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(MoveDraw.class))
                        .withAcceptorConfig(
                                new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE_SIZE))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }
}
