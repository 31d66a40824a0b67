package io.paceline.kernel;

import io.paceline.chase.Line;
import io.paceline.rider.RecoveryModel;

/**
 * What a plan costs, fast: the inner loop of every search. Not thread-safe: one for each thread; no allocation.
 *
 * <p>Between two events (a stretch ends, a leader swings off, an exchange ends) every power is constant, so each rider's deficit goes
 * through {@code D -> r·D + c}. Below CP only the exponents add up, and the exponential is taken when he next rises above CP: about one
 * exponential for each turn at the front. On a long stretch whole rotations are one such map too, and its N-th power costs log N steps.
 * See {@code docs/kernel.md}.
 */
public final class PlanEvaluator {
    /** A shorter run of rotations is not worth the closed form. */
    private static final int LEAST_ROTATIONS = 3;

    private final CompiledChase chase;
    private final BunchRide bunch;
    private final double[] deficitJ;
    private final double[] exponent;
    private final double[] linearJ;
    private final double[] worstJ;
    private final double[] workJ;
    private final int[] line;
    private final int[] position;
    private final int[] turns;
    private final int[] burned;
    private final double[] burnedFraction;
    // what one rotation does, while it is being ridden for the closed form
    private final double[] startDeficitJ;
    private final double[] startWorkJ;
    private final double[] rotationExponent;
    private final double[] linearFromZeroJ;
    private final double[] linearGainJ;

    private int inLine;
    private int workingNow;
    private int burnedCount;
    private int drifter;
    private double driftMPerS;
    private boolean recording;
    private double pullShortS;

    PlanEvaluator(CompiledChase chase, BunchRide bunch) {
        this.chase = chase;
        this.bunch = bunch;
        int n = chase.riders;
        deficitJ = new double[n];
        exponent = new double[n];
        linearJ = new double[n];
        worstJ = new double[n];
        workJ = new double[n];
        line = new int[n];
        position = new int[n];
        turns = new int[n];
        burned = new int[n];
        burnedFraction = new double[n];
        startDeficitJ = new double[n];
        startWorkJ = new double[n];
        rotationExponent = new double[n];
        linearFromZeroJ = new double[n];
        linearGainJ = new double[n];
    }

    /** Rides the plan at the pace; the results stay until the next call. */
    public void evaluate(Pace pace, LinePlan plan) {
        start(pace, plan);
        double[] endS = pace.endS;
        double timeS = 0;
        double turnEndS = plan.pullS[0];
        double driftEndS = Double.POSITIVE_INFINITY;
        double rotationStartS = 0;
        int rotationTurns = 0;
        int stretch = 0;
        while (true) {
            double nextS = Math.min(Math.min(endS[stretch], turnEndS), driftEndS);
            advance(pace, stretch, nextS - timeS);
            timeS = nextS;
            if (timeS >= driftEndS) {
                driftEndS = join();
            }
            if (timeS >= endS[stretch]) {
                stretch++;
                if (stretch == endS.length) {
                    break;
                }
                recording = false;
            }
            if (timeS >= turnEndS) {
                driftEndS = swingOff(plan, pace.speedMPerS[stretch], timeS);
                turnEndS = timeS + plan.pullS[position[line[0]]];
                if (recording && ++rotationTurns == workingNow) {
                    double rotationS = timeS - rotationStartS;
                    int skipped = rotationsToSkip(plan, endS[stretch] - timeS, rotationS) - 1;
                    repeatRotation(skipped);
                    timeS += skipped * rotationS;
                    turnEndS += skipped * rotationS;
                    driftEndS += skipped * rotationS;
                    recording = false;
                } else if (!recording
                        && rotationsToSkip(plan, endS[stretch] - timeS, rotationS(plan)) >= LEAST_ROTATIONS) {
                    startRecording();
                    rotationStartS = timeS;
                    rotationTurns = 0;
                }
            }
        }
        finish();
    }

    private void start(Pace pace, LinePlan plan) {
        int n = chase.riders;
        for (int i = 0; i < n; i++) {
            deficitJ[i] = bunch.balance[i].deficitJ();
            linearJ[i] = bunch.balance[i].linearJ();
            worstJ[i] = chase.wPrimeJ[i] - bunch.balance[i].leastBalanceJ();
            workJ[i] = bunch.workJ[i];
            exponent[i] = 0;
            turns[i] = 0;
            line[i] = plan.slot[i];
            position[plan.slot[i]] = i;
        }
        inLine = n;
        workingNow = plan.working;
        burnedCount = 0;
        drifter = -1;
        recording = false;
        pullShortS = 0;
        double meanMPerS = totalLengthM() / pace.durationS();
        double exchangeS = exchangeS(workingNow, Line.driftMPerS(meanMPerS));
        for (int i = 0; i < plan.working; i++) {
            pullShortS += Math.max(0, exchangeS - plan.pullS[i]);
        }
    }

