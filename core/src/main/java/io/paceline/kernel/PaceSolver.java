package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * Finds P0: the one number that makes the total time the target, when each stretch is ridden at the speed at which the mean power
 * of the riders, each at the mean drag fraction of the full line, is {@code P0·effort}.
 *
 * <p>Power is linear in mass and drag area, so the mean rider's road load is enough. Newton's method for P0 and all speeds at once: in
 * each round every speed takes one step towards its power, and P0 one step towards the time. Where that does not settle, P0 is bracketed
 * and each speed solved to the end. Starts from the same guess every time, so that equal efforts give equal bits.
 */
final class PaceSolver {
    private static final int MAX_ROUNDS = 25;
    private static final int MAX_STEPS = 200;
    /** Relative change at which a number has settled: a few ulps. */
    private static final double SETTLED = 1e-14;
    /** Uphill the speed goes to 0 with the power; below this the group has stopped, and time must stay finite. */
    private static final double SLOWEST_M_PER_S = 0.01;

    private static final double MOST_START_W = 3_000;

    private final RoadLoad[] load;
    private final double[] airKgPerM;
    private final double[] headwindMPerS;
    private final double[] constantN;
    private final double[] lengthM;
    private final double[] coastingMPerS;
    /** Power at which the top speed is reached, W. */
    private final double[] topW;

    private final double[] startMPerS;
    private final double topSpeedMPerS;
    private final double efficiency;
    private final double targetS;
    private final double startW;
    private final PowerTerms terms;
    /** Whether air from the side is computed with somewhere: then every force is left to its load. */
    private final boolean crossed;

    PaceSolver(Chase chase, double targetS) {
        List<Stretch> road = chase.road().stretches();
        List<Rider> team = chase.team().riders();
        double meanFraction = chase.line()
                .dragTable()
                .meanDragFraction(team.size(), chase.line().wheelGapM());
        double meanKg = team.stream().mapToDouble(Rider::massKg).average().orElseThrow();
        double meanM2 = team.stream().mapToDouble(Rider::dragAreaM2).average().orElseThrow();
        int stretches = road.size();
        load = new RoadLoad[stretches];
        airKgPerM = new double[stretches];
        headwindMPerS = new double[stretches];
        constantN = new double[stretches];
        lengthM = new double[stretches];
        coastingMPerS = new double[stretches];
        topW = new double[stretches];
        startMPerS = new double[stretches];
        topSpeedMPerS = chase.topSpeedMPerS();
        efficiency = chase.drivetrain().efficiency();
        terms = new PowerTerms(chase);
        crossed = chase.line().crosswind().matters(road);
        ChaseLoads loads = new ChaseLoads(chase);
        for (int s = 0; s < stretches; s++) {
            load[s] = loads.inLine(road.get(s), meanKg, meanM2, meanFraction);
            airKgPerM[s] = load[s].airKgPerM();
            headwindMPerS[s] = load[s].headwindMPerS();
            constantN[s] = load[s].constantN();
            lengthM[s] = road.get(s).lengthM();
            coastingMPerS[s] = Math.min(topSpeedMPerS, load[s].coastingSpeedMPerS());
            topW[s] = Math.max(0, load[s].powerW(topSpeedMPerS));
        }
        this.targetS = targetS;
        startW = evenStart();
    }

