package io.paceline.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.chase.Outcome;
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
import org.junit.jupiter.api.Test;

/** The bounds of each objective: no plan that can be ridden lies below them, and they say something. */
class ObjectiveBoundTest {
    private static final int PLANS = 150;

    /** A random chase whose riders turn food into work differently. */
    private static Chase random(Random random, Objective objective) {
        Chase chase = ExactCases.random(random);
        List<Rider> riders = new ArrayList<>();
        for (Rider rider : chase.team().riders()) {
            riders.add(new Rider(
                    rider.id(),
                    rider.massKg(),
                    rider.dragAreaM2(),
                    rider.criticalPowerW(),
                    rider.wPrimeJ(),
                    0.19 + 0.08 * random.nextDouble(),
                    1));
        }
        boolean fastest = objective == Objective.FASTEST;
        return chase.toBuilder()
                .team(new Team(riders, chase.team().protectedIds()))
                .breakaway(fastest ? Breakaway.NONE : chase.breakaway())
                .goal(new Goal(objective, fastest ? riders.size() : 1))
                .build();
    }

    /** Returns how near a plan that leaves everybody his reserve came to the bound over every pace, relative. */
    private static double closestAtAnyPace(Objective objective, int seeds) {
        double closest = Double.POSITIVE_INFINITY;
        int ridden = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed);
            Chase chase = random(random, objective);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            double bound = Certificates.certifyAnyPace(kernel, 1).bound();
            for (int k = 0; k < PLANS; k++) {
                RotationPlan plan = ExactCases.randomPlan(random, kernel, ExactCases.randomEfforts(random, chase));
                Outcome outcome = kernel.evaluate(plan);
                if (outcome.feasible()) {
                    double cost = Certificates.cost(kernel, outcome);
                    assertThat(cost).as("seed %d, plan %d: %s", seed, k, plan).isGreaterThanOrEqualTo(bound);
                    closest = Math.min(closest, cost / bound - 1);
                    ridden++;
                }
            }
        }
        assertThat(ridden).isGreaterThan(200);
        return closest;
    }

    @Test
    void noPlanNeedsLessFoodThanTheBoundsSay() {
        assertThat(closestAtAnyPace(Objective.METABOLIC_ENERGY, 5)).isLessThan(0.03);
        double closest = Double.POSITIVE_INFINITY;
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            Chase chase = random(random, Objective.METABOLIC_ENERGY);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            List<Double> efforts = ExactCases.randomEfforts(random, chase);
            RotationPlan first = ExactCases.randomPlan(random, kernel, efforts);
            Outcome outcome = kernel.evaluate(first);
            Certificate certificate =
                    Certificates.certify(kernel, first, CertificateOptions.seconds(60), stopAfter(400));
            assertThat(certificate.cost())
                    .isCloseTo(outcome.metabolicJ(), org.assertj.core.api.Assertions.within(1e-6));
            for (int k = 0; k < 400; k++) {
                Outcome other = kernel.evaluate(ExactCases.randomPlan(random, kernel, efforts));
                boolean likeFirst = outcome.reserveShortJ() > 1e-6 || other.reserveShortJ() <= 0;
                if (other.feasible() && likeFirst) {
                    assertThat(other.metabolicJ())
                            .as("seed %d, plan %d", seed, k)
                            .isGreaterThanOrEqualTo(certificate.bound());
                    closest = Math.min(closest, other.metabolicJ() / certificate.bound() - 1);
                }
            }
        }
        assertThat(closest).isLessThan(0.005);
    }

    private static java.util.function.BooleanSupplier stopAfter(int questions) {
        java.util.concurrent.atomic.AtomicInteger asked = new java.util.concurrent.atomic.AtomicInteger();
        return () -> asked.incrementAndGet() > questions + 2_000;
    }

    @Test
    void nobodyIsSparedMoreThanTheTeamCanSpare() {
        // the bound is 0 where the team rides below its CP together, so no closeness to assert over random chases
        closestAtAnyPace(Objective.FAIRNESS, 5);
        Chase hard = ExactCases.flat(4, 14.6, 6, RecoveryModel.CONSERVATIVE).toBuilder()
                .goal(new Goal(Objective.FAIRNESS, 1))
                .build();
        ChaseKernel kernel = ChaseKernel.compile(hard);
        double bound = Certificates.certifyAnyPace(kernel, 1).bound();
        assertThat(bound).isBetween(0.02, 1.2);
    }

    @Test
    void noRideIsFasterThanTheBoundAndGoodOnesAreNear() {
        assertThat(closestAtAnyPace(Objective.FASTEST, 5)).isLessThan(0.03);
        Chase flat = ExactCases.flat(4, 13, 20, RecoveryModel.ELITE).toBuilder()
                .breakaway(Breakaway.NONE)
                .reserveFraction(0)
                .goal(new Goal(Objective.FASTEST, 4))
                .build();
        ChaseKernel kernel = ChaseKernel.compile(flat);
        Outcome outcome = kernel.evaluate(new RotationPlan(
                List.of(new Pull("R1", 60), new Pull("R2", 30), new Pull("R3", 40), new Pull("R4", 15)),
                List.of(),
                List.of(1.0)));
        Certificate certificate = Certificates.certifyAnyPace(kernel, outcome.timeS());
        assertThat(certificate.gapPct()).isBetween(0.0, 2.5);
        assertThat(certificate.sentence()).startsWith("within ").contains("everybody there at the end");
    }

    @Test
    void saysForWhatThereIsNoBound() {
        Chase some = ExactCases.flat(3, 12, 10, RecoveryModel.ELITE).toBuilder()
                .breakaway(Breakaway.NONE)
                .goal(new Goal(Objective.FASTEST, 2))
                .build();
        assertThat(Certificates.covers(some)).isFalse();
        assertThatThrownBy(() -> Certificates.certifyAnyPace(ChaseKernel.compile(some), 1))
                .hasMessage("certificate: the fastest ride is covered where everybody has to be there at the end."
                        + " For fewer there is no bound yet.");
        Chase timed = some.toBuilder().goal(new Goal(Objective.FASTEST, 3)).build();
        assertThat(Certificates.coversGivenSpeeds(timed)).isFalse();
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("R1", 60), new Pull("R2", 60), new Pull("R3", 60)), List.of(), List.of(1.0));
        assertThatThrownBy(() -> Certificates.certify(
                        ChaseKernel.compile(timed), plan, CertificateOptions.seconds(1), () -> false))
                .hasMessage(
                        "certificate: given speeds fix the time, so at them there is no bound for the fastest ride.");
    }

    @Test
    void ridersAreAlikeForFoodOnlyIfTheyNeedEquallyMuch() {
        Team team = new Team(
                List.of(new Rider("a", 80, 0.3, 400, 20_000, 0.22, 1), new Rider("b", 80, 0.3, 400, 20_000, 0.24, 1)),
                Set.of());
        assertThat(Formations.codes(team, false, 100)).hasSize(2);
        // one works, either of them, or both
        assertThat(Formations.codes(team, true, 100)).hasSize(3);
    }

    @Test
    void anExchangeCutShortOnASlowClimbLiesAboveTheBound() {
        Team team = ExactCases.team(4, Set.of());
        List<Stretch> road = List.of(new Stretch(9_000, 0, 0, 0, 0.004), new Stretch(900, 0.16, 0, 0, 0.004));
        Chase chase = ExactCases.chase(team, road, 1_300, RecoveryModel.CONSERVATIVE, Shelter.DEFAULT);
        ChaseKernel kernel = ChaseKernel.compile(chase);
        List<Double> efforts = List.of(1.0, 1.0);
        Pace pace = kernel.newPace();
        kernel.solvePace(new double[] {1, 1}, pace);
        double climbExchangeS = chase.line().exchangeS(4, pace.speedMPerS(1));
        assertThat(climbExchangeS).as("longer than the shortest pulls").isGreaterThan(10);
        assertThat(kernel.shortestPullS(4)).isLessThan(climbExchangeS);
        long[] codes = Formations.codes(team, 10_000);
        double boundJ = new OrderBound(new StateRates(new LineStates(kernel, pace), new Balances(kernel, false)), 600)
                .bound(
                        codes,
                        Formation.of(codes[codes.length - 1], 4),
                        Double.POSITIVE_INFINITY,
                        stopAfter(codes.length));
        PlanEvaluator evaluator = kernel.newEvaluator();
        Random random = new Random(5);
        int cut = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 3_000; k++) {
            RotationPlan plan = ExactCases.randomPlan(random, kernel, efforts);
            evaluator.evaluate(pace, LinePlan.of(plan, team));
            boolean allPull = plan.pulls().size() == 4;
            boolean cutShort = allPull && plan.pulls().stream().anyMatch(pull -> pull.seconds() < climbExchangeS);
            if (cutShort && evaluator.overdrawnJ() <= 0) {
                assertThat(evaluator.collectiveJ()).as("%s", plan).isGreaterThanOrEqualTo(boundJ);
                closest = Math.min(closest, evaluator.collectiveJ() / boundJ - 1);
                cut++;
            }
        }
        assertThat(cut).isGreaterThan(20);
        // the bound may choose when to exchange, these plans exchange all the time
        assertThat(closest).isLessThan(0.15);
    }
}
