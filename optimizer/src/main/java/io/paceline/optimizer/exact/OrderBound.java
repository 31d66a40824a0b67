package io.paceline.optimizer.exact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The least bound over all formations and numbers of turns, best first: a branch is a formation with a limit of turns. Each is bounded
 * with prices that are at hand; only where that is not enough its own linear programme is solved.
 */
final class OrderBound {
    /** How much is done for a branch. */
    private enum Stage {
        /** Prices of others. */
        POOLED,
        /** Its own prices. */
        SOLVED
    }

    /** One branch; {@code turns} is -1 while all limits are still together. */
    private record Branch(long code, int turns, double boundJ, Stage stage) {
        Branch raised(double otherJ, Stage then) {
            return new Branch(code, turns, Math.max(boundJ, otherJ), then);
        }
    }

    private final StateRates rates;
    private final LineStates states;
    private final Balances balances;
    private final List<TurnLimit> limits;
    private final PricePool pool;
    private final Map<Long, PricedStates> ofWorkers = new HashMap<>();
    private final PriorityQueue<Branch> open = new PriorityQueue<>(Comparator.comparingDouble(Branch::boundJ)
            .thenComparingLong(Branch::code)
            .thenComparingInt(Branch::turns));

    private boolean complete;

    /** For all pulls up to a longest one. */
    OrderBound(StateRates rates, double longestPullS) {
        this.rates = rates;
        states = rates.states;
        balances = rates.balances;
        limits = TurnLimit.all(longestPullS);
        pool = new PricePool(rates, limits);
    }

    /** Whether the bound is the least over all branches, each bounded as well as its programme can. */
    boolean isComplete() {
        return complete;
    }

    /**
     * Bounds all formations.
     *
     * @param like a good formation, whose prices are tried on all others
     * @param enoughJ no need to prove more
     */
    double bound(long[] codes, Formation like, double enoughJ, BooleanSupplier stop) {
        return bound(codes, like, enoughJ, stop, stop);
    }

    /**
     * The same with a time for the first prices of its own: without prices that hold for every order there is nothing to show.
     *
     * @param pricesStop asked before each programme of the first prices
     */
    double bound(long[] codes, Formation like, double enoughJ, BooleanSupplier pricesStop, BooleanSupplier stop) {
        pool.fill(like, pricesStop);
        double[] first = new double[codes.length];
        IntStream.range(0, codes.length).parallel().forEach(k -> {
            Formation formation = Formation.of(codes[k], states.riders);
            first[k] = stop.getAsBoolean() ? Double.NEGATIVE_INFINITY : pool.leastJ(formation);
        });
        for (int k = 0; k < codes.length; k++) {
            open.add(new Branch(codes[k], -1, first[k], Stage.POOLED));
        }
        while (true) {
            Branch least = open.peek();
            complete = least == null || least.stage == Stage.SOLVED || least.boundJ >= enoughJ;
            if (complete || stop.getAsBoolean()) {
                return least == null ? Double.POSITIVE_INFINITY : least.boundJ;
            }
            open.poll();
            if (least.turns < 0) {
                split(least);
            } else {
                solve(least);
            }
        }
    }

    /** Up to so many different formations whose branches have the least bounds: the best plans may be among them. */
    List<Formation> leastFormations(int most) {
        return open.stream()
                .sorted(open.comparator())
                .map(Branch::code)
                .distinct()
                .limit(most)
                .map(code -> Formation.of(code, states.riders))
                .toList();
    }

    private double boundJ(Formation formation, TurnLimit limit, PricedStates priced) {
        return limit.boundJ(formation, states, balances, priced.prices, priced.leastJ(formation));
    }

    private void split(Branch branch) {
        Formation formation = Formation.of(branch.code, states.riders);
        double[] best = pool.byTurns(formation);
        for (int turns = 0; turns < best.length; turns++) {
            if (limits.get(turns).possible(formation.working(), states.totalS)) {
                PricedStates like = ofWorkers.get(key(formation, turns));
                double boundJ = best[turns];
                if (like != null) {
                    boundJ = Math.max(boundJ, boundJ(formation, limits.get(turns), like));
                }
                open.add(new Branch(branch.code, turns, boundJ, Stage.POOLED));
            }
        }
    }

    private static long key(Formation formation, int turns) {
        return (long) formation.workers() << 8 | turns;
    }

    private void solve(Branch branch) {
        Formation formation = Formation.of(branch.code, states.riders);
        TurnLimit limit = limits.get(branch.turns);
        PricedStates like = ofWorkers.get(key(formation, branch.turns));
        if (like != null) {
            double boundJ = boundJ(formation, limit, like);
            if (boundJ > branch.boundJ + 1e-9 * Math.abs(branch.boundJ)) {
                open.add(branch.raised(boundJ, branch.stage));
                return;
            }
        }
        PricedStates own = new PricedStates(rates, DualProgramme.prices(formation, rates, limit));
        ofWorkers.put(key(formation, branch.turns), own);
        open.add(branch.raised(boundJ(formation, limit, own), Stage.SOLVED));
    }
}