    /** P0 of one effort everywhere, from a plain bisection; also leaves the speeds there as first guesses. */
    private double evenStart() {
        double lowW = 0;
        double highW = MOST_START_W;
        for (int i = 0; i < 40; i++) {
            double midW = 0.5 * (lowW + highW);
            double timeS = 0;
            for (int s = 0; s < load.length; s++) {
                startMPerS[s] = speed(s, midW, 0.5 * topSpeedMPerS);
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

    /** The speed of a stretch at a mean power, m/s. */
    double speed(int s, double powerW) {
        return speed(s, powerW, startMPerS[s]);
    }

    private double speed(int s, double powerW, double start) {
        if (powerW >= topW[s]) {
            return topSpeedMPerS;
        }
        return Math.max(SLOWEST_M_PER_S, load[s].speedMPerS(powerW, coastingMPerS[s], topSpeedMPerS, start));
    }

    /**
     * Fills a pace.
     *
     * @param effortBySector one factor per sector; 0 only where the road coasts
     * @param wantedS the time that all of it takes, s
     * @throws IllegalArgumentException if an effort of 0 would let the group stop
     */
    void solve(double[] effortBySector, int[] sectorOf, double wantedS, Pace pace) {
        takeEfforts(effortBySector, sectorOf, pace);
        if (!solveTogether(wantedS, pace)) {
            solveBracketed(wantedS, pace);
        }
        finish(wantedS, pace);
    }

    /**
     * Fills a pace at a given P0, whenever that arrives.
     *
     * @throws IllegalArgumentException if an effort of 0 would let the group stop
     */
    void hold(double evenW, double[] effortBySector, int[] sectorOf, Pace pace) {
        takeEfforts(effortBySector, sectorOf, pace);
        pace.evenPowerW = evenW;
        fillSpeeds(evenW, pace);
        finish(targetS, pace);
    }

    private void takeEfforts(double[] effortBySector, int[] sectorOf, Pace pace) {
        pace.version++;
        for (int s = 0; s < load.length; s++) {
            double effort = effortBySector[sectorOf[s]];
            pace.effort[s] = effort;
            if (!(effort > 0) && coastingMPerS[s] <= SLOWEST_M_PER_S) {
                throw new IllegalArgumentException(
                        "plan: sector " + (sectorOf[s] + 1)
                                + ": effort = 0 would let the group stop, for the road does not fall there. Give it some effort.");
            }
        }
    }

    private void finish(double wantedS, Pace pace) {
        double timeS = 0;
        double workJ = 0;
        for (int s = 0; s < load.length; s++) {
            double lastsS = lengthM[s] / pace.speedMPerS[s];
            timeS += lastsS;
            pace.endS[s] = timeS;
            workJ += Math.min(pace.evenPowerW * pace.effort[s], topW[s]) * lastsS;
        }
        pace.evenWorkJ = workJ;
        pace.lateS = timeS - wantedS;
        terms.fill(pace);
    }

    /** Newton's method for P0 and the speeds at once. Returns whether it settled. */
    private boolean solveTogether(double wantedS, Pace pace) {
        double[] speed = pace.speedMPerS;
        System.arraycopy(startMPerS, 0, speed, 0, speed.length);
        double evenW = startW;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double timeS = 0;
            double slope = 0;
            double change = 0;
            for (int s = 0; s < speed.length; s++) {
                double v = speed[s];
                double air = v + headwindMPerS[s];
                double pull = airKgPerM[s] * Math.abs(air);
                double forceN = pull * air + constantN[s] + RoadLoad.BEARING_N_S_PER_M * v;
                double slopeN = 2 * pull + RoadLoad.BEARING_N_S_PER_M;
                if (crossed) {
                    forceN = load[s].forceN(v);
                    slopeN = load[s].forceSlope(v);
                }
                double wattsPerSpeed = forceN + v * slopeN;
                double wantedW = evenW * pace.effort[s];
                double next = v + (wantedW * efficiency - v * forceN) / wattsPerSpeed;
                if (next >= topSpeedMPerS && wantedW >= topW[s]) {
                    next = topSpeedMPerS;
                } else {
                    next = next > 0.5 * v ? (next < 2 * v ? next : 2 * v) : 0.5 * v;
                    slope += lengthM[s] * pace.effort[s] * efficiency / (next * next * wattsPerSpeed);
                }
                change = Math.max(change, Math.abs(next - v) / v);
                speed[s] = next;
                timeS += lengthM[s] / next;
            }
            double nextW = evenW + (timeS - wantedS) / slope;
            boolean settled = change <= SETTLED && Math.abs(nextW - evenW) <= SETTLED * evenW;
            nextW = nextW > 0.5 * evenW ? (nextW < 2 * evenW ? nextW : 2 * evenW) : 0.5 * evenW;
            if (settled) {
                pace.evenPowerW = evenW;
                return isSolution(pace);
            }
            evenW = nextW;
        }
        return false;
    }

    /** Newton's method may settle on a root at which more power means less speed; that one lies below the coasting speed. */
    private boolean isSolution(Pace pace) {
        for (int s = 0; s < load.length; s++) {
            double v = pace.speedMPerS[s];
            if (!(v >= coastingMPerS[s] && v >= SLOWEST_M_PER_S && v <= topSpeedMPerS)) {
                return false;
            }
        }
        return true;
    }

    /** P0 between brackets, every speed solved to the end: slower, and always an answer. */
    private void solveBracketed(double wantedS, Pace pace) {
        double mostW = 0;
        for (int s = 0; s < load.length; s++) {
            mostW = pace.effort[s] > 0 ? Math.max(mostW, topW[s] / pace.effort[s]) : mostW;
        }
        double lowW = 0;
        double highW = mostW;
        if (fillSpeeds(mostW, pace) >= wantedS) {
            lowW = mostW;
        }
        for (int step = 0; step < MAX_STEPS && highW - lowW > SETTLED * highW; step++) {
            double midW = 0.5 * (lowW + highW);
            if (fillSpeeds(midW, pace) > wantedS) {
                lowW = midW;
            } else {
                highW = midW;
            }
        }
        pace.evenPowerW = highW;
        fillSpeeds(highW, pace);
    }

    /** Returns the total time at a P0, s. */
    private double fillSpeeds(double evenW, Pace pace) {
        double timeS = 0;
        for (int s = 0; s < load.length; s++) {
            pace.speedMPerS[s] = speed(s, evenW * pace.effort[s], startMPerS[s]);
            timeS += lengthM[s] / pace.speedMPerS[s];
        }
        return timeS;
    }
}
