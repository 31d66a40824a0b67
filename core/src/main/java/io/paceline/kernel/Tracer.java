package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.rider.WBalance;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/** Turns the intervals of a ride into evenly spaced rows. */
final class Tracer {
    private final Chase chase;
    private final List<Stretch> road = new ArrayList<>();
    /** When the chase reaches the end of each stretch, s after the start point. */
    private final double[] chaseS;

    private final double[] breakS;

    Tracer(Chase chase, BunchRide bunch, Pace pace, double[] breakS) {
        this.chase = chase;
        this.breakS = breakS;
        road.addAll(chase.approach());
        road.addAll(chase.road().stretches());
        chaseS = new double[road.size()];
        for (int s = 0; s < chaseS.length; s++) {
            int onRoad = s - bunch.endS.length;
            chaseS[s] = onRoad < 0 ? bunch.endS[s] : bunch.durationS() + pace.endS[onRoad];
        }
    }

    Trace trace(Ride ride, double stepS) {
        Trace trace = new Trace(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        WBalance[] balance = new WBalance[chase.team().size()];
        for (int i = 0; i < balance.length; i++) {
            balance[i] = new WBalance(chase.recovery(), chase.team().riders().get(i), chase.freshness());
            balance[i].spend(chase.spentJ(i));
        }
        int row = 0;
        for (Ride.Interval interval : ride.intervals()) {
            double atS = interval.startS();
            double endS = interval.startS() + interval.durationS();
            for (; row * stepS < endS; row++) {
                hold(balance, interval, row * stepS - atS);
                atS = row * stepS;
                addRow(trace, interval, atS, balance);
            }
            hold(balance, interval, endS - atS);
        }
        Ride.Interval last = ride.intervals().get(ride.intervals().size() - 1);
        addRow(trace, last, last.startS() + last.durationS(), balance);
        return trace;
    }

    private static void hold(WBalance[] balance, Ride.Interval interval, double durationS) {
        for (int i = 0; i < balance.length; i++) {
            balance[i].hold(interval.powerW()[i], durationS);
        }
    }

    private void addRow(Trace trace, Ride.Interval interval, double timeS, WBalance[] balance) {
        int s = interval.stretch();
        double startS = s == 0 ? 0 : chaseS[s - 1];
        double share = (timeS - startS) / (chaseS[s] - startS);
        double beforeM =
                road.subList(0, s).stream().mapToDouble(Stretch::lengthM).sum();
        double breakStartS = s == 0 ? 0 : breakS[s - 1];
        double breakHereS = breakStartS + share * (breakS[s] - breakStartS);
        trace.timeS().add(timeS);
        trace.distanceM().add(beforeM + share * road.get(s).lengthM());
        trace.speedMPerS().add(road.get(s).lengthM() / (chaseS[s] - startS));
        // the break was here before the clock started by its gap
        trace.gapS().add(timeS - (breakHereS - chase.breakaway().gapS()));
        trace.leader().add(interval.leader());
        List<Double> powerW = new ArrayList<>();
        List<Double> balanceJ = new ArrayList<>();
        for (int i = 0; i < balance.length; i++) {
            powerW.add(interval.powerW()[i]);
            balanceJ.add(balance[i].balanceJ());
        }
        trace.powerW().add(powerW);
        trace.balanceJ().add(balanceJ);
    }
}
