package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.rider.Rider;
import io.paceline.road.Road;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One plan under many futures at once: other winds, other breaks, other form on the day. In every future the group rides the efforts of the
 * plan at the P0 that catches just in time there. Same meaning as {@link PlanEvaluator} on each future by itself.
 *
 * <p>Future lies beside future in memory, and every index is the plan's, so that a loop over futures loads without gaps. Pulls begin at the
 * same second in every future; the ends of stretches and of exchanges do not. So each turn goes through all stretches that it touches
 * in any future, and an interval lasts 0 s where it does not occur.
 *
 * <p>Not thread-safe: one for each thread. No allocation after the first {@link #evaluate} of a plan as long.
 */
public final class FuturesKernel {
    private final List<Chase> futures;
    private final ChaseKernel[] kernels;
    private final CompiledChase[] compiled;
    final LaneArrays lanes;
    final LaneRide ride;
    private final Pace pace;

    private FuturesKernel(List<Chase> futures, LaneKernel kernel) {
        this.futures = List.copyOf(futures);
        int count = futures.size();
        kernels = new ChaseKernel[count];
        compiled = new CompiledChase[count];
        for (int f = 0; f < count; f++) {
            if (futures.get(f).goal().fastest()) {
                throw new IllegalArgumentException(
                        "futures: future " + f
                                + " asks for the fastest ride, which has another time for every plan. Evaluate its plans one by one.");
            }
            kernels[f] = ChaseKernel.compile(futures.get(f));
            compiled[f] = new CompiledChase(futures.get(f));
            if (compiled[f].crossed) {
                throw new IllegalArgumentException(
                        "futures: future " + f
                                + " computes with air from the side, which the lanes do not know. Evaluate it by itself, or ignore the crosswind.");
            }
            checkLikeFirst(f);
        }
        CompiledChase first = compiled[0];
        int padded = (count + LaneBlock.LANES - 1) / LaneBlock.LANES * LaneBlock.LANES;
        lanes = new LaneArrays(padded, first.stretches, first.riders, first.perEfficiency);
        fillLanes();
        ride = new LaneRide(futures.get(0), first, lanes, kernel);
        pace = kernels[0].newPace();
    }

    /**
     * Compiles some futures of one chase. They may differ in wind, air, break, form (CP, W′, recovery) and in how the approach is ridden;
     * not in riders, their masses and drag areas, line, road or drivetrain.
     *
     * @param futures 1 or more
     * @throws IllegalArgumentException if there is none, or two differ in what they must share
     */
    public static FuturesKernel compile(List<Chase> futures) {
        return compile(futures, LaneKernels.chosen());
    }

    static FuturesKernel compile(List<Chase> futures, LaneKernel kernel) {
        if (futures.isEmpty()) {
            throw new IllegalArgumentException("futures: there is none. Give at least one chase.");
        }
        return new FuturesKernel(futures, kernel);
    }

    private void checkLikeFirst(int future) {
        CompiledChase first = compiled[0];
        CompiledChase other = compiled[future];
        String different = null;
        if (!Arrays.equals(dragAreas(0), dragAreas(future))) {
            different = "other riders or drag areas";
        } else if (!Arrays.equals(first.lengthM, other.lengthM) || !Arrays.equals(sectors(0), sectors(future))) {
            different = "another road or other sectors";
        } else if (!Arrays.equals(first.constantN, other.constantN)) {
            different = "other masses, gradients or surfaces";
        } else if (!Arrays.equals(first.saving, other.saving)
                || !Arrays.equals(first.savingFactor, other.savingFactor)
                || first.lineStepM != other.lineStepM
                || !first.exchange.equals(other.exchange)) {
            different = "another line";
        } else if (first.elite != other.elite) {
            different = "another recovery model";
        } else if (!futures.get(0).drivetrain().equals(futures.get(future).drivetrain())) {
            different = "another drivetrain";
        }
        if (different != null) {
            throw new IllegalArgumentException("futures: future " + future + " has " + different
                    + " than the first. Futures may differ in wind, air, break and form only.");
        }
    }

    private double[] dragAreas(int future) {
        return futures.get(future).team().riders().stream()
                .mapToDouble(Rider::dragAreaM2)
                .toArray();
    }

    private int[] sectors(int future) {
        Road road = futures.get(future).road();
        return IntStream.range(0, road.stretches().size()).map(road::sectorOf).toArray();
    }

    private void fillLanes() {
        for (int lane = 0; lane < lanes.lanes; lane++) {
            Chase chase = futures.get(future(lane));
            BunchRide bunch = new BunchRide(chase);
            CompiledChase c = compiled[future(lane)];
            lanes.halfDensity[lane] = 0.5 * chase.air().densityKgPerM3();
            for (int slot = 0; slot < c.riders; slot++) {
                int i = slot * lanes.lanes + lane;
                lanes.criticalPowerW[i] = c.criticalPowerW[slot];
                lanes.perRecovery[i] = c.perRecovery[slot];
                lanes.startDeficitJ[i] = bunch.deficitJ[slot];
                lanes.startLinearJ[i] = bunch.linearJ[slot];
                lanes.startWorstJ[i] = bunch.worstJ[slot];
                lanes.startWorkJ[i] = bunch.workJ[slot];
            }
            for (int s = 0; s < c.stretches; s++) {
                lanes.headwindMPerS[lanes.at(s, lane)] = c.headwindMPerS[s];
            }
        }
    }

    private int future(int lane) {
        return Math.min(lane, futures.size() - 1);
    }

    /**
     * Solves the pace of each future for these efforts; the speeds stay until the next call.
     *
     * @throws IllegalArgumentException if there are too few efforts, or an effort would let the group stop
     */
    public void solvePaces(double[] effortBySector) {
        int n = lanes.lanes;
        for (int lane = 0; lane < n; lane++) {
            if (lane < futures.size()) {
                kernels[lane].solvePace(effortBySector, pace);
            }
            double halfDensity = lanes.halfDensity[lane];
            for (int s = 0; s < pace.speedMPerS.length; s++) {
                int i = lanes.at(s, lane);
                lanes.speedMPerS[i] = pace.speedMPerS[s];
                lanes.startS[i] = s == 0 ? 0 : pace.endS[s - 1];
                lanes.endS[i] = pace.endS[s];
                lanes.slowerMPerS[i] = compiled[0].exchange.slowerMPerS(pace.speedMPerS[s]);
                int road = lanes.roadAt(s, lane);
                lanes.road[road + LaneBlock.AIR] = pace.airW[s] * halfDensity;
                lanes.road[road + LaneBlock.WHEEL] = pace.wheelW[s];
                lanes.road[road + LaneBlock.PER_NEWTON] = pace.perNewtonW[s];
            }
        }
        ride.findSpans();
    }

    /** Rides the plan in every future at the paces solved last; the results stay until the next call. */
    public void evaluate(LinePlan plan) {
        ride.ride(plan);
    }

    /** How many futures there are. */
    public int size() {
        return futures.size();
    }

    /** Work of all riders in one future, J. */
    public double collectiveJ(int future) {
        double sum = 0;
        for (int slot = 0; slot < compiled[0].riders; slot++) {
            sum += workJ(future, slot);
        }
        return sum;
    }

    /** Work of one rider in one future, J. */
    public double workJ(int future, int slot) {
        return lanes.workJ[slot * lanes.lanes + future];
    }

    /** The least balance of one rider in one future, J; negative when overdrawn. */
    public double leastBalanceJ(int future, int slot) {
        return compiled[future].wPrimeJ[slot] - lanes.worstJ[slot * lanes.lanes + future];
    }

    /** How much too late the chase is in one future, s; within {@link Outcome#TIME_TOLERANCE_S} of 0, or negative, when it is in time. */
    public double lateS(int future) {
        return lanes.endS[lanes.at(compiled[0].stretches - 1, future)] - kernels[future].targetS();
    }

    /** Whether the plan catches in one future with nobody overdrawn. */
    public boolean feasible(int future) {
        if (lateS(future) > Outcome.TIME_TOLERANCE_S) {
            return false;
        }
        for (int slot = 0; slot < compiled[0].riders; slot++) {
            if (leastBalanceJ(future, slot) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The kernel that runs the lanes, such as {@code vector512} or {@code scalar}. */
    public String kernelName() {
        return ride.kernelName();
    }
}
