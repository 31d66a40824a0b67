package io.paceline.kernel;

import java.util.List;

/**
 * A ride as a series, for charts: one row at the start, then one every step or at every change, until the catch point. From one change to
 * the next the powers are those of the earlier row.
 *
 * @param timeS after the chase passed the start point, s
 * @param distanceM from the start point, m
 * @param speedMPerS of the group, m/s
 * @param gapS to the break at this point of the road, s; what is left of the lead
 * @param leader slot of the rider in front; -1 in the bunch
 * @param exchanging slot of the rider who has swung off and drifts back; -1 if nobody does
 * @param powerW by row, then slot, W
 * @param balanceJ W′bal by row, then slot, J
 */
public record Trace(
        List<Double> timeS,
        List<Double> distanceM,
        List<Double> speedMPerS,
        List<Double> gapS,
        List<Integer> leader,
        List<Integer> exchanging,
        List<List<Double>> powerW,
        List<List<Double>> balanceJ) {}
