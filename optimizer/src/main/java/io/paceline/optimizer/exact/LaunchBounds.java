package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Bounds over every pace for one chase launched at many places, of which each costs no more than a few sums: what a metre of a stretch
 * costs at least at a price on seconds does not depend on the launch. The proof of {@link Certificates#certifyAnyPace} with every stretch at a
 * speed of its own, since each launch cuts the road into other sectors, and with prices from a fixed row, each of which proves a bound by
 * itself; so a bound lies below that one's. Any number of threads may ask.
 */
public final class LaunchBounds {
    /** Largest team of the bound. */
    public static final int MOST_RIDERS = AnyOrderBound.MOST_RIDERS;

    /** Slower than this a group has stopped; the model rides nothing slower. */
    private static final double SLOWEST_M_PER_S = 0.01;

    /** Joules for a second: from less than a lone rider who rolls to more than twenty at top speed. */
    private static final double LEAST_PRICE_W = 100;

    private static final double PRICE_RATIO = 1.2;
    private static final int PRICES = 40;

    /** A bound may be so much lower than it could be: little beside the percents that it leaves open anyway. */
    private static final double TOLERANCE = 1e-4;

    private final GroupForce group;
    private final List<Stretch> whole;
    private final double topSpeedMPerS;
    /** By price, then stretch, J/m; filled when first asked for. */
    private final double[][] leastJPerM = new double[PRICES][];

    /**
     * Bounds for the launches of a chase.
     *
     * @throws IllegalArgumentException if the team has more than {@value #MOST_RIDERS} riders
     */
    public LaunchBounds(Chase chase) {
        int riders = chase.team().size();
        if (riders > MOST_RIDERS) {
            throw new IllegalArgumentException(
                    "certificate: " + riders + " riders; the bound over every pace is for up to " + MOST_RIDERS + ".");
        }
        group = new GroupForce(chase);
        whole = new ArrayList<>(chase.approach());
        whole.addAll(chase.road().stretches());
        topSpeedMPerS = chase.topSpeedMPerS();
    }

    /**
     * No plan that is there in time costs less, J.
     *
     * @param kernel of the chase, launched at {@code launchM}
     * @param launchM after the start point, m
     */
    public double boundJ(ChaseKernel kernel, double launchM) {
        double approachJ = 0;
        for (int slot = 0; slot < kernel.chase().team().size(); slot++) {
            approachJ += kernel.approachWorkJ(slot);
        }
        double targetS = PaceBound.targetS(kernel);
        int low = 0;
        int high = PRICES - 1;
        // the bound is concave in the price
        while (low < high) {
            int middle = (low + high) / 2;
            if (roadJ(middle, launchM, targetS) < roadJ(middle + 1, launchM, targetS)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return approachJ + Math.max(0, roadJ(low, launchM, targetS)) * (1 - Certificate.ROUNDING);
    }

    private double roadJ(int price, double launchM, double targetS) {
        double[] least = least(price);
        double sumJ = -priceW(price) * targetS;
        double riddenM = 0;
        for (int s = 0; s < least.length; s++) {
            double lengthM = whole.get(s).lengthM();
            double afterM = Math.min(lengthM, Math.max(0, riddenM + lengthM - launchM));
            sumJ += afterM * least[s];
            riddenM += lengthM;
        }
        return sumJ;
    }

    private static double priceW(int price) {
        return LEAST_PRICE_W * Math.pow(PRICE_RATIO, price);
    }

    private double[] least(int price) {
        synchronized (leastJPerM) {
            if (leastJPerM[price] == null) {
                leastJPerM[price] = whole.stream()
                        .mapToDouble(stretch -> leastJPerM(group.on(stretch), priceW(price)))
                        .toArray();
            }
            return leastJPerM[price];
        }
    }

    private record Cell(double fromMPerS, double toMPerS, double leastJPerM) {}

    /**
     * What a metre costs with its time at least, at any speed up to the top speed, J/m. Energy rises with speed and time falls, so a cell of speeds costs no less than the
     * energy at its slow end with the time at its fast one.
     */
    private double leastJPerM(GroupForce.OnStretch on, double priceW) {
        PriorityQueue<Cell> cells = new PriorityQueue<>(Comparator.comparingDouble(Cell::leastJPerM));
        double best = Double.POSITIVE_INFINITY;
        cells.add(cell(on, priceW, SLOWEST_M_PER_S, topSpeedMPerS));
        while (true) {
            Cell least = cells.remove();
            double middle = Math.sqrt(least.fromMPerS * least.toMPerS);
            best = Math.min(best, on.leastJPerM(middle) + priceW / middle);
            if (least.leastJPerM >= best * (1 - TOLERANCE) || least.toMPerS - least.fromMPerS < 1e-9) {
                return least.leastJPerM;
            }
            cells.add(cell(on, priceW, least.fromMPerS, middle));
            cells.add(cell(on, priceW, middle, least.toMPerS));
        }
    }

    private static Cell cell(GroupForce.OnStretch on, double priceW, double fromMPerS, double toMPerS) {
        return new Cell(fromMPerS, toMPerS, on.leastJPerM(fromMPerS) + priceW / toMPerS);
    }
}
