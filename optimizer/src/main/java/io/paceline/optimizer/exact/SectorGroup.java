package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The group on one sector, whose stretches are all ridden at one mean power: what that costs at least and how long it takes. The more
 * power, the more it costs and the sooner it is over.
 */
final class SectorGroup {
    /** Powers closer than this are one, W. */
    private static final double CLOSE_W = 1e-9;

    private final ChaseKernel kernel;
    private final List<GroupForce.OnStretch> group = new ArrayList<>();
    /** The same with each rider's work at the pedals. */
    private final List<GroupForce.OnStretch> pedals = new ArrayList<>();

    private final List<Integer> stretches = new ArrayList<>();
    private final List<Double> lengthsM = new ArrayList<>();
    /** At this mean power every stretch is ridden at the top speed, W. */
    private double mostW;
    /** Rides asked for before: the same powers are tried at every price. */
    private final Map<Double, Ride> rides = new HashMap<>();

    private SectorGroup(ChaseKernel kernel) {
        this.kernel = kernel;
    }

    /** All sectors of a road, first to last, with each rider's work as it counts. */
    static List<SectorGroup> of(ChaseKernel kernel) {
        Chase chase = kernel.chase();
        double[] weight = Balances.weights(chase);
        GroupForce work = new GroupForce(chase);
        boolean alike = Arrays.stream(weight).allMatch(counts -> counts == 1);
        return of(kernel, alike ? work : new GroupForce(chase, weight), work);
    }

    private static List<SectorGroup> of(ChaseKernel kernel, GroupForce force, GroupForce work) {
        List<SectorGroup> sectors = new ArrayList<>();
        for (int k = 0; k < kernel.chase().road().sectorCount(); k++) {
            sectors.add(new SectorGroup(kernel));
        }
        List<Stretch> road = kernel.chase().road().stretches();
        for (int s = 0; s < road.size(); s++) {
            sectors.get(kernel.chase().road().sectorOf(s)).add(s, road.get(s), force.on(road.get(s)));
            if (work != force) {
                sectors.get(kernel.chase().road().sectorOf(s)).pedals.add(work.on(road.get(s)));
            }
        }
        return sectors;
    }

    private void add(int stretch, Stretch road, GroupForce.OnStretch on) {
        stretches.add(stretch);
        lengthsM.add(road.lengthM());
        group.add(on);
        double top = kernel.chase().topSpeedMPerS();
        double highW = Math.max(1, mostW);
        while (kernel.speedMPerS(stretch, highW) < top) {
            highW *= 2;
        }
        mostW = Math.max(mostW, highW);
    }

    /**
     * What a mean power comes to.
     *
     * @param energyJ at least so much, as each rider's work counts
     * @param workJ at least so much at the pedals
     * @param timeS so long
     */
    record Ride(double energyJ, double workJ, double timeS) {}

    /**
     * What is to be made least.
     *
     * @param energy what a joule counts; not negative
     * @param work what a joule at the pedals counts beside that; not negative
     * @param timeW what a second costs, W; any sign
     */
    record Price(double energy, double work, double timeW) {
        double of(Ride slow, Ride fast) {
            return energy * slow.energyJ + work * slow.workJ + timeW * (timeW >= 0 ? fast.timeS : slow.timeS);
        }
    }

    /**
     * The cheapest mean power at given prices.
     *
     * @param leastJ no mean power costs less at these prices, J
     * @param powerW about where
     * @param timeS how long the sector takes there, s
     */
    record Cheapest(double leastJ, double powerW, double timeS) {}

    private record Cell(double fromW, double toW, double leastJ) {}

    /** At a mean power. */
    Ride at(double powerW) {
        return rides.computeIfAbsent(powerW, this::ridden);
    }

    private Ride ridden(double powerW) {
        double energyJ = 0;
        double workJ = 0;
        double timeS = 0;
        for (int k = 0; k < group.size(); k++) {
            double speedMPerS = kernel.speedMPerS(stretches.get(k), powerW);
            energyJ += lengthsM.get(k) * group.get(k).leastJPerM(speedMPerS);
            workJ += pedals.isEmpty() ? 0 : lengthsM.get(k) * pedals.get(k).leastJPerM(speedMPerS);
            timeS += lengthsM.get(k) / speedMPerS;
        }
        return new Ride(energyJ, pedals.isEmpty() ? energyJ : workJ, timeS);
    }

    /** No mean power with which the sector takes no longer than so many seconds is less, W; to within {@value #CLOSE_W}. */
    double leastW(double mostS) {
        double low = 0;
        double high = mostW;
        while (high - low > CLOSE_W && at(low).timeS > mostS) {
            double middleW = 0.5 * (low + high);
            if (ridden(middleW).timeS > mostS) {
                low = middleW;
            } else {
                high = middleW;
            }
        }
        return low;
    }

    /** How long it takes at the top speed, s. */
    double leastS() {
        return at(mostW).timeS;
    }

    /**
     * The least at a price over all mean powers: energy rises with the power and time falls, so a cell of powers costs no less than the energy
     * at its low end with the time at its high one, or at its low one where time is worth having.
     *
     * @param fromW no mean power is less, W
     * @param tolerance relative; what is returned may be so much too low
     */
    Cheapest cheapest(Price price, double fromW, double tolerance) {
        PriorityQueue<Cell> cells = new PriorityQueue<>(Comparator.comparingDouble(Cell::leastJ));
        Cheapest best = attained(mostW, price);
        cells.add(cell(fromW, mostW, price));
        while (true) {
            Cell least = cells.remove();
            double middleW = 0.5 * (least.fromW + least.toW);
            Cheapest here = attained(middleW, price);
            best = here.leastJ < best.leastJ ? here : best;
            if (least.leastJ >= best.leastJ - tolerance * Math.abs(best.leastJ) || least.toW - least.fromW < CLOSE_W) {
                return new Cheapest(least.leastJ, best.powerW, best.timeS);
            }
            cells.add(cell(least.fromW, middleW, price));
            cells.add(cell(middleW, least.toW, price));
        }
    }

    private Cheapest attained(double powerW, Price price) {
        Ride ride = at(powerW);
        return new Cheapest(price.of(ride, ride), powerW, ride.timeS);
    }

    private Cell cell(double fromW, double toW, Price price) {
        return new Cell(fromW, toW, price.of(at(fromW), at(toW)));
    }
}
