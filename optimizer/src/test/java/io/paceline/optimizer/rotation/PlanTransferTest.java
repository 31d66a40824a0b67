package io.paceline.optimizer.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTransferTest {
    private static final Team FOUR =
            new Team(List.of(Chases.TT1, Chases.ROU1, Chases.DOM1, Chases.SPR1), Set.of("SPR1"));
    private static final RotationPlan PLAN = new RotationPlan(
            List.of(new Pull("DOM1", 40, 3), new Pull("TT1", 80), new Pull("ROU1", 60)),
            List.of("SPR1"),
            List.of(0.8, 1.2));
    private static final Chase FROM = onTwoSectors(FOUR, 10_000, 5_000);

    private static Chase onTwoSectors(Team team, double firstM, double secondM) {
        List<Stretch> stretches =
                List.of(new Stretch(firstM, -0.01, 0, 0, 0.004), new Stretch(secondM, 0.02, 0, 0, 0.004));
        return Chases.chase(team, Road.of(stretches, new int[] {0, 1}), 20, 42);
    }

    private static RotationPlan onto(Chase to) {
        ChaseKernel kernel = ChaseKernel.compile(to);
        RotationPlan carried = PlanTransfer.onto(PLAN, FROM, kernel);
        kernel.evaluate(carried); // refuses what does not fit
        return carried;
    }

    @Test
    void aPlanThatFitsStaysAsItIs() {
        assertThat(onto(onTwoSectors(FOUR, 10_000, 5_000))).isEqualTo(PLAN);
    }

    @Test
    void ridersWhoAreGoneLeaveAndNewOnesJoinBehind() {
        Team changed = new Team(
                List.of(Chases.TT1, Chases.ROU1, Chases.ROU2, Chases.DOM2, Chases.SPR1), Set.of("SPR1", "DOM2"));

        RotationPlan carried = onto(onTwoSectors(changed, 10_000, 5_000));

        // the mean pull of those who stay: (80 + 60) / 2 s
        assertThat(carried.pulls()).containsExactly(new Pull("TT1", 80), new Pull("ROU1", 60), new Pull("ROU2", 70));
        assertThat(carried.sitsOn()).containsExactly("SPR1", "DOM2");
    }

    @Test
    void aWorkerWhoIsProtectedNowSitsOn() {
        Team changed = new Team(List.of(Chases.TT1, Chases.ROU1, Chases.DOM1, Chases.SPR1), Set.of("ROU1", "SPR1"));

        RotationPlan carried = onto(onTwoSectors(changed, 10_000, 5_000));

        // he alone pulls to the end and has nothing left, so nobody takes over the 60 s: all of them would have gone to
        // him
        assertThat(carried.pulls()).extracting(Pull::riderId).containsExactly("DOM1", "TT1");
        assertThat(carried.pulls().get(0)).isEqualTo(new Pull("DOM1", 40, 3));
        assertThat(carried.sitsOn()).containsExactly("SPR1", "ROU1");
    }

    @Test
    void allPullEquallyWhereOnlyBurnedRidersAreLeft() {
        Team changed = new Team(List.of(Chases.DOM1, Chases.SPR1), Set.of("SPR1"));

        assertThat(onto(onTwoSectors(changed, 10_000, 5_000)).pulls()).containsExactly(new Pull("DOM1", 40));
    }

    @Test
    void effortsStayWithTheirPartOfTheRoadCountedFromTheCatch() {
        // 3 km of the old first sector are left, then all of the second
        assertThat(onto(onTwoSectors(FOUR, 3_000, 5_000)).sectorEfforts()).containsExactly(0.8, 1.2);
        // now the border lies inside the old second sector: both new middles are in it
        assertThat(onto(onTwoSectors(FOUR, 1_000, 3_000)).sectorEfforts()).containsExactly(1.2, 1.2);
        // the road begins so much earlier that the middle of its first sector is new
        assertThat(onto(onTwoSectors(FOUR, 40_000, 5_000)).sectorEfforts()).containsExactly(1.0, 1.2);
    }

    @Test
    void pullsGrowToTheShortestPossible() {
        RotationPlan hasty = new RotationPlan(
                List.of(new Pull("TT1", 10), new Pull("ROU1", 10), new Pull("DOM1", 10)),
                List.of("SPR1"),
                List.of(1.0, 1.0));
        Chase slow = Chases.chase(
                new Team(
                        List.of(Chases.TT1, Chases.ROU1, Chases.ROU2, Chases.DOM2, Chases.DOM1, Chases.SPR1), Set.of()),
                FROM.road(),
                0,
                20);
        ChaseKernel kernel = ChaseKernel.compile(slow);

        RotationPlan carried = PlanTransfer.onto(hasty, FROM, kernel);

        assertThat(carried.pulls())
                .allMatch(pull ->
                        pull.seconds() >= kernel.shortestPullS(carried.pulls().size()));
        assertThat(kernel.evaluate(carried).riders()).hasSize(6);
    }

    @Test
    void refusesAPlanOfAnotherRoad() {
        RotationPlan other = new RotationPlan(PLAN.pulls(), PLAN.sitsOn(), List.of(1.0));
        assertThatThrownBy(() -> PlanTransfer.onto(other, FROM, ChaseKernel.compile(FROM)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plan: 1 efforts for 2 sectors. Give the chase that the plan was made for.");
    }
}
