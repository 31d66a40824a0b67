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

    private double pullShortS;

    PlanEvaluator(CompiledChase chase, BunchRide bunch) {
        this.chase = chase;
        tables = new PaceTables(chase);
        timeline = new Timeline(chase);
        powers = new RiderPowers(chase, timeline, tables);
        reserves = new Reserve[chase.riders];
        for (int slot = 0; slot < reserves.length; slot++) {
            reserves[slot] = new Reserve(chase, bunch, slot);
        }
        intervals = new IntervalRide(chase, timeline, powers, reserves);
        rotations = new RotationRide(chase, powers, tables, reserves);
    }

    /** Rides the plan at the pace; the results stay until the next call. */
    public void evaluate(Pace pace, LinePlan plan) {
        tables.use(pace);
        timeline.build(pace, plan);
        powers.start();
        for (Reserve reserve : reserves) {
            reserve.start();
        }
        ride(plan);
        pullShortS = pullShortS(plan);
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

    private void ride(LinePlan plan) {
        int from = 0;
        for (int block = 0; block < timeline.blocks; block++) {
            int formation = timeline.blockFormation[block];
            int to = timeline.blockEnd[block];
            int rotation = timeline.blockRotation[block];
            if (chase.leaversAreFree && formation > 0) {
                freeLeavers(plan, formation);
            }
            if (rotation == Timeline.INTERVALS) {
                intervals.ride(plan, formation, from, to);
            } else {
                rotations.ride(timeline.rotations[rotation], plan);
            }
            from = to;
        }
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