    private double totalLengthM() {
        double sum = 0;
        for (double m : chase.lengthM) {
            sum += m;
        }
        return sum;
    }

    private double exchangeS(int working, double slowerMPerS) {
        return (working - 1) * (Line.BICYCLE_LENGTH_M + chase.wheelGapM) / slowerMPerS;
    }

    /** The rider who drifted back takes his place behind the last working rider. */
    private double join() {
        if (drifter >= 0) {
            for (int p = inLine; p > workingNow - 1; p--) {
                line[p] = line[p - 1];
            }
            line[workingNow - 1] = drifter;
            inLine++;
            drifter = -1;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The leader leaves the front: back into the line, or for good. Returns when he has drifted back. */
    private double swingOff(LinePlan plan, double speedMPerS, double timeS) {
        join();
        int leader = line[0];
        turns[leader]++;
        int burnAfter = plan.burnedAfterTurns[position[leader]];
        boolean leaves = burnAfter > 0 && turns[leader] == burnAfter;
        if (!leaves && workingNow == 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (leaves) {
            burned[burnedCount] = leader;
            burnedFraction[burnedCount++] = chase.dragFraction[inLine * (chase.riders + 1) + inLine];
            workingNow--;
            recording = false;
        } else {
            drifter = leader;
            driftMPerS = Line.driftMPerS(speedMPerS);
        }
        inLine--;
        System.arraycopy(line, 1, line, 0, inLine);
        return leaves ? Double.POSITIVE_INFINITY : timeS + exchangeS(workingNow, driftMPerS);
    }

    private void advance(Pace pace, int stretch, double durationS) {
        int n = chase.riders;
        double airW = pace.airW[stretch];
        double perNewtonW = pace.perNewtonW[stretch];
        double wheelW = airW * chase.wheelKgPerM + pace.wheelW[stretch];
        int row = inLine * (n + 1);
        int ahead = -1;
        for (int p = 0; p < inLine; p++) {
            int i = line[p];
            double fraction = chase.dragFraction[row + p + 1];
            if (ahead >= 0) {
                fraction = Math.max(
                        io.paceline.drafting.Shelter.LEAST_DRAG_FRACTION,
                        1 - (1 - fraction) * chase.savingFactor[i * n + ahead]);
            }
            hold(
                    i,
                    airW * chase.airKgPerM[i] * fraction + wheelW + perNewtonW * chase.constantN[stretch * n + i],
                    durationS);
            ahead = i;
        }
        if (drifter >= 0) {
            double v = Math.max(0, pace.speedMPerS[stretch] - driftMPerS);
            double air = v + chase.headwindMPerS[stretch];
            double forceN = (chase.airKgPerM[drifter] + chase.wheelKgPerM) * air * Math.abs(air)
                    + io.paceline.power.RoadLoad.BEARING_N_S_PER_M * v
                    + chase.constantN[stretch * n + drifter];
            hold(drifter, forceN * v / chase.efficiency, durationS);
        }
        for (int b = 0; b < burnedCount; b++) {
            int i = burned[b];
            hold(
                    i,
                    airW * chase.airKgPerM[i] * burnedFraction[b]
                            + wheelW
                            + perNewtonW * chase.constantN[stretch * n + i],
                    durationS);
        }
    }

    private void hold(int i, double roadW, double durationS) {
        double powerW = Math.max(0, roadW);
        workJ[i] += powerW * durationS;
        double aboveW = powerW - chase.criticalPowerW[i];
        if (aboveW >= 0) {
            flush(i);
            deficitJ[i] += aboveW * durationS;
            worstJ[i] = Math.max(worstJ[i], deficitJ[i]);
        } else {
            double rate = chase.elite
                    ? Elementary.pow(-aboveW, RecoveryModel.ELITE_EXPONENT) * chase.eliteRatePerS[i]
                    : -aboveW * chase.perWPrime[i];
            exponent[i] += rate * durationS;
        }
        if (chase.elite) {
            double gainJ = aboveW * durationS;
            linearJ[i] = Math.max(0, linearJ[i] + gainJ);
            worstJ[i] = Math.max(worstJ[i], linearJ[i]);
            if (recording) {
                linearFromZeroJ[i] = Math.max(0, linearFromZeroJ[i] + gainJ);
                linearGainJ[i] += gainJ;
            }
        }
    }

    /** Takes the exponential of the recovery since he was last above CP. */
    private void flush(int i) {
        if (exponent[i] > 0) {
            deficitJ[i] *= Elementary.expOfNegative(-exponent[i]);
            rotationExponent[i] += exponent[i];
            exponent[i] = 0;
        }
    }

    private static double rotationS(LinePlan plan, int[] line, int[] position, int working, int drifter) {
        double sum = plan.pullS[position[drifter]];
        for (int p = 0; p < working - 1; p++) {
            sum += plan.pullS[position[line[p]]];
        }
        return sum;
    }

    private double rotationS(LinePlan plan) {
        return drifter < 0 ? Double.POSITIVE_INFINITY : rotationS(plan, line, position, workingNow, drifter);
    }

    /** How many whole rotations fit into the time with nobody leaving the line; one is kept for the last. */
    private int rotationsToSkip(LinePlan plan, double leftS, double rotationS) {
        double most = Math.floor(leftS / rotationS);
        for (int p = 0; p < plan.working; p++) {
            int i = plan.slot[p];
            if (plan.burnedAfterTurns[p] > turns[i]) {
                most = Math.min(most, plan.burnedAfterTurns[p] - turns[i] - 1);
            }
        }
        return (int) most;
    }

    private void startRecording() {
        recording = true;
        for (int i = 0; i < chase.riders; i++) {
            flush(i);
            startDeficitJ[i] = deficitJ[i];
            startWorkJ[i] = workJ[i];
            rotationExponent[i] = 0;
            linearFromZeroJ[i] = 0;
            linearGainJ[i] = 0;
        }
    }

    /**
     * Rides the recorded rotation so many times more: the map {@code D -> r·D + c} to that power by squaring. Deficits at the start of a
     * rotation are monotone, so the worst moment is in the recorded rotation or in the last one, which is always ridden out.
     */
    private void repeatRotation(int times) {
        for (int i = 0; i < chase.riders; i++) {
            flush(i);
            double r = Elementary.expOfNegative(-rotationExponent[i]);
            double c = deficitJ[i] - r * startDeficitJ[i];
            double d = deficitJ[i];
            for (int left = times; left > 0; left >>= 1) {
                if ((left & 1) == 1) {
                    d = r * d + c;
                }
                c = r * c + c;
                r = r * r;
            }
            deficitJ[i] = d;
            workJ[i] += times * (workJ[i] - startWorkJ[i]);
            if (chase.elite && times > 0) {
                linearJ[i] = Math.max(
                        linearJ[i] + times * linearGainJ[i],
                        linearFromZeroJ[i] + Math.max(0, (times - 1) * linearGainJ[i]));
            }
            turns[i] += isTurning(i) ? times : 0;
        }
    }

    private boolean isTurning(int i) {
        if (i == drifter) {
            return true;
        }
        for (int p = 0; p < workingNow - 1; p++) {
            if (line[p] == i) {
                return true;
            }
        }
        return false;
    }

    private void finish() {
        for (int i = 0; i < chase.riders; i++) {
            flush(i);
        }
    }

    /** Work of all riders from the start point to the catch point, J. */
    public double collectiveJ() {
        double sum = 0;
        for (double j : workJ) {
            sum += j;
        }
        return sum;
    }

    /** Work of one rider, J. */
    public double workJ(int slot) {
        return workJ[slot];
    }

    /** The least balance of one rider, J; negative when overdrawn. */
    public double leastBalanceJ(int slot) {
        return chase.wPrimeJ[slot] - worstJ[slot];
    }

    /** The balance of one rider at the catch point, J. */
    public double endBalanceJ(int slot) {
        return chase.wPrimeJ[slot] - Math.max(deficitJ[slot], linearJ[slot]);
    }

    /** What the riders would need and do not have, summed, J. */
    public double overdrawnJ() {
        double sum = 0;
        for (int i = 0; i < worstJ.length; i++) {
            sum += Math.max(0, worstJ[i] - chase.wPrimeJ[i]);
        }
        return sum;
    }

    /** What is missing of their reserves, summed, J. */
    public double reserveShortJ() {
        double sum = 0;
        for (int i = 0; i < worstJ.length; i++) {
            sum += Math.max(0, worstJ[i] - (1 - chase.reserveFraction) * chase.wPrimeJ[i]);
        }
        return sum;
    }

    /** By how much the pulls are shorter than an exchange at the mean speed, summed, s; above 0 the plan cannot be ridden. */
    public double pullShortS() {
        return pullShortS;
    }
}
