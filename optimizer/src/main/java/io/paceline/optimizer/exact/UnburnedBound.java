package io.paceline.optimizer.exact;

import io.paceline.kernel.ChaseKernel;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A bound on what any plan with any efforts can cost that burns nobody and asks of nobody more than he has: a price on seconds, prices on what the team spends on runs of
 * sectors, and in every sector the cheapest mean power at these prices. See {@code docs/bounds.md}, section 5.
 */
final class UnburnedBound {
    /** Rides offered to the first programme are so many times as hard as each other, from an easy one on, W. */
    private static final double EASIEST_W = 40;

    private static final double HARDER = 1.2;
    private static final int FIRST_RIDES = 20;

    /** Where new rides lower what the programme promises by less than this, relative, its prices are right. */
    private static final double PROMISED = 1e-5;

    /** How finely the sectors are enclosed while prices are sought, and then, relative. */
    private static final double CLOSE = 1e-4;

    private static final double TOLERANCE = 1e-6;

    private final List<SectorGroup> sectors;
    private final TeamRuns runs;
    private final double[] leastW;
    private final double targetS;
    private final double approachJ;
    private final RunProgramme programme;
    private boolean complete;

    /** @param keepReserve for the plans that leave everybody his reserve, or for all that overdraw nobody */
    UnburnedBound(ChaseKernel kernel, List<SectorGroup> sectors, boolean keepReserve) {
        this.sectors = sectors;
        runs = new TeamRuns(kernel, keepReserve);
        targetS = PaceBound.targetS(kernel);
        approachJ = new Balances(kernel, keepReserve).approachJ;
        double topS = sectors.stream().mapToDouble(SectorGroup::leastS).sum();
        leastW = sectors.stream()
                .mapToDouble(sector -> sector.leastW(targetS - (topS - sector.leastS())))
                .toArray();
        programme = new RunProgramme(runs, sectors.size(), targetS);
        for (int k = 0; k < leastW.length; k++) {
            for (int ride = 0; ride < FIRST_RIDES; ride++) {
                double powerW = EASIEST_W * StrictMath.pow(HARDER, ride);
                programme.add(k, sectors.get(k).at(Math.max(leastW[k], powerW)));
            }
        }
    }

    /** Whether the best prices were found: less proves less, never wrongly. */
    boolean isComplete() {
        return complete;
    }

    /**
     * The best bound of all prices tried, J.
     *
     * @param stop asked before each prices but the first
     */
    double boundJ(BooleanSupplier stop) {
        TeamRuns.Prices best = programme.prices();
        double bestJ = boundJ(best, CLOSE);
        while (!complete && !stop.getAsBoolean()) {
            double before = programme.mostJ();
            TeamRuns.Prices prices = programme.prices();
            double boundJ = boundJ(prices, CLOSE);
            if (boundJ > bestJ) {
                best = prices;
                bestJ = boundJ;
            }
            // each promise is an upper limit of what any prices prove, and falls; a programme that was not solved
            // promises nothing new
            complete = !(before - programme.mostJ() > PROMISED * before);
        }
        return stop.getAsBoolean() ? bestJ : Math.max(bestJ, boundJ(best, TOLERANCE));
    }

    /** What some prices prove, J; the rides that they ask for are offered to the programme. */
    private double boundJ(TeamRuns.Prices prices, double tolerance) {
        double sumJ = approachJ - prices.timeW() * targetS - runs.leftJ(prices);
        for (int k = 0; k < leastW.length; k++) {
            double work = runs.workPrice(prices, k);
            SectorGroup.Price price = new SectorGroup.Price(1, work, prices.timeW() - work * runs.powerW());
            SectorGroup.Cheapest cheapest = sectors.get(k).cheapest(price, leastW[k], tolerance);
            sumJ += cheapest.leastJ();
            programme.add(k, sectors.get(k).at(cheapest.powerW()));
        }
        return sumJ;
    }
}
