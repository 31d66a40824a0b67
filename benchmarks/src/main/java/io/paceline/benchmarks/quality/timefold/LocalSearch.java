package io.paceline.benchmarks.quality.timefold;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.Round;
import io.paceline.optimizer.rotation.solver.Stages;
import java.util.Map;

/** Timefold's simulated annealing over drafts, with moves of our own. It cools by count alone, so that equal seeds give equal plans. */
public final class LocalSearch implements Stages.Engine {
    private final EnvironmentMode mode;

    /** A search that trusts its score. */
    @SuppressWarnings("removal") // the mode has its new name only in versions that need Java 21
    public LocalSearch() {
        this(EnvironmentMode.REPRODUCIBLE);
    }

    LocalSearch(EnvironmentMode mode) {
        this.mode = mode;
    }

    @Override
    public Draft search(DraftSpace space, Trials trials, Round round) {
        long until = trials.evaluations() + round.evaluations();
        SolverFactory<Candidate> factory = SolverFactory.create(config(round));
        Solver<Candidate> solver = factory.buildSolver();
        if (solver instanceof DefaultSolver<Candidate> metered) {
            // its meters are global: without a name of its own, two searches at once would quarrel about them
            metered.setMonitorTagMap(Map.of("search", Integer.toHexString(System.identityHashCode(solver))));
        }
        Candidate candidate = new Candidate(space, trials, round);
        candidate.endWith(() -> trials.over() || trials.evaluations() >= until, solver::terminateEarly);
        return solver.solve(candidate).draft().copy();
    }

    private SolverConfig config(Round round) {
        TerminationConfig count = new TerminationConfig().withScoreCalculationCountLimit(round.evaluations());
        return new SolverConfig()
                .withSolutionClass(Candidate.class)
                .withEntityClasses(LineSlot.class, SectorEffort.class)
                .withEnvironmentMode(mode)
                .withRandomSeed(round.seed())
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(CandidateScore.class))
                .withPhases(new LocalSearchPhaseConfig()
                        .withTerminationConfig(count)
                        .withMoveSelectorConfig(
                                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(MoveDraw.class))
                        .withAcceptorConfig(new LocalSearchAcceptorConfig()
                                .withSimulatedAnnealingStartingTemperature(HardMediumSoftLongScore.ofSoft(round.heat())
                                        .toString()))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }
}
