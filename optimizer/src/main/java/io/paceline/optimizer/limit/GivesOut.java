package io.paceline.optimizer.limit;

/**
 * Who gives out first when the same plan is ridden a little faster.
 *
 * @param riderId who
 * @param fasterMPerS by how much faster, m/s
 * @param timeS when his balance is gone, s after the start point
 * @param distanceM and where, m from the start point
 */
public record GivesOut(String riderId, double fasterMPerS, double timeS, double distanceM) {}
