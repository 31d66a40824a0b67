package io.paceline.optimizer.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many turns the busiest rider takes: the plans of one branch.
 *
 * @param least his turns at least; 1 or more
 * @param most his turns at most; {@link #MANY} for any number
 * @param longestPullS no pull is longer
 */
record TurnLimit(int least, int most, double longestPullS) {
    /** No upper limit. */
    static final int MANY = Integer.MAX_VALUE;

    private static final int[] STARTS = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 29, 32, 36, 40, 50, 62, 78,
        98, 125, 160, 210, 300
    };

    /** Limits that cover every plan between them, each plan once. */
    static List<TurnLimit> all(double longestPullS) {
        List<TurnLimit> limits = new ArrayList<>();
        for (int k = 0; k < STARTS.length; k++) {
            limits.add(new TurnLimit(STARTS[k], k + 1 < STARTS.length ? STARTS[k + 1] - 1 : MANY, longestPullS));
        }
        return limits;
    }

    private static final double SHORTEST_PULL_S = 10;

    /** A whole number of rotations may be missed by rounding, so it is taken a little on the safe side. */
    private static final double ROUNDING = 1e-9;

    /** Whether there is time for so many turns. */
    boolean possible(int working, double totalS) {
        return working == 1 ? least == 1 : (least - 1) * working * SHORTEST_PULL_S < totalS;
    }

    /** The same bound when it is not known which riders work, only how many: each condition in its weakest reading. */
    double boundOfAnyJ(
            int working, boolean[] mayWork, LineStates states, Balances balances, Prices prices, double leastJ) {
        double sumJ = leastJ + balances.approachJ;
        double[] exchange = new double[mayWork.length];
        for (int i = 0; i < mayWork.length; i++) {
            sumJ -= prices.deficit[i] * (balances.usableJ[i] - balances.spentJ[i]);
            sumJ -= prices.linear[i] * (balances.usableJ[i] - balances.linearSpentJ[i]);
            exchange[i] = mayWork[i] ? prices.exchange[i] : Double.POSITIVE_INFINITY;
            if (mayWork[i]) {
                sumJ -= turnAllowanceJ(working, balances, prices, i);
                sumJ -= prices.surplus[i] > 0 ? prices.surplus[i] * mostPlaces(working) : 0;
            }
        }
        for (int k = 0; k < prices.window.length; k++) {
            sumJ -= prices.window[k] * balances.usableJ[k % balances.riders];
        }
        sumJ += piecesJ(working, states, prices);
        Arrays.sort(exchange);
        double dearest = Arrays.stream(prices.exchange).max().orElse(0);
        for (int k = 0; k < working; k++) {
            sumJ += exchange[k] * leastPlaces(working);
        }
        return least > 1 ? sumJ - dearest * (working - 1) : sumJ;
    }

    private double piecesJ(int working, LineStates states, Prices prices) {
        double sumJ = 0;
        for (int c = 0; c < states.pieces.count; c++) {
            if (prices.exchangeIn[c] > 0) {
                sumJ += prices.exchangeIn[c] * leastInS(working, states, c);
            }
            if (prices.surplusIn[c] > 0) {
                sumJ -= prices.surplusIn[c] * mostInS(working, states, c);
            }
        }
        return sumJ;
    }

    /** Whole rotations in a piece of the road at least: a rotation takes less than the ride over {@code least - 1}. */
    private double leastRotations(LineStates states, int piece) {
        return Math.floor(states.pieces.durationS[piece] * (least - 1) / states.totalS * (1 - ROUNDING));
    }

    /** Rotations that a piece can touch: each takes at least the ride over {@code most}. */
    private double mostRotations(LineStates states, int piece) {
        return open()
                ? Double.POSITIVE_INFINITY
                : Math.ceil(states.pieces.durationS[piece] * most / states.totalS * (1 + ROUNDING));
    }

    /** Exchanges on a piece of the road last so long at least, s: one for every worker in a rotation; the last may end after it. */
    double leastInS(int working, LineStates states, int piece) {
        return Math.max(0, working * leastRotations(states, piece) - 1) * (working - 1) * states.leastPlaceIn(piece);
    }

    /** And so long at most, s: one may be on when the piece begins. */
    double mostInS(int working, LineStates states, int piece) {
        double exchangesS = (working * mostRotations(states, piece) + 1) * (working - 1) * states.mostPlaceIn(piece);
        return Math.min(states.pieces.durationS[piece], exchangesS);
    }

    /** Of all his time at the front, the share that a rider spends on a piece at most: a turn for each rotation it touches. */
    double mostShareIn(LineStates states, int piece) {
        return least > 1 ? mostRotations(states, piece) / (least - 1) : Double.POSITIVE_INFINITY;
    }

    /** And at least: a turn for each rotation in it. */
    double leastShareIn(LineStates states, int piece) {
        return open() ? 0 : leastRotations(states, piece) / most;
    }

    /** Whether any number of turns is allowed. */
    boolean open() {
        return most == MANY;
    }

    /**
     * The Lagrangian bound on the collective energy, J: what the states cost at the prices, less what the conditions allow.
     *
     * @param leastJ {@link PricedStates#leastJ} of the formation at these prices
     */
    double boundJ(Formation formation, LineStates states, Balances balances, Prices prices, double leastJ) {
        if (prices.madeFor != null && !prices.madeFor.equals(this)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sumJ = leastJ + balances.approachJ;
        for (int i = 0; i < balances.riders; i++) {
            sumJ -= prices.deficit[i] * (balances.usableJ[i] - balances.spentJ[i]);
            sumJ -= prices.linear[i] * (balances.usableJ[i] - balances.linearSpentJ[i]);
        }
        double leastPlaces = leastPlaces(formation.working());
        double mostPlaces = mostPlaces(formation.working());
        double dearest = 0;
        for (int k = 0; k < formation.working(); k++) {
            int slot = formation.slot()[k];
            sumJ -= turnAllowanceJ(formation.working(), balances, prices, slot);
            sumJ += prices.exchange[slot] * leastPlaces;
            sumJ -= prices.surplus[slot] > 0 ? prices.surplus[slot] * mostPlaces : 0;
            dearest = Math.max(dearest, prices.exchange[slot]);
        }
        for (int k = 0; k < prices.window.length; k++) {
            sumJ -= prices.window[k] * balances.usableJ[k % balances.riders];
        }
        sumJ += piecesJ(formation.working(), states, prices);
        // the catch may cut short the last exchange
        return least > 1 ? sumJ - dearest * (formation.working() - 1) : sumJ;
    }

    private double turnAllowanceJ(int working, Balances balances, Prices prices, int slot) {
        double sumJ = 0;
        if (prices.lead[slot] > 0) {
            sumJ += prices.lead[slot] * mostLeadS(working);
        }
        for (int y = 0; y < Prices.TANGENT.length; y++) {
            double price = prices.spell[slot * Prices.TANGENT.length + y];
            if (price > 0) {
                sumJ += price * spellJ(balances, slot, y);
            }
        }
        return sumJ;
    }

    /** What a rider may spend at the front net of weighted recovery, J. */
    double spellJ(Balances balances, int slot, int tangent) {
        return open()
                ? Double.POSITIVE_INFINITY
                : balances.usableJ[slot] * (1 + (most - 1) * Prices.spellAllowance(tangent));
    }

    /** The longest that one rider can be at the front, s. */
    double mostLeadS(int working) {
        return open() || working == 1 ? Double.POSITIVE_INFINITY : most * longestPullS;
    }

    /** Places that riders drop back while one of them leads at least, in all exchanges: all workers but himself go past, once a turn. */
    double leastPlaces(int working) {
        return (least - 1.0) * (working - 1);
    }

    /** And at most. */
    double mostPlaces(int working) {
        return open() ? Double.POSITIVE_INFINITY : (double) most * (working - 1);
    }
}
