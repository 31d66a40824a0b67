package io.paceline.optimizer.exact;

/**
 * A formation's states in cells of the road: total power as it counts, and what each rider's conditions see of it. For the linear programme
 * that finds prices; what it loses by averaging over a cell costs no validity.
 */
final class StateTotals {
    final int cells;
    final double[] durationS;
    /** By {@code (cell·2 + mode)·working + leader}. */
    final double[] powerW;
    /** By {@code state·riders + slot}. */
    final double[] growthW;

    final double[] aboveW;
    final double[] recoveredW;

    /** Places that a rider drops back in a second, by cell: at the fastest and at the slowest, 1/s. */
    final double[] mostPlaces;

    final double[] leastPlaces;
    private final int working;

    StateTotals(Formation formation, StateRates rates) {
        LineStates states = rates.states;
        int n = states.riders;
        working = formation.working();
        cells = states.pieces.cells;
        durationS = states.pieces.cellS;
        mostPlaces = new double[cells];
        leastPlaces = new double[cells];
        powerW = new double[cells * 2 * working];
        growthW = new double[powerW.length * n];
        aboveW = new double[powerW.length * n];
        recoveredW = new double[powerW.length * n];
        for (int s = 0; s < states.stretches; s++) {
            double share = states.durationS[s] / durationS[states.pieces.cellOf(s)];
            mostPlaces[states.pieces.cellOf(s)] += share / states.leastPlaceS[s];
            leastPlaces[states.pieces.cellOf(s)] += share / states.mostPlaceS[s];
            for (int mode = 0; mode < modes(); mode++) {
                for (int leader = 0; leader < working; leader++) {
                    add(formation, rates, s, mode, leader, state(states.pieces.cellOf(s), mode, leader), share);
                }
            }
        }
    }

    /** Exchanges happen where two or more work. */
    int modes() {
        return working > 1 ? 2 : 1;
    }

    int state(int cell, int mode, int leader) {
        return (cell * 2 + mode) * working + leader;
    }

    private void add(Formation formation, StateRates rates, int s, int mode, int leader, int state, double share) {
        LineStates states = rates.states;
        int n = states.riders;
        for (int position = 0; position < n; position++) {
            int slot = formation.slot()[position];
            int behind = Math.floorMod(position - leader, working);
            int at = state * n + slot;
            if (position < working && mode == LineStates.EXCHANGE && behind == working - 1) {
                int drift = s * n + slot;
                addPower(state, at, slot, states.driftW(s, slot) * share, share, rates);
                growthW[at] += share * rates.driftGrowthW[drift];
                recoveredW[at] += share * rates.driftRecoveredW[drift];
            } else {
                int place = position < working ? behind + 1 : position + 1 - mode;
                int ahead = formation.ahead(position, leader, mode == LineStates.EXCHANGE);
                int k = states.index(s, mode, slot, place, ahead);
                addPower(state, at, slot, states.lineW(k) * share, share, rates);
                growthW[at] += share * rates.growthW[k];
                recoveredW[at] += share * rates.recoveredW[k];
            }
        }
    }

    private void addPower(int state, int at, int slot, double sharedW, double share, StateRates rates) {
        powerW[state] += rates.balances.weight[slot] * sharedW;
        aboveW[at] += sharedW - share * rates.balances.criticalPowerW(slot);
    }
}
