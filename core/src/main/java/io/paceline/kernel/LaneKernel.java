package io.paceline.kernel;

import java.util.List;

/**
 * The loops over the lanes of a block. Two kernels with the same operations in the same order, so that their results are equal bit for bit:
 * the scalar one is the reference.
 *
 * <p>An interval that lasts 0 s in a lane changes no bit there, so a future does not depend on those beside it.
 */
interface LaneKernel {
    /** What it is, for logs and reports. */
    String name();

    /** How many lanes of a block the passes of a rider take at a time; divides {@link LaneBlock#LANES}. */
    int step(boolean elite);

    /**
     * Once for a block: when each leader who swings off is in the line again; how long each interval lasts, and which last at all; the roads
     * of those who drift back.
     */
    List<LanePass> blockPasses();

    /**
     * For each rider, after those: his work and the deepest of his deficits.
     *
     * @param elite the recovery model
     */
    List<LanePass> riderPasses(boolean elite);
}
