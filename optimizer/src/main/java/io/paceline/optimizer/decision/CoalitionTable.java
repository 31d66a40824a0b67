package io.paceline.optimizer.decision;

import io.paceline.chase.Chase;
import io.paceline.optimizer.game.Coalition;
import io.paceline.optimizer.game.Effort;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.stakes.Stakes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * The best ride of every coalition of the teams towards one goal. A coalition rides in a line of all riders whom its teams spare; everybody
 * else is carried in the bunch behind. If that line cannot do it but a part of the coalition can, the others stay in the bunch: so whatever
 * a part can, the whole can too. That alone is taken over from part to whole; every line is searched by itself.
 */
final class CoalitionTable {
    private final Stakes stakes;
    private final Chase chase;
    private final PlanCache cache;
    private final DecisionOptions options;
    private final DecisionListener listener;
    private final BunchWork bunch;
    private final RideCosts costs;
    private final Map<Coalition, CoalitionRide> rides = new ConcurrentHashMap<>();
    private volatile boolean complete = true;

    /**
     * A coalition on the road.
     *
     * @param riding the part of it that rides in the line
     * @param ride how
     */
    record CoalitionRide(Coalition riding, PlannedRide ride) {}

    /**
     * An empty table.
     *
     * @param chase with everybody who counts as its team
     */
    CoalitionTable(Stakes stakes, Chase chase, PlanCache cache, DecisionOptions options, DecisionListener listener) {
        this.stakes = stakes;
        this.chase = chase;
        this.cache = cache;
        this.options = options;
        this.listener = listener;
        bunch = new BunchWork(chase);
        costs = new RideCosts(stakes, bunch);
    }

    /** Plans every coalition, small ones first; ends early if the listener wants it. */
    void planAll() {
        List<Coalition> all = Coalition.all(stakes.teams().size());
        ExecutorService threads = Executors.newFixedThreadPool(options.threads());
        try {
            int planned = 0;
            for (int size = 1; size <= stakes.teams().size(); size++) {
                int now = size;
                List<Coalition> level =
                        all.stream().filter(c -> c.size() == now).toList();
                int before = planned;
                planAtOnce(level, this::plan, threads, done -> listener.onPlanned(before + done, all.size()));
                planned += level.size();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Plans coalitions none of which is a part of another.
     *
     * @param how called by the threads; empty if there is no ride
     * @param done told after each how many there are
     */
    void planAtOnce(
            List<Coalition> level,
            Function<Coalition, Optional<CoalitionRide>> how,
            ExecutorService threads,
            IntConsumer done) {
        List<Future<Optional<CoalitionRide>>> found = new ArrayList<>();
        level.forEach(coalition -> found.add(threads.submit(() -> how.apply(coalition))));
        for (int i = 0; i < level.size(); i++) {
            Coalition coalition = level.get(i);
            result(found.get(i)).ifPresent(ride -> keep(coalition, ride));
            done.accept(i + 1);
        }
    }

    /** Keeps the ride of a coalition. */
    void keep(Coalition coalition, CoalitionRide ride) {
        rides.put(coalition, ride);
    }

    /** The ride of a coalition all of whose teams have riders, in a line of its own; empty if the listener wants an end. */
    Optional<CoalitionRide> own(Coalition coalition, Optional<PlannedRide> near) {
        if (listener.stopAsked()) {
            complete = false;
            return Optional.empty();
        }
        return Optional.of(new CoalitionRide(coalition, cache.ride(lineOf(coalition), near)));
    }

    private static Optional<CoalitionRide> result(Future<Optional<CoalitionRide>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("decision: interrupted while it was planning", e);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("decision: a search failed", e.getCause());
        }
    }

    /** Plans one coalition alone. */
    void planOne(Coalition coalition) {
        plan(coalition).ifPresent(ride -> rides.put(coalition, ride));
    }

    private Optional<CoalitionRide> plan(Coalition coalition) {
        if (listener.stopAsked()) {
            complete = false;
            return Optional.empty();
        }
        Coalition canRide = withRiders(coalition);
        if (canRide.isEmpty()) {
            return Optional.empty();
        }
        Optional<CoalitionRide> bestPart = bestPart(canRide);
        Optional<PlannedRide> near = bestPart.map(CoalitionRide::ride);
        if (!canRide.equals(coalition)) {
            // those without riders add nothing: it is the ride of the others, planned already
            return Optional.ofNullable(rides.get(canRide));
        }
        CoalitionRide own = new CoalitionRide(coalition, cache.ride(lineOf(coalition), near));
        boolean partIsEnough = bestPart.isPresent()
                && bestPart.get().ride().outcome().feasible()
                && !own.ride().outcome().feasible();
        return Optional.of(partIsEnough ? bestPart.get() : own);
    }

    /** Those of its teams that spare riders. */
    Coalition withRiders(Coalition coalition) {
        Coalition with = coalition;
        for (int team : coalition.members()) {
            with = stakes.teams().get(team).spared().isEmpty() ? with.without(team) : with;
        }
        return with;
    }

    /** Of the parts with one team less the one that can do it with the least work, or lacks least. */
    private Optional<CoalitionRide> bestPart(Coalition coalition) {
        List<CoalitionRide> parts = new ArrayList<>();
        for (int team : coalition.members()) {
            CoalitionRide part = rides.get(coalition.without(team));
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.stream()
                .min(Comparator.<CoalitionRide>comparingDouble(
                                part -> part.ride().outcome().feasible() ? 0 : 1)
                        .thenComparingDouble(part -> part.ride().outcome().feasible()
                                ? costs.burdenJ(part)
                                : part.ride().outcome().overdrawnJ()));
    }

    private Chase lineOf(Coalition coalition) {
        List<Rider> riders = new ArrayList<>();
        List<Double> spentJ = new ArrayList<>();
        for (int team : coalition.members()) {
            for (Rider rider : stakes.teams().get(team).spared()) {
                riders.add(rider);
                spentJ.add(chase.spentJ(chase.team().slot(rider.id())));
            }
        }
        return chase.toBuilder().team(new Team(riders, Set.of())).spentJ(spentJ).build();
    }

    /** Whether every coalition was planned to the end. */
    boolean complete() {
        return complete;
    }

    /** Everybody who is not in a line. */
    BunchWork bunch() {
        return bunch;
    }

    /** The best ride of a coalition; empty if it has nobody to ride, or was not planned. */
    Optional<CoalitionRide> ride(Coalition coalition) {
        return Optional.ofNullable(rides.get(coalition));
    }

    /** The same, if it does what it should. */
    Optional<CoalitionRide> feasible(Coalition coalition) {
        return ride(coalition).filter(found -> found.ride().outcome().feasible());
    }

    /** What the rides cost. */
    RideCosts costs() {
        return costs;
    }

    /** The effort of a coalition in points; empty if it cannot do it. */
    Optional<Effort> effort(Coalition coalition) {
        return feasible(coalition).map(costs::effort);
    }
}
