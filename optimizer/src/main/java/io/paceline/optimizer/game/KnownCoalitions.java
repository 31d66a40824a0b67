package io.paceline.optimizer.game;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Those coalitions of a game whose effort is known, where nobody looks at all of them. */
final class KnownCoalitions {
    private final List<Coalition> listed;
    private final Set<Coalition> set;
    private final List<Coalition> unable;

    /**
     * So many.
     *
     * @param can whether one of them can do the job
     */
    KnownCoalitions(Collection<Coalition> known, Predicate<Coalition> can) {
        listed = known.stream()
                .sorted(Comparator.comparingInt(Coalition::size).thenComparingInt(Coalition::bits))
                .toList();
        set = new HashSet<>(listed);
        unable = listed.stream().filter(can.negate()).toList();
    }

    /** All of them, smaller ones first. */
    List<Coalition> listed() {
        return listed;
    }

    /** Whether it is one of them. */
    boolean lists(Coalition coalition) {
        return set.contains(coalition);
    }

    /** Whether it is one of them, or cannot do the job because one that it is part of cannot. */
    boolean settles(Coalition coalition) {
        return coalition.isEmpty() || lists(coalition) || unable.stream().anyMatch(coalition::isPartOf);
    }
}
