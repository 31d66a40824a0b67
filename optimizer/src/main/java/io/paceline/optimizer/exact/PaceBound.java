package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * A bound on what any plan at any speeds can cost, as long as it is there in time: a price on seconds, and on every stretch the cheapest
 * speed at that price, enclosed between speeds.
 */
final class PaceBound {
    /** Slower than this a group has stopped; the model rides nothing slower. */
    private static final double SLOWEST_M_PER_S = 0.01;

    private static final double TOLERANCE = 1e-6;
    private static final int PRICES = 60;
    /** How near a price has to be: the bound is flat at the best one, so it loses the square of this. */
    private static final double PRICE_TOLERANCE = 1e-3;

    private static final double GOLDEN = 0.618;

    private final List<GroupForce.OnStretch> road = new ArrayList<>();
    private final double[] lengthM;
    private final double topSpeedMPerS;
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
        List<Stretch> stretches = chase.road().stretches();
        stretches.forEach(stretch -> road.add(group.on(stretch)));
        lengthM = stretches.stream().mapToDouble(Stretch::lengthM).toArray();
        topSpeedMPerS = chase.topSpeedMPerS();
        targetS = targetS(kernel);
        double[] weight = Balances.weights(chase);
        double sumJ = 0;
        for (int i = 0; i < chase.team().size(); i++) {
            sumJ += weight[i] * kernel.approachWorkJ(i);
        }
        approachJ = sumJ;
    }

    /** The cheapest speed on a stretch at a price: what a metre costs with its time at least, and about where. */
    private record Cheapest(double leastJPerM, double speedMPerS) {}

    private record Cell(double fromMPerS, double toMPerS, double leastJPerM) {}

    /** How long a plan in time may take, s. */
    static double targetS(ChaseKernel kernel) {
        return kernel.targetS() + Outcome.TIME_TOLERANCE_S;
    }

    /** What a metre costs with its time at least, at a price on seconds and any speed up to the top speed, J/m; low by this share at most. */
    static double leastJPerM(GroupForce.OnStretch group, double priceW, double topSpeedMPerS, double tolerance) {
        return cheapest(group, priceW, topSpeedMPerS, tolerance).leastJPerM;
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
            for (int s = 0; s < lengthM.length; s++) {
                Cheapest cheapest = cheapest(road.get(s), priceW, topSpeedMPerS, TOLERANCE);
                sumJ += lengthM[s] * cheapest.leastJPerM;
                timeS += lengthM[s] / cheapest.speedMPerS;
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
        for (int s = 0; s < lengthM.length; s++) {
            sumJ += lengthM[s] * cheapest(road.get(s), priceW, topSpeedMPerS, TOLERANCE).leastJPerM;
        }
        return (sumJ - workJ) / (priceW + powerW);
    }

    /** Energy rises with speed and time falls, so a cell costs no less than the energy at its slow end with the time at its fast one. */
    private static Cheapest cheapest(
            GroupForce.OnStretch group, double priceW, double topSpeedMPerS, double tolerance) {
        PriorityQueue<Cell> cells = new PriorityQueue<>(Comparator.comparingDouble(Cell::leastJPerM));
        double bestJPerM = Double.POSITIVE_INFINITY;
        double bestMPerS = topSpeedMPerS;
        cells.add(cell(group, priceW, SLOWEST_M_PER_S, topSpeedMPerS));
        while (true) {
            Cell least = cells.remove();
            double middle = Math.sqrt(least.fromMPerS * least.toMPerS);
            double hereJPerM = group.leastJPerM(middle) + priceW / middle;
            if (hereJPerM < bestJPerM) {
                bestJPerM = hereJPerM;
                bestMPerS = middle;
            }
            if (least.leastJPerM >= bestJPerM * (1 - tolerance) || least.toMPerS - least.fromMPerS < 1e-9) {
                return new Cheapest(least.leastJPerM, bestMPerS);
            }
            cells.add(cell(group, priceW, least.fromMPerS, middle));
            cells.add(cell(group, priceW, middle, least.toMPerS));
        }
    }

    private static Cell cell(GroupForce.OnStretch group, double priceW, double fromMPerS, double toMPerS) {
        return new Cell(fromMPerS, toMPerS, group.leastJPerM(fromMPerS) + priceW / toMPerS);
    }
}
