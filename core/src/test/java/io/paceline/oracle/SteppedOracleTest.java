package io.paceline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LineCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stepper is only a reference if its own error is known: it shrinks in proportion to the step. */
class SteppedOracleTest {
    private static final double[] STEPS_S = {0.8, 0.4, 0.2, 0.1};
    private static final int CHASES = 20;
    private static final int FIRST_SEED = 91_000;

    @Test
    void errorsOfBalancesShrinkInProportionToTheStepAndEnergyIsExact() {
        double[] errorJ = new double[STEPS_S.length];
        for (int trial = 0; trial < CHASES; trial++) {
            RandomChase random = RandomChase.of(FIRST_SEED + trial, 0.3);
            Outcome exact = ChaseKernel.compile(random.chase()).evaluate(random.plan());
            for (int i = 0; i < STEPS_S.length; i++) {
                OracleAnswer steps = SteppedOracle.ride(random.chase(), random.plan(), STEPS_S[i]);
                // steps end where the power changes, so only rounding is left
                assertThat(steps.collectiveJ())
                        .as("trial %d, step %s s, %s", trial, STEPS_S[i], random)
                        .isCloseTo(exact.collectiveJ(), within(1e-9 * exact.collectiveJ()));
                for (int slot = 0; slot < steps.riders().size(); slot++) {
                    errorJ[i] += Math.abs(steps.riders().get(slot).leastBalanceJ
                            - exact.riders().get(slot).leastBalanceJ());
                }
            }
        }
        for (int i = 1; i < STEPS_S.length; i++) {
            // measured 1.99 to 2.00: Euler's method is of first order
            assertThat(errorJ[i - 1] / errorJ[i])
                    .as("step %s s, seeds from %d on", STEPS_S[i], FIRST_SEED)
                    .isBetween(1.8, 2.2);
        }
    }

    @ParameterizedTest
    @MethodSource("io.paceline.kernel.LineCaseTest#cases")
    void bothOraclesGiveTheWorkedCases(LineCase worked) {
        assertWorked(worked, IntervalWalk.ride(worked.chase(), worked.plan()), 1e-6 * 20_000);
        assertWorked(worked, SteppedOracle.ride(worked.chase(), worked.plan(), SteppedOracle.DEFAULT_STEP_S), 2);
    }

    private static void assertWorked(LineCase worked, OracleAnswer answer, double balanceJ) {
        JsonNode expected = worked.expected();
        assertClose(answer.evenPowerW(), expected.get("p0_w"), 1e-6, "P0");
        assertClose(answer.timeS(), expected.get("time_s"), 1e-6, "time");
        assertClose(answer.collectiveJ(), expected.get("collective_j"), 1e-6, "energy");
        for (OracleRider rider : answer.riders()) {
            String id = rider.rider.id();
            assertClose(rider.workJ, expected.get("work_j").get(id), 1e-6, "work " + id);
            assertClose(rider.frontS, expected.get("front_s").get(id), 1e-6, "front " + id);
            assertThat(rider.leastBalanceJ)
                    .as("balance %s", id)
                    .isCloseTo(expected.get("least_balance_j").get(id).asDouble(), within(balanceJ));
        }
    }

    private static void assertClose(double actual, JsonNode expected, double relative, String what) {
        double value = expected.asDouble();
        assertThat(actual).as(what).isCloseTo(value, within(relative * Math.max(1, Math.abs(value))));
    }
}
