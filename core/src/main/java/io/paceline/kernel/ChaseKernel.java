package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.check.Range;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * A chase compiled once, to evaluate many plans. Immutable; any number of threads may share it.
 *
 * <p>{@link #evaluate} gives the whole account of one plan. A search takes a {@link #newPace() pace} and an {@link #newEvaluator()
 * evaluator} for each thread and allocates nothing after that:
 *
 * <pre>{@code
 * kernel.solvePace(effortBySector, pace);
 * evaluator.evaluate(pace, linePlan);
 * double costJ = evaluator.collectiveJ();
 * }</pre>
 */
public final class ChaseKernel {
    /** A plan for the fastest ride may be so much slower than the plain one. */
    private static final double SLOWER_THAN_ROUGH = 0.9;

    private final Chase chase;
    private final CompiledChase compiled;
    private final BunchRide bunch;
    private final PaceSolver solver;
    private final int[] sectorOf;
    private final double[] breakS;
    private final double targetS;
    private final LeastTime leastTime;

    private ChaseKernel(Chase chase) {
        this.chase = chase;
        bunch = new BunchRide(chase);
        compiled = new CompiledChase(chase);
        sectorOf = new int[compiled.stretches];
        for (int s = 0; s < sectorOf.length; s++) {
            sectorOf[s] = chase.road().sectorOf(s);
        }
        if (chase.goal().fastest()) {
            breakS = new double[0];
            targetS = LeastTime.roughS(chase, compiled, bunch, sectorOf);
        } else {
            List<Stretch> whole = new ArrayList<>(chase.approach());
            whole.addAll(chase.road().stretches());
            breakS = chase.breakaway().timesS(whole);
            targetS = breakS[breakS.length - 1] - chase.breakaway().gapS() - bunch.durationS();
        }
        solver = new PaceSolver(chase, targetS);
        leastTime = new LeastTime(compiled, solver, sectorOf, targetS);
    }

    /**
     * Compiles a chase.
     *
     * @throws IllegalArgumentException if the wheel gap is outside the drag table, or the break does not reach the catch point
     */
    public static ChaseKernel compile(Chase chase) {
        return new ChaseKernel(chase);
    }

    /** The problem that this kernel answers. */
    public Chase chase() {
        return chase;
    }

    /**
     * From the launch to the catch point in the time that is left, s; 0 or less if it is over before it starts. For the fastest ride, about
     * what it takes: what a plain plan does.
     */
    public double targetS() {
        return targetS;
    }

    /** From the start point to the launch, s. */
    public double approachS() {
        return bunch.durationS();
    }

    /** What the rider in a slot does between the start point and the launch, the same for every plan, J. */
    public double approachWorkJ(int slot) {
        return bunch.workJ[slot];
    }

    /** His deficit at the launch, J. */
    public double approachDeficitJ(int slot) {
        return bunch.deficitJ[slot];
    }

    /** The state of his linear bound at the launch, J; 0 for a recovery model without one. */
    public double approachLinearJ(int slot) {
        return bunch.linearJ[slot];
    }

    /**
     * When the break passes the catch point, s after the chase passed the start point.
     *
     * @throws IllegalStateException if there is no break
     */
    public double breakAtCatchS() {
        if (breakS.length == 0) {
            throw new IllegalStateException("there is no break: time is what counts");
        }
        return breakS[breakS.length - 1] - chase.breakaway().gapS();
    }

    /** Room for the speeds of one choice of efforts. */
    public Pace newPace() {
        return new Pace(compiled.stretches);
    }

    /** An evaluator of plans for one thread. */
    public PlanEvaluator newEvaluator() {
        return new PlanEvaluator(compiled, bunch);
    }

    /**
     * Solves for the speeds at which the chase is there just in time; O(stretches), no allocation. Where no speed up to the top speed is
     * enough, the top speed, and {@link Pace#lateS()} tells by how much.
     *
     * @param effortBySector one factor for each sector of the road; 0 only where the road coasts
     * @throws IllegalArgumentException if there are too few efforts, or an effort would let the group stop
     */
    public void solvePace(double[] effortBySector, Pace pace) {
        solvePace(effortBySector, targetS, pace);
    }

    /**
     * The same for another time than that of the chase.
     *
     * @param timeS from the launch to the catch point, s; above 0
     */
    public void solvePace(double[] effortBySector, double timeS, Pace pace) {
        checkEfforts(effortBySector);
        solver.solve(effortBySector, sectorOf, timeS, pace);
    }

