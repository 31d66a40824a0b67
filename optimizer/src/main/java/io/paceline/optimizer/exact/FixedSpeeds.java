package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.Objective;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.road.Stretch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The problem of order and pulls at the speeds of one plan: what the plan costs, and what no plan of its kind goes below. */
final class FixedSpeeds {
    /** More formations than this are not listed one by one. */
    static final int MOST_FORMATIONS = 1_200_000;

    private static final int MOST_PROMISING = 24;

    /** Joules missing of a reserve that are rounding, J. */
    private static final double RESERVE_ROUNDING_J = 1e-6;

    final Pace pace;
    final LinePlan line;
    /** Whether the plan leaves everybody his reserve; then it is measured against others that do. */
    final boolean keepReserve;

    final double longestPullS;
    /** What the plan costs by the objective of the chase: J, or share of W′. */
    final double planCost;
    /** Formations that the last proof could not put far above the plan. */
    private List<Formation> promising = List.of();

    private @Nullable LinePlan cheaper;
    private final ChaseKernel kernel;
    private final boolean fairness;

    FixedSpeeds(ChaseKernel kernel, RotationPlan plan, CertificateOptions options) {
        this.kernel = kernel;
        line = LinePlan.of(plan, kernel.chase().team());
        pace = kernel.newPace();
        kernel.solvePace(
                plan.sectorEfforts().stream().mapToDouble(Double::doubleValue).toArray(), pace);
        PlanEvaluator evaluator = kernel.newEvaluator();
        evaluator.evaluate(pace, line);
        keepReserve = evaluator.reserveShortJ() <= RESERVE_ROUNDING_J;
        fairness = kernel.chase().goal().objective() == Objective.FAIRNESS;
        planCost = new RideCost(kernel.chase(), keepReserve).of(evaluator);
        longestPullS = Math.max(
                options.longestPullS(),
                plan.pulls().stream().mapToDouble(Pull::seconds).max().orElse(0));
    }

    /** Whether somebody is told to leave: then energies of plans in which everybody stays say nothing of it. */
    boolean isBurned(LinePlan ridden) {
        return !fairness
                && Arrays.stream(ridden.burnedAfterTurns, 0, ridden.working).anyMatch(turns -> turns > 0);
    }

    /** The bound on plans that may burn anybody, for one that costs so much: every metre in its cheapest line. */
    Certificate certifyBurned(double cost) {
        Chase chase = kernel.chase();
        GroupForce force = new GroupForce(chase, Balances.weights(chase));
        List<Stretch> road = chase.road().stretches();
        double boundJ = new Balances(kernel, keepReserve).approachJ;
        for (int s = 0; s < road.size(); s++) {
            boundJ += road.get(s).lengthM() * force.on(road.get(s)).leastJPerM(pace.speedMPerS(s));
        }
        return Certificate.of(
                boundJ,
                cost,
                "any order, any pulls and any choice of who sits on or is burned, at these speeds, whatever the riders have left",
                "every metre in its cheapest line",
                true);
    }

    /**
     * The bound, for a plan that burns nobody and costs so much.
     *
     * @param like a good formation: where to take prices from
     */
    Certificate certify(LinePlan like, double cost, BooleanSupplier stop) {
        return certify(like, cost, stop, stop);
    }

    /** The same with a time of its own for the first prices. */
    Certificate certify(LinePlan like, double cost, BooleanSupplier pricesStop, BooleanSupplier stop) {
        Formation formation = new Formation(like.slot.clone(), like.working);
        long[] codes = line.slot.length > Formation.MOST_RIDERS
                ? new long[MOST_FORMATIONS]
                : Formations.codes(
                        kernel.chase().team(),
                        kernel.chase().goal().objective() == Objective.METABOLIC_ENERGY,
                        MOST_FORMATIONS);
        boolean onGrid = LineSearch.onGrid(like) && codes.length < MOST_FORMATIONS;
        StateRates rates = new StateRates(new LineStates(kernel, pace), new Balances(kernel, keepReserve));
        if (fairness) {
            return fairness(rates, onGrid ? codes : new long[0], cost, stop);
        }
        if (onGrid) {
            return onGrid(rates, codes, cost, stop);
        }
        double boundJ;
        boolean complete;
        String method;
        if (codes.length < MOST_FORMATIONS) {
            OrderBound bound = new OrderBound(rates, longestPullS);
            boundJ = bound.bound(codes, formation, cost, pricesStop, stop);
            promising = bound.leastFormations(MOST_PROMISING);
            complete = bound.isComplete();
            method = String.format(Locale.ROOT, "linear programme over %,d orders", codes.length);
        } else {
            AnyOrderBound bound = new AnyOrderBound(rates, kernel.chase().team(), longestPullS);
            boundJ = bound.bound(formation, stop);
            complete = bound.isComplete();
            method = "linear programme, the order free at every moment";
        }
        return Certificate.of(boundJ, cost, covers(false), method, complete);
    }

    private Certificate onGrid(StateRates rates, long[] codes, double cost, BooleanSupplier stop) {
        TimetableRider ridden = new TimetableRider(kernel, pace, keepReserve, cost);
        GridBound bound = new GridBound(rates, longestPullS, ridden);
        double boundJ = bound.bound(codes, stop);
        promising = bound.leastFormations(MOST_PROMISING);
        cheaper = ridden.best();
        String method = String.format(Locale.ROOT, "every timetable of %,d orders", codes.length);
        return Certificate.of(boundJ, cost, covers(true), method, bound.isComplete());
    }

    /** @param codes of all formations; empty where they are too many, or the plan is not on the grid */
    private Certificate fairness(StateRates rates, long[] codes, double share, BooleanSupplier stop) {
        if (codes.length == 0) {
            double least = new LeastSpent(rates, kernel.chase().team()).anywhere();
            return Certificate.of(least, share, covers(false), "everybody in his cheapest place all the way", true);
        }
        TimetableRider ridden = new TimetableRider(kernel, pace, keepReserve, share);
        FairnessBound bound = new FairnessBound(kernel, rates.states, longestPullS, ridden);
        double least = bound.bound(codes, stop);
        cheaper = ridden.best();
        String method = String.format(Locale.ROOT, "every timetable of %,d orders", codes.length);
        return Certificate.of(least, share, covers(true), method, bound.isComplete());
    }

    /** A line that costs less than the one of the last proof, if the proof came across one. */
    @Nullable
    LinePlan cheaper() {
        return cheaper;
    }

    /** Where a better plan may be: the formations whose bounds were least in the last proof; empty if it listed none. */
    List<Formation> promising() {
        return promising;
    }

    private String covers(boolean onGrid) {
        return String.format(
                Locale.ROOT,
                "any order, any pulls %sup to %.0f s and any choice of who sits on, at these speeds, nobody burned%s",
                onGrid ? "of whole " + LineSearch.STEP_S + " s " : "",
                longestPullS,
                // a share of W′ tells how much of it is left
                fairness ? "" : ", " + Certificates.balance(kernel.chase(), keepReserve));
    }
}
