package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;

/**
 * What a team has to spend from the launch on, summed over its riders. In both recovery models a rider's work is at most CP times the time
 * plus what his deficit may still grow, so the team's is at most {@link #powerW} times the time plus {@link #leftJ}. See {@code docs/bounds.md},
 * section 6.
 */
final class TeamStore {
    private final double powerW;
    private final double wPrimeJ;
    private final double leftJ;
    private final double spentJ;
    private final double mostSpentShare;

    TeamStore(ChaseKernel kernel) {
        Chase chase = kernel.chase();
        Balances all = new Balances(kernel, false);
        double power = 0;
        double wPrime = 0;
        double left = 0;
        double spent = 0;
        double most = 0;
        for (int i = 0; i < all.riders; i++) {
            double gone = all.linear ? all.linearSpentJ[i] : all.spentJ[i];
            power += all.criticalPowerW(i);
            wPrime += all.usableJ[i];
            left += all.usableJ[i] * (1 - chase.reserveFraction()) - gone;
            spent += gone;
            most = Math.max(most, Math.max(all.spentJ[i], all.linearSpentJ[i]) / all.usableJ[i]);
        }
        powerW = power;
        wPrimeJ = wPrime;
        leftJ = left;
        spentJ = spent;
        mostSpentShare = most;
    }

    /** CP of all, W. */
    double powerW() {
        return powerW;
    }

    /** What their deficits may still grow with everybody keeping his reserve, J. */
    double leftJ() {
        return leftJ;
    }

    /** The least that the largest spent share of W′ can be where the road takes so much work in so many seconds. */
    double leastSpentShare(double roadJ, double timeS) {
        double together = (roadJ - powerW * (timeS + Outcome.TIME_TOLERANCE_S) + spentJ) / wPrimeJ;
        return Math.max(mostSpentShare, together);
    }
}
