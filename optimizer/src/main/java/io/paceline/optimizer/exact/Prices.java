package io.paceline.optimizer.exact;

import org.jspecify.annotations.Nullable;

/**
 * What breaking each necessary condition of a plan would cost: the multipliers of a Lagrangian bound. Any that are not negative give a
 * valid bound; good ones give a tight one. By slot.
 */
final class Prices {
    /** Tangent points of {@code e^-y} for the condition on spells at the front; the last one forgets all recovery. */
    static final double[] TANGENT = {0.1, 0.25, 0.45, 0.7, 1, 1.5, 2.2, Double.POSITIVE_INFINITY};

    /** On joules of deficit over the whole ride. */
    final double[] deficit;
    /** On joules of the elite model's linear bound. */
    final double[] linear;
    /** On joules spent in turns at the front, by {@code slot·TANGENT.length + tangent}. */
    final double[] spell;
    /** On a second at the front beyond the longest pulls, W. */
    final double[] lead;
    /** For a place that nobody dropped back behind this leader, and should have, J. */
    final double[] exchange;
    /** For a place too many, J. */
    final double[] surplus;
    /** For a second of exchange on a piece of the road that is missing, or too many, whoever leads, W. */
    final double[] exchangeIn;

    final double[] surplusIn;
    /** On joules of deficit over a window, by {@code window·riders + slot}. */
    final double[] window;
    /** On a second at the front of a piece beyond a rider's share, W; by {@code slot·pieces + piece}. */
    final double[] leadIn;
    /** And on one below it. */
    final double[] leadOut;
    /** The only branch for which they hold if there are prices on shares of pieces; else they hold for every branch. */
    @Nullable
    TurnLimit madeFor;

    Prices(LineStates states) {
        int riders = states.riders;
        int pieces = states.pieces.count;
        deficit = new double[riders];
        linear = new double[riders];
        spell = new double[riders * TANGENT.length];
        lead = new double[riders];
        exchange = new double[riders];
        surplus = new double[riders];
        exchangeIn = new double[pieces];
        surplusIn = new double[pieces];
        window = new double[states.pieces.windows.size() * riders];
        leadIn = new double[riders * pieces];
        leadOut = new double[riders * pieces];
    }

    /** {@code e^-y}: the weight of recovery in the condition of a tangent. */
    static double recoveryWeight(int tangent) {
        return StrictMath.exp(-TANGENT[tangent]);
    }

    /** {@code 1 - e^-y·(1 + y)}: what each further spell allows in the condition of a tangent. */
    static double spellAllowance(int tangent) {
        double y = TANGENT[tangent];
        return Double.isInfinite(y) ? 1 : 1 - StrictMath.exp(-y) * (1 + y);
    }
}
