package io.paceline.optimizer.exact;

import java.util.ArrayList;
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
    /** Of so many limits of turns one is tried for its prices. */
    private static final int SAMPLE = 4;

    private static final double USUAL_PULL_S = 60;

    /** One branch; {@code turns} is -1 while all limits are still together. */
    private record Branch(long code, int turns, double boundJ, boolean solved) {}

    private final StateRates rates;
    private final LineStates states;
    private final Balances balances;
    private final List<TurnLimit> limits;
    private final List<PricedStates> pool = new ArrayList<>();
    private final Map<Long, PricedStates> ofWorkers = new HashMap<>();
    private final PriorityQueue<Branch> open = new PriorityQueue<>(Comparator.comparingDouble(Branch::boundJ)
            .thenComparingLong(Branch::code)
            .thenComparingInt(Branch::turns));

    private int programmes;
    private boolean complete;

    OrderBound(StateRates rates, double longestPullS) {
        this.rates = rates;
        states = rates.states;
        balances = rates.balances;
        limits = TurnLimit.all(longestPullS);
    }

    /** Whether the bound is the least over all branches, each bounded as well as its programme can. */
    boolean isComplete() {
        return complete;
    }

    /** How many linear programmes were solved. */
    int programmes() {
        return programmes;
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
        fillPool(like, pricesStop);
        double[] first = new double[codes.length];
        IntStream.range(0, codes.length).parallel().forEach(k -> {
            Formation formation = Formation.of(codes[k], states.riders);
            first[k] = stop.getAsBoolean() ? Double.NEGATIVE_INFINITY : pooledJ(formation);
        });
        for (int k = 0; k < codes.length; k++) {
            open.add(new Branch(codes[k], -1, first[k], false));
        }
        while (true) {
            Branch least = open.peek();
            complete = least == null || least.solved || least.boundJ >= enoughJ;
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

    Formation least() {
        return Formation.of(open.element().code, states.riders);
    }

    int leastTurns() {
        return open.element().turns;
    }

    /** Prices of a good formation at its cheapest number of turns, and where any number is allowed. */
    private void fillPool(Formation like, BooleanSupplier stop) {
        PricedStates cheapest = null;
        double leastJ = Double.POSITIVE_INFINITY;
        for (int k : usualFirst(like)) {
            TurnLimit limit = limits.get(k);
            if (limit.possible(like.working(), states.totalS) && !stop.getAsBoolean()) {
                PricedStates own = priced(DualProgramme.pricesForAll(like, rates, limit));
                double boundJ = boundJ(like, limit, own);
                if (limit.open()) {
                    pool.add(own);
                } else if (boundJ < leastJ) {
                    leastJ = boundJ;
                    cheapest = own;
                }
            }
        }
        if (cheapest != null) {
            pool.add(cheapest);
        }
        // holds for every branch, whatever the programmes came to
        pool.add(new PricedStates(rates, new Prices(states)));
    }

    /** The limits that are tried: any number of turns, then numbers about those of a minute each, then the others. */
    private List<Integer> usualFirst(Formation like) {
        double usual = states.totalS / (USUAL_PULL_S * like.working());
        List<Integer> order = new ArrayList<>();
        for (int k = 1; k < limits.size(); k += SAMPLE) {
            if (!limits.get(k).open()) {
                order.add(k);
            }
        }
        order.sort(
                Comparator.comparingDouble(k -> Math.abs(Math.log(limits.get(k).least() / usual))));
        order.add(0, limits.size() - 1);
        return order;
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

    private PricedStates priced(Prices prices) {
        programmes++;
        return new PricedStates(rates, prices);
    }

    private double boundJ(Formation formation, TurnLimit limit, PricedStates priced) {
        return limit.boundJ(formation, states, balances, priced.prices, priced.leastJ(formation));
    }

    /** The least over all limits of the best bound that prices at hand give. */
    private double pooledJ(Formation formation) {
        double[] best = pooledByTurns(formation);
        double least = Double.POSITIVE_INFINITY;
        for (int turns = 0; turns < best.length; turns++) {
            least = limits.get(turns).possible(formation.working(), states.totalS)
                    ? Math.min(least, best[turns])
                    : least;
        }
        return least;
    }

    private double[] pooledByTurns(Formation formation) {
        double[] best = new double[limits.size()];
        java.util.Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (PricedStates priced : pool) {
            double leastJ = priced.leastJ(formation);
            for (int turns = 0; turns < best.length; turns++) {
                best[turns] = Math.max(
                        best[turns], limits.get(turns).boundJ(formation, states, balances, priced.prices, leastJ));
            }
        }
        return best;
    }

    private void split(Branch branch) {
        Formation formation = Formation.of(branch.code, states.riders);
        double[] best = pooledByTurns(formation);
        for (int turns = 0; turns < best.length; turns++) {
            if (limits.get(turns).possible(formation.working(), states.totalS)) {
                PricedStates like = ofWorkers.get(key(formation, turns));
                double boundJ = best[turns];
                if (like != null) {
                    boundJ = Math.max(boundJ, boundJ(formation, limits.get(turns), like));
                }
                open.add(new Branch(branch.code, turns, boundJ, false));
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
                open.add(new Branch(branch.code, branch.turns, boundJ, false));
                return;
            }
        }
        PricedStates own = priced(DualProgramme.prices(formation, rates, limit));
        ofWorkers.put(key(formation, branch.turns), own);
        double boundJ = boundJ(formation, limit, own);
        open.add(new Branch(branch.code, branch.turns, Math.max(boundJ, branch.boundJ), true));
    }
}
