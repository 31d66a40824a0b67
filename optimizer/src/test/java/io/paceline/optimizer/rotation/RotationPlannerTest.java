package io.paceline.optimizer.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationPlannerTest {
    private final Chase hills = Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0.0, 0.03, -0.02);
    private final ChaseKernel kernel = ChaseKernel.compile(hills);

    private static SearchResult plan(ChaseKernel kernel, SearchOptions options) {
        return RotationPlanner.optaPlanner().plan(kernel, options, SearchListener.none());
    }

    @Test
    void beatsEqualPullsOnATourStageByTwoPercent() {
        Chase chase = Chases.stage18(75, 47);
        ChaseKernel stage = ChaseKernel.compile(chase);
        Outcome plain = stage.evaluate(PlainPlans.equalPulls(chase, 60));
        SearchResult best = plan(stage, SearchOptions.evaluations(10_000));
        assertThat(best.outcome().feasible()).isTrue();
        assertThat(best.outcome().reserveShortJ()).isZero();
        // burning would save a little energy here, but nobody is burned where the chase holds without it
        assertThat(best.plan().pulls()).allMatch(pull -> pull.burnedAfterTurns() == 0);
        assertThat(best.outcome().collectiveJ()).isLessThan(0.98 * plain.collectiveJ());
    }

    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void equalSeedsAndCountsGiveEqualPlans(RecoveryModel recovery) {
        ChaseKernel other =
                ChaseKernel.compile(hills.toBuilder().recovery(recovery).build());
        SearchOptions options = SearchOptions.evaluations(4_000).withSeed(5);
        SearchResult once = plan(other, options);
        SearchResult again = plan(other, options);
        assertThat(again.plan()).isEqualTo(once.plan());
        assertThat(again.outcome()).isEqualTo(once.outcome());
        assertThat(again.score()).isEqualTo(once.score());
        assertThat(again.evaluations()).isEqualTo(once.evaluations());
        assertThat(plan(other, options.withSeed(6)).plan()).isNotEqualTo(once.plan());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 10, 100, 3_000})
    void anyLimitGivesAPlanThatCanBeEvaluated(long evaluations) {
        SearchResult result = plan(kernel, SearchOptions.evaluations(evaluations));
        assertThat(kernel.evaluate(result.plan())).isEqualTo(result.outcome());
        assertThat(result.evaluations()).isBetween(1L, evaluations);
        assertThat(result.stopped()).isFalse();
        assertThat(result.plan().sitsOn()).contains("SPR1"); // he is protected
    }

    @Test
    void theScoreSaysWhatTheOutcomeSays() {
        SearchResult result = plan(kernel, SearchOptions.evaluations(500));
        Outcome outcome = result.outcome();
        assertThat(result.score())
                .isEqualTo("0hard/-%.0fmedium/-%.0fsoft"
                        .formatted(Math.ceil(outcome.reserveShortJ()), Math.ceil(outcome.collectiveJ()))
                        .replace("/-0medium", "/0medium"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void neverWorseThanThePlanItStartsFrom(int seed) {
        RotationPlan good = plan(kernel, SearchOptions.evaluations(6_000)).plan();
        // off the grid of the search in every number
        List<Pull> pulls = good.pulls().stream()
                .map(pull -> new Pull(pull.riderId(), pull.seconds() + 1.3, pull.burnedAfterTurns()))
                .toList();
        List<Double> efforts =
                good.sectorEfforts().stream().map(e -> e * 1.000_07).toList();
        RotationPlan given = new RotationPlan(pulls, good.sitsOn(), efforts);
        Outcome start = kernel.evaluate(given);
        Outcome found = plan(
                        kernel, SearchOptions.evaluations(seed).withSeed(seed).withStart(given))
                .outcome();
        assertThat(found.overdrawnJ()).isLessThanOrEqualTo(start.overdrawnJ());
        assertThat(found.reserveShortJ()).isLessThanOrEqualTo(start.reserveShortJ());
        if (found.reserveShortJ() == start.reserveShortJ()) {
            assertThat(found.collectiveJ()).isLessThanOrEqualTo(start.collectiveJ());
        }
    }

    @Test
    void aPlanThatDoesNotFitIsRefusedBeforeTheSearch() {
        RotationPlan given = PlainPlans.equalPulls(Chases.stage18(75, 46), 60);
        assertThatThrownBy(() -> plan(kernel, SearchOptions.seconds(60).withStart(given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("efforts for 3 sectors");
    }

    @Test
    void stopEndsASearchWithoutLimitsWithTheBestSoFar() throws Exception {
        RotationPlanner planner = RotationPlanner.optaPlanner();
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<SearchResult> search = CompletableFuture.supplyAsync(() -> planner.plan(
                kernel,
                new SearchOptions(1, Long.MAX_VALUE, Double.POSITIVE_INFINITY, java.util.Optional.empty()),
                progress -> started.countDown()));
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> planner.plan(kernel, SearchOptions.evaluations(1), SearchListener.none()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this planner is searching already. Make one for each search.");
        planner.stop();
        SearchResult result = search.get(60, TimeUnit.SECONDS);
        assertThat(result.stopped()).isTrue();
        assertThat(kernel.evaluate(result.plan())).isEqualTo(result.outcome());
        planner.stop(); // nothing to stop: does nothing
        assertThat(planner.plan(kernel, SearchOptions.evaluations(50), SearchListener.none())
                        .stopped())
                .isFalse();
    }

    @Test
    void aSearchEndsWithItsTime() {
        SearchResult result = plan(kernel, SearchOptions.seconds(0.3));
        assertThat(result.wallS()).isLessThan(30); // the machine may be busy
        assertThat(result.evaluations()).isPositive();
    }

    @Test
    void progressIsToldAndGetsBetter() {
        List<SearchProgress> told = new ArrayList<>();
        SearchResult result = RotationPlanner.optaPlanner().plan(kernel, SearchOptions.evaluations(3_000), told::add);
        SearchProgress first = told.get(0);
        SearchProgress last = told.get(told.size() - 1);
        assertThat(first.evaluations()).isEqualTo(1);
        assertThat(last.evaluations()).isEqualTo(result.evaluations());
        assertThat(last.least()).isEqualTo(result.outcome().collectiveJ());
        assertThat(last.feasible()).isTrue();
        assertThat(last.overdrawnJ()).isZero();
        assertThat(told).isSortedAccordingTo((a, b) -> Long.compare(a.evaluations(), b.evaluations()));
        assertThat(Duration.ofMillis((long) (1_000 * last.elapsedS()))).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void reachesTheBestOfAllOrdersAndPullsOfThreeRiders() {
        Team three = new Team(List.of(Chases.TT1, Chases.ROU1, Chases.DOM2), Set.of());
        ChaseKernel small = ChaseKernel.compile(Chases.hills(three, 15, 43, 0.005));
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        double least = Double.POSITIVE_INFINITY;
        for (int[] order : orders) {
            for (int code = 1; code < 9 * 9 * 9; code++) {
                List<Pull> pulls = new ArrayList<>();
                List<String> sitsOn = new ArrayList<>();
                for (int place = 0, left = code; place < 3; place++, left /= 9) {
                    String id = three.riders().get(order[place]).id();
                    if (left % 9 == 0) {
                        sitsOn.add(id);
                    } else {
                        pulls.add(new Pull(id, 5 + 15 * (left % 9))); // 20 to 140 s
                    }
                }
                Outcome outcome = small.evaluate(new RotationPlan(pulls, sitsOn, List.of(1.0)));
                if (outcome.feasible() && outcome.reserveShortJ() <= 0) {
                    least = Math.min(least, outcome.collectiveJ());
                }
            }
        }
        SearchResult found = plan(small, SearchOptions.evaluations(20_000));
        assertThat(least).isFinite();
        assertThat(found.outcome().reserveShortJ()).isZero();
        assertThat(found.outcome().collectiveJ()).isLessThanOrEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nobodyIsToldToLeaveAfterMoreTurnsThanHeRides(long seed) {
        SearchResult found = plan(kernel, SearchOptions.evaluations(1_500).withSeed(seed));
        for (Pull pull : found.plan().pulls()) {
            int slot = hills.team().slot(pull.riderId());
            assertThat(pull.burnedAfterTurns())
                    .isLessThanOrEqualTo(found.outcome().riders().get(slot).turns());
        }
    }

    @Test
    void oneRiderOnOneSectorHasNothingToDecideAndIsPlannedAllTheSame() {
        Team alone = new Team(List.of(Chases.TT1), Set.of());
        ChaseKernel small = ChaseKernel.compile(Chases.hills(alone, 0, 30, 0.0));
        SearchResult found = plan(small, SearchOptions.evaluations(300));
        assertThat(found.plan().pulls()).extracting(Pull::riderId).containsExactly("TT1");
        assertThat(found.plan().pulls().get(0).burnedAfterTurns()).isZero();
    }

    @Test
    void aChaseThatIsOverBeforeItStartsGivesTheLeastBadPlan() {
        ChaseKernel lost = ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), 3_600, 46, 0.0, 0.01));
        assertThat(lost.targetS()).isNegative();
        SearchResult found = plan(lost, SearchOptions.evaluations(500));
        assertThat(found.outcome().inTime()).isFalse();
        assertThat(found.score()).startsWith("-").doesNotContain("init");
    }

    @Test
    void everyWorkerOfAFullLineMayBeOnTheRoad() {
        List<io.paceline.rider.Rider> riders = new ArrayList<>();
        for (int i = 0; i < Team.MAX_RIDERS; i++) {
            riders.add(Chases.rider("R" + i, 70 + i % 5, 0.30, 380 + 5 * (i % 7), 20_000));
        }
        ChaseKernel full = ChaseKernel.compile(Chases.hills(new Team(riders, Set.of()), 30, 46, 0.0, 0.05));
        SearchResult found = plan(full, SearchOptions.evaluations(2_000));
        assertThat(full.evaluate(found.plan())).isEqualTo(found.outcome()); // no pull shorter than an exchange
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> SearchOptions.evaluations(0))
                .hasMessage("search: maxEvaluations = 0 is outside [1, 9223372036854775807]."
                        + " A short search has 10 000.");
        assertThatThrownBy(() -> SearchOptions.seconds(Double.NaN))
                .hasMessage("search: maxSeconds = NaN s is not above 0 s. Five seconds are enough for most chases.");
        assertThatThrownBy(() -> SearchOptions.seconds(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalPullsTakesTheTeamAsItIs() {
        RotationPlan plan = PlainPlans.equalPulls(hills, 60);
        assertThat(plan)
                .isEqualTo(new RotationPlan(
                        List.of(
                                new Pull("TT1", 60),
                                new Pull("ROU1", 60),
                                new Pull("ROU2", 60),
                                new Pull("DOM1", 60),
                                new Pull("DOM2", 60)),
                        List.of("SPR1"),
                        Collections.nCopies(3, 1.0)));
    }
}
