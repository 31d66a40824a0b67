package io.paceline.optimizer.exact;

/** What each power of {@link LineStates} does to a balance, computed once: by the same indices. */
final class StateRates {
    final LineStates states;
    final Balances balances;
    final double[] growthW;
    final double[] recoveredW;
    final double[] driftGrowthW;
    final double[] driftRecoveredW;

    StateRates(LineStates states, Balances balances) {
        this.states = states;
        this.balances = balances;
        growthW = new double[states.size()];
        recoveredW = new double[states.size()];
        int n = states.riders;
        driftGrowthW = new double[states.stretches * n];
        driftRecoveredW = new double[states.stretches * n];
        for (int s = 0; s < states.stretches; s++) {
            for (int slot = 0; slot < n; slot++) {
                double driftW = states.driftW(s, slot);
                driftGrowthW[s * n + slot] = balances.leastGrowthW(slot, driftW);
                driftRecoveredW[s * n + slot] = balances.recoveredW(slot, driftW);
                for (int mode = LineStates.FULL; mode <= LineStates.EXCHANGE; mode++) {
                    fill(states.index(s, mode, slot, 1, 0), (n - mode) * n, slot);
                }
            }
        }
    }

    private void fill(int from, int count, int slot) {
        for (int k = from; k < from + count; k++) {
            // all but the place behind another are equal at the front
            boolean same = k > from && states.lineW(k) == states.lineW(k - 1);
            growthW[k] = same ? growthW[k - 1] : balances.leastGrowthW(slot, states.lineW(k));
            recoveredW[k] = same ? recoveredW[k - 1] : balances.recoveredW(slot, states.lineW(k));
        }
    }
}
