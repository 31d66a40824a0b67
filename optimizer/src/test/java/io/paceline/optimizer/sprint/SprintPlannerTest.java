package io.paceline.optimizer.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.RecoveryModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SprintPlannerTest {
    private static final SearchOptions SHORT = SearchOptions.evaluations(2_000);

    /** The catch is where the train begins: nobody rolls in between. */
    private static final LeadOut LATE = new LeadOut(
            "SPR",
            Trains.leadOut().helperIds(),
            Trains.leadOut().mostPowerW(),
            List.of(),
            Trains.leadOut().train(),
            Trains.leadOut().sprint(),
            13);

    private static ChaseKernel kernel() {
        return ChaseKernel.compile(Trains.chase(RecoveryModel.CONSERVATIVE, 45, 46));
    }

    /** A chase for which both helpers have to pull, so that they have less at the catch than a train to 14.5 m/s needs. */
    private static ChaseKernel hard() {
        return ChaseKernel.compile(Trains.chase(RecoveryModel.CONSERVATIVE, 60, 47));
    }

    private static RotationPlan alone(ChaseKernel kernel) {
        return RotationPlanner.optaPlanner()
                .plan(kernel, SHORT, SearchListener.none())
                .plan();
    }

    @Test
    void theChaseLeavesTheTrainWhatItNeeds() {
        ChaseKernel kernel = hard();
        SearchResult alone = RotationPlanner.optaPlanner().plan(kernel, SHORT, SearchListener.none());
        assertThat(alone.outcome().feasible()).isTrue();
        assertThat(alone.plan().pulls()).extracting(Pull::riderId).contains("L1", "L2");
        List<Double> speeds = List.of(13.5, 14.0, 14.5, 15.0, 15.5, 17.4);
        List<SprintPlan> plans = SprintPlanner.tradeOff(kernel, LATE, speeds, SHORT);
        assertThat(plans).extracting(SprintPlan::dropMPerS).isEqualTo(speeds);
        int rescued = 0;
        for (SprintPlan plan : plans) {
            assertThat(plan.train().metres().stream().mapToDouble(m -> m).sum()).isEqualTo(1_000, within(1e-6));
            assertThat(plan.train().order()).containsExactlyInAnyOrder("L1", "L2");
            // the train begins with what the chase left
            TrainRide ride = new TrainRide(kernel.chase(), LATE, plan.dropMPerS());
            assertThat(ride.ride(plan.train(), left(plan.outcome()))).isEqualTo(plan.ridden());
            // one after the other: the same train after the chase as it was planned alone
            TrainOutcome glued = ride.ride(plan.train(), left(alone.outcome()));
            rescued += plan.feasible() && !glued.feasible() ? 1 : 0;
            assertThat(hard(plan)).isLessThanOrEqualTo(glued.shortJ() + glued.tooStrongJ() + 1e-9);
        }
        assertThat(rescued)
                .as("trains for which the chase of least energy does not leave enough")
                .isPositive();
        assertThat(plans.get(0).feasible()).isTrue();
        assertThat(plans.get(plans.size() - 1).feasible()).isFalse();
    }

    @Test
    void moreSpeedNeverCostsTheChaseLess() {
        ChaseKernel kernel = hard();
        SprintStudy study = new SprintStudy(kernel, LATE, alone(kernel), () -> false);
        for (double speed : new double[] {15.0, 13.5, 14.5, 15.25, 14.0, 14.75}) {
            study.plan(speed);
        }
        List<SprintPlan> ridden =
                study.settled().stream().filter(SprintPlan::feasible).toList();
        assertThat(ridden).hasSizeGreaterThanOrEqualTo(5);
        assertThat(ridden).extracting(SprintPlan::dropMPerS).isSorted();
        Outcome before = study.withoutTrain();
        for (SprintPlan plan : ridden) {
            Outcome now = plan.outcome();
            double moreReserveJ = Math.ceil(now.reserveShortJ()) - Math.ceil(before.reserveShortJ());
            assertThat(moreReserveJ).isNotNegative();
            if (moreReserveJ == 0) {
                assertThat(now.collectiveJ()).isGreaterThanOrEqualTo(before.collectiveJ());
            }
            before = now;
        }
        // the chase pays for the fastest of them, in reserves or in energy
        Outcome free = study.withoutTrain();
        assertThat(Math.ceil(before.reserveShortJ()) > Math.ceil(free.reserveShortJ())
                        || before.collectiveJ() > free.collectiveJ())
                .isTrue();
    }

    @Test
    void aStudyThatWasStoppedCarriesTheFasterPlanOver() {
        ChaseKernel kernel = hard();
        AtomicBoolean stopped = new AtomicBoolean();
        SprintStudy study = new SprintStudy(kernel, LATE, alone(kernel), stopped::get);
        SprintPlan fast = study.plan(15.0);
        assertThat(fast.feasible()).isTrue();
        stopped.set(true);
        // a little slower, and still more than the chase alone leaves for
        assertThat(study.plan(14.9).feasible()).isFalse();

        List<SprintPlan> settled = study.settled();

        assertThat(settled).extracting(SprintPlan::dropMPerS).containsExactly(14.9, 15.0);
        assertThat(settled.get(0).feasible()).isTrue();
        assertThat(settled.get(0).chase()).isEqualTo(fast.chase());
        assertThat(settled.get(1)).isEqualTo(fast);
    }

    @Test
    void aSpeedIsPlannedOnce() {
        ChaseKernel kernel = kernel();
        SprintStudy study = new SprintStudy(kernel, LATE, alone(kernel), () -> false);
        SprintPlan plan = study.plan(14.5);
        long evaluations = study.evaluations();

        assertThat(study.plan(14.5)).isSameAs(plan);
        assertThat(study.evaluations()).isEqualTo(evaluations).isPositive();
    }

    private static ToDoubleFunction<String> left(Outcome outcome) {
        return id -> outcome.riders().stream()
                .filter(rider -> rider.riderId().equals(id))
                .findFirst()
                .orElseThrow()
                .endBalanceJ();
    }

    private static double hard(SprintPlan plan) {
        return plan.ridden().shortJ()
                + plan.ridden().tooStrongJ()
                + plan.outcome().overdrawnJ();
    }

    @Test
    void theSameSearchGivesTheSamePlan() {
        SprintPlan one = SprintPlanner.plan(kernel(), LATE, 15.5, SHORT);
        SprintPlan two = SprintPlanner.plan(kernel(), LATE, 15.5, SHORT);
        assertThat(one).isEqualTo(two);
    }

    @Test
    void aStoppedStudyStillHasAPairAndLooksAtNoMore() {
        ChaseKernel kernel = kernel();
        RotationPlan alone = alone(kernel);
        SprintStudy study = new SprintStudy(kernel, LATE, alone, () -> true);

        SprintPlan plan = study.plan(14.5);

        assertThat(plan.chase()).isEqualTo(alone);
        assertThat(plan.train().metres()).containsExactly(500.0, 500.0);
        assertThat(study.evaluations()).isOne();
    }

    @Test
    void whoIsBurnedInTheChaseLeadsNobodyOut() {
        ChaseKernel kernel = kernel();
        RotationPlan burning = new RotationPlan(
                List.of(new Pull("L1", 40, 3), new Pull("W1", 60), new Pull("W2", 60)),
                List.of("L2", "SPR"),
                List.of(1.0));
        SprintPlan held = new SprintStudy(kernel, LATE, burning, () -> true).plan(14.5);
        assertThat(held.chase().pulls().get(0).burnedAfterTurns()).isEqualTo(3);
        assertThat(held.feasible()).isFalse();

        SprintPlan found = new SprintStudy(kernel, LATE, burning, () -> false).plan(14.5);
        assertThat(found.chase().pulls())
                .noneMatch(pull -> pull.burnedAfterTurns() > 0 && pull.riderId().startsWith("L"));
    }

    @Test
    void theTurnsAddUpToTheTrain() {
        SprintPlan plan = SprintPlanner.plan(kernel(), LATE, 15.5, SHORT);
        List<TurnRide> turns = plan.ridden().turns();

        assertThat(turns).extracting(TurnRide::riderId).isEqualTo(plan.train().order());
        for (int i = 0; i < turns.size(); i++) {
            // rounding of sums
            assertThat(turns.get(i).metres()).isEqualTo(plan.train().metres().get(i), within(1e-6));
            assertThat(turns.get(i).meanW()).isLessThanOrEqualTo(turns.get(i).peakW());
        }
        assertThat(turns.stream().mapToDouble(TurnRide::seconds).sum())
                .isEqualTo(plan.ridden().trainS(), within(1e-9));
        assertThat(turns.get(0).fromMPerS()).isEqualTo(13);
        assertThat(turns.get(0).toMPerS()).isEqualTo(turns.get(1).fromMPerS(), within(1e-9));
        assertThat(turns.get(1).toMPerS()).isEqualTo(15.5, within(1e-9));
    }
}
