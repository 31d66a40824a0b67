package io.paceline.app.report;

/**
 * How a plan was found.
 *
 * @param score of the search, in its own words
 * @param seed of its random numbers
 * @param evaluations plans that it tried
 * @param wallS how long it took, s
 */
public record SearchFacts(String score, long seed, long evaluations, double wallS) {}
