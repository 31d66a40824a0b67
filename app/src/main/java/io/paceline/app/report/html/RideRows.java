package io.paceline.app.report.html;

import io.paceline.app.report.ride.RiderRide;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Trace;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A ride in columns: a value for each moment at which something changes, and for each rider one column of powers and balances. Riders
 * are numbered by their place at the launch, from 0 on.
 *
 * @param timeS after the start point, s
 * @param kmToGo to the finish
 * @param speedKmh of the group from here to the next row
 * @param gapS to the break at this point of the road, s
 * @param leader who is in front from here on; -1 in the bunch
 * @param exchanging who drifts back from here on; -1 if nobody does
 * @param powerW by rider, then row: from here to the next row, W
 * @param balanceJ by rider, then row: W′bal, J
 */
record RideRows(
        List<Double> timeS,
        List<Double> kmToGo,
        List<Double> speedKmh,
        List<Double> gapS,
        List<Integer> leader,
        List<Integer> exchanging,
        List<List<Double>> powerW,
        List<List<Double>> balanceJ) {

    /** The longest time between rows, s: a balance that bends is drawn in pieces of this length. */
    private static final double AT_MOST_S = 20;

    /** Most numbers in a page, about 1 MB of text; a longer ride with more riders is shown in even steps. */
    static final int MOST_NUMBERS = 160_000;

    /**
     * The rows of a plan.
     *
     * @param startKm to the finish at the start point
     */
    static RideRows of(ChaseKernel kernel, RotationPlan plan, double startKm) {
        Trace trace = kernel.traceChanges(plan, AT_MOST_S);
        int columns = 6 + 2 * kernel.chase().team().size();
        if (trace.timeS().size() > MOST_NUMBERS / columns) {
            double wholeS = trace.timeS().get(trace.timeS().size() - 1);
            trace = kernel.trace(plan, wholeS * columns / MOST_NUMBERS);
        }
        return of(trace, RiderRide.order(kernel.chase().team(), plan), startKm);
    }

    private static RideRows of(Trace trace, int[] order, double startKm) {
        int[] placeOf = new int[order.length];
        List<List<Double>> powerW = new ArrayList<>();
        List<List<Double>> balanceJ = new ArrayList<>();
        for (int place = 0; place < order.length; place++) {
            int slot = order[place];
            placeOf[slot] = place;
            powerW.add(
                    trace.powerW().stream().map(row -> round(1, row.get(slot))).toList());
            balanceJ.add(trace.balanceJ().stream()
                    .map(row -> round(0, row.get(slot)))
                    .toList());
        }
        return new RideRows(
                trace.timeS().stream().map(s -> round(2, s)).toList(),
                trace.distanceM().stream()
                        .map(m -> round(4, startKm - m / 1_000))
                        .toList(),
                trace.speedMPerS().stream().map(v -> round(2, v * 3.6)).toList(),
                trace.gapS().stream().map(s -> round(1, s)).toList(),
                trace.leader().stream()
                        .map(slot -> slot < 0 ? slot : placeOf[slot])
                        .toList(),
                trace.exchanging().stream()
                        .map(slot -> slot < 0 ? slot : placeOf[slot])
                        .toList(),
                powerW,
                balanceJ);
    }

    /** As exact as a chart needs; the plan itself keeps all its digits. */
    static double round(int digits, double value) {
        double scale = Math.pow(10, digits);
        // adding 0 makes -0 a plain 0
        return Math.rint(value * scale) / scale + 0.0;
    }
}
