package io.paceline.kernel;

/**
 * One loop of a kernel: over the whole script for a block of lanes, or for one rider in it ({@link LaneBlock#slot}, {@link LaneBlock#lane}).
 *
 * <p>Passes are called through a list of at least three, so that HotSpot compiles each by itself. Left alone it would inline them all into
 * their caller, run into its limit on the size of a compilation (a vector operation is hundreds of nodes at first), and put on the heap
 * every vector from there on.
 */
@FunctionalInterface
interface LanePass {
    void run(LaneScript script, LaneArrays a, LaneBlock b);
}
