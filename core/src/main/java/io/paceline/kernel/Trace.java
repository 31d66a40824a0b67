package io.paceline.kernel;

import java.util.List;

/**
 * A ride as a series, for charts: one row at the start and one every step until the catch point.
 *
 * @param timeS after the chase passed the start point, s
 * @param distanceM from the start point, m
 * @param speedMPerS of the group, m/s
 * @param gapS to the break at this point of the road, s; what is left of the lead
 * @param leader slot of the rider in front; -1 in the bunch
 * @param powerW by row, then slot, W
 * @param balanceJ W′bal by row, then slot, J
 */
public record Trace(
        List<Double> timeS,
        List<Double> distanceM,
        List<Double> speedMPerS,
        List<Double> gapS,
        List<Integer> leader,
        List<List<Double>> powerW,
        List<List<Double>> balanceJ) {}
