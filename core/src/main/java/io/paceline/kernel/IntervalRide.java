package io.paceline.kernel;

import io.paceline.rider.RecoveryModel;

/**
 * Riders through a row of intervals of a timeline.
 *
 * <p>Below CP only the exponent grows; the exponential is taken when he next rises above CP.
 */
final class IntervalRide {
    private final CompiledChase chase;
    private final Timeline timeline;
    private final RiderPowers powers;
    private final Reserve[] reserves;
    private final Runs runs = new Runs();
    private final Powers rateOf = new Powers();
    /** Recovery by interval, in the units of the elite model; nonsense above CP, which nobody reads. */
    private double[] rate = {};

    IntervalRide(CompiledChase chase, Timeline timeline, RiderPowers powers, Reserve[] reserves) {
        this.chase = chase;
        this.timeline = timeline;
        this.powers = powers;
        this.reserves = reserves;
    }

    /** Sends the rider of a position through the intervals {@code [from, to)}, which are those of a block. */
    void ride(LinePlan plan, int formation, int position, int from, int to) {
        int slot = plan.slot[position];
        powers.fill(plan, formation, position, from, to);
        if (chase.elite) {
            fillRates(chase.criticalPowerW[slot], from, to);
            rideElite(reserves[slot], slot, from, to);
        } else {
            ride(reserves[slot], slot, from, to);
        }
    }

    /** Cuts intervals into runs and a last recovery, and rides them. */
    private void ride(Reserve reserve, int slot, int from, int to) {
        double critical = chase.criticalPowerW[slot];
        double perRecovery = chase.perRecovery[slot];
        double[] power = powers.powerW;
        double[] lasts = timeline.durationS;
        runs.clear(to - from);
        double before = reserve.recovered;
        double sumJ = 0;
        double belowJ = 0;
        double spentJ = 0;
        for (int k = from; k < to; k++) {
            sumJ = FastFma.of(power[k], lasts[k], sumJ);
            double stepJ = (critical - power[k]) * lasts[k];
            if (stepJ > 0) {
                if (spentJ > 0) {
                    runs.add(FastFma.of(belowJ, perRecovery, before), belowJ, spentJ);
                    before = 0;
                    belowJ = 0;
                    spentJ = 0;
                }
                belowJ += stepJ;
            } else {
                spentJ -= stepJ;
            }
        }
        if (spentJ > 0) {
            runs.add(FastFma.of(belowJ, perRecovery, before), belowJ, spentJ);
            before = 0;
            belowJ = 0;
        }
        reserve.workJ += sumJ;
        reserve.recovered = before;
        runs.keep();
        reserve.ride(runs, 0, runs.count);
        reserve.recover(belowJ * perRecovery, belowJ);
    }

    private void fillRates(double critical, int from, int to) {
        if (rate.length < to) {
            rate = new double[timeline.durationS.length];
        }
        double[] rates = rate;
        double[] power = powers.powerW;
        for (int k = from; k < to; k++) {
            rates[k] = critical - power[k];
        }
        rateOf.raise(rates, from, to, RecoveryModel.ELITE_EXPONENT);
    }

    /** The same with recovery that is not in proportion to what he stays below CP. */
    private void rideElite(Reserve reserve, int slot, int from, int to) {
        double critical = chase.criticalPowerW[slot];
        double perRecovery = chase.perRecovery[slot];
        double[] power = powers.powerW;
        double[] rates = rate;
        double[] lasts = timeline.durationS;
        runs.clear(to - from);
        double before = reserve.recovered;
        double sumJ = 0;
        double recovered = 0;
        double belowJ = 0;
        double spentJ = 0;
        for (int k = from; k < to; k++) {
            sumJ = FastFma.of(power[k], lasts[k], sumJ);
            double stepJ = (critical - power[k]) * lasts[k];
            if (stepJ > 0) {
                if (spentJ > 0) {
                    runs.add(FastFma.of(recovered, perRecovery, before), belowJ, spentJ);
                    before = 0;
                    recovered = 0;
                    belowJ = 0;
                    spentJ = 0;
                }
                recovered = FastFma.of(rates[k], lasts[k], recovered);
                belowJ += stepJ;
            } else {
                spentJ -= stepJ;
            }
        }
        if (spentJ > 0) {
            runs.add(FastFma.of(recovered, perRecovery, before), belowJ, spentJ);
            before = 0;
            recovered = 0;
            belowJ = 0;
        }
        reserve.workJ += sumJ;
        reserve.recovered = before;
        runs.keep();
        reserve.ride(runs, 0, runs.count);
        reserve.recover(recovered * perRecovery, belowJ);
    }
}
