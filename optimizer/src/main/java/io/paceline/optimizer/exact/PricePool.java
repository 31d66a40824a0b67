package io.paceline.optimizer.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Prices of a good formation, which are tried on all others. */
final class PricePool {
    /** Of so many limits of turns one is tried for its prices. */
    private static final int SAMPLE = 4;

    private static final double USUAL_PULL_S = 60;

    private final StateRates rates;
    private final LineStates states;
    private final Balances balances;
    private final List<TurnLimit> limits;
    private final List<PricedStates> pool = new ArrayList<>();

    /** An empty one, for limits that cover every plan between them. */
    PricePool(StateRates rates, List<TurnLimit> limits) {
        this.rates = rates;
        states = rates.states;
        balances = rates.balances;
        this.limits = limits;
    }

    /** Prices of a good formation at its cheapest number of turns, and where any number is allowed. */
    void fill(Formation like, BooleanSupplier stop) {
        PricedStates cheapest = null;
        double leastJ = Double.POSITIVE_INFINITY;
        for (int k : usualFirst(like)) {
            TurnLimit limit = limits.get(k);
            if (limit.possible(like.working(), states.totalS) && !stop.getAsBoolean()) {
                PricedStates own = new PricedStates(rates, DualProgramme.pricesForAll(like, rates, limit));
                double boundJ = limit.boundJ(like, states, balances, own.prices, own.leastJ(like));
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

    /** The least over all limits of the best bound that prices at hand give. */
    double leastJ(Formation formation) {
        double[] best = byTurns(formation);
        double least = Double.POSITIVE_INFINITY;
        for (int turns = 0; turns < best.length; turns++) {
            least = limits.get(turns).possible(formation.working(), states.totalS)
                    ? Math.min(least, best[turns])
                    : least;
        }
        return least;
    }

    double[] byTurns(Formation formation) {
        double[] best = new double[limits.size()];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (PricedStates priced : pool) {
            double leastJ = priced.leastJ(formation);
            for (int turns = 0; turns < best.length; turns++) {
                best[turns] = Math.max(
                        best[turns], limits.get(turns).boundJ(formation, states, balances, priced.prices, leastJ));
            }
        }
        return best;
    }
}
