package io.paceline.optimizer.rotation.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.plan.RotationPlan;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostMeterTest {
    private final DraftSpace space = new DraftSpace(ChaseKernel.compile(Chases.stage18(75, 48)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void costsAreThoseOfTheWholeAccount(long seed) {
        Random random = new Random(seed);
        CostMeter meter = new CostMeter(space);
        Draft draft = DraftCases.random(space, random);
        int ridden = 0;
        for (int trial = 0; trial < 60; trial++) {
            if (random.nextInt(3) == 0) { // else the same efforts, for which the meter keeps the pace
                draft.effort[random.nextInt(space.sectors())] = 300_000 + random.nextInt(1_500_000);
            } else {
                Draft other = DraftCases.random(space, random);
                System.arraycopy(draft.effort, 0, other.effort, 0, draft.effort.length);
                draft = other;
            }
            Cost cost = meter.cost(draft);
            if (space.stayers(draft) == 0) {
                assertThat(cost.hard()).isGreaterThanOrEqualTo(CostMeter.NOBODY_PULLS);
                continue;
            }
            ridden++;
            RotationPlan plan = space.toPlan(draft);
            Outcome outcome = space.kernel().evaluate(plan);
            double overdrawnJ = outcome.riders().stream()
                    .mapToDouble(rider -> Math.max(0, -rider.leastBalanceJ()))
                    .sum();
            double shortJ = outcome.riders().stream()
                    .mapToDouble(rider -> Math.max(0, 0.10 * rider.wPrimeJ() - rider.leastBalanceJ()))
                    .sum();
            double workJ = outcome.riders().stream().mapToDouble(r -> r.workJ()).sum();
            double lateMs = outcome.inTime() ? 0 : -1_000 * outcome.marginS();
            String which = "seed " + seed + " trial " + trial + ": " + plan;
            // sums in another order: some ulps of 1e7
            assertThat(cost.hard()).as(which).isCloseTo(overdrawnJ + lateMs, within(1e-6));
            long burned = plan.pulls().stream()
                    .filter(pull -> pull.burnedAfterTurns() > 0)
                    .count();
            assertThat(cost.medium()).as(which).isCloseTo(shortJ + burned, within(1e-6));
            assertThat(cost.soft()).as(which).isCloseTo(workJ, within(1e-6));
            assertThat(meter.evenWorkJ()).as(which).isCloseTo(workJ, withinPercentage(5));
        }
        assertThat(ridden).isGreaterThan(40);
    }

    /** Against a meter that rides everything to its end: what beats a cost is not lost, and what is given up would not have. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesUpOnlyWhatDoesNotBeatACost(long seed) {
        Random random = new Random(seed);
        CostMeter patient = new CostMeter(space);
        CostMeter impatient = new CostMeter(space);
        int givenUp = 0;
        for (int trial = 0; trial < 400; trial++) {
            Draft draft = DraftCases.random(space, random);
            Cost cost = patient.cost(draft);
            Cost against = new Cost(0, cost.medium() * 2 * random.nextDouble(), cost.soft());
            Cost found = impatient.cost(draft, Ceiling.below(against));
            if (found.equals(Cost.WORST)) {
                givenUp++;
                assertThat(cost.beats(against))
                        .as("seed %d trial %d", seed, trial)
                        .isFalse();
            } else {
                assertThat(found).as("seed %d trial %d", seed, trial).isEqualTo(cost);
            }
            Cost hopeless = new Cost(1, 0, cost.soft()); // who is overdrawn himself cannot say what others may lack
            assertThat(impatient.cost(draft, Ceiling.below(hopeless))).isEqualTo(cost);
        }
        assertThat(givenUp).isBetween(50, 350);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9})
    void anyExcessCostsAWholeUnit(long whole) {
        Cost cost = new Cost(whole + 1e-9, whole + 0.5, whole);
        assertThat(cost.hardUnits()).isEqualTo(whole + 1);
        assertThat(cost.mediumUnits()).isEqualTo(whole + 1);
        assertThat(cost.softUnits()).isEqualTo(whole);
        assertThat(cost.feasible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void nobodyToTheEndCostsMoreTheFewerWork(int idle) {
        Draft draft = new Draft(space.riders(), space.sectors());
        for (int position = 0; position < 5; position++) { // position 5 is the protected sprinter
            draft.seconds[position] = position < idle ? 0 : 60;
            draft.burnedAfterTurns[position] = position < idle ? 0 : 5;
        }
        // 1e12 for the plan, and 1e12 for each who does not work, the sprinter among them
        assertThat(new CostMeter(space).cost(draft).hard()).isEqualTo(1e12 * (2 + idle));
    }
}
