package io.paceline.optimizer.exact;

import java.util.Locale;

/**
 * How far from the best a plan can be.
 *
 * @param boundJ no plan of those covered costs less, J; infinite if none of them can be ridden
 * @param planJ what the plan costs, J
 * @param gapPct by how much the plan could be improved at most, % of its cost; negative if it is not one of those covered
 * @param covers which plans the bound speaks about
 * @param method how it was found
 * @param complete whether the method came to its end; if not, the bound holds but more time may raise it
 */
public record Certificate(double boundJ, double planJ, double gapPct, String covers, String method, boolean complete) {

    /** Rounding of kernel and bound, relative: sums of some thousand terms that are right to 1e-15 each. */
    static final double ROUNDING = 1e-9;

    /** A certificate of a plan that costs so much, with rounding on the safe side. */
    static Certificate of(double computedJ, double planJ, String covers, String method, boolean complete) {
        double boundJ = computedJ - ROUNDING * Math.abs(computedJ);
        return new Certificate(boundJ, planJ, 100 * (planJ - boundJ) / planJ, covers, method, complete);
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
