package io.paceline.optimizer.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where rounds begin. The road has one sector, so each round is one call of the engine; this one finds nothing. */
class StagesTest {
    private static final int ROUNDS = 6;
    private static final DraftSpace EASY = space(46);
    private static final DraftSpace HOPELESS = space(56);

    private static DraftSpace space(double breakKmH) {
        return new DraftSpace(ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), 20, breakKmH, 0.0)));
    }

    private static List<Draft> begins(DraftSpace space, Optional<Draft> given) {
        Trials trials = new Trials(space, Long.MAX_VALUE, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        List<Draft> begins = new ArrayList<>();
        Stages.play(space, trials, given, 3, (sameSpace, sameTrials, round) -> {
            begins.add(round.start());
            if (begins.size() == ROUNDS) {
                trials.stop();
            }
            return round.start().copy();
        });
        return begins;
    }

    private static Draft searched(DraftSpace space) {
        Trials trials = new Trials(space, 3_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        Stages.play(space, trials, Optional.empty(), 8);
        return trials.best();
    }

    private static Cost cost(DraftSpace space, Draft draft) {
        return new CostMeter(space).cost(draft);
    }

    private static List<String> line(Draft draft) {
        List<String> line = new ArrayList<>();
        for (int position = 0; position < draft.rider.length; position++) {
            line.add(draft.rider[position] + ": " + draft.seconds[position] + " s");
        }
        return line;
    }

    @Test
    void roundsFromTheOpeningBeginInAnotherOrderEachTimeButTheFirst() {
        List<Draft> begins = begins(EASY, Optional.empty());

        assertThat(line(begins.get(2)))
                .isNotEqualTo(line(begins.get(0)))
                .containsExactlyInAnyOrderElementsOf(line(begins.get(0)));
        assertThat(line(begins.get(4)))
                .isNotEqualTo(line(begins.get(2)))
                .containsExactlyInAnyOrderElementsOf(line(begins.get(0)));
        assertThat(begins.get(4).effort).isEqualTo(begins.get(0).effort);
    }

    @Test
    void aPlanThatWasGivenTakesTheOpeningsPlace() {
        Draft given = searched(EASY);
        assertThat(cost(EASY, given).medium()).as("keeps every reserve").isZero();

        List<Draft> begins = begins(EASY, Optional.of(given));

        assertThat(cost(EASY, begins.get(0))).isLessThanOrEqualTo(cost(EASY, given));
        assertThat(line(begins.get(1))).isEqualTo(line(begins.get(0)));
    }

    @Test
    void aPlanThatKeepsTooLittleDoesNot() {
        Draft opening = begins(HOPELESS, Optional.empty()).get(0);
        Draft given = searched(HOPELESS);
        assertThat(cost(HOPELESS, given).medium()).isPositive();
        assertThat(cost(HOPELESS, given)).isLessThan(cost(HOPELESS, opening));

        List<Draft> begins = begins(HOPELESS, Optional.of(given));

        assertThat(cost(HOPELESS, begins.get(0))).isLessThanOrEqualTo(cost(HOPELESS, given));
        assertThat(line(begins.get(1))).isEqualTo(line(opening));
        assertThat(Arrays.stream(begins.get(3).seconds).sum())
                .as("the opening's, in another order")
                .isEqualTo(Arrays.stream(opening.seconds).sum());
    }
}
