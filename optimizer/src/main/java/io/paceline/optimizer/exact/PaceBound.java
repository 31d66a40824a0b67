package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
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
    private static final int PRICES = 60;
    /** How near a price has to be: the bound is flat at the best one, so it loses the square of this. */
    private static final double PRICE_TOLERANCE = 1e-3;

    private static final double GOLDEN = 0.618;

    private final List<SectorGroup> sectors;
    private final double targetS;
    private final double approachJ;
    private final BooleanSupplier stop;
    private boolean complete = true;

    /**
     * For one chase.
     *
     * @param stop asked before each price; once true, the prices tried so far have to do
     */
    PaceBound(ChaseKernel kernel, BooleanSupplier stop) {
        this.stop = stop;
        Chase chase = kernel.chase();
        GroupForce group = new GroupForce(chase, Balances.weights(chase));
        sectors = SectorGroup.of(kernel, group);
        targetS = targetS(kernel);
        double[] weight = Balances.weights(chase);
        double sumJ = 0;
        for (int i = 0; i < chase.team().size(); i++) {
            sumJ += weight[i] * kernel.approachWorkJ(i);
        }
        approachJ = sumJ;
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
        complete &= !stop.getAsBoolean();
        return !complete;
    }

    /** The best bound of all prices tried, J. */
    double boundJ() {
        return roadJ() + approachJ;
    }

    /** The same from the launch on. */
    double roadJ() {
        double best = 0;
        double low = 1e-3;
        double high = 1e7;
        for (int k = 0; k < PRICES && high / low > 1 + PRICE_TOLERANCE && !stopped(); k++) {
            double priceW = Math.sqrt(low * high);
            double sumJ = -priceW * targetS;
            double timeS = 0;
            for (SectorGroup sector : sectors) {
                SectorGroup.Cheapest cheapest = sector.cheapest(1, priceW, TOLERANCE);
                sumJ += cheapest.leastJ();
                timeS += cheapest.timeS();
            }
            best = Math.max(best, sumJ);
            if (timeS > targetS) {
                low = priceW;
            } else {
                high = priceW;
            }
        }
        return best;
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
            sumJ += sector.cheapest(1, priceW, TOLERANCE).leastJ();
        }
        return (sumJ - workJ) / (priceW + powerW);
    }
}
