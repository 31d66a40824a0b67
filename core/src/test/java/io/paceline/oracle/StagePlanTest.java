package io.paceline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.chase.Outcome;
import io.paceline.drafting.DragTables;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Freshness;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Course;
import io.paceline.road.Road;
import io.paceline.road.Stages;
import io.paceline.road.Wind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plan that the tool finds for its first example, on the real road, against the slow oracle. */
class StagePlanTest {
    private static final RotationPlan PLAN = new RotationPlan(
            List.of(
                    new Pull("DOM1", 55),
                    new Pull("ROU1", 65),
                    new Pull("TT1", 60),
                    new Pull("DOM2", 25),
                    new Pull("ROU2", 35)),
            List.of("SPR1"),
            List.of(
                    0.847, 1.0856, 1.3228, 1.1849, 0.9634, 0.9476, 1.3382, 0.9054, 1.2232, 1.4462, 0.7774, 1.1274,
                    1.5258, 0.1872, 1.2103, 1.1961, 0.4966, 1.0167));

    private static Chase example() {
        Course course = Stages.stage18Of2023();
        double finishM = course.lengthM();
        Road road = Road.of(
                course.stretches(finishM - 60_000, finishM - 5_000, Wind.at10m(2.5, Math.toRadians(200)), 0.004));
        Air air = Air.moist(297.15, 99_000, 0.5);
        double fraction = DragTables.blocken2018().meanDragFraction(4, 0.5);
        double powerW = ObservedBreak.levelPowerW(47.5 / 3.6, 0.004, 78, 0.30, fraction, air, Drivetrain.MARTIN_1998);
        ObservedBreak ahead =
                new ObservedBreak(120, 4, 78, 0.30, powerW, 0.03, fraction, air, Drivetrain.MARTIN_1998, 22);
        List<Rider> riders = List.of(
                new Rider("TT1", 86, 0.300, 450, 23_000),
                new Rider("ROU1", 84, 0.300, 425, 24_000),
                new Rider("ROU2", 88, 0.310, 430, 25_000),
                new Rider("DOM1", 80, 0.295, 400, 21_000),
                new Rider("DOM2", 78, 0.290, 385, 20_000),
                new Rider("SPR1", 87, 0.310, 390, 28_000));
        return Chase.builder(new Team(riders, Set.of("SPR1")), road, air, ahead)
                .freshness(new Freshness(0.93, 0.80))
                .build();
    }

    @Test
    void theOracleConfirmsThePlanOfTheExample() {
        Chase chase = example();
        Outcome outcome = ChaseKernel.compile(chase).evaluate(PLAN);
        OracleAnswer oracle = SteppedOracle.ride(chase, PLAN, SteppedOracle.DEFAULT_STEP_S);
        assertThat(outcome.feasible()).isTrue();
        assertThat(outcome.timeS()).isCloseTo(oracle.timeS(), within(0.5));
        double oracleJ =
                oracle.riders().stream().mapToDouble(rider -> rider.workJ).sum();
        assertThat(outcome.collectiveJ()).isCloseTo(oracleJ, within(1e-3 * oracleJ));
        for (int slot = 0; slot < outcome.riders().size(); slot++) {
            assertThat(outcome.riders().get(slot).leastBalanceJ())
                    .as(outcome.riders().get(slot).riderId())
                    .isCloseTo(oracle.riders().get(slot).leastBalanceJ, within(20.0));
            assertThat(oracle.riders().get(slot).leastBalanceJ).isPositive();
        }
    }
}
