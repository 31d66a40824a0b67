package io.paceline.optimizer.rotation;

import io.paceline.chase.Outcome;
import io.paceline.plan.RotationPlan;

/**
 * What a search found.
 *
 * @param plan the best plan
 * @param outcome what it does
 * @param score such as {@code "0hard/-120medium/-6345012soft"}: overdrawn joules and milliseconds late; joules missing of reserves;
 *     what the goal makes least, in J, billionths of W′ or ms; each rounded up
 * @param seed of the search
 * @param evaluations plans evaluated
 * @param wallS time taken, s
 * @param stopped whether it ended because it was told to stop
 */
public record SearchResult(
        RotationPlan plan, Outcome outcome, String score, long seed, long evaluations, double wallS, boolean stopped) {}
