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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The least of the largest spent share: beside an exhaustive search, beside many plans, stopped early, and by hand. */
class FairnessBoundTest {
    private static final int STEP_S = LineSearch.STEP_S;
    private static final int LENGTHS = 11;

    private static Chase fair(Chase chase) {
        return chase.toBuilder().goal(new Goal(Objective.FAIRNESS, 1)).build();
    }

    private static Chase chase(int seed, RecoveryModel recovery) {
        Random random = new Random(seed);
        double uphill = 0.03 * random.nextDouble();
        List<Stretch> road = List.of(
                new Stretch(1_500, 0, 0, 3 * random.nextDouble(), 0.004),
                new Stretch(900, uphill, 0, 0, 0.004),
                new Stretch(1_400, -uphill / 2, 0, 1, 0.004),
                new Stretch(1_000, uphill / 2, 0, 0, 0.004));
        Set<String> sitting = seed % 4 == 3 ? Set.of("R2") : Set.of();
        return fair(ExactCases.chase(ExactCases.team(3, sitting), road, 385 - 6 * seed, recovery, Shelter.DEFAULT));
    }

    private static Pace pace(ChaseKernel kernel, double... efforts) {
        Pace pace = kernel.newPace();
        kernel.solvePace(efforts, pace);
        return pace;
    }

    /** Every order, number of workers, and pulls of 10 to 60 s: the least of the largest shares. */
    private static double listed(ChaseKernel kernel, Pace pace) {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        PlanEvaluator evaluator = kernel.newEvaluator();
        LinePlan line = new LinePlan(3);
        double best = Double.POSITIVE_INFINITY;
        for (int[] order : orders) {
            System.arraycopy(order, 0, line.slot, 0, 3);
            for (line.working = 1; line.working <= 3; line.working++) {
                boolean refused = IntStream.range(0, line.working)
                        .anyMatch(k -> kernel.chase().team().isProtected(line.slot[k]));
                for (int grid = 0; !refused && grid < LENGTHS * LENGTHS * LENGTHS; grid++) {
                    line.pullS[0] = STEP_S * (2 + grid % LENGTHS);
                    line.pullS[1] = STEP_S * (2 + grid / LENGTHS % LENGTHS);
                    line.pullS[2] = STEP_S * (2 + grid / (LENGTHS * LENGTHS));
                    evaluator.evaluate(pace, line);
                    best = Math.min(best, evaluator.mostSpentShare());
                }
            }
        }
        return best;
    }

    private static FairnessBound bound(ChaseKernel kernel, Pace pace, double longestS, TimetableRider ridden) {
        return new FairnessBound(kernel, new LineStates(kernel, pace), longestS, ridden);
    }

    @Test
    void theBestPlanIsThatOfAnExhaustiveSearch() {
        int overdrawn = 0;
        for (int seed = 0; seed < 14; seed++) {
            RecoveryModel recovery = seed % 2 == 0 ? RecoveryModel.CONSERVATIVE : RecoveryModel.ELITE;
            ChaseKernel kernel = ChaseKernel.compile(chase(seed, recovery));
            Pace pace = pace(kernel, 1, 1.2, 0.8, 1.1);
            double best = listed(kernel, pace);
            TimetableRider ridden = new TimetableRider(kernel, pace, false, 5);
            FairnessBound bound = bound(kernel, pace, (LENGTHS + 1) * STEP_S, ridden);
            double least = bound.bound(Formations.codes(kernel.chase().team(), 100), () -> false);
            assertThat(bound.isComplete()).as("seed %d", seed).isTrue();
            assertThat(ridden.best()).as("seed %d", seed).isNotNull();
            // plans that are better by less than this are not looked for
            assertThat(ridden.bestCost()).as("seed %d", seed).isBetween(best, best / (1 - FairnessBound.NEAR));
            assertThat(least / best).as("seed %d", seed).isBetween(1 - FairnessBound.NEAR, 1.0);
            overdrawn += best > 1 ? 1 : 0;
        }
        assertThat(overdrawn).as("chases in which everybody would be overdrawn").isBetween(1, 13);
    }

