package io.paceline.optimizer.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job of which only some coalitions are known, against the same job known whole. */
class PartlyKnownTaskTest {
    /** Sums of some thousand numbers of size 10. */
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 9, 10})
    void sampledSharesAgreeWithTheExactOnesAndHandOutAll(int players) {
        int orders = 5 * players; // so few that some parts are not met
        Strengths game = new Strengths(players, players, true);
        Coalition all = Coalition.ofFirst(players);
        JointTask partly = game.partly(met(all, orders, 3));
        assertThat(partly.sharesAreExact(all)).isFalse();
        List<FairShare> sampled = partly.fairShares(all, orders, 3);
        List<FairShare> exact = game.whole().fairShares(all, 2, 0);
        for (int i = 0; i < players; i++) {
            FairShare share = sampled.get(i);
            assertThat(exact.get(i).standardError()).isZero();
            assertThat(share.standardError()).isPositive();
            // 4 standard errors: one player in 16 000 would miss it by chance; the seed is fixed
            assertThat(share.burden())
                    .as("player %d", i)
                    .isEqualTo(exact.get(i).burden(), within(4 * share.standardError()));
            // each share is its burden by the sum of those above 0
            double sum = sampled.stream()
                    .mapToDouble(other -> Math.max(0, other.burden()))
                    .sum();
            assertThat(share.shareError()).isEqualTo(share.standardError() / sum, within(ROUNDING));
        }
        Effort effort = partly.effort(all).orElseThrow();
        assertThat(sampled.stream().mapToDouble(FairShare::burden).sum())
                .isEqualTo(effort.totalBurden(), within(ROUNDING));
    }

    @Test
    void twoEqualPlayersGetTheSameWithinTheStatedError() {
        for (int seed = 0; seed < 10; seed++) {
            Strengths game = new Strengths(12, seed, true);
            game.makeEqual(4, 9);
            Coalition all = Coalition.ofFirst(12);
            List<FairShare> shares = game.partly(met(all, 200, seed)).fairShares(all, 200, seed);
            double error =
                    Math.hypot(shares.get(4).standardError(), shares.get(9).standardError());
            assertThat(shares.get(4).burden())
                    .as("seed %d", seed)
                    .isEqualTo(shares.get(9).burden(), within(4 * error));
        }
    }

    @Test
    void allPartsKnownGiveTheExactShares() {
        Strengths game = new Strengths(12, 2, false);
        Coalition four = Coalition.of(1, 4, 6, 11);
        game.threshold = 1;
        JointTask partly = game.partly(four.parts().subList(0, 15));
        assertThat(partly.sharesAreExact(four)).isTrue();
        assertThat(partly.fairShares(four, 2, 0)).isEqualTo(game.whole().fairShares(four, 2, 0));
    }

    @Test
    void whatIsJudgedIsJudgedAsIfAllWereKnown() {
        int stable = 0;
        int minimal = 0;
        int open = 0;
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Strengths game = new Strengths(5, seed, false);
            JointTask whole = game.whole();
            List<Coalition> known = new ArrayList<>(Coalition.all(5));
            known.removeIf(coalition -> random.nextInt(3) == 0);
            JointTask partly = game.partly(known);
            for (Coalition coalition : known) {
                Optional<Boolean> isStable = partly.stability(coalition);
                Optional<Boolean> isMinimal = partly.minimality(coalition);
                assertThat(isStable.orElse(whole.stable(coalition)))
                        .as("seed %d, %s", seed, coalition)
                        .isEqualTo(whole.stable(coalition));
                assertThat(isMinimal.orElse(whole.minimal().contains(coalition)))
                        .as("seed %d, %s", seed, coalition)
                        .isEqualTo(whole.minimal().contains(coalition));
                stable += isStable.orElse(false) ? 1 : 0;
                minimal += isMinimal.orElse(false) ? 1 : 0;
                open += isStable.isEmpty() || isMinimal.isEmpty() ? 1 : 0;
            }
            assertThat(whole.stable()).as("seed %d", seed).containsAll(partly.stable());
            assertThat(whole.minimal()).as("seed %d", seed).containsAll(partly.minimal());
        }
        assertThat(stable).isGreaterThan(100);
        assertThat(minimal).isGreaterThan(100);
        assertThat(open).isGreaterThan(100);
    }

    @Test
    void nothingIsSaidOfAnUnknownCoalition() {
        Strengths game = new Strengths(5, 1, false);
        JointTask partly = game.partly(List.of(Coalition.of(0, 1)));
        assertThat(partly.coalitions()).containsExactly(Coalition.of(0, 1));
        assertThat(partly.stability(Coalition.of(2, 3))).isEmpty();
        assertThat(partly.minimality(Coalition.of(2, 3))).isEmpty();
        assertThat(partly.can(Coalition.ofFirst(5))).isFalse();
    }

    @Test
    void aPartOfOneThatCannotCannot() {
        Strengths game = new Strengths(5, 1, false);
        game.threshold = 100;
        JointTask partly = game.partly(List.of(Coalition.of(0, 1, 2)));
        assertThat(partly.stability(Coalition.of(0, 1))).contains(false);
        assertThat(partly.minimality(Coalition.of(0, 1))).contains(false);
        assertThat(partly.sharesAreExact(Coalition.of(0, 1, 2))).isTrue();
        assertThat(partly.sharesAreExact(Coalition.of(0, 3))).isFalse();
    }

    @Test
    void anEstimateAsksOnlyForThoseWhoComeTogetherInItsOrders() {
        Coalition members = Coalition.of(0, 2, 3, 5, 7, 8);
        Set<Coalition> asked = new HashSet<>();
        ShapleyValue.sampled(
                members,
                coalition -> {
                    asked.add(coalition);
                    return 1;
                },
                20,
                5);
        Set<Coalition> met = new HashSet<>();
        for (int[] order : ShapleyValue.orders(members, 20, 5)) {
            Coalition soFar = Coalition.NOBODY;
            for (int player : order) {
                soFar = soFar.with(player);
                met.add(soFar);
            }
            assertThat(soFar).isEqualTo(members);
        }
        assertThat(asked).isEqualTo(met);
    }

    private static Set<Coalition> met(Coalition members, int orders, long seed) {
        Set<Coalition> met = new HashSet<>();
        ShapleyValue.sampled(
                members,
                coalition -> {
                    met.add(coalition);
                    return 0;
                },
                orders,
                seed);
        return met;
    }

    /** Whoever is strong enough together can do it: so what a part can, the whole can. */
    private static final class Strengths {
        private final int players;
        private final boolean lighterTogether;
        private final List<Double> benefit = new ArrayList<>();
        private final List<Double> strength = new ArrayList<>();
        double threshold;

        /** With the work of a coalition, however many, or less of it the more they are: then all at work are the best. */
        Strengths(int players, long seed, boolean lighterTogether) {
            this.players = players;
            this.lighterTogether = lighterTogether;
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < players; i++) {
                benefit.add(2 + 4 * random.nextDouble());
                strength.add(1 + random.nextDouble());
            }
            threshold = 0.5 * players;
        }

        void makeEqual(int one, int other) {
            benefit.set(other, benefit.get(one));
            strength.set(other, strength.get(one));
        }

        JointTask whole() {
            return new JointTask(benefit, this::effort, Sharing.POOLED);
        }

        JointTask partly(java.util.Collection<Coalition> known) {
            return JointTask.partly(benefit, known, this::effort, Sharing.POOLED);
        }

        private Optional<Effort> effort(Coalition coalition) {
            double together = 0;
            for (int player : coalition.members()) {
                together += strength.get(player);
            }
            if (together < threshold) {
                return Optional.empty();
            }
            double work = lighterTogether ? 5 + 8.0 / coalition.size() : 6 + coalition.size();
            List<Double> burden = new ArrayList<>();
            for (int player = 0; player < players; player++) {
                burden.add(coalition.has(player) ? work * strength.get(player) / together : 0.0);
            }
            return Optional.of(new Effort(Collections.nCopies(players, 0.0), burden));
        }
    }
}
