package io.paceline.optimizer.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.rider.RecoveryModel;
import java.util.List;
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

    @Test
    void theChaseLeavesTheTrainWhatItNeeds() {
        ChaseKernel kernel = kernel();
        SearchResult alone = RotationPlanner.optaPlanner().plan(kernel, SHORT, SearchListener.none());
        assertThat(alone.outcome().feasible()).isTrue();
        List<Double> speeds = List.of(14.5, 15.5, 16.0, 16.4, 16.6, 17.4);
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
        // what a train needs never makes the chase cheaper, up to what a descent may miss
        List<SprintPlan> ridden = plans.stream().filter(SprintPlan::feasible).toList();
        for (int i = 1; i < ridden.size(); i++) {
            assertThat(ridden.get(i).outcome().collectiveJ())
                    .isGreaterThan(0.998 * ridden.get(i - 1).outcome().collectiveJ());
        }
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
}