    @Test
    void noPlanSparesEverybodyMoreThanTheBoundSaysStoppedOrNot() {
        int above = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Chase chase = fair(seed % 2 == 0 ? ExactCases.random(random) : ExactCases.crossed(random));
            ChaseKernel kernel = ChaseKernel.compile(chase);
            List<Double> efforts = ExactCases.randomEfforts(random, chase);
            Pace pace = pace(kernel, efforts.stream().mapToDouble(d -> d).toArray());
            long[] codes = Formations.codes(chase.team(), 100_000);
            double[] bounds = new double[3];
            int[] questions = {0, 300, 20_000};
            for (int k = 0; k < bounds.length; k++) {
                TimetableRider rider = new TimetableRider(kernel, pace, false, 100);
                bounds[k] = bound(kernel, pace, 600, rider).bound(codes, after(questions[k]));
            }
            assertThat(bounds).as("more time proves no less").isSorted();
            PlanEvaluator evaluator = kernel.newEvaluator();
            for (int k = 0; k < 300; k++) {
                RotationPlan plan = ExactCases.randomPlan(random, kernel, efforts);
                evaluator.evaluate(pace, LinePlan.of(plan, chase.team()));
                double share = evaluator.mostSpentShare();
                assertThat(share).as("seed %d, plan %d: %s", seed, k, plan).isGreaterThanOrEqualTo(bounds[2]);
                if (bounds[2] > 0) {
                    closest = Math.min(closest, share / bounds[2] - 1);
                    above++;
                }
            }
        }
        assertThat(above).as("plans beside a bound that says something").isGreaterThan(2_000);
        assertThat(closest).as("the bound is no empty one").isLessThan(0.02);
    }

    @Test
    void whoRidesAloneSpendsWhatHeRidesAboveHisPower() {
        Chase alone = fair(ExactCases.flat(1, 13.4, 4, RecoveryModel.CONSERVATIVE));
        ChaseKernel kernel = ChaseKernel.compile(alone);
        RotationPlan plan = new RotationPlan(List.of(new Pull("R1", 60)), List.of(), List.of(1.0));
        // CP 450 W·0.93 = 418.5 W, W' 23 000 J·0.80 = 18 400 J after the day's work, for 240 s
        double share = (kernel.evaluate(plan).riders().get(0).meanPowerW() - 418.5) * 240 / 18_400;
        assertThat(share).isBetween(0.1, 1.0);
        Certificate certificate = Certificates.certify(kernel, plan, CertificateOptions.seconds(60), () -> false);
        assertThat(certificate.cost()).isCloseTo(share, within(1e-9));
        // plans that are better by less than this are not looked for
        assertThat(certificate.bound()).isCloseTo(share, within(FairnessBound.NEAR));
        assertThat(certificate.complete()).isTrue();
    }

    @Test
    void anExactSearchSparesThemMoreAndSaysWhatItCovers() {
        ChaseKernel kernel = ChaseKernel.compile(chase(4, RecoveryModel.CONSERVATIVE));
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("R1", 10), new Pull("R2", 10), new Pull("R3", 10)),
                List.of(),
                List.of(1.0, 1.2, 0.8, 1.1));
        double before = kernel.evaluate(plan).mostSpentShare();
        ProvedPlan proved = ExactSearch.prove(kernel, plan, CertificateOptions.seconds(60), () -> false);
        Certificate certificate = proved.atTheseSpeeds();
        assertThat(kernel.evaluate(proved.plan()).mostSpentShare()).isCloseTo(certificate.cost(), within(1e-12));
        assertThat(certificate.cost()).isLessThan(before - 0.01);
        assertThat(certificate.complete()).isTrue();
        assertThat(certificate.sentence())
                .isEqualTo(
                        "within 0.01 % of the least possible for any order, any pulls of whole 5 s up to 600 s and any"
                                + " choice of who sits on, at these speeds, nobody burned (bound: every timetable of 11 orders)");
    }

    @Test
    void pullsThatAreNotOnTheGridAreMeasuredAgainstTheCheapestPlaceAllTheWay() {
        // 8 % uphill, where shelter is worth little to the one who sits on
        List<Stretch> road = List.of(new Stretch(3_000, 0.08, 0, 0, 0.004));
        ChaseKernel kernel = ChaseKernel.compile(fair(
                ExactCases.chase(ExactCases.team(4, Set.of("R4")), road, 500, RecoveryModel.ELITE, Shelter.DEFAULT)));
        RotationPlan plan =
                new RotationPlan(List.of(new Pull("R1", 61.5), new Pull("R2", 30)), List.of("R3", "R4"), List.of(1.0));
        Certificate certificate = Certificates.certify(kernel, plan, CertificateOptions.seconds(1), () -> false);
        assertThat(certificate.covers()).startsWith("any order, any pulls up to 600 s and");
        assertThat(certificate.method()).isEqualTo("everybody in his cheapest place all the way");
        assertThat(certificate.gapPct()).isBetween(0.0, 50.0);
    }

    @Test
    void whoSpendsNothingCannotSpendLess() {
        ChaseKernel kernel = ChaseKernel.compile(fair(ExactCases.flat(3, 9, 5, RecoveryModel.ELITE)));
        RotationPlan plan =
                new RotationPlan(List.of(new Pull("R1", 30), new Pull("R2", 30)), List.of("R3"), List.of(1.0));
        assertThat(Certificates.certify(kernel, plan, CertificateOptions.seconds(10), () -> false)
                        .sentence())
                .startsWith("within 0.0 % of the least possible for any order");
    }

    private static BooleanSupplier after(int questions) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > questions;
    }
}
