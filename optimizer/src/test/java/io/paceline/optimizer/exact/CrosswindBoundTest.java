package io.paceline.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Crosswind;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bounds where shelter differs from stretch to stretch and with the speed. */
class CrosswindBoundTest {
    private static final int PLANS = 100;

    @Test
    void noPlanAtAnyPaceLiesBelowTheBoundOverEveryPace() {
        int inTime = 0;
        double closest = Double.POSITIVE_INFINITY;
        int higher = 0;
        int seeds = 30;
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(500 + seed);
            Chase chase = ExactCases.crossed(random);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            double boundJ = Certificates.certifyAnyPace(kernel, 1e6).boundJ();
            higher += boundJ
                            > 1.01
                                    * Certificates.certifyAnyPace(ignoring(chase), 1e6)
                                            .boundJ()
                    ? 1
                    : 0;
            Pace pace = kernel.newPace();
            PlanEvaluator evaluator = kernel.newEvaluator();
            for (int k = 0; k < PLANS; k++) {
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
                    closest = Math.min(closest, evaluator.collectiveJ() / boundJ - 1);
                    inTime++;
                }
            }
        }
        assertThat(inTime).isGreaterThan(seeds * PLANS / 2);
        // it says something: some plan comes near, and lost shelter is in it
        assertThat(closest).isLessThan(0.05);
        assertThat(higher).isGreaterThan(seeds / 3);
    }

    private static ChaseKernel ignoring(Chase chase) {
        Line line = chase.line().withCrosswind(Crosswind.IGNORED);
        return ChaseKernel.compile(chase.toBuilder().line(line).build());
    }

    @Test
    void noPlanThatCanBeRiddenLiesBelowTheBoundAtItsSpeeds() {
        int ridden = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int seed = 0; seed < 24; seed++) {
            Random random = new Random(900 + seed);
            Chase chase = ExactCases.crossed(random);
            ChaseKernel kernel = ChaseKernel.compile(chase);
            List<Double> even = Collections.nCopies(chase.road().sectorCount(), 1.0);
            double boundJ = Double.NaN;
            Pace pace = kernel.newPace();
            kernel.solvePace(even.stream().mapToDouble(d -> d).toArray(), pace);
            PlanEvaluator evaluator = kernel.newEvaluator();
            for (int k = 0; k < PLANS; k++) {
                RotationPlan plan = ExactCases.randomPlan(random, kernel, even);
                evaluator.evaluate(pace, LinePlan.of(plan, chase.team()));
                if (pace.lateS() > 1e-6 || evaluator.reserveShortJ() > 0) {
                    continue;
                }
                if (Double.isNaN(boundJ)) {
                    boundJ = Certificates.certify(kernel, plan, CertificateOptions.seconds(1), () -> false)
                            .boundJ();
                }
                assertThat(evaluator.collectiveJ())
                        .as("seed %d, plan %d", seed, k)
                        .isGreaterThanOrEqualTo(boundJ);
                closest = Math.min(closest, evaluator.collectiveJ() / boundJ - 1);
                ridden++;
            }
        }
        assertThat(ridden).isGreaterThan(300);
        assertThat(closest).isLessThan(0.01);
    }
}
