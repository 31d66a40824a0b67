package io.paceline.optimizer.exact;

import io.paceline.rider.Team;
import java.util.Arrays;

/**
 * The share of W′ that a rider spends at least, whatever the others do: with the least power that he can need on each stretch, anywhere in the line or where he
 * sits on. See {@code docs/bounds.md}, section 6.
 */
final class LeastSpent {
    private final Team team;
    private final LineStates states;
    private final Balances balances;
    private final int riders;
    /** By rider, position from the front and rider ahead; behind himself where anybody may be ahead. */
    private final double[] sitting;

    LeastSpent(StateRates rates, Team team) {
        this.team = team;
        states = rates.states;
        balances = rates.balances;
        riders = states.riders;
        sitting = new double[riders * riders * riders];
        for (int slot = 0; slot < riders; slot++) {
            for (int position = 1; position < riders; position++) {
                double[] anyW = infinite();
                for (int ahead = 0; ahead < riders; ahead++) {
                    if (ahead != slot) {
                        double[] powerW = sittingW(slot, position, ahead);
                        sitting[key(slot, position, ahead)] = share(slot, powerW);
                        lower(anyW, powerW);
                    }
                }
                sitting[key(slot, position, slot)] = share(slot, anyW);
            }
        }
    }

    private int key(int slot, int position, int ahead) {
        return (slot * riders + position) * riders + ahead;
    }

    private double[] infinite() {
        double[] powerW = new double[states.stretches];
        Arrays.fill(powerW, Double.POSITIVE_INFINITY);
        return powerW;
    }

    private static void lower(double[] powerW, double[] otherW) {
        Arrays.setAll(powerW, s -> Math.min(powerW[s], otherW[s]));
    }

    /** One who sits on is one place further in front while somebody drifts back; that is never the first place. */
    private double[] sittingW(int slot, int position, int ahead) {
        double[] powerW = new double[states.stretches];
        for (int s = 0; s < powerW.length; s++) {
            powerW[s] = states.lineW(states.index(s, LineStates.FULL, slot, position + 1, ahead));
            if (position > 1) {
                powerW[s] =
                        Math.min(powerW[s], states.lineW(states.index(s, LineStates.EXCHANGE, slot, position, ahead)));
            }
        }
        return powerW;
    }

    /** What anybody spends at least of those who sit on in a formation: the largest share. */
    double sitting(Formation formation) {
        double most = 0;
        for (int position = formation.working(); position < riders; position++) {
            int slot = formation.slot()[position];
            // behind the rotation there is now one, now another
            int ahead = position == formation.working() ? slot : formation.slot()[position - 1];
            most = Math.max(most, sitting[key(slot, position, ahead)]);
        }
        return most;
    }

    /** What somebody spends at least in any order with any pulls, on the grid or not: the largest share of all riders. */
    double anywhere() {
        double most = 0;
        for (int slot = 0; slot < riders; slot++) {
            most = Math.max(most, share(slot, leastW(slot)));
        }
        return most;
    }

    /** One who is protected never leads, and so never drifts back. */
    private double[] leastW(int slot) {
        double[] powerW = infinite();
        for (int position = 1; position < riders; position++) {
            for (int ahead = 0; ahead < riders; ahead++) {
                lower(powerW, sittingW(slot, position, ahead));
            }
        }
        if (!team.isProtected(slot)) {
            for (int s = 0; s < powerW.length; s++) {
                double frontW = Math.min(
                        states.lineW(states.index(s, LineStates.FULL, slot, 1, slot)),
                        riders > 1 ? states.lineW(states.index(s, LineStates.EXCHANGE, slot, 1, slot)) : powerW[s]);
                powerW[s] = Math.min(powerW[s], Math.min(frontW, states.driftW(s, slot)));
            }
        }
        return powerW;
    }

    /** The deepest that his deficit or, in the elite model, its linear bound comes to, as a share of W′. */
    private double share(int slot, double[] powerW) {
        double deficitJ = balances.spentJ[slot];
        double linearJ = balances.linearSpentJ[slot];
        double most = Math.max(deficitJ, linearJ);
        for (int s = 0; s < powerW.length; s++) {
            double seconds = states.durationS[s];
            double growthW = balances.leastGrowthW(slot, powerW[s]);
            deficitJ = growthW >= 0
                    ? deficitJ + growthW * seconds
                    : deficitJ * StrictMath.exp(growthW / balances.usableJ[slot] * seconds);
            double aboveW = powerW[s] - balances.criticalPowerW(slot);
            linearJ = balances.linear ? Math.max(0, linearJ + aboveW * seconds) : 0;
            most = Math.max(most, Math.max(deficitJ, linearJ));
        }
        return most / balances.wPrimeJ(slot);
    }
}
