package io.paceline.optimizer.decision;

import io.paceline.optimizer.decision.CoalitionTable.CoalitionRide;
import io.paceline.optimizer.game.Coalition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Plans coalitions when somebody asks for them, in a table too large to be planned whole. What a part can, the whole can: a coalition whose
 * own line fails takes over the ride of a part planned before that does not, and a part of a coalition that could not is not searched.
 */
final class AskedCoalitions {
    private static final Comparator<Coalition> SMALL_FIRST =
            Comparator.comparingInt(Coalition::size).thenComparingInt(Coalition::bits);

    private final CoalitionTable table;
    private final int threads;
    private final DecisionListener listener;
    private final Set<Coalition> planned = new HashSet<>();
    private final List<Coalition> unable = new ArrayList<>();
    private final Map<Coalition, Double> burdenJ = new HashMap<>();
    private int expected;

    /** None yet. */
    AskedCoalitions(CoalitionTable table, int threads, DecisionListener listener) {
        this.table = table;
        this.threads = threads;
        this.listener = listener;
    }

    /** Those planned, and those without riders of their own. */
    Set<Coalition> planned() {
        return planned;
    }

    /** Plans those of them that are not known yet, small ones first; ends early if the listener wants it. */
    void plan(Collection<Coalition> asked) {
        Map<Integer, Set<Coalition>> levels = new TreeMap<>();
        for (Coalition coalition : asked) {
            Coalition riding = table.withRiders(coalition);
            if (!riding.isEmpty()) {
                levels.computeIfAbsent(riding.size(), size -> new TreeSet<>(SMALL_FIRST))
                        .add(riding);
            }
        }
        long news = levels.values().stream()
                .flatMap(Set::stream)
                .filter(riding -> !planned.contains(riding))
                .count();
        expected = Math.max(expected, planned.size() + (int) news);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            levels.values().forEach(level -> planLevel(level, pool));
        } finally {
            pool.shutdownNow();
        }
        asked.forEach(this::planIdle);
    }

    private void planLevel(Set<Coalition> level, ExecutorService pool) {
        List<Coalition> open = level.stream().filter(riding -> !isKnown(riding)).toList();
        int before = planned.size();
        table.planAtOnce(open, this::search, pool, done -> listener.onPlanned(before + done, expected));
        for (Coalition riding : open) {
            table.ride(riding).ifPresent(ride -> {
                planned.add(riding);
                if (ride.ride().outcome().feasible()) {
                    burdenJ.put(riding, table.costs().burdenJ(ride));
                } else {
                    unable.add(riding);
                }
            });
        }
    }

    /** Those without riders add nothing: it is the ride of the others. */
    private void planIdle(Coalition coalition) {
        Coalition riding = table.withRiders(coalition);
        if (!riding.equals(coalition) && (riding.isEmpty() || isKnown(riding)) && planned.add(coalition)) {
            table.ride(riding).ifPresent(ride -> table.keep(coalition, ride));
        }
    }

    private boolean isKnown(Coalition riding) {
        return planned.contains(riding) || unable.stream().anyMatch(riding::isPartOf);
    }

    private Optional<CoalitionRide> search(Coalition riding) {
        return table.own(riding, nearest(riding).map(CoalitionRide::ride))
                .map(own -> own.ride().outcome().feasible()
                        ? own
                        : leastAblePart(riding).orElse(own));
    }

    /** The largest part planned before: its plan needs the fewest newcomers. */
    private Optional<CoalitionRide> nearest(Coalition riding) {
        return planned.stream()
                .filter(part -> part.isPartOf(riding))
                .max(Comparator.<Coalition>comparingInt(part -> table.ride(part)
                                .map(ride -> ride.riding().size())
                                .orElse(0))
                        .thenComparing(Comparator.comparingInt(Coalition::bits).reversed()))
                .flatMap(table::ride);
    }

    /** Of the parts that can the one with the least work. */
    private Optional<CoalitionRide> leastAblePart(Coalition riding) {
        return burdenJ.keySet().stream()
                .filter(part -> part.isPartOf(riding))
                .min(Comparator.<Coalition>comparingDouble(burdenJ::get).thenComparing(SMALL_FIRST))
                .flatMap(table::ride);
    }
}
