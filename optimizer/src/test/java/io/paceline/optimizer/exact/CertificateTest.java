package io.paceline.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.drafting.Shelter;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final CertificateOptions SOME_SECONDS = CertificateOptions.seconds(20);

    @Test
    void aLoneRiderCostsExactlyTheBound() {
        Chase chase = ExactCases.flat(1, 11, 20, RecoveryModel.CONSERVATIVE);
        RotationPlan plan = new RotationPlan(List.of(new Pull("R1", 600)), List.of(), List.of(1.0));
        ChaseKernel kernel = ChaseKernel.compile(chase);
        Certificate certificate = Certificates.certify(kernel, plan, SOME_SECONDS, () -> false);
        // force: ½·1.16·(0.3 + 0.0044)·11² + 86·9.80665·0.004 + 0.091 + 0.0087·11 = 24.9232 N;
        // over 13 200 m and 0.976: 337 076 J
        assertThat(certificate.planJ()).isCloseTo(337_076, within(10.0));
        assertThat(certificate.boundJ()).isCloseTo(certificate.planJ(), within(1.0));
        assertThat(certificate.complete()).isTrue();
    }

    @Test
    void ofTwoStrongRidersAtSpeedTheSmallerOneLeadsAllTheWayAndThatIsProvedBest() {
        // at 17 m/s drifting back alone at 15 m/s takes more than a wheel: (15/17)³ = 0.69 > 0.652
        Team team = new Team(
                List.of(new Rider("big", 80, 0.30, 600, 60_000), new Rider("small", 80, 0.27, 600, 60_000)), Set.of());
        Chase chase = ExactCases.chase(
                team, List.of(new Stretch(17 * 72, 0, 0, 0, 0.004)), 72, RecoveryModel.CONSERVATIVE, Shelter.NONE);
        ChaseKernel kernel = ChaseKernel.compile(chase);
        RotationPlan plan =
                new RotationPlan(List.of(new Pull("big", 30), new Pull("small", 30)), List.of(), List.of(1.0));
        ProvedPlan proved = ExactSearch.prove(kernel, plan, CertificateOptions.seconds(2), () -> false);
        assertThat(proved.plan().pulls()).extracting(Pull::riderId).containsExactly("small");
        assertThat(proved.atTheseSpeeds().gapPct()).isBetween(0.0, 1e-4);
        assertThat(proved.atTheseSpeeds().complete()).isTrue();
        // one stretch has one speed, so the bound over every pace is as good
        assertThat(proved.atAnySpeeds().gapPct()).isBetween(0.0, 1e-3);
    }

    @Test
    void noPlanOfACoarseGridLiesBelowTheBoundAndTheBestIsClose() {
        Chase chase = ExactCases.flat(3, 12.6, 25, RecoveryModel.CONSERVATIVE);
        ChaseKernel kernel = ChaseKernel.compile(chase);
        Pace pace = kernel.newPace();
        kernel.solvePace(new double[] {1}, pace);
        PlanEvaluator evaluator = kernel.newEvaluator();
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        double bestJ = Double.POSITIVE_INFINITY;
        LinePlan line = new LinePlan(3);
        for (int[] order : orders) {
            System.arraycopy(order, 0, line.slot, 0, 3);
            for (line.working = 1; line.working <= 3; line.working++) {
                for (int grid = 0; grid < 20 * 20 * 20; grid++) {
                    line.pullS[0] = 10 + 15 * (grid % 20);
                    line.pullS[1] = 10 + 15 * (grid / 20 % 20);
                    line.pullS[2] = 10 + 15 * (grid / 400);
                    evaluator.evaluate(pace, line);
                    if (evaluator.reserveShortJ() <= 0) {
                        bestJ = Math.min(bestJ, evaluator.collectiveJ());
                    }
                }
            }
        }
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("R1", 60), new Pull("R2", 60), new Pull("R3", 60)), List.of(), List.of(1.0));
        Certificate certificate = Certificates.certify(kernel, plan, SOME_SECONDS, () -> false);
        assertThat(bestJ).isLessThan(Double.POSITIVE_INFINITY).isGreaterThanOrEqualTo(certificate.boundJ());
        assertThat(bestJ / certificate.boundJ() - 1)
                .as("the best of the grid, above the bound")
                .isLessThan(0.002);
    }

    @Test
    void aBoundOverEveryPaceThatIsStoppedProvesLessButNothingWrong() {
        ChaseKernel kernel = ChaseKernel.compile(ExactCases.flat(4, 12.6, 25, RecoveryModel.ELITE));
        Certificate whole = Certificates.certifyAnyPace(kernel, 1e6);
        double before = 0;
        for (int prices : new int[] {1, 3, 8}) {
            AtomicInteger asked = new AtomicInteger();
            Certificate stopped = Certificates.certifyAnyPace(kernel, 1e6, () -> asked.incrementAndGet() > prices);

            assertThat(asked.get()).as("not asked again once it said stop").isEqualTo(prices + 1);
            assertThat(stopped.complete()).isFalse();
            assertThat(stopped.boundJ()).isBetween(before, whole.boundJ());
            before = stopped.boundJ();
        }
        assertThat(before).isPositive();
        assertThat(whole.complete()).isTrue();
    }

    @Test
    void aBoundOverEveryPaceThatIsStoppedEarlyIsNearTheBestAlready() {
        for (int seed = 0; seed < 12; seed++) {
            ChaseKernel kernel = ChaseKernel.compile(ExactCases.random(new Random(seed)));
            Certificate whole = Certificates.certifyAnyPace(kernel, 1e6);
            Certificate first = Certificates.certifyAnyPace(kernel, 1e6, () -> true);
            AtomicInteger asked = new AtomicInteger();
            Certificate few = Certificates.certifyAnyPace(kernel, 1e6, () -> asked.incrementAndGet() > 6);
            assertThat(first.complete()).isFalse();
            assertThat(few.complete()).isFalse();
            // the price of an even ride: on 8 % up and down an even power is far from the best ride
            assertThat(first.boundJ() / whole.boundJ()).as("seed %d", seed).isBetween(0.9, 1.0);
            // the enclosure is 1e-3 wide still, the price some percent off
            assertThat(few.boundJ() / whole.boundJ()).as("seed %d", seed).isBetween(0.99, 1.0);
        }
    }

    @Test
    void noPlanAtAnyPaceLiesBelowTheBoundOverEveryPace() {
        int inTime = 0;
        for (int seed = 100; seed < 130; seed++) {
            Random random = new Random(seed);
            Chase chase = ExactCases.random(random);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            double boundJ = Certificates.certifyAnyPace(kernel, 1e6).boundJ();
            Pace pace = kernel.newPace();
            PlanEvaluator evaluator = kernel.newEvaluator();
            for (int k = 0; k < 100; k++) {
                List<Double> efforts = ExactCases.randomEfforts(random, chase);
                kernel.solvePace(efforts.stream().mapToDouble(d -> d).toArray(), pace);
                LinePlan line = LinePlan.of(ExactCases.randomPlan(random, kernel, efforts), chase.team());
                if (line.working > 1) {
                    line.burnedAfterTurns[0] = random.nextInt(4);
                }
                evaluator.evaluate(pace, line);
                if (pace.lateS() <= 1e-6) {
                    assertThat(evaluator.collectiveJ())
                            .as("seed %d, plan %d", seed, k)
                            .isGreaterThanOrEqualTo(boundJ);
                    inTime++;
                }
            }
        }
        assertThat(inTime).isGreaterThan(1_500);
    }

    @Test
    void noPlanThatBurnsRidersLiesBelowTheBoundAtItsSpeeds() {
        int burned = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int seed = 200; seed < 230; seed++) {
            Random random = new Random(seed);
            Chase chase = ExactCases.random(random);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            List<Double> efforts = ExactCases.randomEfforts(random, chase);
            List<RotationPlan> plans = Stream.generate(
                            () -> burning(random, ExactCases.randomPlan(random, kernel, efforts)))
                    .limit(200)
                    .filter(CertificateTest::burns)
                    .toList();
            double boundJ = Certificates.certify(kernel, plans.get(0), SOME_SECONDS, () -> false)
                    .boundJ();
            for (RotationPlan plan : plans) {
                double costJ = kernel.evaluate(plan).collectiveJ();
                assertThat(costJ).as("seed %d: %s", seed, plan).isGreaterThanOrEqualTo(boundJ);
                closest = Math.min(closest, costJ / boundJ - 1);
            }
            burned += plans.size();
            assertThat(boundJ)
                    .as("seed %d: these speeds cost no less than the cheapest ones", seed)
                    .isGreaterThanOrEqualTo(
                            Certificates.certifyAnyPace(kernel, 1e6).boundJ() * (1 - 1e-6));
        }
        assertThat(burned).isGreaterThan(1_500);
        assertThat(closest).as("the bound is no empty one").isLessThan(0.02);
    }

    private static boolean burns(RotationPlan plan) {
        return plan.pulls().stream().anyMatch(pull -> pull.burnedAfterTurns() > 0);
    }

    /** Everybody but the last to pull leaves some time, or never. */
    private static RotationPlan burning(Random random, RotationPlan plan) {
        List<Pull> pulls = new ArrayList<>();
        for (Pull pull : plan.pulls()) {
            boolean last = pulls.size() == plan.pulls().size() - 1;
            pulls.add(new Pull(pull.riderId(), pull.seconds(), last ? 0 : random.nextInt(4)));
        }
        return new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts());
    }

    @Test
    void aPlanThatBurnsARiderIsMeasuredAgainstAllThatMayBurnRiders() {
        ChaseKernel kernel = ChaseKernel.compile(ExactCases.flat(4, 11, 20, RecoveryModel.CONSERVATIVE));
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("R1", 60), new Pull("R2", 60, 2), new Pull("R3", 60)), List.of("R4"), List.of(1.0));
        String covers = "any order, any pulls and any choice of who sits on or is burned, at these speeds, whatever the"
                + " riders have left";

        Certificate certificate = Certificates.certify(kernel, plan, SOME_SECONDS, () -> false);

        assertThat(certificate.covers()).isEqualTo(covers);
        assertThat(certificate.planJ()).isEqualTo(kernel.evaluate(plan).collectiveJ());
        assertThat(certificate.gapPct()).isBetween(0.1, 5.0);
        Chase fed = kernel.chase().toBuilder()
                .goal(new Goal(Objective.METABOLIC_ENERGY, 1))
                .build();
        // everybody turns 0.23 of his food into work
        assertThat(Certificates.certify(ChaseKernel.compile(fed), plan, SOME_SECONDS, () -> false)
                        .boundJ())
                .isCloseTo(certificate.boundJ() / Rider.DEFAULT_EFFICIENCY, within(1e-3));
        ProvedPlan proved = ExactSearch.prove(kernel, plan, SOME_SECONDS, () -> false);
        assertThat(proved.atTheseSpeeds().covers().equals(covers)).isEqualTo(burns(proved.plan()));
        assertThat(proved.atTheseSpeeds().gapPct()).isBetween(0.0, certificate.gapPct());
    }

    @Test
    void moreWPrimeNeverRaisesTheBoundByMoreThanTheProgrammesAreApart() {
        double before = Double.POSITIVE_INFINITY;
        for (double reserve : new double[] {0.6, 0.4, 0.2, 0}) {
            Chase chase = ExactCases.flat(4, 12.6, 25, RecoveryModel.ELITE).toBuilder()
                    .reserveFraction(reserve)
                    .build();
            ChaseKernel kernel = ChaseKernel.compile(chase);
            RotationPlan plan = ExactSearch.prove(
                            kernel,
                            new RotationPlan(
                                    List.of(new Pull("R1", 60), new Pull("R2", 40), new Pull("R3", 40)),
                                    List.of("R4"),
                                    List.of(1.0)),
                            CertificateOptions.seconds(3),
                            () -> false)
                    .plan();
            double boundJ = Certificates.certify(kernel, plan, SOME_SECONDS, () -> false)
                    .boundJ();
            assertThat(boundJ).as("reserve %s", reserve).isLessThanOrEqualTo(before * (1 + 1e-6));
            before = boundJ;
        }
    }

    @Test
    void theBoundWithAnOrderOfItsOwnForEveryMomentIsNotAboveTheOneOverAllOrders() {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            Chase chase = ExactCases.random(random);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            List<Double> efforts = ExactCases.randomEfforts(random, chase);
            Pace pace = kernel.newPace();
            kernel.solvePace(efforts.stream().mapToDouble(d -> d).toArray(), pace);
            StateRates rates = new StateRates(new LineStates(kernel, pace), new Balances(kernel, false));
            long[] codes = Formations.codes(chase.team(), 100_000);
            Formation first = Formation.of(codes[codes.length / 2], chase.team().size());
            double anyJ = new AnyOrderBound(rates, chase.team(), 600).bound(first, () -> false);
            PlanEvaluator evaluator = kernel.newEvaluator();
            for (int k = 0; k < 1_000; k++) {
                RotationPlan plan = ExactCases.randomPlan(random, kernel, efforts);
                evaluator.evaluate(pace, LinePlan.of(plan, chase.team()));
                if (evaluator.overdrawnJ() <= 0) {
                    assertThat(evaluator.collectiveJ() * (1 + Certificate.ROUNDING))
                            .as("seed %d, plan %d: %s", seed, k, plan)
                            .isGreaterThanOrEqualTo(anyJ);
                }
            }
        }
    }

    @Test
    void aStoppedProofStillHoldsAndSaysThatItWasStopped() {
        Chase chase = ExactCases.flat(4, 12.6, 25, RecoveryModel.CONSERVATIVE);
        RotationPlan plan =
                new RotationPlan(List.of(new Pull("R1", 60), new Pull("R2", 40)), List.of("R3", "R4"), List.of(1.0));
        Certificate certificate = Certificates.certify(ChaseKernel.compile(chase), plan, SOME_SECONDS, () -> true);
        assertThat(certificate.complete()).isFalse();
        assertThat(certificate.boundJ()).isLessThan(certificate.planJ());
    }

    @Test
    void formationsAreCountedUpToRotationAndLikeness() {
        // 3 riders: one works 3·2!, two work 3·1, three work 2
        assertThat(Formations.codes(ExactCases.team(3, Set.of()), 1_000)).hasSize(6 + 3 + 2);
        assertThat(Formations.codes(ExactCases.team(3, Set.of("R2")), 1_000)).hasSize(4 + 1);
        Chase twins = ExactCases.chase(
                new Team(List.of(new Rider("a", 80, 0.3, 400, 20_000), new Rider("b", 80, 0.3, 400, 20_000)), Set.of()),
                List.of(new Stretch(10_000, 0, 0, 0, 0.004)),
                900,
                RecoveryModel.CONSERVATIVE,
                Shelter.NONE);
        assertThat(Formations.codes(twins.team(), 1_000)).hasSize(2);
    }

    @Test
    void theSentenceNeverClaimsMoreThanIsProved() {
        assertThat(new Certificate(998, 1_000, 0.2001, "any order", "test", true).sentence())
                .isEqualTo("within 0.3 % of the least possible for any order (bound: test)");
        assertThat(new Certificate(999, 1_000, 0.0801, "any order", "test", true).sentence())
                .startsWith("within 0.09 %");
        assertThat(new Certificate(1_001, 1_000, -0.1, "any order", "test", true).sentence())
                .startsWith("no bound on this plan");
    }

    @Test
    void optionsRefuseWhatCannotBe() {
        assertThatThrownBy(() -> CertificateOptions.seconds(0))
                .hasMessage("certificate: seconds = 0.0 is not above 0. A bound needs some time.");
        assertThatThrownBy(() -> new CertificateOptions(1, 5))
                .hasMessage("certificate: longestPullS = 5.0 s is outside [10.0, 3600.0] s. 600 s is usual.");
    }
}
