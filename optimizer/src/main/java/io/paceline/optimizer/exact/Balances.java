package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.Objective;
import io.paceline.kernel.ChaseKernel;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;

/**
 * What each rider may spend, and how fast a power spends or wins it back: the rates in which the necessary conditions on a plan are
 * linear. See {@code docs/bounds.md}, section 3.
 */
final class Balances {
    final int riders;
    /** Whether the linear bound of the elite model is a condition of its own. */
    final boolean linear;
    /** The deepest deficit that is allowed, J. */
    final double[] usableJ;
    /** Deficit at the launch, J. */
    final double[] spentJ;

    final double[] linearSpentJ;
    /** What a joule at the pedals counts of each rider: 1, or for energy from food 1 over his efficiency. */
    final double[] weight;
    /** What the riders did before the launch, as it counts, J. */
    final double approachJ;

    private final RecoveryModel recovery;
    private final double[] criticalPowerW;
    private final double[] wPrimeJ;
    private final double[] recoveryFactor;

    /** @param keepReserve whether a deficit may only go as deep as the chase's reserve, or all of W′ may be used */
    Balances(ChaseKernel kernel, boolean keepReserve) {
        this(kernel, keepReserve ? 1 - kernel.chase().reserveFraction() : 1);
    }

    /** @param usableShare of W′ that a deficit may come to, above 0 */
    Balances(ChaseKernel kernel, double usableShare) {
        Chase chase = kernel.chase();
        recovery = chase.recovery();
        linear = recovery.hasLinearBound();
        riders = chase.team().size();
        usableJ = new double[riders];
        spentJ = new double[riders];
        linearSpentJ = new double[riders];
        criticalPowerW = new double[riders];
        wPrimeJ = new double[riders];
        recoveryFactor = new double[riders];
        weight = weights(chase);
        double sumJ = 0;
        for (int i = 0; i < riders; i++) {
            Rider rider = chase.team().riders().get(i);
            criticalPowerW[i] = rider.criticalPowerW() * chase.freshness().criticalPowerFactor();
            wPrimeJ[i] = rider.wPrimeJ() * chase.freshness().wPrimeFactor();
            recoveryFactor[i] = rider.recoveryFactor();
            usableJ[i] = wPrimeJ[i] * usableShare;
            spentJ[i] = kernel.approachDeficitJ(i);
            linearSpentJ[i] = kernel.approachLinearJ(i);
            sumJ += weight[i] * kernel.approachWorkJ(i);
        }
        approachJ = sumJ;
    }

    /** What a joule of each rider counts. */
    static double[] weights(Chase chase) {
        boolean food = chase.goal().objective() == Objective.METABOLIC_ENERGY;
        return chase.team().riders().stream()
                .mapToDouble(rider -> food ? 1 / rider.efficiency() : 1)
                .toArray();
    }

    /** How fast the deficit grows at least, W: negative below CP, where no more comes back than from the deepest deficit allowed. */
    double leastGrowthW(int slot, double powerW) {
        double aboveW = powerW - criticalPowerW[slot];
        return aboveW >= 0 ? aboveW : -recoveredW(slot, powerW);
    }

    /** How fast the deepest deficit allowed would shrink, W; 0 above CP. */
    double recoveredW(int slot, double powerW) {
        double belowW = criticalPowerW[slot] - powerW;
        return belowW > 0 ? usableJ[slot] * recovery.ratePerS(belowW, wPrimeJ[slot], recoveryFactor[slot]) : 0;
    }

    /** W′ as it is today, J. */
    double wPrimeJ(int slot) {
        return wPrimeJ[slot];
    }

    /** CP as it is today, W. */
    double criticalPowerW(int slot) {
        return criticalPowerW[slot];
    }
}