    /**
     * Rides a line as fast as the riders in it can without going below their reserve: some ten evaluations. Pace and evaluator hold that
     * ride; the evaluator tells if even the slowest ride asks too much.
     *
     * @param evaluator of this kernel
     * @throws IllegalArgumentException as {@link #solvePace(double[], Pace)}
     */
    public void solveFastest(double[] effortBySector, LinePlan line, PlanEvaluator evaluator, Pace pace) {
        checkEfforts(effortBySector);
        leastTime.solve(effortBySector, line, evaluator, pace);
    }

    /**
     * Fills the speeds at a given P0, whether that is in time or not: {@link Pace#lateS()} tells. The other question than {@link
     * #solvePace}: the riders hold their power, and the clock decides.
     *
     * @param evenPowerW P0, W; 0 to 5 000
     * @param effortBySector as for {@link #solvePace}
     * @throws IllegalArgumentException if the power is outside its range, there are too few efforts, or an effort would let the group stop
     */
    public void holdPower(double evenPowerW, double[] effortBySector, Pace pace) {
        Range.check(evenPowerW, 0, 5_000, "pace: evenPowerW", "W", "It is the mean power of a rider.");
        checkEfforts(effortBySector);
        solver.hold(evenPowerW, effortBySector, sectorOf, pace);
    }

    /** The speed on a stretch at a mean power of the riders, which all stretches of a sector have in common, m/s. */
    public double speedMPerS(int stretch, double meanPowerW) {
        return solver.speed(
                stretch,
                Range.check(meanPowerW, 0, Double.MAX_VALUE, "pace: meanPowerW", "W", "Riders do not push back."));
    }

    private void checkEfforts(double[] effortBySector) {
        if (effortBySector.length != chase.road().sectorCount()) {
            throw new IllegalArgumentException("plan: " + effortBySector.length + " efforts for "
                    + chase.road().sectorCount() + " sectors. Each sector needs one; all 1 is even power.");
        }
    }

    /** The shortest pull in a line of so many working riders at the mean speed of the chase, s. */
    public double shortestPullS(int working) {
        double lengthM = chase.road().lengthM();
        double meanMPerS = targetS > 0 ? Math.min(chase.topSpeedMPerS(), lengthM / targetS) : chase.topSpeedMPerS();
        if (chase.goal().fastest()) {
            meanMPerS *= SLOWER_THAN_ROUGH; // the time is only about known, and slow exchanges take longer
        }
        return Math.max(Pull.MIN_SECONDS, chase.line().exchangeS(working, meanMPerS));
    }

    /**
     * The whole account of a plan.
     *
     * @throws IllegalArgumentException if the plan does not fit the chase: riders, sectors, a protected rider who pulls, a pull shorter
     *     than an exchange
     */
    public Outcome evaluate(RotationPlan plan) {
        LinePlan line = LinePlan.of(plan, chase.team());
        PlanEvaluator evaluator = newEvaluator();
        Pace pace = paceOf(plan, line, evaluator);
        PlanAccount account = new PlanAccount(chase, compiled, bunch);
        account.checkPulls(plan, pace);
        evaluator.evaluate(pace, line);
        double totalS = bunch.durationS() + pace.durationS();
        return account.of(plan, pace, evaluator, chase.goal().fastest() ? 0 : breakAtCatchS() - totalS);
    }

    private Pace paceOf(RotationPlan plan, LinePlan line, PlanEvaluator evaluator) {
        Pace pace = newPace();
        double[] efforts =
                plan.sectorEfforts().stream().mapToDouble(Double::doubleValue).toArray();
        if (chase.goal().fastest()) {
            solveFastest(efforts, line, evaluator, pace);
        } else {
            solvePace(efforts, pace);
        }
        return pace;
    }

    /**
     * A plan as a series.
     *
     * @param stepS between rows, s; 0.1 to 600
     * @throws IllegalArgumentException if the plan does not fit the chase
     */
    public Trace trace(RotationPlan plan, double stepS) {
        Range.check(stepS, 0.1, 600, "trace: stepS", "s", "");
        return tracer(plan).everyStep(stepS);
    }

    /**
     * A plan as a series with a row wherever something changes: the front, an exchange, the stretch. Power times time from row to row is
     * the work.
     *
     * @param atMostS longest time between rows, s; 0.1 to 600
     * @throws IllegalArgumentException if the plan does not fit the chase
     */
    public Trace traceChanges(RotationPlan plan, double atMostS) {
        Range.check(atMostS, 0.1, 600, "trace: atMostS", "s", "");
        return tracer(plan).everyChange(atMostS);
    }

    private Tracer tracer(RotationPlan plan) {
        Pace pace = paceOf(plan, LinePlan.of(plan, chase.team()), newEvaluator());
        return new Tracer(Ride.of(chase, bunch, pace, plan), chase, bunch, pace, breakS);
    }
}
