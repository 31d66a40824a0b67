package io.paceline.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The bound over every pace that knows W′: no plan that can be ridden lies below it, and it says more where W′ is what decides. */
class UnburnedBoundTest {
    private static final int CHASES = 60;
    private static final int PLANS = 150;
    /** A climb between two level roads, which one rider can hardly ride up fast enough. */
    private static final List<Stretch> HILL = List.of(
            new Stretch(3_000, 0, 0, 0, 0.004),
            new Stretch(1_500, 0.05, 0, 0, 0.004),
            new Stretch(3_000, 0, 0, 0, 0.004));

    private static Chase hill(int riders, double timeS, RecoveryModel recovery) {
        return ExactCases.chase(ExactCases.team(riders, Set.of()), HILL, timeS, recovery, Shelter.DEFAULT);
    }

    private static double boundJ(ChaseKernel kernel, boolean keepReserve, boolean stopped) {
        UnburnedBound bound = new UnburnedBound(kernel, SectorGroup.of(kernel), keepReserve);
        double boundJ = bound.boundJ(() -> stopped);
        assertThat(bound.isComplete()).isNotEqualTo(stopped);
        return boundJ * (1 - Certificate.ROUNDING);
    }

    @Test
    void noPlanThatCanBeRiddenLiesBelowTheBoundStoppedOrNot() {
        int ridden = 0;
        int kept = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int seed = 0; seed < CHASES; seed++) {
            Random random = new Random(seed);
            Chase chase = seed % 3 == 0 ? ExactCases.crossed(random) : ExactCases.random(random);
            Objective objective = seed % 4 == 0 ? Objective.METABOLIC_ENERGY : Objective.COLLECTIVE_ENERGY;
            ChaseKernel kernel = ChaseKernel.compile(
                    chase.toBuilder().goal(new Goal(objective, 1)).build());
            double anyJ = boundJ(kernel, false, false);
            double keptJ = boundJ(kernel, true, false);
            assertThat(boundJ(kernel, false, true)).as("seed %d", seed).isLessThanOrEqualTo(anyJ);
            assertThat(boundJ(kernel, true, true)).as("seed %d", seed).isLessThanOrEqualTo(keptJ);
            RideCost cost = new RideCost(kernel.chase(), false);
            Pace pace = kernel.newPace();
            PlanEvaluator evaluator = kernel.newEvaluator();
            for (int k = 0; k < PLANS; k++) {
                List<Double> efforts = ExactCases.randomEfforts(random, chase);
                kernel.solvePace(efforts.stream().mapToDouble(d -> d).toArray(), pace);
                RotationPlan plan = ExactCases.randomPlan(random, kernel, efforts);
                evaluator.evaluate(pace, LinePlan.of(plan, chase.team()));
                String who = "seed " + seed + ", plan " + k + ": " + plan;
                if (pace.lateS() <= 1e-6 && evaluator.overdrawnJ() <= 0) {
                    assertThat(cost.of(evaluator)).as(who).isGreaterThanOrEqualTo(anyJ);
                    closest = Math.min(closest, cost.of(evaluator) / anyJ - 1);
                    ridden++;
                }
                if (pace.lateS() <= 1e-6 && evaluator.reserveShortJ() <= 0) {
                    assertThat(cost.of(evaluator)).as(who).isGreaterThanOrEqualTo(keptJ);
                    kept++;
                }
            }
        }
        assertThat(ridden).as("plans that overdraw nobody").isGreaterThan(2_000);
        assertThat(kept).as("plans that keep the reserves").isGreaterThan(1_500);
        assertThat(closest).as("the bound is no empty one").isLessThan(0.01);
    }

    /** One rider's power is his mean power, so all his plans are three powers: the least energy of those in time that he can ride, by trying them. */
    private static double triedJ(ChaseKernel kernel, double usableJ, double criticalW) {
        double best = Double.POSITIVE_INFINITY;
        for (double firstW = 200; firstW < 600; firstW += 1) {
            for (double hillW = 300; hillW < 700; hillW += 1) {
                double firstS = HILL.get(0).lengthM() / kernel.speedMPerS(0, firstW);
                double hillS = HILL.get(1).lengthM() / kernel.speedMPerS(1, hillW);
                double lastS = kernel.targetS() - firstS - hillS;
                double lastW = lastS > 0 ? powerW(kernel, HILL.get(2).lengthM() / lastS) : 1_000;
                double firstJ = (firstW - criticalW) * firstS;
                double hillJ = (hillW - criticalW) * hillS;
                double lastJ = (lastW - criticalW) * lastS;
                boolean able = firstJ <= usableJ
                        && hillJ <= usableJ
                        && lastJ <= usableJ
                        && firstJ + hillJ <= usableJ
                        && hillJ + lastJ <= usableJ
                        && firstJ + hillJ + lastJ <= usableJ;
                double energyJ = firstW * firstS + hillW * hillS + lastW * lastS;
                best = able ? Math.min(best, energyJ) : best;
            }
        }
        return best;
    }

    private static double powerW(ChaseKernel kernel, double speedMPerS) {
        double low = 0;
        double high = 2_000;
        while (high - low > 1e-3) {
            double middle = 0.5 * (low + high);
            low = kernel.speedMPerS(2, middle) < speedMPerS ? middle : low;
            high = low == middle ? high : middle;
        }
        return high;
    }

    @Test
    void forOneRiderItIsTheLeastOfAllPowersThatHisStoreAllows() {
        // so fast that W′ decides on the climb: without it he would ride harder there
        ChaseKernel kernel = ChaseKernel.compile(hill(1, 695, RecoveryModel.CONSERVATIVE));
        // W′ 23 000 J·0.80, of which 10 % are kept: 16 560 J; CP 450 W·0.93
        double triedJ = triedJ(kernel, 16_560, 418.5);
        double keptJ = boundJ(kernel, true, false);
        assertThat(keptJ).isLessThanOrEqualTo(triedJ);
        // steps of 1 W beside the best powers cost less than 1e-4, and the bound is enclosed to 1e-4
        assertThat(keptJ / triedJ - 1).isCloseTo(0, within(3e-4));
        double anyJ = Certificates.certifyAnyPace(kernel, triedJ).boundJ();
        assertThat(keptJ / anyJ - 1).as("what W′ adds").isGreaterThan(2e-3);
    }

    @Test
    void aRunHasWhatItsRidersHoldLessWhatTheyHadSpentAtTheLaunch() {
        ChaseKernel kernel = ChaseKernel.compile(hill(2, 600, RecoveryModel.ELITE));
        // (23 000 + 24 000)·0.80 = 37 600 J, and 33 840 J where 10 % are kept
        assertThat(new TeamRuns(kernel, false).runs().get(0).leftJ()).isCloseTo(37_600, within(1e-3));
        TeamRuns kept = new TeamRuns(kernel, true);
        assertThat(kept.runs()).hasSize(6).allMatch(run -> Math.abs(run.leftJ() - 33_840) < 1e-3);
        // (450 + 425)·0.93 = 813.75 W
        assertThat(kept.powerW()).isCloseTo(813.75, within(1e-9));
        TeamRuns.Prices prices = new TeamRuns.Prices(0, new double[] {1, 2, 4, 8, 16, 32});
        // the first, the first two, all; the second, the last two; the last
        assertThat(kept.workPrice(prices, 0)).isEqualTo(1 + 2 + 4);
        assertThat(kept.workPrice(prices, 1)).isEqualTo(2 + 4 + 8 + 16);
        assertThat(kept.workPrice(prices, 2)).isEqualTo(4 + 16 + 32);
    }

    @Test
    void aSectorLastsNoLongerThanTheOthersLeaveTime() {
        ChaseKernel kernel = ChaseKernel.compile(hill(3, 600, RecoveryModel.ELITE));
        SectorGroup climb = SectorGroup.of(kernel).get(1);
        double leastW = climb.leastW(200);
        assertThat(climb.at(leastW).timeS()).isCloseTo(200, within(1e-6));
        assertThat(climb.at(leastW - 0.01).timeS()).isGreaterThan(200);
        assertThat(climb.leastS()).isCloseTo(1_500 / kernel.chase().topSpeedMPerS(), within(1e-9));
    }

    @Test
    void itSaysWhichPlansItCoversAndNothingOfOthers() {
        ChaseKernel kernel = ChaseKernel.compile(hill(4, 640, RecoveryModel.ELITE));
        List<Double> even = List.of(1.0, 1.0, 1.0);
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("R1", 20), new Pull("R2", 20), new Pull("R3", 20), new Pull("R4", 20)),
                List.of(),
                even);
        assertThat(new AnyPace(kernel).certifyUnburned(plan, () -> false))
                .get()
                .extracting(Certificate::covers)
                .isEqualTo(
                        "any effort in each sector, order and pulls in time, nobody burned, everybody keeps 10 % of W'");
        RotationPlan burned =
                new RotationPlan(List.of(new Pull("R1", 20), new Pull("R2", 20, 1)), List.of("R3", "R4"), even);
        assertThat(new AnyPace(kernel).certifyUnburned(burned, () -> false)).isEmpty();
        Chase fair =
                kernel.chase().toBuilder().goal(new Goal(Objective.FAIRNESS, 1)).build();
        assertThat(new AnyPace(ChaseKernel.compile(fair)).certifyUnburned(plan, () -> false))
                .isEmpty();
        ChaseKernel tooFast = ChaseKernel.compile(hill(4, 500, RecoveryModel.ELITE));
        assertThat(tooFast.evaluate(plan).overdrawnJ()).isPositive();
        assertThat(new AnyPace(tooFast).certifyUnburned(plan, () -> false)).isEmpty();
    }
}
