package io.paceline.app.report;

/**
 * One thing that may turn a chase that fails into one that succeeds.
 *
 * @param kind what is changed, with the unit of the amount: {@code lessGapS}, {@code moreWorkers} or {@code earlierLaunchM}
 * @param amount by how much: the least that was found to be enough, or, if nothing was, the most that was tried
 * @param found whether a plan that catches was found
 * @param sentence the same for people
 */
public record Suggestion(String kind, double amount, boolean found, String sentence) {}
