package io.paceline.optimizer.rotation.draft;

/**
 * What a draft costs, in three levels: no amount of a lower one makes up for a higher one. Exact joules and milliseconds; the long values
 * are rounded up, so that any excess costs.
 *
 * @param hard what makes the plan impossible: overdrawn J, plus ms late, plus ms that pulls are too short, plus riders missing at the end;
 *     0 for a plan that catches
 * @param medium what is missing of the riders' reserves, J, and 1 for each rider who is burned: nobody is told to leave only because that
 *     would save the others a little
 * @param soft what the goal makes least, see {@link Aim}: J, billionths of W′ or ms
 */
public record Cost(double hard, double medium, double soft) implements Comparable<Cost> {

    /** Worse than every draft. */
    public static final Cost WORST =
            new Cost(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The cost of a plan that burns so many riders. */
    public static Cost of(double hard, double reserveShortJ, int burnedRiders, double soft) {
        return new Cost(hard, reserveShortJ + burnedRiders, soft);
    }

    /** Whether the chase catches with no rider overdrawn. */
    public boolean feasible() {
        return hard <= 0;
    }

    /** The cheaper one is less. */
    @Override
    public int compareTo(Cost other) {
        int byHard = Double.compare(hard, other.hard);
        if (byHard != 0) {
            return byHard;
        }
        int byMedium = Double.compare(medium, other.medium);
        return byMedium != 0 ? byMedium : Double.compare(soft, other.soft);
    }

    /** Whether this costs less. */
    public boolean beats(Cost other) {
        return compareTo(other) < 0;
    }

    /** {@link #hard} in whole units, rounded up. */
    public long hardUnits() {
        return units(hard);
    }

    /** {@link #medium} in whole units, rounded up. */
    public long mediumUnits() {
        return units(medium);
    }

    /** {@link #soft} in whole units, rounded up. */
    public long softUnits() {
        return units(soft);
    }

    private static long units(double value) {
        return (long) Math.ceil(Math.min(value, MOST_UNITS));
    }

    /** Keeps sums of units inside a long; 1e17 J is more than any team has. */
    private static final double MOST_UNITS = 1e17;
}
