package io.paceline.kernel;

/**
 * What a plan costs, fast: the inner loop of every search. Not thread-safe: one for each thread; no allocation.
 *
 * <p>Between two events (a stretch ends, a leader swings off, an exchange ends) every power is constant, so each rider's deficit goes
 * through {@code D -> r·D + c}. Below CP only the exponents add up, and the exponential is taken when he next rises above CP: about one
 * exponential for each turn at the front. On a long stretch whole rotations are one such map too, and its N-th power costs log N steps.
 * See {@code docs/kernel.md}.
 */
public final class PlanEvaluator {
    private final CompiledChase chase;
    private final BunchRide bunch;
    private final Timeline timeline;
    private final RiderAccount account;
    private final double[] workJ;
    private final double[] worstJ;
    private final double[] endDeficitJ;
    private double pullShortS;

    PlanEvaluator(CompiledChase chase, BunchRide bunch) {
        this.chase = chase;
        this.bunch = bunch;
        timeline = new Timeline(chase);
        account = new RiderAccount(chase, timeline);
        workJ = new double[chase.riders];
        worstJ = new double[chase.riders];
        endDeficitJ = new double[chase.riders];
    }

    /** Rides the plan at the pace; the results stay until the next call. */
    public void evaluate(Pace pace, LinePlan plan) {
        timeline.build(pace, plan);
        for (int position = 0; position < workJ.length; position++) {
            account.ride(pace, plan, bunch, position);
            int slot = plan.slot[position];
            workJ[slot] = account.workJ;
            worstJ[slot] = account.worstJ;
            endDeficitJ[slot] = Math.max(account.deficitJ, account.linearJ);
        }
        double meanMPerS = chase.totalM / pace.durationS();
        double exchangeS = (plan.working - 1) * chase.lineStepM / chase.exchange.slowerMPerS(meanMPerS);
        pullShortS = 0;
        for (int i = 0; i < plan.working; i++) {
            pullShortS += Math.max(0, exchangeS - plan.pullS[i]);
        }
    }

    /** Work of all riders from the start point to the catch point, J. */
    public double collectiveJ() {
        double sum = 0;
        for (int slot = 0; slot < workJ.length; slot++) {
            sum += workJ[slot];
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
        return chase.wPrimeJ[slot] - endDeficitJ[slot];
    }

    /** What the riders would need and do not have, summed, J. */
    public double overdrawnJ() {
        double sum = 0;
        for (int slot = 0; slot < workJ.length; slot++) {
            sum += Math.max(0, -leastBalanceJ(slot));
        }
        return sum;
    }

    /** What is missing of their reserves, summed, J. */
    public double reserveShortJ() {
        double sum = 0;
        for (int slot = 0; slot < workJ.length; slot++) {
            sum += Math.max(0, chase.reserveFraction * chase.wPrimeJ[slot] - leastBalanceJ(slot));
        }
        return sum;
    }

    /** How many riders are still in the line at the catch point. */
    public int ridersLeft() {
        return workJ.length - timeline.leavers();
    }

    /** By how much the pulls are shorter than an exchange at the mean speed, summed, s; above 0 the plan cannot be ridden. */
    public double pullShortS() {
        return pullShortS;
    }
}
