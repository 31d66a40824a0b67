package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan ridden once, interval by interval, with everything a report wants. Plain where {@link PlanEvaluator} is fast: no closed form
 * over rotations, and every power from its {@linkplain ChaseLoads load}.
 */
final class Ride {
    /**
     * A time in which nothing changes.
     *
     * @param startS after the start point, s
     * @param stretch counted from the start point, approach included
     * @param leader slot of the rider in front; -1 in the bunch
     * @param exchanging slot of the rider who drifts back; -1 if nobody does
     * @param powerW by slot, W
     */
    record Interval(double startS, double durationS, int stretch, int leader, int exchanging, double[] powerW) {}

    private static final int NOBODY = -1;

    private final Chase chase;
    private final ChaseLoads loads;
    private final Pace pace;
    private final double launchS;
    private final int approachStretches;
    private final List<Interval> intervals = new ArrayList<>();
    private final List<Integer> line = new ArrayList<>();
    private final Map<Integer, Pull> pulls = new HashMap<>();
    private final int[] turns;
    /** Riders who left, with their drag fraction from then on. */
    private final Map<Integer, Double> burned = new HashMap<>();

    private int working;
    private int drifter = NOBODY;
    private double driftMPerS;

    private Ride(Chase chase, BunchRide bunch, Pace pace, RotationPlan plan) {
        this.chase = chase;
        loads = new ChaseLoads(chase);
        this.pace = pace;
        launchS = bunch.durationS();
        approachStretches = bunch.endS.length;
        int n = chase.team().size();
        turns = new int[n];
        for (Pull pull : plan.pulls()) {
            int slot = chase.team().slot(pull.riderId());
            pulls.put(slot, pull);
            line.add(slot);
        }
        working = line.size();
        plan.sitsOn().forEach(id -> line.add(chase.team().slot(id)));
        for (int s = 0; s < approachStretches; s++) {
            double fromS = s == 0 ? 0 : bunch.endS[s - 1];
            double[] powerW = new double[n];
            System.arraycopy(bunch.powerW, s * n, powerW, 0, n);
            intervals.add(new Interval(fromS, bunch.endS[s] - fromS, s, NOBODY, NOBODY, powerW));
        }
    }

    /** Rides the plan. */
    static Ride of(Chase chase, BunchRide bunch, Pace pace, RotationPlan plan) {
        Ride ride = new Ride(chase, bunch, pace, plan);
        ride.rideRoad();
        return ride;
    }

    List<Interval> intervals() {
        return intervals;
    }

    int turns(int slot) {
        return turns[slot];
    }

    private void rideRoad() {
        List<Stretch> road = chase.road().stretches();
        double timeS = 0;
        double turnEndS = pull(line.get(0)).seconds();
        double driftEndS = Double.POSITIVE_INFINITY;
        turns[line.get(0)] = 1;
        int stretch = 0;
        while (stretch < road.size()) {
            double nextS = Math.min(pace.endS[stretch], Math.min(turnEndS, driftEndS));
            if (nextS > timeS) {
                intervals.add(new Interval(
                        launchS + timeS,
                        nextS - timeS,
                        approachStretches + stretch,
                        line.get(0),
                        drifter,
                        powers(road.get(stretch), pace.speedMPerS[stretch])));
            }
            timeS = nextS;
            if (timeS >= driftEndS) {
                driftEndS = join();
            }
            if (timeS >= pace.endS[stretch]) {
                stretch++;
            }
            if (timeS >= turnEndS && stretch < road.size()) {
                driftEndS = timeS + swingOff(pace.speedMPerS[stretch]);
                turnEndS = timeS + pull(line.get(0)).seconds();
                turns[line.get(0)]++;
            }
        }
    }

    private Pull pull(int slot) {
        Pull pull = pulls.get(slot);
        if (pull == null) {
            throw new IllegalStateException("slot " + slot + " leads but has no pull");
        }
        return pull;
    }

    private double join() {
        if (drifter >= 0) {
            line.add(working - 1, drifter);
            drifter = NOBODY;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Returns how long the exchange takes; for ever if there is none. */
    private double swingOff(double speedMPerS) {
        join();
        int leader = line.get(0);
        if (pull(leader).burnedAfterTurns() > 0 && turns[leader] == pull(leader).burnedAfterTurns()) {
            burned.put(leader, tableFraction(line.size(), line.size()));
            line.remove(0);
            working--;
            return Double.POSITIVE_INFINITY;
        }
        if (working == 1) {
            return Double.POSITIVE_INFINITY;
        }
        line.remove(0);
        drifter = leader;
        driftMPerS = chase.line().exchange().slowerMPerS(speedMPerS);
        return chase.line().exchangeS(working, speedMPerS);
    }

    private double[] powers(Stretch stretch, double speedMPerS) {
        double[] powerW = new double[turns.length];
        for (int place = 1; place <= line.size(); place++) {
            int slot = line.get(place - 1);
            double fraction = tableFraction(line.size(), place);
            if (place > 1) {
                double aheadM2 = rider(line.get(place - 2)).dragAreaM2();
                fraction = chase.line()
                        .shelter()
                        .dragFraction(fraction, aheadM2, rider(slot).dragAreaM2());
            }
            powerW[slot] = power(stretch, slot, fraction, speedMPerS);
        }
        if (drifter >= 0) {
            powerW[drifter] = power(stretch, drifter, 1, Math.max(0, speedMPerS - driftMPerS));
        }
        burned.forEach((slot, fraction) -> powerW[slot] = power(stretch, slot, fraction, speedMPerS));
        return powerW;
    }

    private double power(Stretch stretch, int slot, double dragFraction, double speedMPerS) {
        Rider rider = rider(slot);
        return Math.max(
                0,
                loads.inLine(stretch, rider.massKg(), rider.dragAreaM2(), dragFraction)
                        .powerW(speedMPerS));
    }

    private double tableFraction(int riders, int place) {
        return chase.line().dragTable().dragFraction(riders, place, chase.line().wheelGapM());
    }

    private Rider rider(int slot) {
        return chase.team().riders().get(slot);
    }
}
