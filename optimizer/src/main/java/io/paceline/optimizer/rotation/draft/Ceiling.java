package io.paceline.optimizer.rotation.draft;

/**
 * What may be missing of the riders' reserves before a draft is of no interest: then it is not ridden to its end. What energy a pace takes is
 * about known before anybody rides it, so a draft at a thriftier one may lack more.
 *
 * @param overdrawnWeight what an overdrawn joule counts, beside being one that is missing of a reserve
 * @param mostMissingJ of a draft at a pace that takes as much energy as that of the draft which it is compared with, J
 * @param evenWorkJ what that pace takes of the team, J
 * @param perEvenJ how much less may be missing for each joule that the pace takes more
 */
public record Ceiling(double overdrawnWeight, double mostMissingJ, double evenWorkJ, double perEvenJ) {
    /** Everything is of interest. */
    public static final Ceiling NONE = new Ceiling(0, Double.POSITIVE_INFINITY, 0, 0);

    /** Annealing takes a draft that is worse by so many times its heat once in 400 times. */
    private static final double HOPELESS_HEATS = 6;

    /** So much less than its pace tells, as a share, may the energy of a draft be that is taken; of 10,000 changes one takes even less. */
    private static final double SAME_PACE = 5e-4;

    /** For a search that takes only what beats a cost. */
    static Ceiling below(Cost cost) {
        return cost.hard() > 0 ? NONE : new Ceiling(0, cost.medium(), 0, 0);
    }

    /**
     * For a search that anneals.
     *
     * @param now what the draft costs from which it makes a step
     * @param value its cost by the price
     * @param evenWorkJ what its pace takes of the team, J
     * @param heat in units of the soft cost
     */
    public static Ceiling of(Price price, Cost now, double value, double evenWorkJ, double heat) {
        double slack = HOPELESS_HEATS * heat + SAME_PACE * now.soft();
        double missingJ = (value - now.soft() + slack) / price.perJ();
        return new Ceiling(Price.HARD_J, missingJ, evenWorkJ, 1 / price.perJ());
    }

    /** What may be missing at a pace that takes so much energy, J. */
    double mostMissingJ(double atEvenWorkJ) {
        return mostMissingJ - perEvenJ * (atEvenWorkJ - evenWorkJ);
    }
}
