package io.paceline.optimizer.rotation;

/**
 * How far a search is.
 *
 * @param elapsedS since its start, s
 * @param evaluations plans evaluated
 * @param collectiveJ energy of the best plan so far, J
 * @param feasible whether that plan catches
 * @param overdrawnJ if not: what its riders would need and do not have, J, plus 1 J for each millisecond late
 */
public record SearchProgress(
        double elapsedS, long evaluations, double collectiveJ, boolean feasible, double overdrawnJ) {}
