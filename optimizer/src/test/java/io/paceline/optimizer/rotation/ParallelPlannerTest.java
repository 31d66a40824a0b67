package io.paceline.optimizer.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Aim;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelPlannerTest {
    private final Chase hills = Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0.0, 0.03, -0.02);
    private final ChaseKernel kernel = ChaseKernel.compile(hills);

    private SearchResult alone(long evaluations, long seed, Optional<RotationPlan> start) {
        return RotationPlanner.optaPlanner()
                .plan(
                        kernel,
                        new SearchOptions(seed, evaluations, Double.POSITIVE_INFINITY, start),
                        SearchListener.none());
    }

    private Cost cost(SearchResult result) {
        return new Aim(kernel).cost(result.plan(), result.outcome());
    }

    private SearchResult better(SearchResult a, SearchResult b) {
        return cost(b).beats(cost(a)) ? b : a;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 4})
    void givesTheBestOfTheSearchesThatItIsMadeOf(long seed) {
        SearchResult first = alone(1_001, 2 * seed, Optional.empty());
        SearchResult second = alone(1_000, 2 * seed + 1, Optional.empty());
        assertThat(second.plan()).isNotEqualTo(first.plan());

        SearchOptions options = SearchOptions.evaluations(2_001).withSeed(seed);
        SearchResult both = RotationPlanner.optaPlanner(2).plan(kernel, options, SearchListener.none());

        assertThat(both.plan()).isEqualTo(better(first, second).plan());
        assertThat(both.score()).isEqualTo(better(first, second).score());
        assertThat(both.evaluations()).isEqualTo(first.evaluations() + second.evaluations());
        assertThat(both.seed()).isEqualTo(seed);
        assertThat(both.stopped()).isFalse();
    }

    @Test
    void fromAPlanTheFirstSearchBeginsThereAndTheSecondFromNothing() {
        RotationPlan poor = PlainPlans.equalPulls(hills, 60);
        assertThat(cost(alone(400, 1, Optional.empty())))
                .as("nothing is the better beginning")
                .isLessThan(cost(alone(400, 0, Optional.of(poor))))
                .isLessThan(cost(alone(400, 1, Optional.of(poor))));
        assertThat(both(800, poor).plan())
                .isEqualTo(alone(400, 1, Optional.empty()).plan());

        RotationPlan good = alone(20_000, 0, Optional.empty()).plan();
        assertThat(cost(alone(400, 0, Optional.of(good))))
                .as("the plan is the better beginning")
                .isLessThan(cost(alone(400, 0, Optional.empty())))
                .isLessThan(cost(alone(400, 1, Optional.empty())));
        assertThat(both(800, good).plan())
                .isEqualTo(alone(400, 0, Optional.of(good)).plan());
    }

    private SearchResult both(long evaluations, RotationPlan start) {
        SearchOptions options = SearchOptions.evaluations(evaluations).withStart(start);
        return RotationPlanner.optaPlanner(2).plan(kernel, options, SearchListener.none());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7})
    void triesNoMorePlansThanItMay(long evaluations) {
        SearchResult result = RotationPlanner.optaPlanner(3)
                .plan(kernel, SearchOptions.evaluations(evaluations), SearchListener.none());

        assertThat(result.evaluations()).isBetween(1L, evaluations);
        assertThat(kernel.evaluate(result.plan())).isEqualTo(result.outcome());
    }

    @Test
    void progressIsOfAllSearchesAndEndsWithTheResult() {
        List<SearchProgress> told = new ArrayList<>();
        SearchResult result = RotationPlanner.optaPlanner(2).plan(kernel, SearchOptions.evaluations(3_000), told::add);

        SearchProgress last = told.get(told.size() - 1);
        assertThat(last.evaluations()).isEqualTo(result.evaluations()).isEqualTo(3_000);
        assertThat(last.least()).isEqualTo(result.outcome().collectiveJ());
        assertThat(told).isSortedAccordingTo((a, b) -> Long.compare(a.evaluations(), b.evaluations()));
    }

    @Test
    void stopEndsAllSearches() throws Exception {
        RotationPlanner planner = RotationPlanner.optaPlanner(3);
        CountDownLatch started = new CountDownLatch(1);
        SearchOptions endless = new SearchOptions(1, Long.MAX_VALUE, Double.POSITIVE_INFINITY, Optional.empty());
        CompletableFuture<SearchResult> search =
                CompletableFuture.supplyAsync(() -> planner.plan(kernel, endless, news -> started.countDown()));
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> planner.plan(kernel, SearchOptions.evaluations(1), SearchListener.none()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this planner is searching already. Make one for each search.");

        planner.stop();

        assertThat(search.get(60, TimeUnit.SECONDS).stopped()).isTrue();
        assertThat(planner.plan(kernel, SearchOptions.evaluations(50), SearchListener.none())
                        .stopped())
                .isFalse();
    }

    @Test
    @Timeout(60) // the searches that are limited by nothing
    void aFaultOfTheListenerEndsAllSearches() {
        RotationPlanner planner = RotationPlanner.optaPlanner(2);
        SearchOptions endless = new SearchOptions(1, Long.MAX_VALUE, Double.POSITIVE_INFINITY, Optional.empty());

        assertThatThrownBy(() -> planner.plan(kernel, endless, news -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");

        assertThat(planner.plan(kernel, SearchOptions.evaluations(50), SearchListener.none())
                        .evaluations())
                .isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 257})
    void numbersOfSearchesAreChecked(int searches) {
        assertThatThrownBy(() -> RotationPlanner.optaPlanner(searches))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("planner: searches = " + searches + " is outside [1, 256]. One for each core is usual.");
    }
}
