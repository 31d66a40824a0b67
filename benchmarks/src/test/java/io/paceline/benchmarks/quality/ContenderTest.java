package io.paceline.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.benchmarks.quality.peer.Ours;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Opening;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContenderTest {
    private static final Measurement SHORT = new Measurement(Double.POSITIVE_INFINITY, 1_500);

    static List<String> names() {
        return Contenders.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void equalSeedsFindEqualPlansWithinTheirCount(String name) {
        Contender contender = Contenders.of(name);
        Instance instance = name.equals("exhaustive") ? Instance.FLAT_4_HARD : Instance.BACK_4_HARD;
        Run run = SHORT.run(instance, contender, 3);

        assertThat(run.evaluations()).isBetween(1_400L, 1_501L);
        assertThat(run.best()).isEqualTo(SHORT.run(instance, contender, 3).best());
        assertThat(BestKnown.measured(instance, run.draft())).isEqualTo(run.end());
        assertThat(run.points()).hasSizeGreaterThan(1);
        assertThat(run.at(run.seconds() + 1)).isEqualTo(run.end());
        assertThat(run.at(-1)).isEqualTo(Cost.WORST);
    }

    @ParameterizedTest
    // not Jenetics: in so few plans its generations do not beat the opening here
    @ValueSource(strings = {"ours", "timefold", "climb", "cmaes"})
    void allBeatThePlanThatTheyAreGiven(String name) {
        DraftSpace space = Instance.BACK_4_HARD.space();
        Trials given = new Trials(space, Long.MAX_VALUE, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        new Opening(space, new CostMeter(space), given).play();

        assertThat(SHORT.run(Instance.BACK_4_HARD, Contenders.of(name), 1).end())
                .isLessThan(given.bestCost());
    }

    @Test
    void oursIsThePlannerThatUsersCall() {
        Run run = SHORT.run(Instance.ROLLING_5_HARD, new Ours(), 2);
        SearchResult result = RotationPlanner.optaPlanner()
                .plan(
                        ChaseKernel.compile(Instance.ROLLING_5_HARD.chase()),
                        SearchOptions.evaluations(1_500).withSeed(2),
                        SearchListener.none());

        assertThat(result.evaluations()).isEqualTo(run.evaluations());
        assertThat(result.outcome().collectiveJ()).isEqualTo(run.end().soft());
        assertThat(result.plan()).isEqualTo(Instance.ROLLING_5_HARD.space().toPlan(run.draft()));
    }

    @Test
    void exhaustiveRidesEveryPlanOfItsGrid() {
        Run run = new Measurement(Double.POSITIVE_INFINITY, Long.MAX_VALUE)
                .run(Instance.FLAT_2_EASY, Contenders.of("exhaustive"), 0);

        assertThat(run.evaluations()).isEqualTo(2 * 120 * 120); // orders, pulls of 0 and 10 to 600 s
        assertThat(Contenders.of("exhaustive").suits(Instance.FLAT_6_HARD.space()))
                .isFalse();
        assertThat(Contenders.of("exhaustive").suits(Instance.BACK_4_HARD.space()))
                .isFalse();
    }

    @Test
    void anUnknownSolverIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contenders.of("luck"))
                .withMessage("no solver luck. One of [ours, timefold, jenetics, climb, cmaes, exhaustive].");
    }
}
