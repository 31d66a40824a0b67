package io.paceline.oracle;

import io.paceline.chase.Chase;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;

/** One rider on the way: what he does now, what it has cost him so far. */
final class OracleRider {
    final Rider rider;
    private final double criticalPowerW;
    private final double wPrimeJ;
    private final boolean elite;

    double powerW;
    double deficitJ;
    double linearJ;
    double workJ;
    double aboveCriticalPowerJ;
    double leastBalanceJ;
    double frontS;
    int turns;

    OracleRider(Rider rider, Chase chase) {
        this.rider = rider;
        this.criticalPowerW = rider.criticalPowerW() * chase.freshness().criticalPowerFactor();
        this.wPrimeJ = rider.wPrimeJ() * chase.freshness().wPrimeFactor();
        this.elite = chase.recovery() == RecoveryModel.ELITE;
        this.deficitJ = chase.spentJ(chase.team().slot(rider.id()));
        this.linearJ = deficitJ;
        this.leastBalanceJ = wPrimeJ - deficitJ;
    }

    double balanceJ() {
        return wPrimeJ - (elite ? Math.max(deficitJ, linearJ) : deficitJ);
    }

    /** One step of Euler's explicit method: the rate is that at its start. */
    void stepByEuler(double seconds) {
        count(seconds);
        double aboveW = powerW - criticalPowerW;
        deficitJ += aboveW >= 0 ? aboveW * seconds : -deficitJ * seconds / tauS(-aboveW);
        linearJ = Math.max(0, linearJ + aboveW * seconds);
        leastBalanceJ = Math.min(leastBalanceJ, balanceJ());
    }

    /** The solution of the differential equation over a time of constant power. */
    void rideExactly(double seconds) {
        count(seconds);
        double aboveW = powerW - criticalPowerW;
        deficitJ = aboveW >= 0 ? deficitJ + aboveW * seconds : deficitJ * StrictMath.exp(-seconds / tauS(-aboveW));
        linearJ = Math.max(0, linearJ + aboveW * seconds);
        leastBalanceJ = Math.min(leastBalanceJ, balanceJ());
    }

    private void count(double seconds) {
        workJ += powerW * seconds;
        aboveCriticalPowerJ += Math.max(0, powerW - criticalPowerW) * seconds;
    }

    private double tauS(double belowW) {
        return elite ? rider.recoveryFactor() * 2287.2 * StrictMath.pow(belowW, -0.688) : wPrimeJ / belowW;
    }
}
