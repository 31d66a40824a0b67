package io.paceline.optimizer.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static final RemedyOptions OPTIONS = new RemedyOptions(1, 1_500, 8_000);

    private static Chase chase(double gapS) {
        return Chases.hills(Chases.fiveAndASprinter(), gapS, 49, 0.0, 0.02, 0.0);
    }

    private static SearchResult plan(Chase chase, long evaluations) {
        return plan(chase, evaluations, 0);
    }

    private static SearchResult plan(Chase chase, long evaluations, long seed) {
        return RotationPlanner.optaPlanner()
                .plan(
                        ChaseKernel.compile(chase),
                        SearchOptions.evaluations(evaluations).withSeed(seed),
                        SearchListener.none());
    }

    private static Remedy one(List<Remedy> remedies, Remedy.Kind kind) {
        return remedies.stream()
                .filter(remedy -> remedy.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachRemedyThatIsFoundTurnsTheChaseAround() {
        Chase lost = chase(120);
        SearchResult best = plan(lost, 3_000);
        assertThat(best.outcome().feasible()).isFalse();
        // stands for an earlier launch: the same chase with 10 s less gap for each kilometre
        List<Remedy> remedies = Remedies.find(
                ChaseKernel.compile(lost),
                best.plan(),
                OPTIONS,
                Optional.of(earlierM -> chase(120 - earlierM / 100)),
                RemedyListener.none());

        Remedy gap = one(remedies, Remedy.Kind.LESS_GAP_S);
        assertThat(gap.found()).isTrue();
        assertThat(gap.amount()).isBetween(1.0, 119.0);
        assertThat(gap.sentence())
                .isEqualTo("With %.0f s less gap the chase would just succeed.".formatted(gap.amount()));
        // the remedy's search began at the plan for the whole gap; next to the limit one from nothing may miss what
        // another finds
        Chase nearer = chase(120 - gap.amount());
        assertThat(LongStream.of(1, 2, 3)
                        .anyMatch(seed -> plan(nearer, 20_000, seed).outcome().feasible()))
                .isTrue();
        // just: with a good deal less it fails, even searched longer
        assertThat(plan(chase(120 - 0.8 * gap.amount()), 6_000).outcome().feasible())
                .isFalse();

        Remedy launch = one(remedies, Remedy.Kind.EARLIER_LAUNCH_M);
        assertThat(launch.found()).isTrue();
        // 500 m stand for 5 s; a short search may miss a plan at one step and find it at the next
        assertThat(launch.amount() % 500).isZero();
        assertThat(launch.amount()).isBetween(100 * (gap.amount() - 5), 100 * (gap.amount() + 10));
        assertThat(launch.sentence())
                .isEqualTo("Launched %.1f km earlier the chase would just succeed.".formatted(launch.amount() / 1_000));

        Remedy worker = one(remedies, Remedy.Kind.ONE_MORE_WORKER);
        Team team = lost.team();
        Rider like = Chases.ROU1; // the median: DOM2, DOM1, ROU1, ROU2, TT1
        List<Rider> riders = new ArrayList<>(team.riders());
        riders.add(new Rider("new", like.massKg(), like.dragAreaM2(), like.criticalPowerW(), like.wPrimeJ()));
        Chase more =
                lost.toBuilder().team(new Team(riders, team.protectedIds())).build();
        assertThat(worker.found()).isEqualTo(plan(more, 6_000).outcome().feasible());
        assertThat(worker.sentence())
                .isEqualTo(
                        worker.found()
                                ? "With one more worker like ROU1 the chase would succeed."
                                : "One more worker like ROU1 would not be enough.");
    }

    @Test
    void sayWhenNothingHelps() {
        Chase lost = Chases.hills(Chases.fiveAndASprinter(), 10, 58, 0.0, 0.0);
        List<Remedy> remedies = Remedies.find(
                ChaseKernel.compile(lost),
                plan(lost, 500).plan(),
                new RemedyOptions(1, 300, 1_000),
                Optional.of(m -> lost),
                RemedyListener.none());
        assertThat(remedies)
                .containsExactly(
                        new Remedy(
                                Remedy.Kind.LESS_GAP_S,
                                10,
                                false,
                                "Even with no gap at all no plan that catches was found."),
                        new Remedy(
                                Remedy.Kind.ONE_MORE_WORKER,
                                1,
                                false,
                                "One more worker like ROU1 would not be enough."),
                        new Remedy(
                                Remedy.Kind.EARLIER_LAUNCH_M,
                                1_000,
                                false,
                                "Launched up to 1.0 km earlier it would still fail."));
    }

    @Test
    void onlyRemediesThatApplyAreSought() {
        Chase lost = Chases.hills(Chases.fiveAndASprinter(), 0, 58, 0.0);
        assertThat(Remedies.find(
                        ChaseKernel.compile(lost),
                        plan(lost, 200).plan(),
                        new RemedyOptions(1, 100, 1_000),
                        Optional.empty(),
                        RemedyListener.none()))
                .extracting(Remedy::kind)
                .containsExactly(Remedy.Kind.ONE_MORE_WORKER);
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> new RemedyOptions(1, 99, 0))
                .hasMessage("remedies: evaluations = 99 is outside [100, 2147483647]. 5000 find most remedies.");
        assertThatThrownBy(() -> new RemedyOptions(1, 100, Double.NaN))
                .hasMessage("remedies: mostEarlierM = NaN m is outside [0, 500000] m."
                        + " Maybe it is in km: multiply by 1000.");
    }

    @Test
    void oneMoreWorkerHasSpentAsMuchAsTheOneHeIsLike() {
        Chase lost = chase(60).toBuilder()
                .spentJ(List.of(0.0, 1_000.0, 500.0, 0.0, 0.0, 0.0))
                .build();
        List<Remedy> remedies = Remedies.find(
                ChaseKernel.compile(lost), plan(lost, 1_000).plan(), OPTIONS, Optional.empty(), RemedyListener.none());

        assertThat(one(remedies, Remedy.Kind.ONE_MORE_WORKER).sentence())
                .isEqualTo("With one more worker like ROU1 the chase would succeed.");
    }

    @Test
    void eachIsToldAsSoonAsItIsFoundAndNoneAfterAStop() {
        Chase lost = Chases.hills(Chases.fiveAndASprinter(), 10, 58, 0.0, 0.0);
        List<Remedy> told = new ArrayList<>();
        RemedyListener untilTheFirst = new RemedyListener() {
            @Override
            public void onRemedy(Remedy remedy) {
                told.add(remedy);
            }

            @Override
            public boolean isStopped() {
                return !told.isEmpty();
            }
        };

        List<Remedy> found = Remedies.find(
                ChaseKernel.compile(lost),
                plan(lost, 500).plan(),
                new RemedyOptions(1, 300, 1_000),
                Optional.of(m -> lost),
                untilTheFirst);

        assertThat(told).extracting(Remedy::kind).containsExactly(Remedy.Kind.LESS_GAP_S);
        assertThat(found).isEqualTo(told);
    }

    @Test
    void aStopInTheMiddleOfASearchEndsItAndWhatIsKnownByHalfIsNotSaid() {
        Chase lost = chase(120);
        int[] asked = {0};
        List<Remedy> told = new ArrayList<>();
        RemedyListener soon = new RemedyListener() {
            @Override
            public void onRemedy(Remedy remedy) {
                told.add(remedy);
            }

            @Override
            public boolean isStopped() {
                // the first is before a search, the second while it runs
                return ++asked[0] > 1;
            }
        };
        // hours of work, were it not stopped
        RemedyOptions hours = new RemedyOptions(1, Integer.MAX_VALUE, 8_000);

        List<Remedy> found =
                Remedies.find(ChaseKernel.compile(lost), plan(lost, 500).plan(), hours, Optional.empty(), soon);

        assertThat(found).isEmpty();
        assertThat(told).isEmpty();
    }
}
