package io.paceline.optimizer.rotation.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Chases;
import org.junit.jupiter.api.Test;

/** The pace alone, against a fine brute force on a road short enough for it. */
class PaceTest {
    private static final double GAP_S = 20;

    @Test
    void descentAndPolishReachTheBestPaceOfTwoSectors() {
        DraftSpace space =
                new DraftSpace(ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), GAP_S, 46, 0.0, 0.03)));
        CostMeter meter = new CostMeter(space);
        Draft draft = allPull(space);
        Cost best = Cost.WORST;
        for (int units = 20_000; units <= 400_000; units += 50) { // only the ratio matters, so one effort is enough
            draft.effort[1] = units;
            Cost cost = meter.cost(draft);
            best = cost.beats(best) ? cost : best;
        }
        Trials trials = new Trials(space, 5_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        draft.effort[1] = DraftSpace.EFFORT_ONE;
        new Polish(space, meter, trials).descend(draft);
        new Polish(space, meter, trials).polish(trials.best());
        Cost found = trials.bestCost();
        assertThat(found.hardUnits()).isEqualTo(best.hardUnits());
        // a step of the brute force is 50 units of effort; the energy is flat there
        assertThat(found.soft()).isLessThanOrEqualTo(best.soft() + 1);
        assertThat(trials.evaluations()).isLessThan(1_000);
    }

    @Test
    void descentAndPolishReachTheBestPaceOfThreeSectors() {
        DraftSpace space = new DraftSpace(
                ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), GAP_S, 46, 0.0, 0.04, -0.03)));
        CostMeter meter = new CostMeter(space);
        Draft draft = allPull(space);
        Cost best = Cost.WORST;
        for (int up = 80_000; up <= 220_000; up += 1_000) {
            for (int down = 2_000; down <= 90_000; down += 1_000) {
                draft.effort[1] = up;
                draft.effort[2] = down;
                Cost cost = meter.cost(draft);
                best = cost.beats(best) ? cost : best;
            }
        }
        Trials trials = new Trials(space, 5_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        new Polish(space, meter, trials).descend(allPull(space));
        new Polish(space, meter, trials).polish(trials.best());
        Cost found = trials.bestCost();
        assertThat(found.hardUnits()).isEqualTo(best.hardUnits());
        assertThat(found.mediumUnits()).isLessThanOrEqualTo(best.mediumUnits());
        // a descent ends on one of several hills; with one start it was 0.13 % above the best. Cause not tested
        assertThat(found.soft()).isLessThanOrEqualTo(1.002 * best.soft());
    }

    private static Draft allPull(DraftSpace space) {
        Draft draft = new Draft(space.riders(), space.sectors());
        java.util.Arrays.fill(draft.seconds, 40);
        return draft;
    }
}
