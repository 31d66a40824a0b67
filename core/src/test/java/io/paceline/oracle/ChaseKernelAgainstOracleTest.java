package io.paceline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.power.Crosswind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel against the model's definition written down a second time. */
class ChaseKernelAgainstOracleTest {
    private static final int WALKS = 2_000;
    private static final int CROSSED_WALKS = 100;
    private static final int FIRST_SEED = 20_000;
    /** Rounding, of the energy and one joule: one who coasts all along has none of his own; measured 4e-13. */
    private static final double ENERGY_RELATIVE = 1e-9;
    /** Rounding of deficits up to megajoules and of a pace solved to 1e-13; measured 4e-6 J after 5 h, less than 1e-6 J below 1 h. */
    private static final double BALANCE_J_PER_HOUR = 1e-6;

    private static final double SECONDS = 1e-6;

    @Test
    void kernelEqualsTheIntervalWalk() {
        int late = 0;
        int burned = 0;
        for (int trial = 0; trial < WALKS; trial++) {
            RandomChase random = RandomChase.of(FIRST_SEED + trial);
            String what = "trial " + trial + ", " + random;
            OracleAnswer walk = IntervalWalk.ride(random.chase(), random.plan());
            Outcome outcome = ChaseKernel.compile(random.chase()).evaluate(random.plan());
            assertEqual(outcome, walk, what);
            late += outcome.inTime() ? 0 : 1;
            burned += random.plan().pulls().stream().anyMatch(p -> p.burnedAfterTurns() > 0) ? 1 : 0;
        }
        // the draw must not drift to chases that nobody can lose, nor to those that nobody can win
        assertThat(late).isBetween(WALKS / 100, WALKS / 3);
        assertThat(burned).isGreaterThan(WALKS / 4);
    }

    @Test
    void kernelEqualsTheIntervalWalkInAirFromTheSide() {
        Set<Crosswind.Formation> formations = EnumSet.noneOf(Crosswind.Formation.class);
        int changed = 0;
        for (int trial = 0; trial < CROSSED_WALKS; trial++) {
            RandomChase random = RandomChase.crossed(FIRST_SEED + trial, 1);
            String what = "crossed trial " + trial + ", " + random;
            Outcome outcome = ChaseKernel.compile(random.chase()).evaluate(random.plan());
            assertEqual(outcome, IntervalWalk.ride(random.chase(), random.plan()), what);
            Line line = random.chase().line();
            formations.add(line.crosswind().shelter());
            Chase ignored = random.chase().toBuilder()
                    .line(line.withCrosswind(Crosswind.IGNORED))
                    .build();
            double otherJ = IntervalWalk.ride(ignored, random.plan()).collectiveJ();
            changed += Math.abs(otherJ - outcome.collectiveJ()) > 1e-3 * otherJ ? 1 : 0;
        }
        assertThat(formations).hasSize(3);
        // where the road is still or the top speed binds, nothing is to be seen of it
        assertThat(changed).as("chases that differ by a thousandth").isGreaterThan(CROSSED_WALKS / 2);
    }

    private static void assertEqual(Outcome outcome, OracleAnswer walk, String what) {
        double balanceJ = BALANCE_J_PER_HOUR * (1 + walk.timeS() / 3_600);
        assertThat(outcome.timeS()).as("%s: time", what).isCloseTo(walk.timeS(), within(SECONDS));
        assertThat(outcome.collectiveJ())
                .as("%s: energy", what)
                .isCloseTo(walk.collectiveJ(), within(ENERGY_RELATIVE * (1 + walk.collectiveJ())));
        for (int slot = 0; slot < walk.riders().size(); slot++) {
            OracleRider expected = walk.riders().get(slot);
            RiderOutcome rider = outcome.riders().get(slot);
            String who = what + ", rider " + rider.riderId();
            assertThat(rider.workJ())
                    .as("%s: work", who)
                    .isCloseTo(expected.workJ, within(ENERGY_RELATIVE * (1 + expected.workJ)));
            assertThat(rider.leastBalanceJ())
                    .as("%s: least balance", who)
                    .isCloseTo(expected.leastBalanceJ, within(balanceJ));
            assertThat(rider.endBalanceJ()).as("%s: end balance", who).isCloseTo(expected.balanceJ(), within(balanceJ));
            assertThat(rider.aboveCriticalPowerJ())
                    .as("%s: work above CP", who)
                    .isCloseTo(expected.aboveCriticalPowerJ, within(balanceJ));
            assertThat(rider.frontS()).as("%s: front", who).isCloseTo(expected.frontS, within(SECONDS));
            assertThat(rider.turns()).as("%s: turns", who).isEqualTo(expected.turns);
        }
    }

    @Test
    void kernelIsNearTheStepperInAirFromTheSide() {
        for (int trial = 0; trial < 10; trial++) {
            RandomChase random = RandomChase.crossed(FIRST_SEED + trial, 0.5);
            OracleAnswer steps = SteppedOracle.ride(random.chase(), random.plan(), 0.05);
            Outcome outcome = ChaseKernel.compile(random.chase()).evaluate(random.plan());
            assertThat(outcome.collectiveJ())
                    .as("%s", random)
                    .isCloseTo(steps.collectiveJ(), within(ENERGY_RELATIVE * (1 + steps.collectiveJ())));
            for (int slot = 0; slot < steps.riders().size(); slot++) {
                // as below with this step
                assertThat(outcome.riders().get(slot).leastBalanceJ())
                        .as("%s, rider %d", random, slot)
                        .isCloseTo(steps.riders().get(slot).leastBalanceJ, within(20.0));
            }
        }
    }

    /** Short roads, for the stepper takes its time. */
    @ParameterizedTest(name = "step {0} s, {1} chases, balances within {2} J")
    @CsvSource({"0.05, 60, 20", "0.01, 8, 4"})
    void kernelIsNearTheStepper(double stepS, int trials, double balanceJ) {
        for (int trial = 0; trial < trials; trial++) {
            RandomChase random = RandomChase.of(FIRST_SEED + trial, 0.5);
            String what = "trial " + trial + ", " + random;
            OracleAnswer steps = SteppedOracle.ride(random.chase(), random.plan(), stepS);
            Outcome outcome = ChaseKernel.compile(random.chase()).evaluate(random.plan());
            assertThat(outcome.timeS()).as("%s: time", what).isCloseTo(steps.timeS(), within(SECONDS));
            assertThat(outcome.collectiveJ())
                    .as("%s: energy", what)
                    .isCloseTo(steps.collectiveJ(), within(ENERGY_RELATIVE * (1 + steps.collectiveJ())));
            for (int slot = 0; slot < steps.riders().size(); slot++) {
                assertThat(outcome.riders().get(slot).leastBalanceJ())
                        .as("%s, rider %d: least balance", what, slot)
                        .isCloseTo(steps.riders().get(slot).leastBalanceJ, within(balanceJ));
            }
        }
    }
}
