package io.paceline.app.report;

/**
 * A proved least energy, beside which the plan can be seen.
 *
 * @param key under which JSON shows it
 * @param collectiveJ no plan of those covered costs less, J
 * @param gapPct by how much the plan could be improved at most, %; negative for a plan outside those covered
 * @param covers which plans it speaks about
 * @param method how it was found
 * @param complete whether the method came to its end
 * @param sentence for people
 */
public record Bound(
        String key,
        double collectiveJ,
        double gapPct,
        String covers,
        String method,
        boolean complete,
        String sentence) {

    /** Key of the bound on every order and all pulls at the speeds of the plan. */
    public static final String AT_THESE_SPEEDS = "bound";

    /** Key of the bound on every plan that is there in time. */
    public static final String AT_ANY_SPEEDS = "boundAtAnySpeeds";

    /** Whether it says something: a plan outside what it covers has no gap to it. */
    boolean speaks() {
        return gapPct >= 0 && Double.isFinite(gapPct);
    }
}
