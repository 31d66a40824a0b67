package io.paceline.benchmarks.wagner;

/**
 * What a team decides. The arrays belong to the record; who hands them over does not touch them again.
 *
 * @param powerW   the leader's power by segment, W
 * @param handOver by segment but the last: whether the leader goes to the back after it
 */
public record Strategy(double[] powerW, boolean[] handOver) {}
