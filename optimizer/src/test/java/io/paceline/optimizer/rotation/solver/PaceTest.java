package io.paceline.optimizer.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Polish;
import io.paceline.optimizer.rotation.draft.Price;
import io.paceline.optimizer.rotation.draft.Trials;
import org.junit.jupiter.api.Test;

/** The pace alone, against a fine brute force on a road short enough for it. */
class PaceTest {
    private static final double GAP_S = 20;

    @Test
    void descentAndEvolutionReachTheBestPaceOfTwoSectors() {
        DraftSpace space =
                new DraftSpace(ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), GAP_S, 46, 0.0, 0.03)));
        CostMeter meter = new CostMeter(space);
        Draft draft = allPull(space);
        Cost best = Cost.WORST;
        for (int units = 200_000; units <= 4_000_000; units += 500) { // only the ratio matters, so one effort is enough
            draft.effort[1] = units;
            Cost cost = meter.cost(draft);
            best = cost.beats(best) ? cost : best;
        }
        Trials trials = new Trials(space, 5_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        draft.effort[1] = DraftSpace.EFFORT_ONE;
        refine(space, meter, trials, draft);
        Cost found = trials.bestCost();
        assertThat(found.hardUnits()).isEqualTo(best.hardUnits());
        // a step of the brute force is 500 units of effort; the energy is flat there
        assertThat(found.soft()).isLessThanOrEqualTo(best.soft() + 1);
        assertThat(trials.evaluations()).isLessThan(1_000);
    }

    @Test
    void descentAndEvolutionReachTheBestPaceOfThreeSectors() {
        DraftSpace space = new DraftSpace(
                ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), GAP_S, 46, 0.0, 0.04, -0.03)));
        CostMeter meter = new CostMeter(space);
        Draft draft = allPull(space);
        Cost best = Cost.WORST;
        for (int up = 800_000; up <= 2_200_000; up += 10_000) {
            for (int down = 20_000; down <= 900_000; down += 10_000) {
                draft.effort[1] = up;
                draft.effort[2] = down;
                Cost cost = meter.cost(draft);
                best = cost.beats(best) ? cost : best;
            }
        }
        Trials trials = new Trials(space, 5_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        refine(space, meter, trials, allPull(space));
        Cost found = trials.bestCost();
        assertThat(found.hardUnits()).isEqualTo(best.hardUnits());
        assertThat(found.mediumUnits()).isLessThanOrEqualTo(best.mediumUnits());
        // the brute force has steps of 0.01; the pattern search alone was once 0.13 % above it
        assertThat(found.soft()).isLessThanOrEqualTo(1.000_1 * best.soft());
    }

    /** As the search does: by large steps, then by small ones of one and two sectors, then all at once. */
    private static void refine(DraftSpace space, CostMeter meter, Trials trials, Draft start) {
        Polish polish = new Polish(space, meter, trials);
        polish.descend(start);
        Draft draft = trials.best();
        polish.touchUp(draft);
        new Evolution(space, meter, trials).play(draft, Price.like(trials.bestCost()), 300, 1);
    }

    private static Draft allPull(DraftSpace space) {
        Draft draft = new Draft(space.riders(), space.sectors());
        java.util.Arrays.fill(draft.seconds, 40);
        return draft;
    }
}
