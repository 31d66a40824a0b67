package io.paceline.optimizer.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every objective against a brute force that shares nothing with the search but the kernel's account. */
class ObjectiveTest {
    private static final int[] PULLS_S = {10, 30, 60, 120, 300};
    private static final double[] CLIMB_EFFORTS = {1, 1.2, 1.4};

    private static final Team THREE = new Team(
            List.of(
                    new Rider("a", 86, 0.30, 440, 23_000, 0.21, 1),
                    new Rider("b", 84, 0.30, 420, 24_000, 0.25, 1),
                    new Rider("c", 78, 0.29, 395, 20_000, 0.23, 1)),
            Set.of());

    private static Chase chase(Objective objective) {
        Chase chase = Chases.hills(THREE, 10, 47, 0.0, 0.02);
        return chase.toBuilder()
                .breakaway(objective == Objective.FASTEST ? Breakaway.NONE : chase.breakaway())
                .goal(new Goal(objective, objective == Objective.FASTEST ? 3 : 1))
                .build();
    }

    /** By the riders' accounts, not by the sums of the outcome. */
    private static double cost(Objective objective, Outcome outcome) {
        return switch (objective) {
            case COLLECTIVE_ENERGY ->
                outcome.riders().stream().mapToDouble(rider -> rider.workJ()).sum();
            case METABOLIC_ENERGY ->
                IntStream.range(0, 3)
                        .mapToDouble(slot -> outcome.riders().get(slot).workJ()
                                / THREE.riders().get(slot).efficiency())
                        .sum();
            case FAIRNESS ->
                outcome.riders().stream()
                        .mapToDouble(rider -> (rider.wPrimeJ() - rider.leastBalanceJ()) / rider.wPrimeJ())
                        .max()
                        .orElseThrow();
            case FASTEST ->
                outcome.speedsMPerS().stream()
                        .mapToDouble(speed -> 5_000 / speed)
                        .sum();
        };
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void noPlanOfABruteForceIsBetterThanTheOneFound(Objective objective) {
        ChaseKernel kernel = ChaseKernel.compile(chase(objective));
        double best = Double.POSITIVE_INFINITY;
        int feasible = 0;
        for (RotationPlan plan : plans()) {
            Outcome outcome = kernel.evaluate(plan);
            if (outcome.feasible() && outcome.reserveShortJ() <= 0) {
                best = Math.min(best, cost(objective, outcome));
                feasible++;
            }
        }
        assertThat(feasible).isGreaterThan(100);
        SearchResult found = RotationPlanner.optaPlanner()
                .plan(kernel, SearchOptions.evaluations(6_000).withSeed(1), SearchListener.none());
        assertThat(found.outcome().feasible()).isTrue();
        assertThat(cost(objective, found.outcome())).isLessThanOrEqualTo(best);
        // and nothing is for nothing: the chase asks everybody's share, and more than CP of somebody
        assertThat(cost(objective, found.outcome())).isPositive();
        assertThat(kernel.evaluate(found.plan())).isEqualTo(found.outcome());
    }

    /** All orders and numbers of workers of three riders, five pulls each, three efforts on the climb. */
    private static List<RotationPlan> plans() {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        List<RotationPlan> plans = new ArrayList<>();
        for (int[] order : orders) {
            for (int working = 1; working <= 3; working++) {
                int choices = (int) Math.pow(PULLS_S.length, working);
                for (int choice = 0; choice < choices; choice++) {
                    for (double climb : CLIMB_EFFORTS) {
                        plans.add(plan(order, working, choice, climb));
                    }
                }
            }
        }
        return plans;
    }

    private static RotationPlan plan(int[] order, int working, int choice, double climb) {
        List<Pull> pulls = new ArrayList<>();
        List<String> sitsOn = new ArrayList<>();
        int left = choice;
        for (int i = 0; i < order.length; i++) {
            String id = THREE.riders().get(order[i]).id();
            if (i < working) {
                pulls.add(new Pull(id, PULLS_S[left % PULLS_S.length]));
                left /= PULLS_S.length;
            } else {
                sitsOn.add(id);
            }
        }
        return new RotationPlan(pulls, sitsOn, List.of(1.0, climb));
    }

    @Test
    void objectivesAreOfDifferentMinds() {
        // b needs the least food for a joule, so least food asks more of him than least work does
        double[] share = new double[2];
        Objective[] objectives = {Objective.COLLECTIVE_ENERGY, Objective.METABOLIC_ENERGY};
        for (int k = 0; k < 2; k++) {
            SearchResult found = RotationPlanner.optaPlanner()
                    .plan(
                            ChaseKernel.compile(chase(objectives[k])),
                            SearchOptions.evaluations(6_000).withSeed(1),
                            SearchListener.none());
            share[k] = found.outcome().riders().get(1).frontShare();
        }
        assertThat(share[1]).isGreaterThan(share[0]);
    }

    @Test
    void oneWhoIsTooWeakToPullSitsOnWithoutBeingTold() {
        // ten seconds at the front take about 1.6 kJ above his CP, and he has 1.2 kJ
        List<Rider> riders = new ArrayList<>(THREE.riders());
        riders.add(new Rider("weak", 70, 0.28, 290, 1_500));
        Chase chase = Chases.hills(new Team(riders, Set.of()), 10, 44, 0.0, 0.0);
        SearchResult found = RotationPlanner.optaPlanner()
                .plan(
                        ChaseKernel.compile(chase),
                        SearchOptions.evaluations(4_000).withSeed(1),
                        SearchListener.none());
        assertThat(found.outcome().feasible()).isTrue();
        assertThat(found.plan().sitsOn()).contains("weak");
    }

    @Test
    void ridersWhoHaveToBeLeftAreNotBurned() {
        Chase chase = chase(Objective.COLLECTIVE_ENERGY).toBuilder()
                .goal(new Goal(Objective.COLLECTIVE_ENERGY, 3))
                .build();
        ChaseKernel kernel = ChaseKernel.compile(chase);
        RotationPlan burning = new RotationPlan(
                List.of(new Pull("a", 60), new Pull("b", 60), new Pull("c", 10, 2)), List.of(), List.of(1.0, 1.0));
        assertThat(kernel.evaluate(burning).ridersMissing()).isEqualTo(1);
        assertThat(kernel.evaluate(burning).feasible()).isFalse();
        assertThat(ChaseKernel.compile(chase(Objective.COLLECTIVE_ENERGY))
                        .evaluate(burning)
                        .ridersMissing())
                .isZero();
        SearchResult found = RotationPlanner.optaPlanner()
                .plan(kernel, SearchOptions.evaluations(500).withStart(burning), SearchListener.none());
        assertThat(found.plan().pulls()).allMatch(pull -> pull.burnedAfterTurns() == 0);
        SearchResult stuck = RotationPlanner.optaPlanner()
                .plan(kernel, SearchOptions.evaluations(1).withStart(burning), SearchListener.none());
        assertThat(stuck.score()).as("one rider missing").startsWith("-1000");
    }
}
