package io.paceline.optimizer.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The Shapley value: what a player adds, on average over every order in which the players could have come together.
 *
 * <p>{@code φᵢ = Σ |S|!·(n-|S|-1)!/n! · (v(S ∪ i) - v(S))} over the coalitions S without i. Source: Shapley 1953, in: Contributions to the
 * Theory of Games II, 307-317. It is the only rule that hands out exactly the worth of all, treats equals alike, gives nothing to whom adds
 * nothing, and is additive; the tests check these four laws.
 */
public final class ShapleyValue {
    private ShapleyValue() {}

    /**
     * Exact, from the worth of every coalition among the members: 2ⁿ of them.
     *
     * @param members who shares; the others count as absent
     * @return by player; 0 for those who are no members
     */
    public static double[] exact(Coalition members, Worth worth) {
        int n = members.size();
        double[] weight = weights(n);
        double[] value = new double[Coalition.MAX_PLAYERS];
        for (Coalition part : members.parts()) {
            double partWorth = part.isEmpty() ? 0 : worth.of(part);
            for (int player : members.members()) {
                // he was the last to come to this part, or is missing in it
                value[player] += part.has(player)
                        ? weight[part.size() - 1] * partWorth
                        : part.size() < n ? -weight[part.size()] * partWorth : 0;
            }
        }
        return value;
    }

    /** {@code s!·(n-s-1)!/n!} for each s below n. */
    private static double[] weights(int n) {
        double[] weight = new double[Math.max(1, n)];
        weight[0] = 1.0 / Math.max(1, n);
        for (int s = 1; s < n; s++) {
            weight[s] = weight[s - 1] * s / (n - s);
        }
        return weight;
    }

    /**
     * Estimated from orders drawn at random. The same seed gives the same estimate.
     *
     * @param members who shares
     * @param orders to draw; 2 or more
     * @throws IllegalArgumentException if there are fewer than two orders: then no error can be stated
     */
    public static Estimate sampled(Coalition members, Worth worth, int orders, long seed) {
        if (orders < 2) {
            throw new IllegalArgumentException(
                    "shapley: orders = " + orders + " is below 2. With fewer no error can be stated.");
        }
        double[] mean = new double[Coalition.MAX_PLAYERS];
        double[] squares = new double[Coalition.MAX_PLAYERS];
        Map<Coalition, Double> known = new HashMap<>();
        int draw = 0;
        for (int[] order : orders(members, orders, seed)) {
            draw++;
            Coalition soFar = Coalition.NOBODY;
            double worthSoFar = 0;
            for (int player : order) {
                soFar = soFar.with(player);
                double worthWithHim = known.computeIfAbsent(soFar, worth::of);
                double adds = worthWithHim - worthSoFar;
                worthSoFar = worthWithHim;
                // Welford 1962: mean and squared deviations in one pass
                double before = adds - mean[player];
                mean[player] += before / draw;
                squares[player] += before * (adds - mean[player]);
            }
        }
        double[] error = Arrays.stream(squares)
                .map(squared -> Math.sqrt(squared / (orders - 1) / orders))
                .toArray();
        return new Estimate(mean, error);
    }

    /** The orders that {@link #sampled} draws: it asks for the worth of those who came first in one of them, one more each time. */
    public static List<int[]> orders(Coalition members, int orders, long seed) {
        List<int[]> drawn = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = members.members();
        for (int draw = 0; draw < orders; draw++) {
            shuffle(order, random);
            drawn.add(order.clone());
        }
        return drawn;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int player = order[i];
            order[i] = order[j];
            order[j] = player;
        }
    }

    /**
     * A value with its uncertainty, by player.
     *
     * @param value mean over the orders drawn
     * @param standardError of that mean
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between methods; never compared
    public record Estimate(double[] value, double[] standardError) {}
}
