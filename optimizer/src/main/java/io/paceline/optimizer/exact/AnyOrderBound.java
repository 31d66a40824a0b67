package io.paceline.optimizer.exact;

import io.paceline.rider.Team;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A bound for teams with too many orders to list: every moment of the ride may have an order of its own. Weaker than {@link OrderBound},
 * but the cheapest order of a moment is found by dynamic programming.
 */
final class AnyOrderBound {
    /** Beyond this the table of the dynamic programming outgrows memory. */
    static final int MOST_RIDERS = 16;

    private final StateRates rates;
    private final LineStates states;
    private final Balances balances;
    private final boolean[] mayLead;
    private final int able;
    private final List<TurnLimit> limits;
    private final LeastArrangement arrangement;
    private boolean complete;

    AnyOrderBound(StateRates rates, Team team, double longestPullS) {
        this.rates = rates;
        states = rates.states;
        balances = rates.balances;
        mayLead = new boolean[states.riders];
        int count = 0;
        for (int i = 0; i < states.riders; i++) {
            mayLead[i] = !team.isProtected(i);
            count += mayLead[i] ? 1 : 0;
        }
        able = count;
        limits = TurnLimit.all(longestPullS);
        arrangement = new LeastArrangement(states.riders);
    }

    boolean isComplete() {
        return complete;
    }

    /** Bounds all plans; with the prices of a good formation for each number of turns. */
    double bound(Formation like, BooleanSupplier stop) {
        double[] best = new double[(able + 1) * limits.size()];
        java.util.Arrays.fill(best, Double.NEGATIVE_INFINITY);
        tryPrices(new Prices(states), best);
        complete = true;
        for (TurnLimit limit : limits) {
            if (stop.getAsBoolean()) {
                complete = false;
            } else if (limit.possible(like.working(), states.totalS)) {
                tryPrices(DualProgramme.pricesForAll(like, rates, limit), best);
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (int working = 1; working <= able; working++) {
            for (int turns = 0; turns < limits.size(); turns++) {
                if (limits.get(turns).possible(working, states.totalS)) {
                    least = Math.min(least, best[working * limits.size() + turns]);
                }
            }
        }
        return least;
    }

    private void tryPrices(Prices prices, double[] best) {
        PricedStates priced = new PricedStates(rates, prices);
        double leastJ = 0;
        for (int s = 0; s < states.stretches; s++) {
            leastJ += states.durationS[s] * leastW(priced, s);
        }
        for (int working = 1; working <= able; working++) {
            for (int turns = 0; turns < limits.size(); turns++) {
                int at = working * limits.size() + turns;
                best[at] = Math.max(
                        best[at], limits.get(turns).boundOfAnyJ(working, mayLead, states, balances, prices, leastJ));
            }
        }
    }

    /** The cheapest state of the line in any order, with or without a rider who drifts back, W. */
    private double leastW(PricedStates priced, int s) {
        int all = (1 << states.riders) - 1;
        arrangement.fill(
                (rider, place, ahead) -> priced.placeW(s, LineStates.FULL, rider, place, ahead),
                states.riders,
                mayLead);
        double least = arrangement.of(all);
        if (able > 1) {
            arrangement.fill(
                    (rider, place, ahead) -> priced.placeW(s, LineStates.EXCHANGE, rider, place, ahead),
                    states.riders - 1,
                    mayLead);
            for (int drifter = 0; drifter < states.riders; drifter++) {
                if (mayLead[drifter]) {
                    least = Math.min(least, arrangement.of(all & ~(1 << drifter)) + priced.driftW(s, drifter));
                }
            }
        }
        return least;
    }
}
