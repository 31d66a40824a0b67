package io.paceline.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.RotationPlan;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What a bound must never do: lie above a plan that can be ridden. */
class CertificateLawTest {
    private static final int CHASES = 16;
    private static final int PLANS = 800;

    @Test
    void noPlanThatCanBeRiddenLiesBelowTheBound() {
        int ridden = 0;
        int kept = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int seed = 0; seed < CHASES; seed++) {
            Random random = new Random(seed);
            Chase chase = ExactCases.random(random);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            List<Double> efforts = ExactCases.randomEfforts(random, chase);
            Pace pace = kernel.newPace();
            kernel.solvePace(efforts.stream().mapToDouble(d -> d).toArray(), pace);
            PlanEvaluator evaluator = kernel.newEvaluator();
            double anyJ = boundJ(kernel, pace, false);
            double keptJ = boundJ(kernel, pace, true);
            assertThat(keptJ)
                    .as("seed %d: to keep a reserve is never cheaper", seed)
                    .isGreaterThan(anyJ * (1 - 1e-6));
            for (int k = 0; k < PLANS; k++) {
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
                    kept++;
                }
            }
        }
        assertThat(ridden).as("plans that can be ridden").isGreaterThan(3_000);
        assertThat(kept).as("plans that keep the reserve").isGreaterThan(2_000);
        assertThat(closest).as("the bound is no empty one").isLessThan(1e-3);
    }

    private static double boundJ(ChaseKernel kernel, Pace pace, boolean keepReserve) {
        long[] codes = Formations.codes(kernel.chase().team(), 1_000_000);
        Formation first =
                Formation.of(codes[codes.length - 1], kernel.chase().team().size());
        // every formation is asked about once, then every branch: a bound that is stopped is a bound
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier stop = () -> asked.incrementAndGet() > codes.length + 40;
        double boundJ = new OrderBound(
                        new StateRates(new LineStates(kernel, pace), new Balances(kernel, keepReserve)), 600)
                .bound(codes, first, Double.POSITIVE_INFINITY, stop);
        return boundJ * (1 - Certificate.ROUNDING);
    }
}
