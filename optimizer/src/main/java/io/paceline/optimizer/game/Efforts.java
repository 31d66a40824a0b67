package io.paceline.optimizer.game;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The effort of every coalition, asked for once, and of which coalitions nothing is known. */
final class Efforts {
    private final int players;
    private final Function<Coalition, Optional<Effort>> asked;
    private final Map<Coalition, Optional<Effort>> known = new HashMap<>();
    /** Empty if the effort of every coalition can be asked for. */
    private final Optional<KnownCoalitions> listed;
    /** Whether a coalition was asked for of which nothing is known. */
    private boolean guessed;

    /**
     * Of a game.
     *
     * @param asked gives the effort of a coalition, or nothing if it cannot do the job
     * @param known whose effort may be asked for; empty for all
     */
    Efforts(int players, Function<Coalition, Optional<Effort>> asked, Optional<Collection<Coalition>> known) {
        this.players = players;
        this.asked = asked;
        listed = known.map(
                some -> new KnownCoalitions(some, coalition -> ask(coalition).isPresent()));
    }

    /** The coalitions whose effort is known, smaller ones first. */
    List<Coalition> coalitions() {
        return listed.map(KnownCoalitions::listed).orElseGet(() -> Coalition.all(players));
    }

    /** The known parts of a coalition; empty if every effort can be asked for. */
    Optional<List<Coalition>> knownParts(Coalition coalition) {
        return listed.map(some ->
                some.listed().stream().filter(part -> part.isPartOf(coalition)).toList());
    }

    /** The effort of a coalition; empty if it cannot do the job, or nothing is known of it. */
    Optional<Effort> of(Coalition coalition) {
        if (listed.isPresent() && !listed.get().lists(coalition)) {
            guessed |= !listed.get().settles(coalition);
            return Optional.empty();
        }
        return ask(coalition);
    }

    private Optional<Effort> ask(Coalition coalition) {
        return known.computeIfAbsent(coalition, one -> {
            Optional<Effort> effort = one.isEmpty() ? Optional.empty() : asked.apply(one);
            effort.ifPresent(this::checkSize);
            return effort;
        });
    }

    private void checkSize(Effort effort) {
        if (effort.burden().size() != players) {
            throw new IllegalArgumentException(
                    "game: an effort for " + effort.burden().size() + " players in a game of " + players + ".");
        }
    }

    /** Whether it is known what a coalition can do. */
    boolean knows(Coalition coalition) {
        return listed.isEmpty() || listed.get().settles(coalition);
    }

    /** What a part can, the whole can: so one player less is enough to ask for. */
    boolean knowsAllParts(Coalition coalition) {
        return Arrays.stream(coalition.members()).allMatch(member -> knows(coalition.without(member)));
    }

    /** From here on {@link #guessed} says whether a coalition was asked for of which nothing is known. */
    void watch() {
        guessed = false;
    }

    boolean guessed() {
        return guessed;
    }
}
