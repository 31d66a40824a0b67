package io.paceline.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.chase.Chase;
import io.paceline.drafting.Shelter;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.RecoveryModel;
import io.paceline.road.Stretch;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The bound for pulls on the grid: beside every timetable that there is, and beside plans that can be ridden. */
class TimetablesTest {
    private static final int STEP_S = LineSearch.STEP_S;

    /** A chase of four riders, of whom the last sits on, over so many seconds of road. */
    private static Chase chase(double timeS, Stretch... road) {
        return ExactCases.chase(
                ExactCases.team(4, Set.of("R4")), List.of(road), timeS, RecoveryModel.CONSERVATIVE, Shelter.DEFAULT);
    }

    /** By rotation in steps: the least energy of all pulls and all who may lead first, ridden by the kernel. */
    private static double[] ridden(ChaseKernel kernel, Pace pace, Formation formation, Timetables timetables) {
        int shortest = timetables.shortestRotation() / formation.working();
        int longest = timetables.longestRotation();
        double[] least = new double[longest + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        PlanEvaluator evaluator = kernel.newEvaluator();
        LinePlan line = new LinePlan(4);
        line.working = 3;
        for (int first = 0; first < 3; first++) {
            for (int i = 0; i < 4; i++) {
                line.slot[i] = formation.slot()[i < 3 ? (first + i) % 3 : i];
            }
            for (int a = shortest; a <= longest; a++) {
                for (int b = shortest; b <= longest; b++) {
                    for (int c = shortest; c <= longest; c++) {
                        line.pullS[0] = STEP_S * a;
                        line.pullS[1] = STEP_S * b;
                        line.pullS[2] = STEP_S * c;
                        evaluator.evaluate(pace, line);
                        int rotation = Math.min(longest, a + b + c);
                        least[rotation] = Math.min(least[rotation], evaluator.collectiveJ());
                    }
                }
            }
        }
        return least;
    }

    private static Pace pace(ChaseKernel kernel) {
        double[] efforts = new double[kernel.chase().road().sectorCount()];
        Arrays.fill(efforts, 1);
        Pace pace = kernel.newPace();
        kernel.solvePace(efforts, pace);
        return pace;
    }

    /** At no prices what a timetable costs is its energy. Returns how far below the kernel's best the bound is at most, relative. */
    private static double lowestBelowTheKernel(Chase chase) {
        ChaseKernel kernel = ChaseKernel.compile(chase);
        Pace pace = pace(kernel);
        LineStates states = new LineStates(kernel, pace);
        StateRates rates = new StateRates(states, new Balances(kernel, false));
        Formation formation = new Formation(new int[] {0, 2, 1, 3}, 3);
        Timetables timetables = new Timetables(states, new PricedStates(rates, new Prices(states)), formation);
        double[] least = ridden(kernel, pace, formation, timetables);
        int[][] lastEnds = new int[3][timetables.longestRotation()];
        double lowest = 0;
        int rotations = 0;
        for (int r = timetables.shortestRotation(); r <= timetables.longestRotation(); r++) {
            for (int[] ends : lastEnds) {
                Arrays.fill(ends, r);
            }
            double boundJ = new RotationSearch(timetables, r, lastEnds).leastJ();
            assertThat(boundJ).as("rotation of %d steps", r).isLessThanOrEqualTo(least[r] * (1 + 1e-12));
            assertThat(timetables.turns(r)).isEqualTo((int) Math.ceil(states.totalS / (STEP_S * r)));
            lowest = Math.max(lowest, 1 - boundJ / least[r]);
            rotations++;
        }
        assertThat(rotations).isGreaterThan(15);
        return lowest;
    }

    @Test
    void onALevelRoadTheCheapestTimetableIsThatOfAnExhaustiveSearch() {
        double lowest = lowestBelowTheKernel(chase(123, new Stretch(1_500, 0, 0, 0, 0.004)));
        // one speed, one drift: nothing is relaxed, sums of a hundred terms are right to 1e-12
        assertThat(lowest).isLessThan(1e-11);
    }

    @Test
    void onAHillyRoadItIsNearlyThat() {
        double lowest = lowestBelowTheKernel(chase(
                131,
                new Stretch(400, 0.01, 0, 0, 0.004),
                new Stretch(250, -0.02, 0, 2, 0.004),
                new Stretch(500, 0.03, 0, 0, 0.004),
                new Stretch(400, -0.01, 0, 0, 0.004)));
        // only a drift that began on another stretch is taken at its fastest
        assertThat(lowest).isBetween(0.0, 1e-3);
    }

    @Test
    void whereAClimbSlowsTheDriftItStaysBelow() {
        double lowest =
                lowestBelowTheKernel(chase(150, new Stretch(900, 0, 0, 0, 0.004), new Stretch(160, 0.18, 0, 0, 0.004)));
        // who drifts back on the climb may do so as fast as on the flat, which is a relaxation
        assertThat(lowest).isBetween(0.0, 0.15);
    }

    @Test
    void noPlanOnTheGridThatCanBeRiddenLiesBelowTheBound() {
        int ridden = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            Chase chase = ExactCases.random(random);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            List<Double> efforts = ExactCases.randomEfforts(random, chase);
            Pace pace = kernel.newPace();
            kernel.solvePace(efforts.stream().mapToDouble(d -> d).toArray(), pace);
            double anyJ = boundJ(kernel, pace, false);
            double keptJ = boundJ(kernel, pace, true);
            PlanEvaluator evaluator = kernel.newEvaluator();
            for (int k = 0; k < 600; k++) {
                RotationPlan plan = ExactCases.randomPlan(random, kernel, efforts);
                evaluator.evaluate(pace, LinePlan.of(plan, chase.team()));
                String who = "seed " + seed + ", plan " + k + ": " + plan;
                if (evaluator.overdrawnJ() <= 0) {
                    assertThat(evaluator.collectiveJ()).as(who).isGreaterThanOrEqualTo(anyJ);
                    closest = Math.min(closest, evaluator.collectiveJ() / anyJ - 1);
                    ridden++;
                }
                if (evaluator.reserveShortJ() <= 0) {
                    assertThat(evaluator.collectiveJ()).as(who).isGreaterThanOrEqualTo(keptJ);
                }
            }
        }
        assertThat(ridden).isGreaterThan(1_500);
        assertThat(closest).as("the bound is no empty one").isLessThan(1e-3);
    }

