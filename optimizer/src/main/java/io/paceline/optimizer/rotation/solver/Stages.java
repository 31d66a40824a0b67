package io.paceline.optimizer.rotation.solver;

import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Opening;
import io.paceline.optimizer.rotation.draft.Polish;
import io.paceline.optimizer.rotation.draft.Price;
import io.paceline.optimizer.rotation.draft.Settle;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Optional;

/**
 * The whole search: an opening, a descent of its pace, then rounds until the account is used up. Each round anneals, goes down to the foot of
 * its hill, and touches up the pace. Rounds begin at the opening and at the best by turns, and grow, so that what is found early
 * does not depend on how long the search may be. Where a plan was given and the opening does not beat it, it takes the opening's place, and
 * the rounds from the best are cooler. {@code benchmarks/QUALITY.md} has the measurements behind the numbers.
 */
public final class Stages {
    private static final double FIRST_ROUND = 8_000;
    private static final double GROWTH = 1.3;

    /** How hot each round begins, as a share of the energy: 7 kJ for a plan of 7 MJ. */
    private static final double HEAT = 1e-3;

    /** The same for the first round, and each second one, from a plan that was given: hot enough to climb out, too cold to forget it. */
    private static final double HEAT_OF_GIVEN = 3e-4;

    /** A round ends cold, or it is worth little: so none is longer than this share of what is left. */
    private static final double SHARE_OF_REST = 0.8;

    private static final double SHORTEST_ROUND = 100;

    /** The pace is polished to the last unit when a round is so many times longer than one pass of it. */
    private static final int PASSES = 100;

    private final DraftSpace space;
    private final Trials trials;
    private final Engine engine;
    private final Settle settle;
    private final Polish polish;
    private final CostMeter meter;

    private Stages(DraftSpace space, Trials trials, Engine engine) {
        this.space = space;
        this.trials = trials;
        this.engine = engine;
        meter = new CostMeter(space);
        settle = new Settle(space, meter, trials);
        polish = new Polish(space, meter, trials);
    }

    /** What anneals. */
    @FunctionalInterface
    public interface Engine {
        /** Searches one round; the best of it is returned, the best of all is in the account. */
        Draft search(DraftSpace space, Trials trials, Round round);
    }

    /**
     * Searches until the account is used up; the best is in the account.
     *
     * @param start measured before everything else
     */
    public static void play(DraftSpace space, Trials trials, Optional<Draft> start, long seed) {
        play(space, trials, start, seed, new LocalSearch());
    }

    /** The same with another engine. */
    public static void play(DraftSpace space, Trials trials, Optional<Draft> start, long seed, Engine engine) {
        new Stages(space, trials, engine).play(start, seed);
    }

    private void play(Optional<Draft> start, long seed) {
        start.map(Draft::copy).ifPresent(this::finish);
        Cost given = trials.bestCost();
        new Opening(space, meter, trials).play();
        polish.descend(trials.best());
        if (trials.bestCost().medium() >= 1 && FIRST_ROUND > PASSES * polish.directions()) {
            finish(trials.best()); // dear on a road of many sectors, and no better there than to begin
        }
        Draft opening = trials.best();
        boolean warm = start.isPresent() && !trials.bestCost().beats(given);
        Price price = Price.like(trials.bestCost());
        double length = FIRST_ROUND;
        for (int round = 0; !trials.over(); round++) {
            boolean refine = warm && round % 2 == 0;
            Draft begin = warm == (round % 2 == 0) ? trials.best() : opening;
            double share = refine ? HEAT_OF_GIVEN : HEAT;
            long heat = (long) Math.ceil(share * trials.bestCost().soft());
            long now = (long) Math.max(SHORTEST_ROUND, Math.min(length, SHARE_OF_REST * trials.left()));
            Draft found = engine.search(space, trials, new Round(begin, 1_000 * seed + round, now, heat, price));
            finish(found);
            if (length > PASSES * polish.directions()) {
                polish.polish(found);
            }
            price = trials.bestCost().medium() >= 1 ? price.raised() : price;
            length *= GROWTH;
        }
    }

    private void finish(Draft draft) {
        settle.play(draft);
        polish.touchUp(draft);
    }
}
