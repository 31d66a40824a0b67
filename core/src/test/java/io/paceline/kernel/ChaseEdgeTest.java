package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.chase.ObservedBreak;
import io.paceline.chase.Outcome;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Drivetrain;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chases at the ends of what the model covers, and plans that do not fit. */
class ChaseEdgeTest {

    private static Outcome ride(Chase chase, int working, double pullS) {
        return ChaseKernel.compile(chase).evaluate(SmallChase.plan(chase, working, pullS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -600, 100, 900})
    void aChaseThatCannotBeInTimeRidesAtTopSpeedAndIsLate(double targetS) {
        Outcome outcome = ride(SmallChase.of(5, targetS).build(), 5, 30);
        assertThat(outcome.speedsMPerS()).containsExactly(22.0);
        // 20 km at 22 m/s
        assertThat(outcome.timeS()).isCloseTo(20_000 / 22.0, within(1e-9));
        assertThat(outcome.marginS()).isCloseTo(targetS - 20_000 / 22.0, within(1e-9));
        assertThat(outcome.inTime()).isFalse();
        assertThat(outcome.feasible()).isFalse();
        assertThat(outcome.collectiveJ()).isPositive().isFinite();
    }

    @Test
    void aDescentIsRiddenForNothing() {
        Stretch down = new Stretch(5_000, -0.05, 0, 0, 0.004);
        Outcome outcome = ride(SmallChase.on(1_000, SmallChase.team(4), down).build(), 4, 30);
        assertThat(outcome.marginS()).as("earlier than it has to be").isGreaterThan(100);
        assertThat(outcome.feasible()).isTrue();
        assertThat(outcome.evenPowerW()).isCloseTo(0, within(1e-6));
        // the riders behind brake, the leader and he who drifts back pedal a little
        assertThat(outcome.riders())
                .allSatisfy(rider -> assertThat(rider.meanPowerW()).isBetween(0.0, 100.0));
    }

    @Test
    void aGaleSlowsButDoesNotBreakIt() {
        Stretch gale = new Stretch(5_000, 0, 0, 20, 0.004);
        Outcome outcome = ride(SmallChase.on(1_000, SmallChase.team(6), gale).build(), 6, 60);
        assertThat(outcome.timeS()).isCloseTo(1_000, within(1e-6));
        assertThat(outcome.speedsMPerS().get(0)).isCloseTo(5, within(1e-9));
    }

    @Test
    void oneRiderRidesATimeTrial() {
        Outcome outcome = ride(SmallChase.of(1, 1_600).build(), 1, 60);
        // 12.5 m/s: 0.5 · 1.2 · 0.3044 · 12.5³ = 356.719 W air; 80 · 9.80665 · 0.004 · 12.5 = 39.227 W rolling;
        // (0.091 + 0.0087 · 12.5) · 12.5 = 2.497 W bearings; 398.442 / 0.976 = 408.240 W
        assertThat(outcome.riders().get(0).meanPowerW()).isCloseTo(408.240, within(0.001));
        assertThat(outcome.evenPowerW()).isCloseTo(408.240, within(0.001));
        assertThat(outcome.riders().get(0).frontShare()).isCloseTo(1, within(1e-12));
    }

    @Test
    void oneWorkerPullsNineteen() {
        Outcome outcome = ride(SmallChase.of(20, 1_600).build(), 1, 600);
        assertThat(outcome.riders().get(0).frontS()).isCloseTo(1_600, within(1e-6));
        assertThat(outcome.riders().subList(1, 20)).allSatisfy(rider -> {
            assertThat(rider.turns()).isZero();
            assertThat(rider.leastBalanceJ()).isEqualTo(20_000);
        });
    }

    @Test
    void twentyWork() {
        Outcome outcome = ride(SmallChase.of(20, 1_410).build(), 20, 25);
        assertThat(outcome.timeS()).isCloseTo(1_410, within(1e-6));
        assertThat(outcome.riders().stream().mapToDouble(r -> r.frontS()).sum()).isCloseTo(1_410, within(1e-6));
        // 1 410 s are 56 pulls of 25 s and 10 s of another: 17 riders come thrice, 3 twice
        assertThat(outcome.riders().stream().mapToInt(r -> r.turns()).sum()).isEqualTo(57);
    }

    @Test
    void aBreakWithNoLeadIsRiddenDownAtItsOwnPace() {
        Air air = new Air(1.2);
        ObservedBreak ahead = new ObservedBreak(
                0,
                4,
                80,
                0.3,
                300,
                0,
                DragTables.blocken2018().meanDragFraction(4, 0.5),
                air,
                Drivetrain.MARTIN_1998,
                22);
        Chase chase = Chase.builder(SmallChase.team(4), Road.of(List.of(SmallChase.FLAT_20_KM)), air, ahead)
                .build();
        // the same men in the same line: the same power
        assertThat(ride(chase, 4, 60).evenPowerW()).isCloseTo(300, within(1e-6));
    }

    @Test
    void aVeryShortApproachChangesNothing() {
        Chase none = SmallChase.of(4, 1_600).build();
        Chase tiny = none.toBuilder()
                .approach(List.of(new Stretch(1e-9, 0, 0, 0, 0.004)))
                .build();
        assertThat(ride(tiny, 4, 60).collectiveJ()).isCloseTo(ride(none, 4, 60).collectiveJ(), within(1e-3));
    }

    @Test
    void aSlowRecovererIsLeftWithLess() {
        Team team = new Team(
                List.of(
                        new Rider("r0", 80, 0.3, 300, 20_000, 0.23, 5),
                        new Rider("r1", 80, 0.3, 300, 20_000, 0.23, 0.2)),
                Set.of());
        Outcome outcome = ride(
                SmallChase.on(1_650, team, SmallChase.FLAT_20_KM)
                        .recovery(RecoveryModel.ELITE)
                        .build(),
                2,
                60);
        assertThat(outcome.riders().get(0).leastBalanceJ())
                .isLessThan(outcome.riders().get(1).leastBalanceJ());
    }

    @Test
    void allButOneAreBurned() {
        Chase chase = SmallChase.of(6, 1_500).build();
        List<Pull> pulls = IntStream.range(0, 6)
                .mapToObj(i -> new Pull("r" + i, 40, i == 3 ? 0 : 1))
                .toList();
        Outcome outcome = ChaseKernel.compile(chase).evaluate(new RotationPlan(pulls, List.of(), List.of(1.0)));
        // each has 40 s in front; from 240 s on r3, who led from 120 to 160 s too, is alone
        for (int i = 0; i < 6; i++) {
            assertThat(outcome.riders().get(i).frontS()).as("r%d", i).isCloseTo(i == 3 ? 1_300 : 40, within(1e-6));
        }
        // burned riders are charged the last place of the line that they left, so they still work
        assertThat(outcome.riders())
                .allSatisfy(rider -> assertThat(rider.workJ()).isGreaterThan(200_000));
    }

    @Test
    void refusesPlansThatDoNotFit() {
        Chase chase = SmallChase.of(3, 1_600).build();
        assertRefused(
                chase,
                new RotationPlan(List.of(new Pull("r0", 60), new Pull("r1", 60)), List.of(), List.of(1.0)),
                "plan: it places 2 riders, the team has 3. Every rider of the team pulls or sits on.");
        assertRefused(
                chase,
                new RotationPlan(List.of(new Pull("x", 60)), List.of("r0", "r1"), List.of(1.0)),
                "rider x is not in the team [r0, r1, r2].");
        assertRefused(
                chase,
                new RotationPlan(List.of(new Pull("r0", 60)), List.of("r1", "r2"), List.of(1.0, 1.0)),
                "plan: 2 efforts for 1 sectors. Each sector needs one; all 1 is even power.");
        assertRefused(
                chase,
                new RotationPlan(List.of(new Pull("r0", 60)), List.of("r1", "r2"), List.of(0.0)),
                "plan: sector 1: effort = 0 would let the group stop, for the road does not fall there. Give it some effort.");
    }

    @Test
    void refusesAProtectedRiderWhoPulls() {
        Team team = new Team(SmallChase.team(2).riders(), Set.of("r1"));
        Chase chase = SmallChase.on(1_600, team, SmallChase.FLAT_20_KM).build();
        assertRefused(
                chase,
                SmallChase.plan(chase, 2, 60),
                "plan: rider r1 is protected but pulls. List him under sitsOn, or do not protect him.");
        assertThat(ride(chase, 1, 60).timeS()).isCloseTo(1_600, within(1e-6));
    }

    @Test
    void refusesAPullShorterThanAnExchange() {
        Chase chase = SmallChase.of(12, 1_600).build();
        // 11 · 2.25 m / 2 m/s = 12.375 s
        assertRefused(
                chase,
                SmallChase.plan(chase, 12, 12),
                "plan: rider r0: pull = 12.0 s is shorter than an exchange of 12 riders at 45.0 km/h, 12.4 s."
                        + " Pull longer, or let somebody sit on.");
        assertThat(ChaseKernel.compile(chase).shortestPullS(12)).isCloseTo(12.375, within(1e-12));
        assertThat(ride(chase, 12, 12.375).timeS()).isCloseTo(1_600, within(1e-6));
    }

    private static void assertRefused(Chase chase, RotationPlan plan, String message) {
        ChaseKernel kernel = ChaseKernel.compile(chase);
        assertThatThrownBy(() -> kernel.evaluate(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anExchangeTakesWhatTheLineIsLong() {
        Line line = new Line(0.5, DragTables.blocken2018(), Shelter.DEFAULT);
        // four places of 1.75 + 0.5 m at 2 m/s: 4.5 s; at 4 m/s the drift is 1 m/s: 9 s; alone: none
        assertThat(line.exchangeS(5, 12)).isEqualTo(4.5);
        assertThat(line.exchangeS(5, 4)).isEqualTo(9);
        assertThat(line.exchangeS(1, 12)).isZero();
    }
}
