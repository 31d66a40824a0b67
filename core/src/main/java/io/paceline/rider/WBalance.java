package io.paceline.rider;

/**
 * The balance of one rider through pieces of constant power, in closed form. The balance may fall below zero: the plan then asks
 * for more than the rider has, and by how much is worth knowing.
 *
 * <p>Above CP the deficit grows by {@code (P - CP)·t}; below it shrinks by {@code e^(-t/τ)}; see {@link RecoveryModel}.
 */
public final class WBalance {
    private final RecoveryModel model;
    private final double criticalPowerW;
    private final double wPrimeJ;
    private final double recoveryFactor;
    private double deficitJ;
    private double linearJ;
    private double worstJ;
    private double aboveJ;

    /** A rider as he is today, with nothing spent. */
    public WBalance(RecoveryModel model, Rider rider, Freshness freshness) {
        this(
                model,
                rider.criticalPowerW() * freshness.criticalPowerFactor(),
                rider.wPrimeJ() * freshness.wPrimeFactor(),
                rider.recoveryFactor());
    }

    /** A rider with this CP and W′ and nothing spent. */
    public WBalance(RecoveryModel model, double criticalPowerW, double wPrimeJ, double recoveryFactor) {
        this.model = model;
        this.criticalPowerW = criticalPowerW;
        this.wPrimeJ = wPrimeJ;
        this.recoveryFactor = recoveryFactor;
    }

    /** Takes away what he has spent before; the linear bound starts there too, which never promises too much. */
    public void spend(double spentJ) {
        deficitJ += spentJ;
        linearJ += model.hasLinearBound() ? spentJ : 0;
        worstJ = Math.max(worstJ, Math.max(deficitJ, linearJ));
    }

    /** Holds a power for a time. */
    public void hold(double powerW, double durationS) {
        double aboveW = powerW - criticalPowerW;
        if (aboveW >= 0) {
            deficitJ += aboveW * durationS;
            aboveJ += aboveW * durationS;
        } else {
            deficitJ *= StrictMath.exp(-durationS * model.ratePerS(-aboveW, wPrimeJ, recoveryFactor));
        }
        if (model.hasLinearBound()) {
            linearJ = Math.max(0, linearJ + aboveW * durationS);
        }
        worstJ = Math.max(worstJ, Math.max(deficitJ, linearJ));
    }

    /** What is left now, J; negative when overdrawn. */
    public double balanceJ() {
        return wPrimeJ - Math.max(deficitJ, linearJ);
    }

    /** The least that was left at any time so far, J. */
    public double leastBalanceJ() {
        return wPrimeJ - worstJ;
    }

    /** The deepest deficit at any time so far, J. */
    public double worstJ() {
        return worstJ;
    }

    /** Work done above CP so far, J. */
    public double aboveCriticalPowerJ() {
        return aboveJ;
    }

    /** The share of D in the balance, J: the state of the recovery model. */
    public double deficitJ() {
        return deficitJ;
    }

    /** The state of the linear bound, J; 0 for a model without one. */
    public double linearJ() {
        return linearJ;
    }
}
