package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.rider.WBalance;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/** Turns the intervals of a ride into rows. */
final class Tracer {
    private final Ride ride;
    private final Chase chase;
    private final List<Stretch> road = new ArrayList<>();
    /** When the chase reaches the end of each stretch, s after the start point. */
    private final double[] chaseS;

    private final double[] breakS;

    Tracer(Ride ride, Chase chase, BunchRide bunch, Pace pace, double[] breakS) {
        this.ride = ride;
        this.chase = chase;
        road.addAll(chase.approach());
        road.addAll(chase.road().stretches());
        chaseS = new double[road.size()];
        for (int s = 0; s < chaseS.length; s++) {
            int onRoad = s - bunch.endS.length;
            chaseS[s] = onRoad < 0 ? bunch.endS[s] : bunch.durationS() + pace.endS[onRoad];
        }
        // with nobody ahead there is no gap
        this.breakS = breakS.length == 0 ? chaseS : breakS;
    }

    /** Evenly spaced rows. */
    Trace everyStep(double stepS) {
        Trace trace = empty();
        WBalance[] balance = balances();
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

    /** A row at each change, and in a longer interval evenly spaced ones between. */
    Trace everyChange(double atMostS) {
        Trace trace = empty();
        WBalance[] balance = balances();
        Ride.Interval last = ride.intervals().get(ride.intervals().size() - 1);
        for (Ride.Interval interval : ride.intervals()) {
            int pieces = (int) Math.ceil(interval.durationS() / atMostS);
            for (int piece = 0; piece < pieces; piece++) {
                addRow(trace, interval, interval.startS() + interval.durationS() * piece / pieces, balance);
                hold(balance, interval, interval.durationS() / pieces);
            }
        }
        addRow(trace, last, last.startS() + last.durationS(), balance);
        return trace;
    }

    private static Trace empty() {
        return new Trace(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private WBalance[] balances() {
        WBalance[] balance = new WBalance[chase.team().size()];
        for (int i = 0; i < balance.length; i++) {
            balance[i] = new WBalance(chase.recovery(), chase.team().riders().get(i), chase.freshness());
            balance[i].spend(chase.spentJ(i));
        }
        return balance;
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
        trace.exchanging().add(interval.exchanging());
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
