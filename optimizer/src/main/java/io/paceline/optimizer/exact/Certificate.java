package io.paceline.optimizer.exact;

import java.util.Locale;

/**
 * How far from the best a plan can be.
 *
 * @param bound no plan of those covered costs less; infinite if none of them can be ridden. In the unit of the chase's objective: J, share
 *     of W′, or s
 * @param cost what the plan costs, in the same unit
 * @param gapPct by how much the plan could be improved at most, % of its cost; negative if it is not one of those covered
 * @param covers which plans the bound speaks about
 * @param method how it was found
 * @param complete whether the method came to its end; if not, the bound holds but more time may raise it
 */
public record Certificate(double bound, double cost, double gapPct, String covers, String method, boolean complete) {

    /** Rounding of kernel and bound, relative: sums of some thousand terms that are right to 1e-15 each. */
    static final double ROUNDING = 1e-9;

    /** A certificate of a plan that costs so much, with rounding on the safe side. */
    static Certificate of(double computed, double cost, String covers, String method, boolean complete) {
        double bound = computed - ROUNDING * Math.abs(computed);
        return new Certificate(bound, cost, gapPct(cost, bound), covers, method, complete);
    }

    /** Nobody spends less than nothing: a share of 0 has no gap to a bound of 0. */
    private static double gapPct(double cost, double bound) {
        return cost == bound ? 0 : 100 * (cost - bound) / cost;
    }

    /** The same bound beside another plan of those covered. */
    Certificate of(double otherCost) {
        return new Certificate(bound, otherCost, gapPct(otherCost, bound), covers, method, complete);
    }

    /** The bound where the objective is an energy, J. */
    public double boundJ() {
        return bound;
    }

    /** The cost where the objective is an energy, J. */
    public double planJ() {
        return cost;
    }

    /** For people, such as {@code within 0.2 % of the least possible (bound: linear programme over 5040 orders)}. */
    public String sentence() {
        if (!Double.isFinite(gapPct)) {
            return "nothing yet for " + covers + ": the time was too short";
        }
        if (gapPct < 0) {
            return "no bound on this plan: it is not one of those covered (" + covers + ")";
        }
        // rounded up: never claim more than is proved
        double shown = gapPct < 0.1 ? Math.ceil(gapPct * 100) / 100 : Math.ceil(gapPct * 10) / 10;
        return String.format(
                Locale.ROOT, "within %s %% of the least possible for %s (bound: %s)", shown, covers, method);
    }
}
