package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.Price;

/**
 * One round of local search.
 *
 * @param start where it begins
 * @param seed of its random numbers
 * @param evaluations drafts to measure in it; fewer if the account is used up before
 * @param heat temperature at which it begins, in units of the soft cost
 * @param price of what is missing of the reserves
 */
public record Round(Draft start, long seed, long evaluations, long heat, Price price) {}
