package io.paceline.optimizer.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapleyValueTest {
    /** Sums of up to 32 768 doubles of size 1. */
    private static final double ROUNDING = 1e-12;

    @Test
    void gloveGameOfShapleyAndShubik() {
        // player 0 has a left glove, 1 and 2 have right ones: a pair is worth 1; textbook value 2/3, 1/6, 1/6
        Worth glove = s -> s.has(0) && s.size() > 1 ? 1 : 0;
        double[] value = ShapleyValue.exact(Coalition.ofFirst(3), glove);
        assertThat(value[0]).isEqualTo(2.0 / 3, within(ROUNDING));
        assertThat(value[1]).isEqualTo(1.0 / 6, within(ROUNDING));
        assertThat(value[2]).isEqualTo(1.0 / 6, within(ROUNDING));
    }

    @Test
    void airportGameOfLittlechildAndOwen() {
        // Littlechild and Owen 1973: each piece of the runway is shared equally by those who need it
        double[] runway = {1, 3, 3, 7, 12};
        Worth cost = s -> {
            double most = 0;
            for (int player : s.members()) {
                most = Math.max(most, runway[player]);
            }
            return most;
        };
        double[] value = ShapleyValue.exact(Coalition.ofFirst(5), cost);
        // 1/5; + 2/4; the same; + 4/2; + 5/1
        double[] expected = {0.2, 0.7, 0.7, 2.7, 7.7};
        for (int i = 0; i < 5; i++) {
            assertThat(value[i]).as("aircraft %d", i).isEqualTo(expected[i], within(ROUNDING));
        }
    }

    @Test
    void securityCouncilOfFifteen() {
        // 5 permanent members with a veto, 10 others, 9 votes needed: 421/2145 and 4/2145 (Straffin 1993)
        Worth passes = s -> (s.bits() & 31) == 31 && s.size() >= 9 ? 1 : 0;
        double[] value = ShapleyValue.exact(Coalition.ofFirst(15), passes);
        for (int i = 0; i < 15; i++) {
            assertThat(value[i]).as("member %d", i).isEqualTo((i < 5 ? 421.0 : 4.0) / 2145, within(ROUNDING));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void equalsTheMeanOverAllOrders(int players) {
        Worth game = random(players, 11 + players);
        double[] value = ShapleyValue.exact(Coalition.ofFirst(players), game);
        double[] sum = new double[players];
        int orders = addAllOrders(new ArrayList<>(), players, game, sum);
        for (int i = 0; i < players; i++) {
            assertThat(value[i]).as("player %d", i).isEqualTo(sum[i] / orders, within(ROUNDING));
        }
    }

    /** The definition, word by word: what each adds when he comes, in every order. */
    private static int addAllOrders(List<Integer> order, int players, Worth game, double[] sum) {
        if (order.size() == players) {
            int bits = 0;
            double before = 0;
            for (int player : order) {
                bits |= 1 << player;
                double after = game.of(new Coalition(bits));
                sum[player] += after - before;
                before = after;
            }
            return 1;
        }
        int orders = 0;
        for (int player = 0; player < players; player++) {
            if (!order.contains(player)) {
                order.add(player);
                orders += addAllOrders(order, players, game, sum);
                order.remove(order.size() - 1);
            }
        }
        return orders;
    }

    @Test
    void handsOutExactlyTheWorthOfAll() {
        for (int seed = 0; seed < 50; seed++) {
            int players = 1 + seed % 9;
            Worth game = random(players, seed);
            double sum = 0;
            for (double value : ShapleyValue.exact(Coalition.ofFirst(players), game)) {
                sum += value;
            }
            assertThat(sum)
                    .as("seed %d", seed)
                    .isEqualTo(game.of(Coalition.ofFirst(players)), within(players * ROUNDING));
        }
    }

    @Test
    void treatsEqualsAlikeAndGivesNothingToWhomAddsNothing() {
        for (int seed = 0; seed < 50; seed++) {
            Worth base = random(4, seed);
            // 4 adds what 3 adds, 5 adds nothing
            Worth game = s -> {
                int bits = s.bits() & 7;
                int either = (s.has(3) ? 1 : 0) + (s.has(4) ? 1 : 0);
                return base.of(new Coalition(bits | (either == 2 ? 8 : 0))) + either;
            };
            double[] value = ShapleyValue.exact(Coalition.ofFirst(6), game);
            assertThat(value[3]).as("seed %d", seed).isEqualTo(value[4], within(ROUNDING));
            assertThat(value[5]).as("seed %d", seed).isEqualTo(0, within(ROUNDING));
        }
    }

    @Test
    void ofASumIsTheSumOfTheValues() {
        for (int seed = 0; seed < 50; seed++) {
            Worth one = random(6, seed);
            Worth other = random(6, seed + 1_000);
            double[] first = ShapleyValue.exact(Coalition.ofFirst(6), one);
            double[] second = ShapleyValue.exact(Coalition.ofFirst(6), other);
            double[] both = ShapleyValue.exact(Coalition.ofFirst(6), s -> one.of(s) + 3 * other.of(s));
            for (int i = 0; i < 6; i++) {
                assertThat(both[i]).as("seed %d", seed).isEqualTo(first[i] + 3 * second[i], within(10 * ROUNDING));
            }
        }
    }

    @Test
    void outsidersGetNothingAndAreNotAsked() {
        double[] value = ShapleyValue.exact(Coalition.of(1, 3), s -> {
            assertThat(s.isPartOf(Coalition.of(1, 3))).isTrue();
            return s.has(3) ? 5 : 0;
        });
        assertThat(value[0]).isZero();
        assertThat(value[3]).isEqualTo(5, within(ROUNDING));
        assertThat(value[1]).isEqualTo(0, within(ROUNDING));
    }

    @Test
    void aSampleStatesAnErrorThatCoversTheTruth() {
        Worth game = random(12, 5);
        double[] exact = ShapleyValue.exact(Coalition.ofFirst(12), game);
        ShapleyValue.Estimate few = ShapleyValue.sampled(Coalition.ofFirst(12), game, 500, 1);
        ShapleyValue.Estimate many = ShapleyValue.sampled(Coalition.ofFirst(12), game, 50_000, 1);
        int within2 = 0;
        for (int i = 0; i < 12; i++) {
            // 4 standard errors: one player in 16 000 would miss it by chance; the seed is fixed
            assertThat(Math.abs(few.value()[i] - exact[i])).isLessThan(4 * few.standardError()[i]);
            assertThat(Math.abs(many.value()[i] - exact[i])).isLessThan(4 * many.standardError()[i]);
            within2 += Math.abs(many.value()[i] - exact[i]) < 2 * many.standardError()[i] ? 1 : 0;
            // a hundred times the orders: a tenth of the error, up to the noise of 500 draws
            assertThat(many.standardError()[i] * 10)
                    .isEqualTo(few.standardError()[i], within(0.2 * few.standardError()[i]));
        }
        assertThat(within2).as("95 percent of 12").isGreaterThanOrEqualTo(9);
    }

    @Test
    void aSampleHandsOutExactlyTheWorthOfAllAndRepeatsWithItsSeed() {
        Worth game = random(11, 3);
        ShapleyValue.Estimate one = ShapleyValue.sampled(Coalition.ofFirst(11), game, 40, 7);
        ShapleyValue.Estimate same = ShapleyValue.sampled(Coalition.ofFirst(11), game, 40, 7);
        ShapleyValue.Estimate other = ShapleyValue.sampled(Coalition.ofFirst(11), game, 40, 8);
        double sum = 0;
        for (double value : one.value()) {
            sum += value;
        }
        assertThat(sum).isEqualTo(game.of(Coalition.ofFirst(11)), within(20 * ROUNDING));
        assertThat(one.value()).isEqualTo(same.value()).isNotEqualTo(other.value());
        assertThat(one.standardError()[11]).isZero();
    }

    @Test
    void theErrorOfTwoDrawsIsHalfTheirDifference() {
        // player 0 adds 0 when first and 1 when second; s.d. of {0, 1} is 0.7071, over root 2: 0.5
        Worth pair = s -> s.size() == 2 ? 1 : 0;
        for (int seed = 0; seed < 20; seed++) {
            ShapleyValue.Estimate two = ShapleyValue.sampled(Coalition.ofFirst(2), pair, 2, seed);
            double expected = two.value()[0] == 0.5 ? 0.5 : 0;
            assertThat(two.standardError()[0]).as("seed %d", seed).isEqualTo(expected, within(ROUNDING));
        }
    }

    @Test
    void oneOrderIsTooFew() {
        assertThatThrownBy(() -> ShapleyValue.sampled(Coalition.ofFirst(3), s -> 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapley: orders = 1 is below 2. With fewer no error can be stated.");
    }

    private static Worth random(int players, long seed) {
        double[] worth = new double[1 << players];
        SplittableRandom random = new SplittableRandom(seed);
        for (int bits = 1; bits < worth.length; bits++) {
            worth[bits] = random.nextDouble() * Integer.bitCount(bits);
        }
        return s -> worth[s.bits()];
    }
}
