package io.paceline.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The best plan on the grid: beside an exhaustive search, and what rules plans out beside plans that can be ridden. */
class GridBoundTest {
    private static final int STEP_S = LineSearch.STEP_S;
    private static final int LONGEST = 12;

    private static Chase chase(int seed, double timeS, RecoveryModel recovery) {
        Random random = new Random(seed);
        double uphill = 0.03 * random.nextDouble();
        List<Stretch> road = List.of(
                new Stretch(1_500, 0, 0, 3 * random.nextDouble(), 0.004),
                new Stretch(900, uphill, 0, 0, 0.004),
                new Stretch(1_400, -uphill / 2, 0, 1, 0.004),
                new Stretch(1_000, uphill / 2, 0, 0, 0.004));
        return ExactCases.chase(ExactCases.team(3, Set.of()), road, timeS, recovery, Shelter.DEFAULT);
    }

    private static Pace pace(ChaseKernel kernel) {
        Pace pace = kernel.newPace();
        kernel.solvePace(new double[] {1, 1.2, 0.8, 1.1}, pace);
        return pace;
    }

    /** How many plans there are, how many can be ridden, and what the best of them costs. */
    private record Listed(int plans, int able, double bestJ) {}

    /** Every order, number of workers, and pulls of 10 to 60 s. */
    private static Listed listed(ChaseKernel kernel, Pace pace, boolean keepReserve) {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        PlanEvaluator evaluator = kernel.newEvaluator();
        LinePlan line = new LinePlan(3);
        int able = 0;
        int plans = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int[] order : orders) {
            System.arraycopy(order, 0, line.slot, 0, 3);
            for (line.working = 1; line.working <= 3; line.working++) {
                for (int grid = 0; grid < 11 * 11 * 11; grid++) {
                    line.pullS[0] = STEP_S * (2 + grid % 11);
                    line.pullS[1] = STEP_S * (2 + grid / 11 % 11);
                    line.pullS[2] = STEP_S * (2 + grid / 121);
                    evaluator.evaluate(pace, line);
                    plans++;
                    double shortJ = keepReserve ? evaluator.reserveShortJ() : evaluator.overdrawnJ();
                    if (shortJ <= 0) {
                        able++;
                        best = Math.min(best, evaluator.collectiveJ());
                    }
                }
            }
        }
        return new Listed(plans, able, best);
    }

    private static GridBound bound(ChaseKernel kernel, Pace pace, boolean keepReserve, TimetableRider ridden) {
        StateRates rates = new StateRates(new LineStates(kernel, pace), new Balances(kernel, keepReserve));
        return new GridBound(rates, LONGEST * STEP_S, ridden);
    }

    @Test
    void theBestPlanIsThatOfAnExhaustiveSearch() {
        int hard = 0;
        for (int seed = 0; seed < 12; seed++) {
            RecoveryModel recovery = seed % 2 == 0 ? RecoveryModel.CONSERVATIVE : RecoveryModel.ELITE;
            // from easy to such that nobody can
            ChaseKernel kernel = ChaseKernel.compile(chase(seed, 410 - 8 * seed, recovery));
            Pace pace = pace(kernel);
            for (boolean keepReserve : new boolean[] {false, true}) {
                Listed listed = listed(kernel, pace, keepReserve);
                TimetableRider ridden = new TimetableRider(kernel, pace, keepReserve, Double.POSITIVE_INFINITY);
                GridBound bound = bound(kernel, pace, keepReserve, ridden);
                double bestJ = bound.bound(Formations.codes(kernel.chase().team(), 100), () -> false);
                String who = "seed " + seed + ", reserve " + keepReserve + ", " + listed;
                assertThat(bound.isComplete()).as(who).isTrue();
                if (listed.able == 0) {
                    assertThat(bestJ).as(who).isInfinite();
                } else {
                    // the same kernel rides both
                    assertThat(bestJ).as(who).isCloseTo(listed.bestJ, within(1e-12 * listed.bestJ));
                }
                hard += listed.able > 0 && listed.able < listed.plans / 2 ? 1 : 0;
            }
        }
        assertThat(hard).as("chases in which most plans cannot be ridden").isGreaterThan(3);
    }

    @Test
    void aRideThatIsOverBeforeEverybodyHasLedIsListedToo() {
        ChaseKernel kernel = ChaseKernel.compile(ExactCases.chase(
                ExactCases.team(3, Set.of()),
                List.of(new Stretch(1_000, 0.01, 0, 0, 0.004)),
                83,
                RecoveryModel.CONSERVATIVE,
                Shelter.DEFAULT));
        Pace pace = kernel.newPace();
        kernel.solvePace(new double[] {1}, pace);
        Listed listed = listed(kernel, pace, false);
        TimetableRider ridden = new TimetableRider(kernel, pace, false, Double.POSITIVE_INFINITY);
        double bestJ = bound(kernel, pace, false, ridden)
                .bound(Formations.codes(kernel.chase().team(), 100), () -> false);
        assertThat(bestJ).isCloseTo(listed.bestJ, within(1e-12 * bestJ));
        assertThat(ridden.best()).isNotNull();
    }

    @Test
    void nobodyWhoCanRideAPlanIsRuledOut() {
        int able = 0;
        int ruledOut = 0;
        int knownRuledOut = 0;
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            Chase chase = ExactCases.random(random);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            List<Double> efforts = ExactCases.randomEfforts(random, chase);
            Pace pace = kernel.newPace();
            kernel.solvePace(efforts.stream().mapToDouble(d -> d).toArray(), pace);
            StateRates rates = new StateRates(new LineStates(kernel, pace), new Balances(kernel, false));
            TeamStamina stamina = new TeamStamina(rates, 600);
            PlanEvaluator evaluator = kernel.newEvaluator();
            for (int k = 0; k < 300; k++) {
                RotationPlan plan = ExactCases.randomPlan(random, kernel, efforts);
                int working = plan.pulls().size();
                if (working == 1) {
                    continue;
                }
                LinePlan line = LinePlan.of(plan, chase.team());
                evaluator.evaluate(pace, line);
                boolean canRide = evaluator.overdrawnJ() <= 0;
                able += canRide ? 1 : 0;
                int[] begins = begins(plan);
                int rotation = begins[working];
                TeamStamina.Place[] places = stamina.of(new Formation(line.slot, working));
                for (int p = 0; p < working; p++) {
                    String who = "seed " + seed + ", plan " + k + ", position " + p + ": " + plan;
                    boolean survives = places[p].stamina.survives(begins[p], begins[p + 1], rotation);
                    boolean known = places[p].stamina.survives(begins, p, rotation);
                    if (canRide) {
                        assertThat(survives).as(who).isTrue();
                        assertThat(known).as(who + ", those before him known").isTrue();
                        if (STEP_S * rotation < pace.durationS()) {
                            assertThat(places[p].lastEnds(rotation)[begins[p]])
                                    .as(who)
                                    .isGreaterThanOrEqualTo(begins[p + 1]);
                            assertThat(places[p].longestTurn).as(who).isGreaterThanOrEqualTo(begins[p + 1] - begins[p]);
                        }
                    }
                    ruledOut += survives ? 0 : 1;
                    knownRuledOut += known ? 0 : 1;
                }
            }
        }
        assertThat(able).isGreaterThan(2_000);
        assertThat(ruledOut).as("it rules out at all").isGreaterThan(1_000);
        assertThat(knownRuledOut).as("to know more rules out more").isGreaterThan(ruledOut);
    }

    /** In steps: when each leads first, and the rotation. */
    private static int[] begins(RotationPlan plan) {
        int[] begins = new int[plan.pulls().size() + 1];
        int at = 0;
        for (Pull pull : plan.pulls()) {
            begins[++at] = begins[at - 1] + (int) pull.seconds() / STEP_S;
        }
        return begins;
    }

    @Test
    void lastEndsRiseWithTheBegin() {
        ChaseKernel kernel = ChaseKernel.compile(chase(3, 390, RecoveryModel.ELITE));
        Pace pace = pace(kernel);
        StateRates rates = new StateRates(new LineStates(kernel, pace), new Balances(kernel, true));
        TeamStamina.Place[] places = new TeamStamina(rates, 600).of(new Formation(new int[] {0, 2, 1}, 3));
        for (TeamStamina.Place place : places) {
            for (int rotation = 6; rotation < 40; rotation++) {
                assertThat(place.lastEnds(rotation)).as("rotation %d", rotation).isSorted();
            }
        }
    }

    @Test
    void aProofThatComesAcrossACheaperPlanHandsItOver() {
        ChaseKernel kernel = ChaseKernel.compile(chase(4, 390, RecoveryModel.CONSERVATIVE));
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("R1", 10), new Pull("R2", 10), new Pull("R3", 10)),
                List.of(),
                List.of(1.0, 1.2, 0.8, 1.1));
        FixedSpeeds speeds = new FixedSpeeds(kernel, plan, CertificateOptions.seconds(60));
        Certificate proved = speeds.certify(speeds.line, speeds.planCost, () -> false);
        assertThat(proved.complete()).isTrue();
        assertThat(proved.gapPct()).isGreaterThan(0.01);
        LinePlan cheaper = speeds.cheaper();
        assertThat(cheaper).isNotNull();
        PlanEvaluator evaluator = kernel.newEvaluator();
        evaluator.evaluate(speeds.pace, cheaper);
        // what the proof says is the least, less its rounding
        assertThat(evaluator.collectiveJ() / proved.bound() - 1).isBetween(0.0, 2 * Certificate.ROUNDING);
    }
}
