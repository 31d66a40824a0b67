package io.paceline.optimizer.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.optimizer.rotation.draft.Change;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Price;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnealingTest {
    private static final int STEPS = 6_000;

    private final Chase chase = Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0.0, 0.03, -0.02, 0.02, -0.01);

    private static Trials account(DraftSpace space) {
        return new Trials(space, Long.MAX_VALUE, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
    }

    private static Draft start() {
        Draft draft = new Draft(6, 5);
        Arrays.fill(draft.seconds, 0, 5, 60);
        return draft;
    }

    private static Round round(DraftSpace space) {
        Cost cost = new CostMeter(space).cost(start());
        return new Round(start(), 1, STEPS, (long) (1e-3 * cost.soft()), Price.like(cost));
    }

    /** Against a meter that rides everything to its end: of what is given up an annealing would have taken one in 1,000, or fewer. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesUpWhatItWouldNotTakeAndNothingElse(long seed) {
        DraftSpace space = new DraftSpace(ChaseKernel.compile(chase));
        Round round = round(space);
        Annealing annealing = new Annealing(space, account(space), round);
        CostMeter patient = new CostMeter(space);
        Random random = new Random(seed);
        Draft draft = start();
        double now = annealing.measure(draft);
        annealing.beginStep(draft);
        int givenUp = 0;
        int wrongly = 0;
        for (int step = 1; step < STEPS; step++) {
            Change change = annealing.draw(draft, random);
            Change undo = change.undo(draft);
            change.applyTo(draft);
            double value = annealing.measure(draft);
            double whole = round.price().of(patient.cost(draft), patient.burned());
            double heat = round.heat() * (1 - (double) step / STEPS);
            double drawn = random.nextDouble();
            if (value == Double.POSITIVE_INFINITY) {
                givenUp++;
                wrongly += drawn < Math.exp((now - whole) / heat) ? 1 : 0;
            } else {
                assertThat(value).as("step %d, seed %d", step, seed).isEqualTo(whole);
            }
            if (drawn < Math.exp((now - value) / heat)) {
                now = value;
                annealing.beginStep(draft);
            } else {
                undo.applyTo(draft);
            }
        }
        assertThat(givenUp).isGreaterThan(STEPS / 5);
        assertThat(wrongly).as("of " + givenUp).isLessThanOrEqualTo(givenUp / 1_000);
    }

    @Test
    void givesNothingUpWhereItDoesNotKnowWhereItStands() {
        DraftSpace space = new DraftSpace(ChaseKernel.compile(chase));
        Draft hopeless = start();
        Arrays.fill(hopeless.seconds, 1, 5, 0); // one rider leads for an hour

        Annealing annealing = new Annealing(space, account(space), round(space));
        assertThat(annealing.measure(hopeless)).as("before the first step").isFinite();

        annealing.measure(start());
        annealing.beginStep(start());
        assertThat(annealing.measure(hopeless)).isInfinite();

        Draft elsewhere = start();
        elsewhere.seconds[2] = 65;
        annealing.beginStep(elsewhere);
        assertThat(annealing.measure(hopeless)).isFinite();
    }

    @Test
    void ridesEverythingToItsEndWhereAPaceDoesNotTellWhatItCosts() {
        DraftSpace space = new DraftSpace(ChaseKernel.compile(
                chase.toBuilder().goal(new Goal(Objective.FAIRNESS, 1)).build()));
        Annealing annealing = new Annealing(space, account(space), round(space));
        annealing.measure(start());
        annealing.beginStep(start());
        Draft hopeless = start();
        Arrays.fill(hopeless.seconds, 1, 5, 0);
        assertThat(annealing.measure(hopeless)).isFinite();
    }

    /** Taken three times of four they grow, of a search that takes one in ten they shrink: both through the annealing alone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void changesOfThePaceGetTheSizeThatIsTaken(boolean takes) {
        DraftSpace space = new DraftSpace(ChaseKernel.compile(chase));
        Annealing annealing = new Annealing(space, account(space), round(space));
        Random random = new Random(5);
        Draft draft = start();
        annealing.measure(draft);
        annealing.beginStep(draft);
        double[] meanSize = new double[3];
        for (int third = 0; third < 3; third++) {
            int changes = 0;
            for (int trial = 0; trial < 1_500; trial++) {
                Draft before = start();
                Change change = annealing.draw(draft, random);
                if (change.sector.length > 0) {
                    meanSize[third] += Math.abs(change.effort[0] - before.effort[change.sector[0]]);
                    changes++;
                }
                annealing.measure(draft);
                if (random.nextInt(20) < (takes ? 15 : 2)) {
                    annealing.beginStep(draft);
                }
            }
            meanSize[third] /= changes;
        }
        if (takes) {
            assertThat(meanSize[2]).isGreaterThan(3 * meanSize[0]).isLessThan(0.3 * DraftSpace.EFFORT_ONE);
        } else {
            assertThat(meanSize[2]).isLessThan(meanSize[0] / 5).isGreaterThan(5);
        }
    }
}
