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
import java.util.Random;

/**
 * The whole search: an opening, a descent of its pace, then rounds until the account is used up. Each round anneals, goes down to the foot of
 * its hill, touches up the pace, and lets it evolve where that may give the best. Rounds begin at the opening and at the best by turns, and
 * grow, so that what is found early does not depend on how long the search may be. Those from the best are cooler; those from the opening, but
 * for the first, begin with its riders in another order, or they would all end in one valley. The first part of a round pays little for
 * reserves and settles the line; the second pays in full. Where a plan was given and the opening does not beat it, the first round begins at
 * the best, and if it keeps every reserve it takes the opening's place and all rounds are cooler. {@code benchmarks/QUALITY.md} has the
 * measurements behind the numbers.
 */
public final class Stages {
    private static final double FIRST_ROUND = 8_000;
    private static final double GROWTH = 1.3;

    /** How hot a round from the opening begins, as a share of the energy: 7 kJ for a plan of 7 MJ. */
    private static final double HEAT = 1e-3;

    /** The same for a round from the best: hot enough to climb out, too cold to forget it. */
    private static final double HEAT_OF_BEST = 4e-4;

    /** Both where a plan was given that still fits: the best is not far from it. */
    private static final double HEAT_IF_GIVEN = 6e-4;

    private static final double HEAT_OF_BEST_IF_GIVEN = 1e-4;

    /** So much of a round anneals with cheap reserves, or else lines freeze at once: almost every other pull costs some rider his reserve. */
    private static final double CHEAP_SHARE = 0.8;

    /** How hot the rest of it begins, as a share of the round's heat: warm enough to mend the pace, too cold to lose the line. */
    private static final double REST_HEAT = 0.7;

    /** A round ends cold, or it is worth little: so none is longer than this share of what is left. */
    private static final double SHARE_OF_REST = 0.8;

    private static final double SHORTEST_ROUND = 100;

    /** A pace evolves for so much of the round before it, or until it moves no longer. */
    private static final double EVOLVING_SHARE = 0.1;

    /** The pace of a plan that was given evolves for so many plans for each sector: what changed on the road changes it first. */
    private static final int GIVEN_BY_SECTOR = 60;

    /** A round that ends further above the best, as a share, is left alone: few lines gain so much by their pace. */
    private static final double PROMISING = 5e-3;

    /** An opening near its limit is touched up where that tries no more directions. */
    private static final int FEW_DIRECTIONS = 80;

    private final DraftSpace space;
    private final Trials trials;
    private final Engine engine;
    private final Settle settle;
    private final Polish polish;
    private final Evolution evolution;
    private final CostMeter meter;

    private Stages(DraftSpace space, Trials trials, Engine engine) {
        this.space = space;
        this.trials = trials;
        this.engine = engine;
        meter = new CostMeter(space);
        settle = new Settle(space, meter, trials);
        polish = new Polish(space, meter, trials);
        evolution = new Evolution(space, meter, trials);
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
        start.map(Draft::copy).ifPresent(draft -> finishGiven(draft, seed));
        Cost given = trials.bestCost();
        Draft opening = new Opening(space, meter, trials).play();
        polish.descend(opening);
        if (trials.bestCost().medium() >= 1 && polish.directions() <= FEW_DIRECTIONS) {
            finish(opening); // dear on a road of many sectors, and no better there than to begin
        }
        boolean warm = start.isPresent() && !trials.bestCost().beats(given);
        // near the limit a plan that can no more be ridden is a trap: what mends it is another line
        boolean fits = warm && given.medium() < 1;
        Draft fresh = fits ? trials.best() : opening;
        Price price = Price.like(trials.bestCost());
        Random random = new Random(seed);
        double length = FIRST_ROUND;
        for (int round = 0; !trials.over(); round++) {
            boolean fromBest = warm == (round % 2 == 0);
            Draft begin = fromBest ? trials.best() : round < 2 ? fresh : fresh.shuffled(random);
            double share = heat(fits, fromBest);
            long now = (long) Math.max(SHORTEST_ROUND, Math.min(length, SHARE_OF_REST * trials.left()));
            Draft found = anneal(begin, 1_000 * seed + 2L * round, now, share, price);
            finish(found);
            if (promising(found, price)) {
                evolution.play(found, price, (long) (EVOLVING_SHARE * now), 1_000 * seed + 2L * round);
            }
            price = trials.bestCost().medium() >= 1 ? price.raised() : price;
            length *= GROWTH;
        }
    }

    private static double heat(boolean fits, boolean fromBest) {
        if (fits) {
            return fromBest ? HEAT_OF_BEST_IF_GIVEN : HEAT_IF_GIVEN;
        }
        return fromBest ? HEAT_OF_BEST : HEAT;
    }

    private Draft anneal(Draft begin, long seed, long evaluations, double share, Price price) {
        double heat = share * trials.bestCost().soft();
        if (space.sectors() == 1) { // no pace that could mend a line, so cheap reserves would only lead astray
            return engine.search(space, trials, new Round(begin, seed, evaluations, units(heat), price));
        }
        long first = (long) Math.ceil(CHEAP_SHARE * evaluations);
        Draft line = engine.search(space, trials, new Round(begin, seed, first, units(heat), price.cheap()));
        return trials.over()
                ? line
                : engine.search(
                        space, trials, new Round(line, seed + 1, evaluations - first, units(REST_HEAT * heat), price));
    }

    private static long units(double heat) {
        return (long) Math.ceil(heat);
    }

    private void finishGiven(Draft draft, long seed) {
        finish(draft);
        evolution.play(draft, Price.like(trials.bestCost()), (long) GIVEN_BY_SECTOR * space.sectors(), 1_000 * seed);
    }

    private boolean promising(Draft draft, Price price) {
        if (trials.over()) {
            return false;
        }
        double value = price.of(trials.measure(meter, draft), meter.burned());
        return value <= (1 + PROMISING) * trials.bestCost().soft();
    }

    private void finish(Draft draft) {
        settle.play(draft);
        polish.touchUp(draft);
    }
}
