package io.paceline.optimizer.limit;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchProgress;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds the highest mean speed that a team can hold over the road of a chase, whoever is ahead, and what would raise it.
 *
 * <pre>{@code
 * Limit limit = TeamLimit.find(chase, LimitOptions.withGains(SearchOptions.seconds(5)));
 * double kmh = 3.6 * limit.speedMPerS();
 * }</pre>
 *
 * <p>The speed is what the plan found reaches: a plan of another kind may be faster yet. What a watt is worth is measured from that plan on,
 * with every pull and effort refined anew, as the gain of {@value #WATTS} W over {@value #WATTS}.
 */
public final class TeamLimit {
    /** So many watts more are tried: the gain of one would drown in the last step of the refinement. */
    public static final double WATTS = 5;

    /** Share of the progress that the search for the plan is. */
    private static final double SEARCH_SHARE = 0.5;

    /** Plans tried with a rider more, before they are refined. */
    private static final int EVALUATIONS_WITH_RIDER = 400;

    private final Chase chase;
    private final LimitOptions options;
    private final LimitListener listener;
    private final BooleanSupplier stop;
    private long evaluations;
    private double bestMPerS;
    private int steps;

    private TeamLimit(Chase chase, LimitOptions options, LimitListener listener, BooleanSupplier stop) {
        this.chase = chase;
        this.options = options;
        this.listener = listener;
        this.stop = stop;
    }

    /** The same without news and without an early end. */
    public static Limit find(Chase chase, LimitOptions options) {
        return find(chase, options, LimitListener.none(), () -> false);
    }

    /**
     * Finds the highest speed.
     *
     * @param chase a chase or a fastest ride. Of a chase the break is left out, nobody keeps a reserve, and everybody has to be there at
     *     the end unless its goal wants fewer, but more than one
     * @param stop asked often; once true, the best so far is returned
     * @throws IllegalArgumentException if the options start from a plan that does not fit the chase
     */
    public static Limit find(Chase chase, LimitOptions options, LimitListener listener, BooleanSupplier stop) {
        return new TeamLimit(fastest(chase), options, listener, stop).find();
    }

    private static Chase fastest(Chase chase) {
        if (chase.goal().fastest()) {
            return chase;
        }
        int left = chase.goal().ridersLeft() > 1
                ? chase.goal().ridersLeft()
                : chase.team().size();
        return chase.toBuilder()
                .breakaway(Breakaway.NONE)
                .goal(new Goal(Objective.FASTEST, left))
                .reserveFraction(0)
                .build();
    }

    private Limit find() {
        ChaseKernel kernel = ChaseKernel.compile(chase);
        RotationPlanner planner = RotationPlanner.optaPlanner();
        SearchResult found = planner.plan(kernel, options.search(), progress -> {
            if (stop.getAsBoolean()) {
                planner.stop();
            }
            tell(kernel, progress);
        });
        evaluations = found.evaluations();
        FineRide ride = refined(kernel, found.plan());
        bestMPerS = ride.speedMPerS();
        RotationPlan plan = found.outcome().feasible() ? ride.plan() : found.plan();
        Outcome outcome = kernel.evaluate(plan);
        double speed = chase.road().lengthM() / (outcome.timeS() - kernel.approachS());
        List<Gain> watts = new ArrayList<>();
        List<Gain> riders = new ArrayList<>();
        if (outcome.feasible()) {
            FineRide held = new FineRide(kernel, plan);
            // until another go from there finds nothing, or a watt that nobody needs would be worth that go
            for (double beforeS = Double.POSITIVE_INFINITY; held.foundS() < beforeS && !stop.getAsBoolean(); ) {
                beforeS = held.foundS();
                held.refineFrom(beforeS, stop);
            }
            evaluations += held.evaluations();
            fillWatts(held, watts);
            fillRiders(held, riders);
        }
        return new Limit(
                chase,
                plan,
                outcome,
                speed,
                outcome.feasible() ? Fading.firstToGiveOut(kernel, plan, outcome) : Optional.empty(),
                watts,
                riders,
                evaluations,
                stop.getAsBoolean());
    }

    private void tell(ChaseKernel kernel, SearchProgress progress) {
        double done = Math.max(
                progress.evaluations() / (double) options.search().maxEvaluations(),
                progress.elapsedS() / options.search().maxSeconds());
        double timeS = progress.least() / 1_000 - kernel.approachS();
        bestMPerS = progress.feasible() ? chase.road().lengthM() / timeS : 0;
        listener.onProgress(SEARCH_SHARE * Math.min(1, done), bestMPerS);
    }

    private FineRide refined(ChaseKernel kernel, RotationPlan plan) {
        FineRide ride = new FineRide(kernel, plan);
        ride.refine(stop);
        evaluations += ride.evaluations();
        return ride;
    }

    private void fillWatts(FineRide held, List<Gain> watts) {
        List<Rider> team = chase.team().riders();
        for (int slot = 0; slot < team.size() && options.gains() && !stop.getAsBoolean(); slot++) {
            List<Rider> stronger = new ArrayList<>(team);
            stronger.set(slot, withMoreWatts(team.get(slot)));
            ChaseKernel kernel = ChaseKernel.compile(chase.toBuilder()
                    .team(new Team(stronger, chase.team().protectedIds()))
                    .build());
            double gainMPerS = heldFrom(kernel, held.plan(), held.foundS()) - held.speedMPerS();
            if (!stop.getAsBoolean()) {
                watts.add(new Gain(
                        team.get(slot).id(),
                        gainMPerS
                                / (stronger.get(slot).criticalPowerW()
                                        - team.get(slot).criticalPowerW())));
            }
            step();
        }
    }

    private static Rider withMoreWatts(Rider rider) {
        double watts = rider.criticalPowerW() + WATTS;
        return new Rider(
                rider.id(),
                rider.massKg(),
                rider.dragAreaM2(),
                // at the end of the range of CP the other way: a watt less costs what one more would bring
                watts <= Rider.MOST_CRITICAL_POWER_W ? watts : rider.criticalPowerW() - WATTS,
                rider.wPrimeJ(),
                rider.efficiency(),
                rider.recoveryFactor());
    }

    private void fillRiders(FineRide held, List<Gain> gains) {
        for (Rider rider : options.bench()) {
            if (stop.getAsBoolean() || chase.team().size() == Team.MAX_RIDERS) {
                return;
            }
            List<Rider> team = new ArrayList<>(chase.team().riders());
            team.add(rider);
            List<Double> spentJ = new ArrayList<>(chase.spentJ());
            if (!spentJ.isEmpty()) {
                spentJ.add(0.0);
            }
            Chase larger = chase.toBuilder()
                    .team(new Team(team, chase.team().protectedIds()))
                    .spentJ(spentJ)
                    .goal(new Goal(Objective.FASTEST, ridersLeftOf(team.size())))
                    .build();
            double speed = best(ChaseKernel.compile(larger), withRider(larger, held.plan(), rider));
            if (!stop.getAsBoolean()) {
                gains.add(new Gain(rider.id(), speed - held.speedMPerS()));
            }
            step();
        }
    }

    /** Everybody, if it was everybody before. */
    private int ridersLeftOf(int riders) {
        int wanted = chase.goal().ridersLeft();
        return wanted == chase.team().size() ? riders : wanted;
    }

    private double best(ChaseKernel kernel, RotationPlan start) {
        SearchResult found = RotationPlanner.optaPlanner()
                .plan(kernel, options.search().limitedTo(EVALUATIONS_WITH_RIDER).withStart(start), progress -> {});
        evaluations += found.evaluations();
        FineRide ride = new FineRide(kernel, found.plan());
        evaluations += ride.evaluations();
        return heldFrom(kernel, found.plan(), ride.foundS());
    }

    /** The speed that a plan can be refined to from a time on, m/s. */
    private double heldFrom(ChaseKernel kernel, RotationPlan plan, double timeS) {
        FineRide ride = new FineRide(kernel, plan);
        ride.refineFrom(timeS, stop);
        evaluations += ride.evaluations();
        return ride.speedMPerS();
    }

    /** The plan with the rider as the last who works; everybody pulls as long as the longer exchange takes. */
    private static RotationPlan withRider(Chase chase, RotationPlan plan, Rider rider) {
        double shortestS = ChaseKernel.compile(chase).shortestPullS(plan.pulls().size() + 1);
        List<Pull> pulls = new ArrayList<>();
        for (Pull pull : plan.pulls()) {
            pulls.add(new Pull(pull.riderId(), Math.max(shortestS, pull.seconds()), pull.burnedAfterTurns()));
        }
        pulls.add(new Pull(rider.id(), shortestS));
        return new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts());
    }

    private void step() {
        steps++;
        int all = (options.gains() ? chase.team().size() : 0) + options.bench().size();
        listener.onProgress(SEARCH_SHARE + (1 - SEARCH_SHARE) * Math.min(1, steps / (double) all), bestMPerS);
    }
}
