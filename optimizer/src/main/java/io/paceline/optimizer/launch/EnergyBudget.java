package io.paceline.optimizer.launch;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.rider.Rider;

/**
 * The most that a team can do between launch and catch: each rider no more than CP for the whole time and what he has of W′ at the
 * launch, because below CP no more comes back than is left out. If even the least energy of any plan in time is more, nobody needs to
 * search: it cannot be done.
 */
final class EnergyBudget {
    /** Rounding of sums of some thousand terms, on the safe side. */
    private static final double ROUNDING = 1e-9;

    private EnergyBudget() {}

    /** Whether no plan can do what every plan in time has to. */
    static boolean isShort(ChaseKernel kernel, double boundJ) {
        Chase chase = kernel.chase();
        double mostJ = 0;
        for (int slot = 0; slot < chase.team().size(); slot++) {
            Rider rider = chase.team().riders().get(slot);
            double spentJ =
                    chase.recovery().hasLinearBound() ? kernel.approachLinearJ(slot) : kernel.approachDeficitJ(slot);
            mostJ += kernel.approachWorkJ(slot)
                    + rider.criticalPowerW() * chase.freshness().criticalPowerFactor() * kernel.targetS()
                    + rider.wPrimeJ() * chase.freshness().wPrimeFactor()
                    - spentJ;
        }
        return boundJ > mostJ * (1 + ROUNDING);
    }
}
