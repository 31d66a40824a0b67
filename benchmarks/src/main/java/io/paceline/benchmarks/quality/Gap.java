package io.paceline.benchmarks.quality;

import io.paceline.optimizer.rotation.draft.Cost;

/** How far a cost is above another. */
final class Gap {
    /** Joules missing of reserves that are rounding, J. */
    private static final double ROUNDING_J = 1e-6;

    private Gap() {}

    /** Energy above the best, %; infinite for a plan that cannot be ridden, or misses more of the reserves than the best does. */
    static double percent(Cost cost, Cost best) {
        if (cost.hard() > best.hard() + ROUNDING_J || cost.medium() > best.medium() + ROUNDING_J) {
            return Double.POSITIVE_INFINITY;
        }
        return 100 * (cost.soft() - best.soft()) / best.soft();
    }
}
