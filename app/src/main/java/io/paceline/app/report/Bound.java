package io.paceline.app.report;

import io.paceline.chase.Objective;

/**
 * A proved least of what a plan may cost, beside which the plan can be seen.
 *
 * @param key under which JSON shows it
 * @param objective what is counted
 * @param least no plan of those covered costs less: J, share of W′, or s
 * @param gapPct by how much the plan could be improved at most, %; negative for a plan outside those covered
 * @param covers which plans it speaks about
 * @param method how it was found
 * @param complete whether the method came to its end
 * @param sentence for people
 */
public record Bound(
        String key,
        Objective objective,
        double least,
        double gapPct,
        String covers,
        String method,
        boolean complete,
        String sentence) {

    /** A least of 0 says nothing. */
    private static final double NOTHING_PCT = 99.95;

    /** Key of the bound on every order and all pulls at the speeds of the plan. */
    public static final String AT_THESE_SPEEDS = "bound";

    /** Key of the bound on every plan that is there in time. */
    public static final String AT_ANY_SPEEDS = "boundAtAnySpeeds";

    /** Key of the bound on those of them that burn nobody and ask of nobody more than he has. */
    public static final String AT_ANY_SPEEDS_NOBODY_BURNED = "boundAtAnySpeedsNobodyBurned";

    /** Key of the least in JSON, with its unit. */
    String leastKey() {
        return switch (objective) {
            case COLLECTIVE_ENERGY -> "collectiveJ";
            case METABOLIC_ENERGY -> "metabolicJ";
            case FAIRNESS -> "spentShare";
            case FASTEST -> "timeS";
        };
    }

    /** Whether it says something: a plan outside what it covers has no gap to it. */
    public boolean speaks() {
        return gapPct >= 0 && gapPct < NOTHING_PCT;
    }
}
