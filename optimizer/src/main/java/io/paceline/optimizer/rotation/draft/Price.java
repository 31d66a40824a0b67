package io.paceline.optimizer.rotation.draft;

/**
 * Lets a search trade reserves for energy while it is under way: what is missing is paid for instead of forbidden. The best plans lie where
 * several riders come down to their reserve at once, and a search that may not step over that edge walks along it slowly. The
 * account still knows levels only: what a search gives is never bought this way.
 *
 * @param perJ what a missing joule costs, in units of the soft cost; above what it can save
 */
public record Price(double perJ) {
    /** Share of a plan's soft cost that one joule missing of the reserves costs: 20 J for a plan of 7 MJ, more than most prices seen. */
    private static final double SHARE_PER_J = 3e-6;

    /** A unit of hard cost counts like so many joules missing of the reserves, and overdrawn joules are missing there too. */
    static final double HARD_J = 5;

    /** A burned rider counts like so many joules that are missing, for he would save the others a little. */
    private static final double BURNED_J = 3_000;

    private static final double RAISE = 4;

    private static final double CHEAP = 0.12;

    /** The price for plans that cost about as much as one. */
    public static Price like(Cost cost) {
        return new Price(SHARE_PER_J * cost.soft());
    }

    /** All of a cost in units of its soft one. */
    public double of(Cost cost, int burnedRiders) {
        return cost.soft() + perJ * (HARD_J * cost.hard() + cost.medium() - burnedRiders + BURNED_J * burnedRiders);
    }

    /** A lower one, about what mending a missing joule by another pace costs: with it a search dares to try other lines. */
    public Price cheap() {
        return new Price(CHEAP * perJ);
    }

    /** A higher one, for chases so near the limit that the first is below what a joule can save. */
    public Price raised() {
        return new Price(RAISE * perJ);
    }
}
