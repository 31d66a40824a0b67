package io.paceline.optimizer.exact;

import java.util.Arrays;

/**
 * A formation's states in classes of like stretches: total power, and what each rider's conditions see of it. For the linear programme
 * that finds prices; what it loses by the classes costs no validity.
 */
final class StateTotals {
    private static final int MOST_CLASSES = 10;

    final int classes;
    final double[] durationS;
    /** By {@code (class·2 + mode)·working + leader}. */
    final double[] powerW;
    /** By {@code state·riders + slot}. */
    final double[] growthW;

    final double[] aboveW;
    final double[] recoveredW;

    private final int working;

    StateTotals(Formation formation, LineStates states, Balances balances) {
        int n = states.riders;
        working = formation.working();
        int[] classOf = classes(states);
        classes = Arrays.stream(classOf).max().orElse(0) + 1;
        durationS = new double[classes];
        powerW = new double[classes * 2 * working];
        growthW = new double[powerW.length * n];
        aboveW = new double[powerW.length * n];
        recoveredW = new double[powerW.length * n];
        for (int s = 0; s < states.stretches; s++) {
            durationS[classOf[s]] += states.durationS[s];
        }
        for (int s = 0; s < states.stretches; s++) {
            double share = states.durationS[s] / durationS[classOf[s]];
            for (int mode = 0; mode < modes(); mode++) {
                for (int leader = 0; leader < working; leader++) {
                    add(formation, states, balances, s, mode, leader, state(classOf[s], mode, leader), share);
                }
            }
        }
    }

    /** Exchanges happen where two or more work. */
    int modes() {
        return working > 1 ? 2 : 1;
    }

    int state(int stretchClass, int mode, int leader) {
        return (stretchClass * 2 + mode) * working + leader;
    }

    private void add(
            Formation formation,
            LineStates states,
            Balances balances,
            int s,
            int mode,
            int leader,
            int state,
            double share) {
        int n = states.riders;
        for (int position = 0; position < n; position++) {
            int slot = formation.slot()[position];
            double power;
            int behind = Math.floorMod(position - leader, working);
            if (position < working && mode == LineStates.EXCHANGE && behind == working - 1) {
                power = states.driftW(s, slot);
            } else {
                int place = position < working ? behind + 1 : position + 1 - mode;
                int ahead = formation.ahead(position, leader, mode == LineStates.EXCHANGE);
                power = states.lineW(states.index(s, mode, slot, place, ahead));
            }
            powerW[state] += share * power;
            growthW[state * n + slot] += share * balances.leastGrowthW(slot, power);
            aboveW[state * n + slot] += share * balances.aboveW(slot, power);
            recoveredW[state * n + slot] += share * balances.recoveredW(slot, power);
        }
    }

    /** Classes of about equal time, by what the first rider needs at the front. */
    private static int[] classes(LineStates states) {
        int[] classOf = new int[states.stretches];
        if (states.stretches <= MOST_CLASSES) {
            Arrays.setAll(classOf, s -> s);
            return classOf;
        }
        Integer[] byPower = new Integer[states.stretches];
        Arrays.setAll(byPower, s -> s);
        Arrays.sort(
                byPower,
                (a, b) -> Double.compare(
                        states.lineW(states.index(a, LineStates.FULL, 0, 1, 0)),
                        states.lineW(states.index(b, LineStates.FULL, 0, 1, 0))));
        double timeS = 0;
        for (int s : byPower) {
            classOf[s] = Math.min(MOST_CLASSES - 1, (int) (timeS / states.totalS * MOST_CLASSES));
            timeS += states.durationS[s];
        }
        return classOf;
    }
}