    private static double boundJ(ChaseKernel kernel, Pace pace, boolean keepReserve) {
        long[] codes = Formations.codes(kernel.chase().team(), 1_000_000);
        TimetableRider ridden = new TimetableRider(kernel, pace, keepReserve, Double.POSITIVE_INFINITY);
        // stopped in the midst of it every second time: a bound that is stopped is a bound
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier stop = () -> asked.incrementAndGet() > (keepReserve ? 3 * codes.length : 4_000);
        StateRates rates = new StateRates(new LineStates(kernel, pace), new Balances(kernel, keepReserve));
        return new GridBound(rates, 600, ridden).bound(codes, stop) * (1 - Certificate.ROUNDING);
    }

    @Test
    void aRoadOfUpsAndDownsIsProvedFurtherForPullsOnTheGridAndTheCertificateSaysFor() {
        Stretch[] road = new Stretch[12];
        for (int i = 0; i < road.length; i++) {
            road[i] = new Stretch(700, i % 2 == 0 ? 0.02 : -0.015, 0, 0, 0.004);
        }
        ChaseKernel kernel = ChaseKernel.compile(chase(760, road));
        List<Double> efforts = Collections.nCopies(road.length, 1.0);
        Certificate onGrid = certificate(kernel, efforts, 40);
        Certificate offGrid = certificate(kernel, efforts, 41);
        assertThat(onGrid.bound()).isGreaterThan(offGrid.bound());
        assertThat(onGrid.covers()).contains("any pulls of whole 5 s up to 600 s");
        assertThat(onGrid.method()).isEqualTo("every timetable of 26 orders");
        assertThat(offGrid.covers()).contains("any pulls up to 600 s");
        assertThat(offGrid.method()).isEqualTo("linear programme over 26 orders");
    }

    private static Certificate certificate(ChaseKernel kernel, List<Double> efforts, double pullS) {
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("R1", pullS), new Pull("R2", 40), new Pull("R3", 40)), List.of("R4"), efforts);
        return Certificates.certify(kernel, plan, CertificateOptions.seconds(30), () -> false);
    }
}
