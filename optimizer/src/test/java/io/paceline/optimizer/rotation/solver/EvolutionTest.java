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
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolutionTest {
    /** Of five sectors: 4 + ⌊3 ln 5⌋. */
    private static final int GENERATION = 8;

    private final DraftSpace space = space(45.5);
    private final CostMeter meter = new CostMeter(space);

    private static DraftSpace space(double breakKmH) {
        return new DraftSpace(ChaseKernel.compile(
                Chases.hills(Chases.fiveAndASprinter(), 20, breakKmH, 0.0, 0.03, -0.02, 0.02, -0.01)));
    }

    private static Trials account(DraftSpace space, long evaluations) {
        return new Trials(space, evaluations, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
    }

    /** The best line of a search, at an even pace. */
    private static Draft evenly(Draft draft) {
        Arrays.fill(draft.effort, DraftSpace.EFFORT_ONE);
        return draft;
    }

    private static Draft start() {
        Draft draft = new Draft(6, 5);
        Arrays.fill(draft.seconds, 0, 5, 60);
        return draft;
    }

    @ParameterizedTest
    @CsvSource({"44.5, 0", "45, 1", "45.5, 2", "46, 5", "46.5, 3"})
    void findsThePaceOfAWholeSearchWhereOneAndTwoSectorsAtATimeStop(double breakKmH, long seed) {
        DraftSpace chase = space(breakKmH);
        Trials searched = account(chase, 20_000);
        Stages.play(chase, searched, Optional.empty(), seed);

        Draft draft = evenly(searched.best());
        Trials trials = account(chase, Long.MAX_VALUE);
        CostMeter ofChase = new CostMeter(chase);
        Polish polish = new Polish(chase, ofChase, trials);
        polish.descend(draft);
        Cost before = Cost.WORST;
        while (trials.bestCost().beats(before)) {
            before = trials.bestCost();
            polish.touchUp(draft);
        }
        assertThat(before.soft())
                .as("one and two at a time")
                .isGreaterThan(searched.bestCost().soft() + 200);

        new Evolution(chase, ofChase, trials).play(draft, Price.like(before), 1_000, seed);

        assertThat(trials.bestCost().hardUnits()).isZero();
        assertThat(trials.bestCost().mediumUnits()).isZero();
        assertThat(trials.bestCost().soft()).isLessThan(searched.bestCost().soft() + 1);
    }

    @Test
    void endsWithItsShareToAGenerationAndWithTheAccountAtOnce() {
        Trials trials = account(space, 350);
        new Evolution(space, meter, trials).play(start(), new Price(10), 200, 1);
        assertThat(trials.evaluations()).isBetween(200L, 200L + GENERATION);

        new Evolution(space, meter, trials).play(start(), new Price(10), 10_000, 1);
        assertThat(trials.evaluations()).isEqualTo(350);

        new Evolution(space, meter, trials).play(start(), new Price(10), 10_000, 1);
        assertThat(trials.evaluations()).isEqualTo(350);
    }

    @Test
    void theDraftBecomesTheBestAtThePriceAndTheAccountKnowsTheBestOfAll() {
        Draft draft = start();
        Cost before = meter.cost(draft);
        Price price = Price.like(before).cheap();
        Trials trials = account(space, Long.MAX_VALUE);

        new Evolution(space, meter, trials).play(draft, price, 500, 1);

        Cost after = meter.cost(draft);
        assertThat(price.of(after, 0)).isLessThan(price.of(before, 0));
        assertThat(price.of(after, 0)).isLessThanOrEqualTo(price.of(trials.bestCost(), 0));
        assertThat(trials.bestCost()).isLessThanOrEqualTo(after);
        assertThat(draft.seconds).isEqualTo(start().seconds);
        assertThat(draft.rider).isEqualTo(start().rider);
    }

    /** Three times every effort is the same ride; left to itself the scale would walk away. */
    @Test
    void pacesStayOnTheScaleOnWhichTheirMeanIsOne() {
        Draft draft = start();
        Arrays.fill(draft.effort, 3 * DraftSpace.EFFORT_ONE);

        new Evolution(space, meter, account(space, Long.MAX_VALUE)).play(draft, new Price(10), 400, 1);

        assertThat(Arrays.stream(draft.effort).sum())
                .isBetween(5 * DraftSpace.EFFORT_ONE - 3, 5 * DraftSpace.EFFORT_ONE + 3);
        assertThat(draft.effort).isNotEqualTo(start().effort);
    }

    @Test
    void equalSeedsGiveEqualPaces() {
        assertThat(evolved(3)).isEqualTo(evolved(3)).isNotEqualTo(evolved(4));
    }

    private int[] evolved(long seed) {
        Draft draft = start();
        new Evolution(space, meter, account(space, Long.MAX_VALUE)).play(draft, new Price(10), 200, seed);
        return draft.effort;
    }

    @Test
    void aRoadOfOneSectorHasNoPaceToFind() {
        DraftSpace level = new DraftSpace(ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0.0)));
        Trials trials = account(level, Long.MAX_VALUE);
        Draft draft = new Draft(6, 1);
        Arrays.fill(draft.seconds, 0, 5, 60);

        new Evolution(level, new CostMeter(level), trials).play(draft, new Price(10), 500, 1);

        assertThat(trials.evaluations()).isZero();
        assertThat(draft.effort).containsExactly(DraftSpace.EFFORT_ONE);
    }
}
