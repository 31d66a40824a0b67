package io.paceline.optimizer.launch;

/**
 * How far a study is.
 *
 * @param done steps done
 * @param steps steps there are, as far as is known now
 * @param feasible launches found so far from which a plan catches
 */
public record LaunchProgress(int done, int steps, int feasible) {}
