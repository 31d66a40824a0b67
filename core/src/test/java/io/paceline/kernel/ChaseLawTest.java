package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every chase, whatever the numbers. */
class ChaseLawTest {
    private static final long SEED = 611;
    private static final double ROUNDING = 1e-9;

    private static Outcome ride(Chase chase, RotationPlan plan) {
        return ChaseKernel.compile(chase).evaluate(plan);
    }

    private static RotationPlan shuffled(RotationPlan plan, Random random) {
        List<Pull> pulls = new ArrayList<>(plan.pulls());
        Collections.shuffle(pulls, random);
        return new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts());
    }

    @Test
    void withEqualPullsAndNoSizeEffectTheOrderCostsNothingOverWholeRotations() {
        // 6 pulls of 50 s are 300 s; 1 500 s are five rotations. What is left of the order: before the first turn there
        // is no exchange,
        // so the last rider of the order has one less than the others
        Team team = SmallChase.mixedTeam(6);
        Chase chase = SmallChase.on(1_500, team, SmallChase.FLAT_20_KM).build();
        RotationPlan plan = SmallChase.plan(chase, 6, 50);
        Outcome first = ride(chase, plan);
        Random random = new Random(SEED);
        double spread = 0;
        for (int trial = 0; trial < 50; trial++) {
            double energyJ = ride(chase, shuffled(plan, random)).collectiveJ();
            spread = Math.max(spread, Math.abs(energyJ / first.collectiveJ() - 1));
        }
        assertThat(spread)
                .as("seed %d: one exchange of thirty, of riders 30 %% apart", SEED)
                .isLessThan(2e-4);
    }

    @Test
    void withLikeRidersTheOrderCostsNothingAtAll() {
        Chase chase = SmallChase.of(6, 1_500).build();
        RotationPlan plan = SmallChase.plan(chase, 6, 50);
        Outcome first = ride(chase, plan);
        Random random = new Random(SEED);
        for (int trial = 0; trial < 20; trial++) {
            assertThat(ride(chase, shuffled(plan, random)).collectiveJ())
                    .as("trial %d, seed %d", trial, SEED)
                    .isCloseTo(first.collectiveJ(), within(ROUNDING * first.collectiveJ()));
        }
    }

    @Test
    void turningTheOrderRoundOnlyMovesTheTurns() {
        Chase chase = SmallChase.of(5, 1_500).build();
        RotationPlan plan = SmallChase.plan(chase, 5, 50);
        List<Pull> turned = new ArrayList<>(plan.pulls());
        Collections.rotate(turned, 2);
        Outcome before = ride(chase, plan);
        Outcome after = ride(chase, new RotationPlan(turned, List.of(), plan.sectorEfforts()));
        for (int i = 0; i < 5; i++) {
            // whoever rides in a position gets what the other got there
            assertThat(after.riders().get((i + 3) % 5).leastBalanceJ())
                    .as("position %d", i)
                    .isCloseTo(before.riders().get(i).leastBalanceJ(), within(1e-6));
        }
    }

    @Test
    void speedsDependOnTheEffortsAndNotOnTheOrder() {
        Stretch up = new Stretch(4_000, 0.04, 0, 1, 0.004);
        Chase chase = SmallChase.on(1_000, SmallChase.mixedTeam(7), new Stretch(5_000, 0, 0, 2, 0.004), up)
                .line(new Line(0.5, DragTables.blocken2018(), Shelter.DEFAULT))
                .build();
        RotationPlan plan = SmallChase.plan(chase, 7, 45);
        Random random = new Random(SEED);
        List<Double> speeds = ride(chase, plan).speedsMPerS();
        for (int trial = 0; trial < 20; trial++) {
            assertThat(ride(chase, shuffled(plan, random)).speedsMPerS())
                    .as("trial %d, seed %d", trial, SEED)
                    .isEqualTo(speeds);
        }
        assertThat(ride(chase, SmallChase.plan(chase, 2, 300)).speedsMPerS()).isEqualTo(speeds);
    }

    @Test
    void onlyTheRatiosOfTheEffortsMatter() {
        Chase chase = SmallChase.on(
                        1_000,
                        SmallChase.mixedTeam(5),
                        new Stretch(5_000, 0, 0, 2, 0.004),
                        new Stretch(4_000, 0.03, 0, 0, 0.004))
                .build();
        List<Pull> pulls = SmallChase.plan(chase, 5, 45).pulls();
        Outcome once = ride(chase, new RotationPlan(pulls, List.of(), List.of(1.0, 1.2)));
        Outcome twice = ride(chase, new RotationPlan(pulls, List.of(), List.of(2.0, 2.4)));
        assertThat(twice.collectiveJ()).isCloseTo(once.collectiveJ(), within(ROUNDING * once.collectiveJ()));
        assertThat(twice.evenPowerW()).isCloseTo(once.evenPowerW() / 2, within(1e-6));
    }

    @Test
    void cuttingAStretchInTwoChangesNothing() {
        Chase whole = SmallChase.on(1_500, SmallChase.mixedTeam(6), SmallChase.FLAT_20_KM)
                .build();
        Chase cut = SmallChase.on(
                        1_500,
                        SmallChase.mixedTeam(6),
                        new Stretch(7_321, 0, 0, 0, 0.004),
                        new Stretch(12_679, 0, 0, 0, 0.004))
                .build();
        Outcome a = ride(whole, SmallChase.plan(whole, 6, 47));
        Outcome b = ride(cut, SmallChase.plan(cut, 6, 47));
        for (int i = 0; i < 6; i++) {
            assertThat(b.riders().get(i).leastBalanceJ())
                    .isCloseTo(a.riders().get(i).leastBalanceJ(), within(1e-5));
            assertThat(b.riders().get(i).workJ()).isCloseTo(a.riders().get(i).workJ(), within(1e-4));
        }
    }

    private static double energyJ(double gapS, double breakW) {
        Air air = new Air(1.2);
        ObservedBreak ahead = new ObservedBreak(gapS, 4, 78, 0.3, breakW, 0, 0.66, air, Drivetrain.MARTIN_1998, 22);
        List<Stretch> road = List.of(SmallChase.FLAT_20_KM, new Stretch(3_000, 0.03, 0, 0, 0.004));
        Chase chase = Chase.builder(SmallChase.mixedTeam(6), Road.of(road, new int[] {0, 0}), air, ahead)
                .build();
        return ride(chase, SmallChase.plan(chase, 6, 60)).collectiveJ();
    }

    @Test
    void aLongerGapCostsMore() {
        for (int gapS = 10; gapS <= 200; gapS += 10) {
            assertThat(energyJ(gapS, 280)).as("gap %d s", gapS).isGreaterThan(energyJ(gapS - 10, 280));
        }
    }

    @Test
    void aFasterBreakCostsMore() {
        for (int watts = 220; watts <= 400; watts += 20) {
            assertThat(energyJ(60, watts)).as("%d W", watts).isGreaterThan(energyJ(60, watts - 20));
        }
    }

    /** The time is given, so the speed on one stretch is too. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 7, 11})
    void oneMoreWhoSitsOnCostsNobodyAnything(int working) {
        Chase few = SmallChase.of(working, 1_550).build();
        Chase more = SmallChase.of(working + 1, 1_550).build();
        Outcome alone = ride(few, SmallChase.plan(few, working, 60));
        Outcome together = ride(more, SmallChase.plan(more, working, 60));
        for (int i = 0; i < working; i++) {
            assertThat(together.riders().get(i).workJ())
                    .as("rider %d", i)
                    .isLessThanOrEqualTo(alone.riders().get(i).workJ() * (1 + ROUNDING));
        }
    }

    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void aBiggerTankDoesNotChangeWhatIsSpent(RecoveryModel model) {
        Rider small = new Rider("r0", 80, 0.3, 300, 10_000);
        Rider big = new Rider("r0", 80, 0.3, 300, 20_000);
        Stretch road = new Stretch(2_000, 0, 0, 0, 0.004);
        Chase a = SmallChase.on(160, new Team(List.of(small), Set.of()), road)
                .recovery(model)
                .build();
        Chase b = SmallChase.on(160, new Team(List.of(big), Set.of()), road)
                .recovery(model)
                .build();
        double spentA =
                10_000 - ride(a, SmallChase.plan(a, 1, 60)).riders().get(0).leastBalanceJ();
        double spentB =
                20_000 - ride(b, SmallChase.plan(b, 1, 60)).riders().get(0).leastBalanceJ();
        // 408.240 W for 160 s, 300 of them from the body's own supply: 17 318 J
        assertThat(spentA).isCloseTo(17_318.4, within(0.1));
        assertThat(spentB).isCloseTo(spentA, within(ROUNDING * spentA));
    }

    /** Other pace, other number of workers, somebody burned, then back again: nothing that was kept of one may serve another. */
    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void anEvaluatorForgetsTheLastPlan(RecoveryModel model) {
        Chase chase = SmallChase.on(
                        1_500, SmallChase.mixedTeam(6), SmallChase.FLAT_20_KM, new Stretch(600, 0.02, 0, 0, 0.004))
                .recovery(model)
                .build();
        ChaseKernel kernel = ChaseKernel.compile(chase);
        Pace[] paces = {kernel.newPace(), kernel.newPace()};
        PlanEvaluator evaluator = kernel.newEvaluator();
        Random random = new Random(SEED);
        for (int trial = 0; trial < 300; trial++) {
            Pace pace = paces[random.nextInt(2)];
            if (trial < 2 || random.nextInt(3) == 0) {
                pace = trial < 2 ? paces[trial] : pace;
                kernel.solvePace(new double[] {1, 0.5 + random.nextDouble()}, pace);
            }
            LinePlan plan = LinePlan.of(
                    shuffled(SmallChase.plan(chase, 2 + random.nextInt(5), 35 + random.nextInt(60)), random),
                    chase.team());
            plan.burnedAfterTurns[0] = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0;
            evaluator.evaluate(pace, plan);
            PlanEvaluator fresh = kernel.newEvaluator();
            fresh.evaluate(pace, plan);
            for (int slot = 0; slot < 6; slot++) {
                String what = "trial " + trial + ", seed " + SEED + ", slot " + slot;
                assertThat(evaluator.workJ(slot)).as(what).isEqualTo(fresh.workJ(slot));
                assertThat(evaluator.leastBalanceJ(slot)).as(what).isEqualTo(fresh.leastBalanceJ(slot));
                assertThat(evaluator.endBalanceJ(slot)).as(what).isEqualTo(fresh.endBalanceJ(slot));
            }
        }
    }

    /** Whoever is looked at first: a plan is given up if more is missing than may be, else ridden to the end as ever. */
    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void aPlanIsGivenUpIfAndOnlyIfTooMuchIsMissing(RecoveryModel model) {
        Stretch[] road = {
            SmallChase.FLAT_20_KM, new Stretch(600, 0.02, 0, 0, 0.004), new Stretch(900, -0.01, 0, 3, 0.004)
        };
        Chase chase = SmallChase.on(1_480, SmallChase.mixedTeam(6), road)
                .recovery(model)
                .reserveFraction(0.3)
                .build();
        ChaseKernel kernel = ChaseKernel.compile(chase);
        Pace pace = kernel.newPace();
        PlanEvaluator impatient = kernel.newEvaluator();
        PlanEvaluator patient = kernel.newEvaluator();
        Random random = new Random(SEED);
        int givenUp = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            kernel.solvePace(new double[] {1, 0.5 + random.nextDouble(), 0.5 + random.nextDouble()}, pace);
            LinePlan plan = LinePlan.of(
                    shuffled(SmallChase.plan(chase, 2 + random.nextInt(5), 35 + random.nextInt(60)), random),
                    chase.team());
            plan.burnedAfterTurns[0] = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0;
            patient.evaluate(pace, plan);
            double weight = random.nextInt(2) * 5.0;
            double missingJ = patient.reserveShortJ() + weight * patient.overdrawnJ();
            double[] limits = {0, 0.5 * missingJ, 0.99 * missingJ, 1.01 * missingJ + 1, 2 * missingJ + 1};
            double mostMissingJ = limits[random.nextInt(limits.length)];
            String what = "trial " + trial + ", seed " + SEED;
            boolean ridden = impatient.evaluate(pace, plan, weight, mostMissingJ);
            assertThat(ridden).as(what).isEqualTo(missingJ <= mostMissingJ);
            givenUp += ridden ? 0 : 1;
            if (ridden) {
                assertThat(impatient.collectiveJ()).as(what).isEqualTo(patient.collectiveJ());
                assertThat(impatient.reserveShortJ()).as(what).isEqualTo(patient.reserveShortJ());
                assertThat(impatient.pullShortS()).as(what).isEqualTo(patient.pullShortS());
            }
        }
        assertThat(givenUp).isBetween(trials / 4, 3 * trials / 4);
    }

    @Test
    void aLoneRiderDoesTheEvenWorkOfHisPace() {
        Chase chase = SmallChase.on(
                        700,
                        SmallChase.mixedTeam(1),
                        new Stretch(5_000, 0, 0, 2, 0.004),
                        new Stretch(2_000, -0.12, 0, 0, 0.004), // this and the next are ridden at the top speed
                        new Stretch(1_000, -0.05, 0, 0, 0.004),
                        new Stretch(500, 0.03, 0, 0, 0.004))
                .build();
        ChaseKernel kernel = ChaseKernel.compile(chase);
        Pace pace = kernel.newPace();
        kernel.solvePace(new double[] {1, 0.5, 5, 1.2}, pace);
        PlanEvaluator evaluator = kernel.newEvaluator();
        evaluator.evaluate(pace, LinePlan.of(SmallChase.plan(chase, 1, 60), chase.team()));
        assertThat(pace.speedMPerS(1)).isEqualTo(chase.topSpeedMPerS());
        assertThat(pace.speedMPerS(2)).isEqualTo(chase.topSpeedMPerS());
        assertThat(pace.evenWorkJ()).isCloseTo(evaluator.collectiveJ(), within(ROUNDING * evaluator.collectiveJ()));
    }

    /** Weak men on a flat road: above CP at the front, near it behind, so that some rise above it more than once in a rotation. */
    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void rotationsGiveWhatTheirIntervalsGive(RecoveryModel model) {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 300; trial++) {
            int riders = 1 + random.nextInt(8);
            List<Rider> team = new ArrayList<>();
            for (int i = 0; i < riders; i++) {
                team.add(new Rider(
                        "r" + i,
                        70 + 3 * i,
                        0.3,
                        150 + 300 * random.nextDouble(),
                        15_000,
                        0.23,
                        0.5 + random.nextDouble()));
            }
            double timeS = 1_300 + 400 * random.nextDouble();
            Chase whole = SmallChase.on(timeS, new Team(team, Set.of()), SmallChase.FLAT_20_KM)
                    .recovery(model)
                    .build();
            // stretches too short for a rotation
            Stretch[] pieces = new Stretch[200];
            Arrays.fill(pieces, new Stretch(100, 0, 0, 0, 0.004));
            Chase cut = SmallChase.on(timeS, new Team(team, Set.of()), pieces)
                    .recovery(model)
                    .build();
            int working = 1 + random.nextInt(riders);
            double pullS = 20 + random.nextInt(60);
            Outcome a = ride(whole, SmallChase.plan(whole, working, pullS));
            Outcome b = ride(cut, SmallChase.plan(cut, working, pullS));
            for (int i = 0; i < riders; i++) {
                String what = "trial " + trial + ", seed " + SEED + ", rider " + i;
                // 200 stretches sum to the time of one within 1e-12 of it; 1e-9 s at some hundred watts
                assertThat(a.riders().get(i).workJ())
                        .as(what)
                        .isCloseTo(b.riders().get(i).workJ(), within(1e-5));
                assertThat(a.riders().get(i).leastBalanceJ())
                        .as(what)
                        .isCloseTo(b.riders().get(i).leastBalanceJ(), within(1e-5));
                assertThat(a.riders().get(i).endBalanceJ())
                        .as(what)
                        .isCloseTo(b.riders().get(i).endBalanceJ(), within(1e-5));
            }
        }
    }
}
