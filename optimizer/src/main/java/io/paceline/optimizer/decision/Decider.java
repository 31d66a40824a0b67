package io.paceline.optimizer.decision;

import io.paceline.chase.Chase;
import io.paceline.optimizer.decision.Decision.Action;
import io.paceline.optimizer.decision.Decision.Option;
import io.paceline.optimizer.game.Coalition;
import io.paceline.optimizer.game.JointTask;
import io.paceline.optimizer.game.Sharing;
import io.paceline.stakes.RivalTeam;
import io.paceline.stakes.Stakes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Decides for the teams in a race: plans every coalition for a catch from the launch, looks for a better launch, plans every coalition again
 * from there, and again for holding the gap; then compares what the teams have.
 */
public final class Decider {
    /** Later launches that are looked at, as shares of the way from the launch to the catch. */
    private static final double[] LATER = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};

    /** Waiting has to save so much of what a chase from here costs: it also takes chances that are not counted. Estimate. */
    private static final double WORTH_WAITING = 0.02;

    /** So often a better coalition among the parts of the best one is looked at anew. */
    private static final int ROUNDS = 4;

    private final Stakes stakes;
    private final Places places;
    private final double launchKm;
    private final DecisionOptions options;
    private final DecisionListener listener;
    private final PlanCache cache;
    private final Chase agreed;
    private final double finishGapS;
    private int stepsBefore;

    private Decider(Stakes stakes, Places places, double launchKm, DecisionOptions options, DecisionListener listener) {
        this.stakes = stakes;
        this.places = places;
        this.launchKm = launchKm;
        this.options = options;
        this.listener = listener;
        cache = new PlanCache(options, listener::stopAsked);
        agreed = places.chase(0, false);
        finishGapS = new BunchWork(places.chase(0, true)).leadS();
    }

    /**
     * Decides.
     *
     * @param launchKm where {@code places} launches if not later, km to go
     * @throws IllegalArgumentException if a rider of the stakes is not in the chase, or a chase cannot be compiled
     */
    public static Decision decide(
            Stakes stakes, Places places, double launchKm, DecisionOptions options, DecisionListener listener) {
        return new Decider(stakes, places, launchKm, options, listener).decide();
    }

    /** One way to act, played through: the table, the game on it, and the best coalition that stays together. */
    record Played(Action action, double launchKm, CoalitionTable table, JointTask game, Optional<Coalition> best) {
        double netPoints() {
            return best.map(game::totalPayoff).orElse(Double.NEGATIVE_INFINITY);
        }

        boolean possible() {
            return game.can(Coalition.ofFirst(game.players()));
        }
    }

    private Decision decide() {
        List<Played> played = new ArrayList<>();
        Played now = play(Action.CHASE_NOW, 0, agreed, this::gainOfCatch);
        played.add(now);
        laterM(now)
                .ifPresent(laterM ->
                        played.add(play(Action.WAIT, laterM, places.chase(laterM, false), this::gainOfCatch)));
        double holdS = stakes.holdAtS();
        if (holdS < finishGapS) {
            Chase toFinish = places.chase(0, true);
            Chase hold = toFinish.toBuilder()
                    .breakaway(new HeldBreak(toFinish.breakaway(), holdS))
                    .build();
            played.add(play(Action.HOLD, 0, hold, team -> stakes.gainOfHold(team, finishGapS, holdS)));
        }
        // letting go is worth 0 and wins a tie: why work for nothing
        Optional<Played> chosen = played.stream()
                .filter(way -> way.netPoints() > 0 && finishGapS > 0)
                .max(Comparator.comparingDouble(Played::netPoints));
        return new Conclusion(stakes, played, chosen, finishGapS, launchKm, cache.size()).decision(options);
    }

    private double gainOfCatch(RivalTeam team) {
        return stakes.gainOfCatch(team, finishGapS);
    }

    private Played play(Action action, double laterM, Chase chase, ToDoubleFunction<RivalTeam> gain) {
        int before = stepsBefore;
        DecisionListener steps = new DecisionListener() {
            @Override
            public void onPlanned(int planned, int of) {
                stepsBefore = before + of;
                listener.onPlanned(before + planned, before + of);
            }

            @Override
            public boolean stopAsked() {
                return listener.stopAsked();
            }
        };
        CoalitionTable table = new CoalitionTable(stakes, chase, cache, options, steps);
        if (stakes.teams().size() <= JointTask.MOST_EXACT) {
            table.planAll();
        }
        JointTask game =
                stakes.teams().size() <= JointTask.MOST_EXACT ? game(table, gain) : explored(table, gain, steps);
        return new Played(action, launchKm - laterM / 1_000, table, game, game.best());
    }

    /** Too many teams to plan every coalition: those that promise most, and what the best of them needs. */
    private JointTask explored(CoalitionTable table, ToDoubleFunction<RivalTeam> gain, DecisionListener steps) {
        AskedCoalitions asked = new AskedCoalitions(table, options.threads(), steps);
        Exploration exploration = new Exploration(table, asked, gains(gain), sharing(), options);
        exploration.run();
        JointTask game = exploration.known();
        for (int round = 0; round < ROUNDS; round++) {
            JointTask known = game;
            Optional<Coalition> best = known.best().filter(coalition -> known.totalPayoff(coalition) > 0);
            // its parts may turn out to be better
            if (!exploration.planForShares(best.or(() -> cheapest(known)))) {
                break;
            }
            game = exploration.known();
        }
        return game;
    }

    private List<Double> gains(ToDoubleFunction<RivalTeam> gain) {
        return stakes.teams().stream().map(team -> gain.applyAsDouble(team)).toList();
    }

    private Sharing sharing() {
        return stakes.pooled() ? Sharing.POOLED : Sharing.AS_PLANNED;
    }

    private JointTask game(CoalitionTable table, ToDoubleFunction<RivalTeam> gain) {
        return new JointTask(gains(gain), table::effort, sharing());
    }

    /**
     * The later launch at which the teams have most if those chase who would chase now, or else the cheapest who could; nothing if none is
     * better than now. Only launches that leave everybody his reserve count: whoever waits has less to put things right with.
     */
    private Optional<Double> laterM(Played now) {
        Optional<Coalition> who = now.best().or(() -> cheapest(now.game()));
        if (who.isEmpty()) {
            return Optional.empty();
        }
        double best = now.game().totalPayoff(who.get()) + WORTH_WAITING * costPoints(now.game(), who.get());
        Optional<Double> bestM = Optional.empty();
        for (double share : LATER) {
            double laterM = share * agreed.road().lengthM();
            CoalitionTable table = new CoalitionTable(stakes, places.chase(laterM, false), cache, options, listener);
            table.planOne(who.get());
            boolean safe = table.feasible(who.get())
                    .map(found -> found.ride().outcome().reserveShortJ() <= 0)
                    .orElse(false);
            double net = game(table, this::gainOfCatch).totalPayoff(who.get());
            if (safe && net > best) {
                best = net;
                bestM = Optional.of(laterM);
            }
        }
        return bestM;
    }

    /** What all players pay if a coalition does it. */
    private static double costPoints(JointTask game, Coalition coalition) {
        return game.effort(coalition)
                .map(effort -> effort.totalBurden()
                        + effort.idleCost().stream().mapToDouble(cost -> cost).sum())
                .orElse(0.0);
    }

    /** The coalition that can do it at the least cost to all. */
    static Optional<Coalition> cheapest(JointTask game) {
        return game.coalitions().stream()
                .filter(game::can)
                .min(Comparator.comparingDouble(coalition -> -game.totalPayoff(coalition)));
    }

    /** What a way costs and brings. */
    static Option option(Stakes stakes, Played way) {
        List<String> names = way.best().map(best -> names(stakes, best)).orElse(List.of());
        double gain = 0;
        double cost = 0;
        double burdenJ = 0;
        if (way.best().isPresent()) {
            Coalition best = way.best().get();
            for (int team = 0; team < way.game().players(); team++) {
                double idle = way.game().effort(best).orElseThrow().idleCost().get(team);
                double burden = way.game().effort(best).orElseThrow().burden().get(team);
                gain += way.game().payoff(best, team) + idle + burden;
                cost += idle + burden;
            }
            burdenJ = way.table().costs().burdenJ(way.table().ride(best).orElseThrow());
        }
        return new Option(way.action(), way.launchKm(), way.possible(), names, gain, cost, burdenJ);
    }

    /** The names of the members. */
    static List<String> names(Stakes stakes, Coalition coalition) {
        List<String> names = new ArrayList<>();
        for (int team : coalition.members()) {
            names.add(stakes.teams().get(team).name());
        }
        return names;
    }
}
