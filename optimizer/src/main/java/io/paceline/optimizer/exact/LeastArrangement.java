package io.paceline.optimizer.exact;

import java.util.Arrays;

/**
 * The cheapest way to put riders one behind another when a rider's cost depends on his place and on who is ahead of him: dynamic
 * programming over who is placed already.
 */
final class LeastArrangement {
    private final int riders;
    /** By {@code (set placed)·riders + last}. */
    private final double[] least;

    LeastArrangement(int riders) {
        this.riders = riders;
        least = new double[(1 << riders) * riders];
    }

    /** What a rider costs in a place behind another; who is ahead of place 1 does not matter. */
    interface PlaceCost {
        double at(int rider, int place, int ahead);
    }

    /**
     * Fills the table for lines of up to so many riders.
     *
     * @param mayLead who may be in place 1
     */
    void fill(PlaceCost cost, int inLine, boolean[] mayLead) {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = 0; i < riders; i++) {
            if (mayLead[i]) {
                least[(1 << i) * riders + i] = cost.at(i, 1, i);
            }
        }
        for (int set = 1; set < 1 << riders; set++) {
            int place = Integer.bitCount(set) + 1;
            if (place > inLine) {
                continue;
            }
            for (int ahead = 0; ahead < riders; ahead++) {
                double soFar = least[set * riders + ahead];
                if (soFar < Double.POSITIVE_INFINITY) {
                    extend(cost, set, place, ahead, soFar);
                }
            }
        }
    }

    private void extend(PlaceCost cost, int set, int place, int ahead, double soFar) {
        for (int next = 0; next < riders; next++) {
            if ((set & 1 << next) == 0) {
                int to = (set | 1 << next) * riders + next;
                least[to] = Math.min(least[to], soFar + cost.at(next, place, ahead));
            }
        }
    }

    /** The least cost of a line of exactly these riders; infinite if none of them may lead. */
    double of(int set) {
        double best = Double.POSITIVE_INFINITY;
        for (int last = 0; last < riders; last++) {
            best = Math.min(best, least[set * riders + last]);
        }
        return best;
    }
}
