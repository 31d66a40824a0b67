package io.paceline.optimizer.limit;

/**
 * What one change of the team is worth.
 *
 * @param riderId whose power is raised, or who joins
 * @param gainMPerS by how much the highest speed rises, m/s: for one watt of CP, or for the whole rider; negative for a rider who would
 *     slow the team down
 */
public record Gain(String riderId, double gainMPerS) {}
