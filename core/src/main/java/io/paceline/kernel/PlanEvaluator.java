package io.paceline.kernel;

/**
 * What a plan costs, fast: the inner loop of every search. Not thread-safe: one for each thread; no allocation.
 *
 * <p>Between two events (a stretch ends, a leader swings off, an exchange ends) every power is constant, so each rider's deficit goes
 * through {@code D -> r·D + c}. Below CP only the exponents add up, and the exponential is taken when he next rises above CP: about one
 * exponential for each turn at the front. On a long stretch whole rotations are one such map too, and its N-th power costs log N steps.
 * What depends on the speeds alone is kept until the pace changes, so another order or other pulls at the same speeds cost less. See
 * {@code docs/kernel.md}.
 */
public final class PlanEvaluator {
    private final CompiledChase chase;
    private final PaceTables tables;
    private final Timeline timeline;
    private final RiderPowers powers;
    private final IntervalRide intervals;
    private final RotationRide rotations;
    /** By slot. */
    private final Reserve[] reserves;
    /** Slots; in front whoever let a plan fail lately. */
    private final int[] suspects;

    private final int[] positionOf;

    private double overdrawnWeight;
    private double mostMissingJ;
    private double pullShortS;

    PlanEvaluator(CompiledChase chase, BunchRide bunch) {
        this.chase = chase;
        tables = new PaceTables(chase);
        timeline = new Timeline(chase);
        powers = new RiderPowers(chase, timeline, tables);
        reserves = new Reserve[chase.riders];
        suspects = new int[chase.riders];
        positionOf = new int[chase.riders];
        for (int slot = 0; slot < reserves.length; slot++) {
            reserves[slot] = new Reserve(chase, bunch, slot);
            suspects[slot] = slot;
        }
        intervals = new IntervalRide(chase, timeline, powers, reserves);
        rotations = new RotationRide(chase, powers, tables, reserves);
    }

    /** Rides the plan at the pace; the results stay until the next call. */
    public void evaluate(Pace pace, LinePlan plan) {
        evaluate(pace, plan, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * The same, but gives up as soon as so much is missing that the plan is of no interest: most of what a search tries leaves somebody far
     * below his reserve. Who was that the last time is looked at first.
     *
     * @param overdrawnWeight what an overdrawn joule counts, beside being one that is missing of a reserve; 0 or more
     * @param mostMissingJ what may be missing, summed over the riders, J; below 0 nothing is ridden to its end
     * @return whether the plan was ridden to the end; if not, no result means anything
     */
    public boolean evaluate(Pace pace, LinePlan plan, double overdrawnWeight, double mostMissingJ) {
        this.overdrawnWeight = overdrawnWeight;
        this.mostMissingJ = mostMissingJ;
        tables.use(pace);
        timeline.build(pace, plan);
        powers.start();
        for (int position = 0; position < reserves.length; position++) {
            positionOf[plan.slot[position]] = position;
        }
        for (Reserve reserve : reserves) {
            reserve.start();
        }
        if (!ride(plan)) {
            return false;
        }
        pullShortS = pullShortS(plan);
        return true;
    }

    private double pullShortS(LinePlan plan) {
        double exchangeM = (plan.working - 1) * chase.lineStepM;
        double slowerMPerS = tables.meanSlowerMPerS();
        double sum = 0;
        for (int i = 0; i < plan.working; i++) {
            if (plan.pullS[i] * slowerMPerS < exchangeM) {
                sum += exchangeM / slowerMPerS - plan.pullS[i];
            }
        }
        return sum;
    }

    /** Returns whether it came to the end. */
    private boolean ride(LinePlan plan) {
        int from = 0;
        for (int block = 0; block < timeline.blocks; block++) {
            int formation = timeline.blockFormation[block];
            int to = timeline.blockEnd[block];
            int rotation = timeline.blockRotation[block];
            if (chase.leaversAreFree && formation > 0) {
                freeLeavers(plan, formation);
            }
            if (rotation == Timeline.INTERVALS) {
                rideIntervals(plan, formation, from, to);
            } else {
                rotations.ride(timeline.rotations[rotation], plan);
            }
            if (tooMuchIsMissing()) {
                return false;
            }
            from = to;
        }
        return true;
    }

    /** Rider by rider, until too much is missing. */
    private void rideIntervals(LinePlan plan, int formation, int from, int to) {
        for (int i = 0; i < suspects.length; i++) {
            int slot = suspects[i];
            intervals.ride(plan, formation, positionOf[slot], from, to);
            if (tooMuchIsMissing()) {
                System.arraycopy(suspects, 0, suspects, 1, i);
                suspects[0] = slot;
                return;
            }
        }
    }

    private boolean tooMuchIsMissing() {
        if (mostMissingJ == Double.POSITIVE_INFINITY) {
            return false;
        }
        double sumJ = 0;
        for (int slot = 0; slot < reserves.length; slot++) {
            double leastJ = leastBalanceJ(slot);
            double shortJ = chase.reserveFraction * chase.wPrimeJ[slot] - leastJ;
            sumJ += shortJ > 0 ? shortJ : 0;
            sumJ += leastJ < 0 ? -leastJ * overdrawnWeight : 0;
        }
        return sumJ > mostMissingJ;
    }

    private void freeLeavers(LinePlan plan, int formation) {
        for (int position = 0; position < reserves.length; position++) {
            if (timeline.formations.indexOf(formation, position) < 0) {
                reserves[plan.slot[position]].leave();
            }
        }
    }

    /** Work of all riders from the start point to the catch point, J. */
    public double collectiveJ() {
        double sum = 0;
        for (Reserve reserve : reserves) {
            sum += reserve.workJ;
        }
        return sum;
    }

    /** Work of one rider, J. */
    public double workJ(int slot) {
        return reserves[slot].workJ;
    }

    /** The least balance of one rider, J; negative when overdrawn. */
    public double leastBalanceJ(int slot) {
        return chase.wPrimeJ[slot] - reserves[slot].worstJ();
    }

    /** The balance of one rider at the catch point, J. */
    public double endBalanceJ(int slot) {
        return chase.wPrimeJ[slot] - reserves[slot].nowJ();
    }

    /** What the riders would need and do not have, summed, J. */
    public double overdrawnJ() {
        double sum = 0;
        for (int slot = 0; slot < reserves.length; slot++) {
            sum += Math.max(0, -leastBalanceJ(slot));
        }
        return sum;
    }

    /** The largest share of today's W′ that any rider has spent at his worst moment; above 1 when overdrawn. */
    public double mostSpentShare() {
        double most = 0;
        for (int slot = 0; slot < reserves.length; slot++) {
            most = Math.max(most, 1 - leastBalanceJ(slot) / chase.wPrimeJ[slot]);
        }
        return most;
    }

    /** What is missing of their reserves, summed, J. */
    public double reserveShortJ() {
        double sum = 0;
        for (int slot = 0; slot < reserves.length; slot++) {
            sum += Math.max(0, chase.reserveFraction * chase.wPrimeJ[slot] - leastBalanceJ(slot));
        }
        return sum;
    }

    /** How many riders are still in the line at the catch point. */
    public int ridersLeft() {
        return reserves.length - timeline.leavers();
    }

    /** By how much the pulls are shorter than an exchange at the mean speed, summed, s; above 0 the plan cannot be ridden. */
    public double pullShortS() {
        return pullShortS;
    }
}
