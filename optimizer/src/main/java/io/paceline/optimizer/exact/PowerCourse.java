package io.paceline.optimizer.exact;

/**
 * What becomes of a rider's deficit on the grid of {@value LineSearch#STEP_S} s if he rides at given powers: from any moment to any later one the deficit goes
 * through {@code D -> r·D + c}, and the sum of the elite model through {@code L -> max(0, L + b)} or more.
 */
final class PowerCourse {
    /** Exponents whose exponentials can be divided by each other. */
    private static final double SAFE_EXPONENT = 600;

    /** By moment: the deficit of one who starts with none, J. */
    private final double[] grownJ;
    /** By moment: the sum of all exponents of recovery, and {@code e} to minus that. */
    private final double[] exponent;

    private final double[] kept;
    /** By moment: work above CP less what was missing below, J. */
    private final double[] aboveJ;

    private final boolean safe;

    /** @param powerW by stretch */
    PowerCourse(StateRates rates, int slot, double[] powerW) {
        LineStates states = rates.states;
        int moments = states.moments();
        grownJ = new double[moments + 1];
        exponent = new double[moments + 1];
        kept = new double[moments + 1];
        aboveJ = new double[moments + 1];
        kept[0] = 1;
        double timeS = 0;
        int s = 0;
        for (int m = 1; m <= moments; m++) {
            grownJ[m] = grownJ[m - 1];
            exponent[m] = exponent[m - 1];
            aboveJ[m] = aboveJ[m - 1];
            double untilS = Math.min(states.totalS, m * (double) LineSearch.STEP_S);
            while (timeS < untilS) {
                boolean last = s + 1 == powerW.length;
                double toS = last ? untilS : Math.min(untilS, states.beginS[s + 1]);
                ride(rates.balances, slot, powerW[s], toS - timeS, m);
                timeS = toS;
                s += !last && toS >= states.beginS[s + 1] ? 1 : 0;
            }
            kept[m] = StrictMath.exp(-exponent[m]);
        }
        safe = exponent[moments] < SAFE_EXPONENT;
    }

    private void ride(Balances balances, int slot, double powerW, double seconds, int moment) {
        double growthW = balances.leastGrowthW(slot, powerW);
        if (growthW >= 0) {
            grownJ[moment] += growthW * seconds;
        } else {
            double passed = -growthW / balances.usableJ[slot] * seconds;
            exponent[moment] += passed;
            grownJ[moment] *= StrictMath.exp(-passed);
        }
        aboveJ[moment] += (powerW - balances.criticalPowerW(slot)) * seconds;
    }

    /** The deficit at a moment after one at an earlier moment, J. */
    double deficitJ(double deficitJ, int from, int to) {
        double share = safe ? kept[to] / kept[from] : StrictMath.exp(exponent[from] - exponent[to]);
        return grownJ[to] + share * (deficitJ - grownJ[from]);
    }

    /** The elite model's sum at a moment after one at an earlier moment, J; no less than this. */
    double linearJ(double linearJ, int from, int to) {
        return Math.max(0, linearJ + aboveJ[to] - aboveJ[from]);
    }
}
