package io.paceline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.BreakSeen;
import io.paceline.chase.Chase;
import io.paceline.chase.ChaseInput;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.RotationPlan;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much an answer changes with its inputs: finite differences of the kernel against those of the slow reference. */
class SensitivityAgainstOracleTest {
    private static final int CHASES = 12;
    private static final int FIRST_SEED = 31_000;
    /** Of the input, for the difference. */
    private static final double STEP = 1e-3;
    /** The two agree to 1e-9 in energy; a difference of 2e-3 in the input turns that into 1e-6 in the elasticity; measured 4e-8. */
    private static final double ELASTICITY = 1e-6;

    @ParameterizedTest
    @EnumSource
    void elasticitiesOfTheEnergyAreThoseOfTheOracle(ChaseInput input) {
        int moved = 0;
        for (int trial = 0; trial < CHASES; trial++) {
            RandomChase random = input == ChaseInput.FADED_YAW
                    ? RandomChase.crossed(FIRST_SEED + trial, 1)
                    : RandomChase.of(FIRST_SEED + trial);
            if (!input.appliesTo(random.chase())) {
                continue;
            }
            RotationPlan plan = random.plan();
            double value = input.of(random.chase());
            if (value == 0) {
                continue;
            }
            double kernel = elasticity(random.chase(), input, value, chase -> energyJ(chase, plan));
            double oracle = elasticity(
                    random.chase(),
                    input,
                    value,
                    chase -> IntervalWalk.ride(chase, plan).collectiveJ());
            assertThat(kernel).as("%s, %s", input, random).isCloseTo(oracle, within(ELASTICITY));
            moved += Math.abs(oracle) > 1e-5 ? 1 : 0;
        }
        boolean ofBalancesOnly = input == ChaseInput.CRITICAL_POWER
                || input == ChaseInput.W_PRIME
                || input == ChaseInput.FRESHNESS_CP
                || input == ChaseInput.FRESHNESS_W_PRIME;
        // what a rider has does not change what he has to do
        assertThat(moved).as("chases whose energy depends on it").satisfies(count -> {
            if (ofBalancesOnly) {
                assertThat(count).isZero();
            } else {
                assertThat(count).isGreaterThan(CHASES / 4);
            }
        });
    }

    /** Without the check of pulls against exchanges, which a changed chase may fail by a hair. */
    private static double energyJ(Chase chase, RotationPlan plan) {
        ChaseKernel kernel = ChaseKernel.compile(chase);
        Pace pace = kernel.newPace();
        kernel.solvePace(plan.sectorEfforts().stream().mapToDouble(e -> e).toArray(), pace);
        PlanEvaluator evaluator = kernel.newEvaluator();
        evaluator.evaluate(pace, LinePlan.of(plan, chase.team()));
        return evaluator.collectiveJ();
    }

    private static double elasticity(Chase chase, ChaseInput input, double value, ToDoubleFunction<Chase> energyJ) {
        double lessJ = energyJ.applyAsDouble(input.with(chase, value * (1 - STEP), BreakSeen.SPEED));
        double moreJ = energyJ.applyAsDouble(input.with(chase, value * (1 + STEP), BreakSeen.SPEED));
        return (moreJ - lessJ) / energyJ.applyAsDouble(chase) / (2 * STEP);
    }
}
