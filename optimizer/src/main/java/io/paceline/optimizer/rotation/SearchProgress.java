package io.paceline.optimizer.rotation;

/**
 * How far a search is.
 *
 * @param elapsedS since its start, s
 * @param evaluations plans evaluated
 * @param least what the goal makes least, of the best plan so far: J, billionths of W′, or ms
 * @param feasible whether that plan catches
 * @param overdrawnJ if not: what its riders would need and do not have, J, plus 1 J for each millisecond late
 */
public record SearchProgress(double elapsedS, long evaluations, double least, boolean feasible, double overdrawnJ) {}
