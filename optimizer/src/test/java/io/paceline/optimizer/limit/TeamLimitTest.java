package io.paceline.optimizer.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Freshness;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamLimitTest {
    private static final Air AIR = new Air(1.15);
    private static final Rider STRONG = new Rider("strong", 82, 0.24, 430, 22_000);
    private static final Rider MIDDLE = new Rider("middle", 80, 0.23, 400, 20_000);
    private static final Rider WEAK = new Rider("weak", 78, 0.23, 370, 18_000);
    private static final SearchOptions SEARCH = SearchOptions.evaluations(3_000).withSeed(1);

    private static Chase fastest(List<Rider> riders, int left, Stretch... road) {
        return Chase.builder(
                        new Team(riders, Set.of()),
                        Road.of(List.of(road), IntStream.range(0, road.length).toArray()),
                        AIR,
                        Breakaway.NONE)
                .freshness(new Freshness(1, 1))
                .reserveFraction(0)
                .goal(new Goal(Objective.FASTEST, left))
                .build();
    }

    private static Stretch level(double lengthM) {
        return new Stretch(lengthM, 0, 0, 0, 0.004);
    }

    /** The speed at which a lone rider has spent CP and W' when he is there, by bisection on the road load alone. */
    private static double loneSpeed(Rider rider, double lengthM) {
        RoadLoad load = RoadLoad.of(level(lengthM), AIR, Drivetrain.MARTIN_1998, rider.massKg(), rider.dragAreaM2());
        double low = 5;
        double high = 22;
        for (int k = 0; k < 100; k++) {
            double v = 0.5 * (low + high);
            boolean can = (load.powerW(v) - rider.criticalPowerW()) * lengthM / v <= rider.wPrimeJ();
            low = can ? v : low;
            high = can ? high : v;
        }
        return low;
    }

    @Test
    void aLoneRiderSpendsAllHeHasAndAWattMoreIsWorthWhatHisRoadLoadSays() {
        Limit limit = TeamLimit.find(fastest(List.of(STRONG), 1, level(8_000)), LimitOptions.withGains(SEARCH));
        double expected = loneSpeed(STRONG, 8_000);
        // the time is enclosed to 1e-7
        assertThat(limit.speedMPerS()).isCloseTo(expected, within(3e-7 * expected));
        Rider stronger = new Rider("strong", 82, 0.24, 430 + TeamLimit.WATTS, 22_000);
        double gain = (loneSpeed(stronger, 8_000) - expected) / TeamLimit.WATTS;
        assertThat(limit.watts()).extracting(Gain::riderId).containsExactly("strong");
        // a last step of 4e-6 of the speed, over five watts
        assertThat(limit.watts().get(0).gainMPerS()).isCloseTo(gain, within(2e-5));
        assertThat(limit.feasible()).isTrue();
        assertThat(limit.first().orElseThrow().riderId()).isEqualTo("strong");
        double faster = expected + limit.first().orElseThrow().fasterMPerS();
        assertThat(faster).isCloseTo(expected / 0.995, within(1e-5));
        RoadLoad load = RoadLoad.of(level(8_000), AIR, Drivetrain.MARTIN_1998, STRONG.massKg(), STRONG.dragAreaM2());
        double emptyM = STRONG.wPrimeJ() / (load.powerW(faster) - STRONG.criticalPowerW()) * faster;
        // rows are a second apart
        assertThat(limit.first().orElseThrow().distanceM()).isCloseTo(emptyM, within(faster));
    }

    @Test
    void noPairOfPullsOnAFineGridIsFasterThanTheLimit() {
        Chase chase = fastest(List.of(STRONG, WEAK), 2, level(10_000));
        ChaseKernel kernel = ChaseKernel.compile(chase);
        PlanEvaluator evaluator = kernel.newEvaluator();
        Pace pace = kernel.newPace();
        LinePlan line = new LinePlan(2);
        line.working = 2;
        double bestS = Double.POSITIVE_INFINITY;
        for (int first = 0; first < 2; first++) {
            line.slot[0] = first;
            line.slot[1] = 1 - first;
            for (int a = 10; a <= 400; a += 4) {
                for (int b = 10; b <= 120; b += 4) {
                    line.pullS[first == 0 ? 0 : 1] = a;
                    line.pullS[first == 0 ? 1 : 0] = b;
                    kernel.solveFastest(new double[] {1}, line, evaluator, pace);
                    bestS = Math.min(bestS, pace.durationS());
                }
            }
        }
        Limit limit = TeamLimit.find(chase, LimitOptions.speedOnly(SEARCH));
        // 0.01 km/h is what the limit is found to
        assertThat(3.6 * limit.speedMPerS()).isGreaterThan(3.6 * 10_000 / bestS - 0.01);
        assertThat(limit.watts()).isEmpty();
    }

    @Test
    void theFastestRideIsAtTheEdgeOfWhatTheRidersHave() {
        Chase chase = fastest(List.of(STRONG, MIDDLE, WEAK), 3, level(6_000), new Stretch(2_000, 0.03, 0, 0, 0.004));
        ChaseKernel kernel = ChaseKernel.compile(chase);
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("strong", 60), new Pull("middle", 30)), List.of("weak"), List.of(1.0, 1.2));
        Outcome outcome = kernel.evaluate(plan);
        assertThat(outcome.feasible()).isTrue();
        assertThat(outcome.marginS()).isZero();
        assertThat(outcome.mostSpentShare()).as("somebody is empty").isBetween(0.9999, 1.0);
        Pace pace = kernel.newPace();
        PlanEvaluator evaluator = kernel.newEvaluator();
        kernel.solvePace(new double[] {1, 1.2}, outcome.timeS() * (1 - 1e-5), pace);
        evaluator.evaluate(pace, LinePlan.of(plan, chase.team()));
        assertThat(evaluator.overdrawnJ()).as("a hair faster").isPositive();
    }

    @Test
    void whoLeftTheLineNeedNotHoldItsSpeedAnyMore() {
        // the climb is far too much for him, the level before it is not
        Stretch[] road = {level(5_000), new Stretch(4_000, 0.07, 0, 0, 0.004)};
        Rider heavy = new Rider("heavy", 105, 0.25, 400, 20_000);
        RotationPlan burning = new RotationPlan(
                List.of(new Pull("heavy", 120, 2), new Pull("strong", 30)), List.of(), List.of(1.0, 1.0));
        RotationPlan staying =
                new RotationPlan(List.of(new Pull("heavy", 120), new Pull("strong", 30)), List.of(), List.of(1.0, 1.0));
        ChaseKernel one = ChaseKernel.compile(fastest(List.of(STRONG, heavy), 1, road));
        ChaseKernel both = ChaseKernel.compile(fastest(List.of(STRONG, heavy), 2, road));

        assertThat(one.evaluate(burning).timeS())
                .isLessThan(0.97 * one.evaluate(staying).timeS());
        assertThat(both.evaluate(burning).ridersMissing()).isEqualTo(1);
        assertThat(both.evaluate(burning).feasible()).isFalse();
        assertThat(both.evaluate(staying).feasible()).isTrue();
        Limit limit = TeamLimit.find(one.chase(), LimitOptions.speedOnly(SEARCH));
        Limit together = TeamLimit.find(both.chase(), LimitOptions.speedOnly(SEARCH));
        assertThat(limit.speedMPerS()).isGreaterThan(1.02 * together.speedMPerS());
        assertThat(limit.plan().pulls()).anyMatch(pull -> pull.burnedAfterTurns() > 0);
        assertThat(together.plan().pulls()).noneMatch(pull -> pull.burnedAfterTurns() > 0);
    }

    @Test
    void wattsAndRidersMakeTheTeamFaster() {
        Chase chase = fastest(List.of(STRONG, MIDDLE, WEAK), 3, level(12_000));
        Rider fourth = new Rider("fourth", 80, 0.23, 410, 20_000);
        Rider anchor = new Rider("anchor", 95, 0.35, 250, 10_000);
        List<Double> told = new ArrayList<>();
        Limit limit = TeamLimit.find(
                chase,
                new LimitOptions(SEARCH, true, List.of(fourth, anchor)),
                (share, speed) -> told.add(share),
                () -> false);
        assertThat(limit.watts()).extracting(Gain::riderId).containsExactly("strong", "middle", "weak");
        assertThat(limit.watts())
                .allSatisfy(gain -> assertThat(gain.gainMPerS()).isBetween(0.0, 0.02));
        double sum = limit.watts().stream().mapToDouble(Gain::gainMPerS).sum();
        // a third of a percent of speed for a percent of power: 12.9 m/s, 400 W, three riders of one watt more each
        assertThat(sum).isBetween(0.3 * 14 / 400 / 2, 2 * 0.4 * 14 / 400);
        assertThat(limit.riders()).extracting(Gain::riderId).containsExactly("fourth", "anchor");
        assertThat(limit.riders().get(0).gainMPerS()).isPositive();
        assertThat(limit.riders().get(1).gainMPerS()).isNegative();
        assertThat(told).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void ofAChaseTheBreakIsLeftOutAndEverybodyStays() {
        Chase chase = Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0.0, 0.02);
        Limit limit = TeamLimit.find(chase, LimitOptions.speedOnly(SEARCH));
        assertThat(limit.chase().goal()).isEqualTo(new Goal(Objective.FASTEST, 6));
        assertThat(limit.chase().breakaway()).isSameAs(Breakaway.NONE);
        assertThat(limit.feasible()).isTrue();
        assertThat(limit.plan().sitsOn()).contains("SPR1");
        // a chase at this speed needs more than the team has
        double neededS = ChaseKernel.compile(chase).targetS();
        assertThat(10_000 / limit.speedMPerS()).isLessThan(neededS);
    }

    @Test
    void theSameSeedGivesTheSameLimitAndStopGivesWhatThereIs() {
        Chase chase = fastest(List.of(STRONG, MIDDLE, WEAK), 3, level(5_000), new Stretch(1_500, 0.04, 0, 0, 0.004));
        Limit one = TeamLimit.find(chase, LimitOptions.withGains(SEARCH));
        Limit again = TeamLimit.find(chase, LimitOptions.withGains(SEARCH));
        assertThat(again).isEqualTo(one);
        Limit stopped = TeamLimit.find(
                chase, LimitOptions.withGains(SearchOptions.seconds(60)), LimitListener.none(), () -> true);
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.feasible()).isTrue();
        assertThat(stopped.watts()).isEmpty();
    }
}
