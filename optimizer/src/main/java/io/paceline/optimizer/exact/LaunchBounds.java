package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * Bounds over every pace for one chase launched at many places, of which each costs no more than a few sums: what a metre of a stretch
 * costs at least at a price on seconds does not depend on the launch. The same proof as {@link Certificates#certifyAnyPace}, with prices
 * from a fixed row, each of which proves a bound by itself; so a bound may lie a little below that one's. Any number of threads may ask.
 */
public final class LaunchBounds {
    /** Largest team of the bound. */
    public static final int MOST_RIDERS = AnyOrderBound.MOST_RIDERS;

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
                        .mapToDouble(stretch ->
                                PaceBound.leastJPerM(group.on(stretch), priceW(price), topSpeedMPerS, TOLERANCE))
                        .toArray();
            }
            return leastJPerM[price];
        }
    }
}
