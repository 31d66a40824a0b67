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

    private static final int[] STARTS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 19, 22, 26, 32, 40, 50, 62, 78, 98, 125, 160, 210, 300};

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
        double mostS = open() ? Double.POSITIVE_INFINITY : most * (working - 1) * states.mostPlaceS;
        for (int i = 0; i < mayWork.length; i++) {
            sumJ -= prices.deficit[i] * (balances.usableJ[i] - balances.spentJ[i]);
            sumJ -= prices.linear[i] * (balances.usableJ[i] - balances.linearSpentJ[i]);
            exchange[i] = mayWork[i] ? prices.exchange[i] : Double.POSITIVE_INFINITY;
            if (mayWork[i]) {
                sumJ -= turnAllowanceJ(working, balances, prices, i);
                sumJ -= prices.surplus[i] > 0 ? prices.surplus[i] * mostS : 0;
            }
        }
        sumJ += classesJ(working, states, prices);
        Arrays.sort(exchange);
        double dearest = Arrays.stream(prices.exchange).max().orElse(0);
        double oneS = (working - 1) * states.leastPlaceS;
        for (int k = 0; k < working; k++) {
            sumJ += exchange[k] * (least - 1) * oneS;
        }
        return least > 1 ? sumJ - dearest * oneS : sumJ;
    }

    private double classesJ(int working, LineStates states, Prices prices) {
        double sumJ = 0;
        for (int c = 0; c < states.classes.count; c++) {
            if (prices.exchangeIn[c] > 0) {
                sumJ += prices.exchangeIn[c] * leastInClassS(working, states, c);
            }
            if (prices.surplusIn[c] > 0) {
                sumJ -= prices.surplusIn[c] * mostInClassS(working, states, c);
            }
        }
        return sumJ;
    }

    /**
     * Exchanges in a class of the road last so long at least, s: a rotation takes less than the ride over {@code least - 1}, each brings every
     * worker one exchange, and the last one of an uninterrupted time may end after it.
     */
    double leastInClassS(int working, LineStates states, int roadClass) {
        double sumS = 0;
        for (double runS : states.classes.runsS(roadClass)) {
            double rotations = Math.floor(runS * (least - 1) / states.totalS * (1 - ROUNDING));
            sumS += Math.max(0, working * rotations - 1) * (working - 1) * states.leastPlaceS;
        }
        return sumS;
    }

    /** And so long at most, s: a rotation takes at least the ride over {@code most}, and one exchange may be on when the time begins. */
    double mostInClassS(int working, LineStates states, int roadClass) {
        if (open()) {
            return Double.POSITIVE_INFINITY;
        }
        double sumS = 0;
        for (double runS : states.classes.runsS(roadClass)) {
            double rotations = Math.ceil(runS * most / states.totalS * (1 + ROUNDING));
            sumS += Math.min(runS, (working * rotations + 1) * (working - 1) * states.mostPlaceS);
        }
        return sumS;
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
        double sumJ = leastJ + balances.approachJ;
        for (int i = 0; i < balances.riders; i++) {
            sumJ -= prices.deficit[i] * (balances.usableJ[i] - balances.spentJ[i]);
            sumJ -= prices.linear[i] * (balances.usableJ[i] - balances.linearSpentJ[i]);
        }
        double leastS = leastExchangeS(formation, states);
        double mostS = mostExchangeS(formation, states);
        double dearest = 0;
        for (int k = 0; k < formation.working(); k++) {
            int slot = formation.slot()[k];
            sumJ -= turnAllowanceJ(formation.working(), balances, prices, slot);
            sumJ += prices.exchange[slot] * leastS;
            sumJ -= prices.surplus[slot] > 0 ? prices.surplus[slot] * mostS : 0;
            dearest = Math.max(dearest, prices.exchange[slot]);
        }
        sumJ += classesJ(formation.working(), states, prices);
        // the catch may cut short the last exchange
        return least > 1 ? sumJ - dearest * oneExchangeS(formation, states) : sumJ;
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

    /** Each leader of a rotation begins his turn so many seconds in an exchange, all told, s. */
    double leastExchangeS(Formation formation, LineStates states) {
        return (least - 1) * oneExchangeS(formation, states);
    }

    /** And no more than this, s. */
    double mostExchangeS(Formation formation, LineStates states) {
        return open() ? Double.POSITIVE_INFINITY : most * (formation.working() - 1) * states.mostPlaceS;
    }

    private static double oneExchangeS(Formation formation, LineStates states) {
        return (formation.working() - 1) * states.leastPlaceS;
    }
}
