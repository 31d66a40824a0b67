package io.paceline.optimizer.exact;

import java.util.Arrays;

/**
 * What every rider costs in every state of the line at given prices: his power, and his share in each priced condition. Their sum,
 * minimised for every stretch by itself, is the part of the Lagrangian bound that depends on the order.
 */
final class PricedStates {
    final Prices prices;
    private final LineStates states;
    /** In the line behind somebody, W; by {@link LineStates#index}. */
    private final double[] restW;
    /** At the front, W; by {@code (stretch·2 + mode)·riders + slot}. */
    private final double[] leadW;
    /** Drifting back, W; by {@code stretch·riders + slot}. */
    private final double[] driftW;

    /** What an exchange costs here beyond its powers, W; by stretch. */
    private final double[] exchangeW;

    PricedStates(StateRates rates, Prices prices) {
        states = rates.states;
        this.prices = prices;
        int n = states.riders;
        restW = new double[states.size()];
        leadW = new double[states.stretches * 2 * n];
        driftW = new double[states.stretches * n];
        exchangeW = new double[states.stretches];
        for (int s = 0; s < states.stretches; s++) {
            int piece = states.pieces.of(s);
            exchangeW[s] = prices.surplusIn[piece] - prices.exchangeIn[piece];
        }
        for (int slot = 0; slot < n; slot++) {
            Tariff tariff = new Tariff(rates, prices, slot);
            for (int s = 0; s < states.stretches; s++) {
                tariff.fill(s);
            }
        }
    }

    /** One rider's power with its prices. */
    private final class Tariff {
        private final StateRates rates;
        private final int slot;
        private final double criticalW;
        private final double weight;
        private final double[] deficit;
        private final double linear;
        private final double[] lead;
        private double spell;
        private double spellRecovery;

        Tariff(StateRates rates, Prices prices, int slot) {
            this.rates = rates;
            this.slot = slot;
            criticalW = rates.balances.criticalPowerW(slot);
            weight = rates.balances.weight[slot];
            deficit = deficits(prices);
            linear = prices.linear[slot];
            lead = leads(prices);
            for (int y = 0; y < Prices.TANGENT.length; y++) {
                double price = prices.spell[slot * Prices.TANGENT.length + y];
                spell += price;
                spellRecovery += price * Prices.recoveryWeight(y);
            }
        }

        /** By piece. */
        private double[] deficits(Prices prices) {
            double[] sum = new double[states.pieces.count];
            for (int piece = 0; piece < sum.length; piece++) {
                sum[piece] = prices.deficit[slot];
                for (int k = 0; k < states.pieces.windows.size(); k++) {
                    sum[piece] += states.pieces.windows.get(k).has(piece) ? prices.window[k * states.riders + slot] : 0;
                }
            }
            return sum;
        }

        /** By piece. */
        private double[] leads(Prices prices) {
            double[] sum = new double[states.pieces.count];
            Arrays.fill(sum, prices.lead[slot]);
            TurnLimit limit = prices.madeFor;
            if (limit == null) {
                return sum;
            }
            double everywhere = 0;
            for (int piece = 0; piece < sum.length; piece++) {
                double in = prices.leadIn[slot * sum.length + piece];
                double out = prices.leadOut[slot * sum.length + piece];
                sum[piece] += in - out;
                everywhere += out * limit.leastShareIn(states, piece);
                everywhere -= in > 0 ? in * limit.mostShareIn(states, piece) : 0;
            }
            for (int piece = 0; piece < sum.length; piece++) {
                sum[piece] += everywhere;
            }
            return sum;
        }

        private void fill(int s) {
            int n = states.riders;
            int piece = states.pieces.of(s);
            double priceJ = deficit[piece];
            int drift = s * n + slot;
            driftW[drift] =
                    restW(priceJ, states.driftW(s, slot), rates.driftGrowthW[drift], rates.driftRecoveredW[drift]);
            for (int mode = LineStates.FULL; mode <= LineStates.EXCHANGE; mode++) {
                int front = states.index(s, mode, slot, 1, slot);
                leadW[(s * 2 + mode) * n + slot] = weight * states.lineW(front)
                        + (priceJ + spell) * rates.growthW[front]
                        + linear * (states.lineW(front) - criticalW)
                        + lead[piece];
                int from = states.index(s, mode, slot, 1, 0);
                for (int k = from + n; k < from + (n - mode) * n; k++) {
                    restW[k] = restW(priceJ, states.lineW(k), rates.growthW[k], rates.recoveredW[k]);
                }
            }
        }

        private double restW(double priceJ, double powerW, double growthW, double recoveredW) {
            return weight * powerW + priceJ * growthW + linear * (powerW - criticalW) - spellRecovery * recoveredW;
        }
    }

    /** The least that a ride in a formation can cost at these prices, J: on every stretch the cheapest leader all the time. */
    double leastJ(Formation formation) {
        double sumJ = 0;
        for (int s = 0; s < states.stretches; s++) {
            double leastW = Double.POSITIVE_INFINITY;
            for (int leader = 0; leader < formation.working(); leader++) {
                leastW = Math.min(leastW, stateW(formation, s, LineStates.FULL, leader));
                if (formation.working() > 1) {
                    leastW = Math.min(leastW, stateW(formation, s, LineStates.EXCHANGE, leader));
                }
            }
            sumJ += leastW * states.durationS[s];
        }
        return sumJ;
    }

    /** One rider in a place behind another, W; at the front with what an exchange at the start of his turn is worth. */
    double placeW(int s, int mode, int slot, int place, int ahead) {
        if (place > 1) {
            return restW[states.index(s, mode, slot, place, ahead)];
        }
        double sumW = leadW[(s * 2 + mode) * states.riders + slot];
        return mode == LineStates.EXCHANGE ? sumW + exchangeW(s, slot) : sumW;
    }

    /** What an exchange behind a leader costs beyond its powers, W. */
    private double exchangeW(int s, int front) {
        return exchangeW[s]
                - prices.exchange[front] / states.leastPlaceS[s]
                + prices.surplus[front] / states.mostPlaceS[s];
    }

    /** A rider who drifts back, W. */
    double driftW(int s, int slot) {
        return driftW[s * states.riders + slot];
    }

    /** All riders in one state, W. */
    double stateW(Formation formation, int s, int mode, int leader) {
        int[] slot = formation.slot();
        int n = slot.length;
        int working = formation.working();
        int front = slot[leader];
        double sumW = leadW[(s * 2 + mode) * n + front];
        int table = (s * 2 + mode) * n;
        int ahead = front;
        int inRotation = working - mode;
        int position = leader;
        for (int behind = 1; behind < inRotation; behind++) {
            position = position + 1 == working ? 0 : position + 1;
            int rider = slot[position];
            sumW += restW[((table + rider) * n + behind) * n + ahead];
            ahead = rider;
        }
        for (int k = working; k < n; k++) {
            sumW += restW[((table + slot[k]) * n + k - mode) * n + ahead];
            ahead = slot[k];
        }
        if (mode == LineStates.EXCHANGE) {
            int drifter = slot[leader == 0 ? working - 1 : leader - 1];
            sumW += driftW[s * n + drifter] + exchangeW(s, front);
        }
        return sumW;
    }

    @Override
    public String toString() {
        return "priced states " + Arrays.toString(prices.deficit);
    }
}
