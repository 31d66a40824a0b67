package io.paceline.kernel;

/**
 * The loops over the lanes. Two kernels with the same operations in the same order, so that their results are equal bit for bit: the scalar
 * one is the reference.
 */
interface LaneKernel {
    /** What it is, for logs and reports. */
    String name();

    /**
     * How long the interval lasts in each lane, s: where {@code [from, to)}, from the join of the drifting rider on or up to it, lies within
     * the stretch; 0 where it does not. Returns whether it lasts anywhere.
     *
     * @param drifting the part before the join if true, else the part after it
     */
    boolean lasts(LaneArrays a, int stretch, double fromS, double toS, boolean drifting);

    /** Where the leader swings off on this stretch, how much slower he drifts back, and when he is in the line again. */
    void swingOff(LaneArrays a, int stretch, double atS, double lineLengthM);

    /**
     * A rider in the line for as long as {@link LaneArrays#lastsS} says.
     *
     * @param constantN rolling, climbing and bearings at rest
     * @param dragAreaM2 CdA as it is in the line
     */
    void ride(LaneArrays a, int stretch, int slot, double constantN, double dragAreaM2);

    /**
     * A rider who drifts back.
     *
     * @param dragAreaM2 CdA alone, with the wheels'
     */
    void drift(LaneArrays a, int stretch, int slot, double constantN, double dragAreaM2, double perEfficiency);

    /** Takes the exponential of what every rider has recovered since he was last above CP. */
    void flush(LaneArrays a);
}
