package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * Finds P0: the one number that makes the total time the target, when each stretch is ridden at the speed at which the mean power
 * of the riders, each at the mean drag fraction of the full line, is {@code P0·effort}.
 *
 * <p>Power is linear in mass and drag area, so the mean rider's road load is enough. The total time falls with P0 and is nearly convex:
 * Newton's steps inside a bracket. Starts from the same guess every time, so that equal efforts give equal bits.
 */
final class PaceSolver {
    private static final int MAX_STEPS = 100;
    /** Uphill the speed goes to 0 with the power; below this the group has stopped, and time must stay finite. */
    private static final double SLOWEST_M_PER_S = 0.01;

    private final RoadLoad[] load;
    private final double[] lengthM;
    private final double[] coastingMPerS;
    /** Power at which the top speed is reached, W. */
    private final double[] topW;

    private final double[] startMPerS;
    private final double topSpeedMPerS;
    private final double targetS;
    private final double startW;

    PaceSolver(Chase chase, double targetS) {
        List<Stretch> road = chase.road().stretches();
        List<Rider> team = chase.team().riders();
        double meanFraction = chase.line()
                .dragTable()
                .meanDragFraction(team.size(), chase.line().wheelGapM());
        double meanKg = team.stream().mapToDouble(Rider::massKg).average().orElseThrow();
        double meanM2 = team.stream().mapToDouble(Rider::dragAreaM2).average().orElseThrow();
        load = new RoadLoad[road.size()];
        lengthM = new double[load.length];
        coastingMPerS = new double[load.length];
        topW = new double[load.length];
        startMPerS = new double[load.length];
        topSpeedMPerS = chase.topSpeedMPerS();
        this.targetS = targetS;
        for (int s = 0; s < load.length; s++) {
            load[s] = RoadLoad.of(road.get(s), chase.air(), chase.drivetrain(), meanKg, meanM2 * meanFraction);
            lengthM[s] = road.get(s).lengthM();
            coastingMPerS[s] = Math.min(topSpeedMPerS, load[s].coastingSpeedMPerS());
            topW[s] = Math.max(0, load[s].powerW(topSpeedMPerS));
        }
        startW = evenStart();
    }

    /** P0 of one effort everywhere, from a plain bisection; also leaves the speeds there as first guesses. */
    private double evenStart() {
        double lowW = 0;
        double highW = 3_000;
        for (int i = 0; i < 40; i++) {
            double midW = 0.5 * (lowW + highW);
            double timeS = 0;
            for (int s = 0; s < load.length; s++) {
                startMPerS[s] = Math.max(SLOWEST_M_PER_S, speed(s, midW, 0.5 * topSpeedMPerS));
                timeS += lengthM[s] / startMPerS[s];
            }
            if (timeS > targetS) {
                lowW = midW;
            } else {
                highW = midW;
            }
        }
        return highW;
    }

    private double speed(int s, double powerW, double start) {
        if (powerW >= topW[s]) {
            return topSpeedMPerS;
        }
        return load[s].speedMPerS(powerW, coastingMPerS[s], topSpeedMPerS, start);
    }

    /**
     * Fills a pace.
     *
     * @param effortBySector one factor per sector; a single 0 is allowed where the road coasts
     * @throws IllegalArgumentException if an effort of 0 would let the group stop
     */
    void solve(double[] effortBySector, int[] sectorOf, Pace pace) {
        double mostW = 0;
        for (int s = 0; s < load.length; s++) {
            double effort = effortBySector[sectorOf[s]];
            pace.effort[s] = effort;
            if (effort > 0) {
                mostW = Math.max(mostW, topW[s] / effort);
            } else if (coastingMPerS[s] <= SLOWEST_M_PER_S) {
                throw new IllegalArgumentException(
                        "plan: sector " + (sectorOf[s] + 1)
                                + ": effort = 0 would let the group stop, for the road does not fall there. Give it some effort.");
            }
        }
        double evenW = findEvenPower(mostW, pace);
        pace.evenPowerW = evenW;
        fill(evenW, pace);
        double timeS = 0;
        for (int s = 0; s < load.length; s++) {
            timeS += lengthM[s] / pace.speedMPerS[s];
            pace.endS[s] = timeS;
        }
        pace.lateS = timeS - targetS;
        fillPowerTerms(pace);
    }

    private double findEvenPower(double mostW, Pace pace) {
        System.arraycopy(startMPerS, 0, pace.speedMPerS, 0, load.length);
        if (totalTime(mostW, pace) >= targetS) {
            return mostW;
        }
        System.arraycopy(startMPerS, 0, pace.speedMPerS, 0, load.length);
        double lowW = 0;
        double highW = mostW;
        double p = Math.min(startW, 0.5 * (lowW + highW));
        for (int step = 0; step < MAX_STEPS; step++) {
            double over = totalTime(p, pace) - targetS;
            if (over > 0) {
                lowW = p;
            } else {
                highW = p;
            }
            double next = p - over / pace.lateS; // lateS holds dT/dP0 while solving
            if (!(next > lowW && next < highW)) {
                next = 0.5 * (lowW + highW);
            }
            if (Math.abs(next - p) <= 1e-13 * (1 + p) || highW <= 1e-9) {
                return next;
            }
            p = next;
        }
        return p;
    }

    /** Total time at a P0; leaves the speeds, and the slope of the time in {@code pace.lateS}. */
    private double totalTime(double evenW, Pace pace) {
        double timeS = 0;
        double slope = 0;
        for (int s = 0; s < load.length; s++) {
            double v = speed(s, evenW * pace.effort[s], pace.speedMPerS[s]);
            v = Math.max(v, SLOWEST_M_PER_S);
            pace.speedMPerS[s] = v;
            timeS += lengthM[s] / v;
            if (v < topSpeedMPerS) {
                slope -= lengthM[s] / (v * v) * pace.effort[s] / load[s].powerSlope(v);
            }
        }
        pace.lateS = slope;
        return timeS;
    }

    private void fill(double evenW, Pace pace) {
        for (int s = 0; s < load.length; s++) {
            double v = speed(s, evenW * pace.effort[s], pace.speedMPerS[s]);
            pace.speedMPerS[s] = Math.max(v, SLOWEST_M_PER_S);
        }
    }

    private void fillPowerTerms(Pace pace) {
        for (int s = 0; s < load.length; s++) {
            double v = pace.speedMPerS[s];
            double airSpeed = v + load[s].headwindMPerS();
            double pressure = airSpeed * Math.abs(airSpeed);
            double perNewton = v / load[s].efficiency();
            pace.perNewtonW[s] = perNewton;
            pace.airW[s] = pressure * perNewton;
            pace.wheelW[s] = RoadLoad.BEARING_N_S_PER_M * v * perNewton;
        }
    }
}
