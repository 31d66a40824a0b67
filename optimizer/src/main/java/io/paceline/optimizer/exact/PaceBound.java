package io.paceline.optimizer.exact;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A bound on what any plan with any efforts can cost, as long as it is there in time: a price on seconds, and in every sector the cheapest
 * mean power at that price, enclosed between powers.
 */
final class PaceBound {
    private static final double TOLERANCE = 1e-6;
    private static final double COARSE_TOLERANCE = 1e-3;
    private static final int PRICES = 60;
    /** How near a price has to be: the bound is flat at the best one, so it loses the square of this. */
    private static final double PRICE_TOLERANCE = 1e-3;

    private static final double LEAST_PRICE_W = 1e-3;
    private static final double MOST_PRICE_W = 1e7;
    /** The best price is this times the first one, or less far from it, as a rule. */
    private static final double FIRST_SPREAD = 1.3;

    /** No group rides with more on average: its riders are at the top speed long before, W. */
    private static final double MOST_MEAN_W = 4_096;

    private static final double EVEN_STEP_W = 1;

    private static final double COARSE_PRICE_TOLERANCE = 1e-2;
    private static final double SECOND_SPREAD = 1.01;
    private static final double GOLDEN = 0.618;

    private final List<SectorGroup> sectors;
    private final double targetS;
    private final double approachJ;
    private final BooleanSupplier stop;
    private boolean complete = true;
    private double bestJ;
    private int tried;

    /**
     * For one chase.
     *
     * @param stop asked before each price but the first; once true, the prices tried so far have to do
     */
    PaceBound(ChaseKernel kernel, List<SectorGroup> sectors, BooleanSupplier stop) {
        this.stop = stop;
        this.sectors = sectors;
        targetS = targetS(kernel);
        approachJ = new Balances(kernel, false).approachJ;
    }

    /** How long a plan in time may take, s. */
    static double targetS(ChaseKernel kernel) {
        return kernel.targetS() + Outcome.TIME_TOLERANCE_S;
    }

    /** Whether the best price was found: less proves less, never wrongly. */
    boolean complete() {
        return complete;
    }

    private boolean stopped() {
        complete = complete && !stop.getAsBoolean();
        return !complete;
    }

    /** The best bound of all prices tried, J. */
    double boundJ() {
        return roadJ() + approachJ;
    }

    /**
     * The same from the launch on. Sectors are enclosed coarsely until the price is nearly right, which costs little, then finely. The first price is tried in any case: a
     * stop leaves something to show.
     */
    double roadJ() {
        double nearW = search(evenPriceW(), FIRST_SPREAD, COARSE_PRICE_TOLERANCE, COARSE_TOLERANCE);
        search(nearW, SECOND_SPREAD, PRICE_TOLERANCE, TOLERANCE);
        return bestJ;
    }

    /** Away from a price by ever more, until the best one lies between two; then halves what is between. Returns about where it is. */
    private double search(double firstW, double firstSpread, double priceTolerance, double tolerance) {
        double low = LEAST_PRICE_W;
        double high = MOST_PRICE_W;
        double priceW = firstW;
        double spread = firstSpread;
        while (high / low > 1 + priceTolerance && (tried == 0 || !stopped())) {
            if (timeAtS(priceW, tolerance) > targetS) {
                low = priceW;
            } else {
                high = priceW;
            }
            if (high == MOST_PRICE_W) {
                priceW = Math.min(high, low * spread);
            } else if (low == LEAST_PRICE_W) {
                priceW = Math.max(low, high / spread);
            } else {
                priceW = Math.sqrt(low * high);
            }
            spread *= spread;
        }
        return priceW;
    }

    /** Tries a price, and tells how long the cheapest ride at it takes, s. */
    private double timeAtS(double priceW, double tolerance) {
        tried++;
        double sumJ = -priceW * targetS;
        double timeS = 0;
        for (SectorGroup sector : sectors) {
            SectorGroup.Cheapest cheapest = sector.cheapest(new SectorGroup.Price(1, 0, priceW), 0, tolerance);
            sumJ += cheapest.leastJ();
            timeS += cheapest.timeS();
        }
        bestJ = Math.max(bestJ, sumJ);
        return timeS;
    }

    /** What a second is worth on a ride with the same mean power everywhere that is just in time, W: near the best price. */
    private double evenPriceW() {
        double low = 0;
        double high = MOST_MEAN_W;
        while (high - low > EVEN_STEP_W) {
            double middleW = 0.5 * (low + high);
            if (ridden(middleW).timeS() > targetS) {
                low = middleW;
            } else {
                high = middleW;
            }
        }
        SectorGroup.Ride slower = ridden(high);
        SectorGroup.Ride faster = ridden(high + EVEN_STEP_W);
        double priceW = (faster.energyJ() - slower.energyJ()) / (slower.timeS() - faster.timeS());
        return priceW > LEAST_PRICE_W && priceW < MOST_PRICE_W ? priceW : Math.sqrt(LEAST_PRICE_W * MOST_PRICE_W);
    }

    private SectorGroup.Ride ridden(double powerW) {
        double energyJ = 0;
        double timeS = 0;
        for (SectorGroup sector : sectors) {
            SectorGroup.Ride ride = sector.at(powerW);
            energyJ += ride.energyJ();
            timeS += ride.timeS();
        }
        return new SectorGroup.Ride(energyJ, energyJ, timeS);
    }

    /**
     * The least time in which riders can be there who put together no more than so much power and so much work beside it, s: at every
     * price on time the road asks for at least so much, {@code A(c) - cT <= power·T + work}.
     */
    double leastTimeS(double powerW, double workJ) {
        double low = 1e-2;
        double high = 1e6;
        double best = 0;
        // the fraction rises and then falls with the price: by the golden section; any price is valid
        for (int k = 0; k < PRICES && high / low > 1 + PRICE_TOLERANCE && !stopped(); k++) {
            double left = Math.pow(high, 1 - GOLDEN) * Math.pow(low, GOLDEN);
            double right = Math.pow(low, 1 - GOLDEN) * Math.pow(high, GOLDEN);
            double atLeft = timeAt(left, powerW, workJ);
            double atRight = timeAt(right, powerW, workJ);
            best = Math.max(best, Math.max(atLeft, atRight));
            if (atLeft > atRight) {
                high = right;
            } else {
                low = left;
            }
        }
        return best;
    }

    private double timeAt(double priceW, double powerW, double workJ) {
        double sumJ = 0;
        for (SectorGroup sector : sectors) {
            sumJ += sector.cheapest(new SectorGroup.Price(1, 0, priceW), 0, TOLERANCE)
                    .leastJ();
        }
        return (sumJ - workJ) / (priceW + powerW);
    }
}
