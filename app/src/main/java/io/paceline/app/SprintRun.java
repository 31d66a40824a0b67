package io.paceline.app;

import io.paceline.app.report.Answer;
import io.paceline.app.report.SearchFacts;
import io.paceline.app.report.SectorRide;
import io.paceline.app.report.SprintFacts;
import io.paceline.app.report.SprintReport;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.SprintGoal;
import io.paceline.chase.RiderOutcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.sprint.LeadOut;
import io.paceline.optimizer.sprint.SprintPlan;
import io.paceline.optimizer.sprint.SprintStudy;
import io.paceline.optimizer.sprint.TrainOutcome;
import io.paceline.optimizer.sprint.TurnRide;
import io.paceline.rider.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** Plans the sprint of a scenario with its chase, and turns both into one answer. */
final class SprintRun {
    private final Scenario scenario;
    private final SprintGoal goal;
    private final ChaseKernel kernel;
    private final PlanSearch search;
    private final boolean showProgress;

    /** A plan of the chase that leaves the train what it needs, and the train. */
    record Found(Answer answer, SprintFacts sprint) {
        /** Whether the break is caught and the sprinter led out. */
        boolean feasible() {
            return answer.outcome().feasible() && sprint.ride().isPresent();
        }
    }

    SprintRun(Scenario scenario, SprintGoal goal, ChaseKernel kernel, PlanSearch search, boolean showProgress) {
        this.scenario = scenario;
        this.goal = goal;
        this.kernel = kernel;
        this.search = search;
        this.showProgress = showProgress;
    }

    /**
     * Searches the chase alone, then chase and train for every speed.
     *
     * @param trainSeconds time for the second part, s; infinite for as long as it takes
     */
    Found run(Interrupt interrupt, double trainSeconds) {
        long startNs = System.nanoTime();
        Answer alone = search.run(interrupt);
        if (!alone.outcome().feasible()) {
            SprintFacts none = new SprintFacts(
                    goal.sprinterId(),
                    goal.dropM(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    0,
                    !interrupt.asked());
            return new Found(saying(alone, none, 0), none);
        }
        long trainNs = System.nanoTime();
        BooleanSupplier stopped = () -> interrupt.asked() || (System.nanoTime() - trainNs) * 1e-9 > trainSeconds;
        SprintStudy study = new SprintStudy(kernel, leadOut(), alone.plan(), stopped);
        SprintLadder ladder =
                new SprintLadder(study, stopped, goal, kernel.chase().topSpeedMPerS());
        try (SearchBar bar = SearchBar.ofSteps("The train", showProgress)) {
            ladder.climb(bar);
        }
        Optional<SprintPlan> chosen = ladder.chosen();
        SprintFacts facts = new SprintFacts(
                goal.sprinterId(),
                goal.dropM(),
                chosen.map(this::ride),
                OptionalDouble.of(study.withoutTrain().collectiveJ()),
                ladder.plans().stream()
                        .map(plan -> row(plan, chosen.filter(plan::equals).isPresent()))
                        .toList(),
                study.evaluations(),
                !stopped.getAsBoolean());
        Answer answer = chosen.map(plan -> answer(alone, plan)).orElse(alone);
        return new Found(saying(answer, facts, (System.nanoTime() - startNs) * 1e-9), facts);
    }

    private LeadOut leadOut() {
        return new LeadOut(
                goal.sprinterId(),
                goal.helperIds(),
                goal.mostPowerW(),
                goal.roll(),
                goal.train(),
                goal.sprint(),
                goal.startMPerS());
    }

    private Answer answer(Answer alone, SprintPlan plan) {
        return new Answer(
                scenario,
                plan.chase(),
                plan.outcome(),
                SectorRide.of(scenario, kernel, plan.chase(), plan.outcome()),
                alone.search(),
                List.of(),
                search.explain(plan.chase(), plan.outcome()));
    }

    /** The answer with a sentence about the sprint after the first, and the time of both parts. */
    private Answer saying(Answer answer, SprintFacts facts, double wallS) {
        List<String> sentences = new ArrayList<>(answer.explanation());
        sentences.add(1, SprintReport.sentence(facts));
        Optional<SearchFacts> found = answer.search()
                .map(s -> new SearchFacts(s.score(), s.seed(), s.evaluations(), Math.max(wallS, s.wallS())));
        return new Answer(
                scenario, answer.plan(), answer.outcome(), answer.sectors(), found, answer.bounds(), sentences);
    }

    private SprintFacts.Row row(SprintPlan plan, boolean chosen) {
        return new SprintFacts.Row(
                3.6 * plan.dropMPerS(),
                plan.feasible(),
                plan.outcome().collectiveJ(),
                plan.outcome().reserveShortJ(),
                helpersLeftJ(plan),
                plan.ridden().sprinterLeftJ(),
                plan.ridden().sprintS(),
                3.6 * plan.ridden().lineMPerS(),
                plan.ridden().shortJ() + plan.outcome().overdrawnJ(),
                plan.ridden().tooStrongJ(),
                chosen);
    }

    private double helpersLeftJ(SprintPlan plan) {
        return plan.outcome().riders().stream()
                .filter(rider -> goal.helperIds().contains(rider.riderId()))
                .mapToDouble(RiderOutcome::endBalanceJ)
                .sum();
    }

    private SprintFacts.Ride ride(SprintPlan plan) {
        List<SprintFacts.Turn> turns = new ArrayList<>();
        double toGoM = goal.trainM() + goal.dropM();
        for (TurnRide turn : plan.ridden().turns()) {
            turns.add(new SprintFacts.Turn(
                    turn.riderId(),
                    toGoM / 1_000,
                    turn.metres(),
                    turn.seconds(),
                    3.6 * turn.fromMPerS(),
                    3.6 * turn.toMPerS(),
                    turn.meanW(),
                    turn.peakW(),
                    plan.ridden().leastBalanceJ(turn.riderId())));
            toGoM -= turn.metres();
        }
        TrainOutcome ridden = plan.ridden();
        return new SprintFacts.Ride(
                turns,
                ridden.trainS(),
                3.6 * plan.dropMPerS(),
                ridden.sprinterLeftJ(),
                ridden.sprintW(),
                ridden.sprintS(),
                3.6 * ridden.lineMPerS(),
                lineLeftJ(plan));
    }

    private double lineLeftJ(SprintPlan plan) {
        Team team = kernel.chase().team();
        double criticalW = team.riders().get(team.slot(goal.sprinterId())).criticalPowerW()
                * kernel.chase().freshness().criticalPowerFactor();
        TrainOutcome ridden = plan.ridden();
        // what he had, less what he rode above CP; rounding of the solved power is not a debt
        return Math.max(0, ridden.sprinterLeftJ() - (ridden.sprintW() - criticalW) * ridden.sprintS());
    }
}
