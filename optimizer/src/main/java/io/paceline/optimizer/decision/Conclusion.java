package io.paceline.optimizer.decision;

import io.paceline.optimizer.decision.CoalitionTable.CoalitionRide;
import io.paceline.optimizer.decision.Decider.Played;
import io.paceline.optimizer.decision.Decision.Action;
import io.paceline.optimizer.decision.Decision.CoalitionFact;
import io.paceline.optimizer.decision.Decision.FairRide;
import io.paceline.optimizer.decision.Decision.Option;
import io.paceline.optimizer.decision.Decision.TeamShare;
import io.paceline.optimizer.decision.Decision.Verdict;
import io.paceline.optimizer.game.Coalition;
import io.paceline.optimizer.game.Effort;
import io.paceline.optimizer.game.FairShare;
import io.paceline.optimizer.game.JointTask;
import io.paceline.stakes.RivalTeam;
import io.paceline.stakes.Stakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** From the ways that were played through to the decision. */
final class Conclusion {
    private final Stakes stakes;
    private final List<Played> played;
    private final Optional<Played> chosen;
    private final double finishGapS;
    private final double launchKm;
    private final int planned;

    Conclusion(
            Stakes stakes,
            List<Played> played,
            Optional<Played> chosen,
            double finishGapS,
            double launchKm,
            int planned) {
        this.stakes = stakes;
        this.played = played;
        this.chosen = chosen;
        this.finishGapS = finishGapS;
        this.launchKm = launchKm;
        this.planned = planned;
    }

    Decision decision(DecisionOptions search) {
        List<Option> options = new ArrayList<>();
        played.forEach(way -> options.add(Decider.option(stakes, way)));
        options.add(new Option(Action.LET_GO, launchKm, true, List.of(), 0, 0, 0));
        Played now = played.get(0);
        Optional<Fair> fair = chosen.map(way -> new Fair(way, way.best().orElseThrow()))
                .or(() -> Decider.cheapest(now.game()).map(coalition -> new Fair(now, coalition)));
        Optional<FairPulls.Result> pulls = fair.map(f -> f.pulls(search));
        return new Decision(
                verdict(options),
                options,
                facts(now),
                fair.map(f -> f.teamShares(pulls.orElseThrow(), search)).orElse(List.of()),
                pulls.map(result -> new FairRide(
                        result.ride().plan(),
                        result.ride().outcome(),
                        result.nearness(),
                        fair.orElseThrow().ride().ride().outcome().collectiveJ(),
                        meanMPerS(result.ride()))),
                finishGapS,
                stakes.classification().limitS(),
                (1 << stakes.teams().size()) - 1,
                fair.map(f -> f.sampledOrders(search)).orElse(0),
                planned,
                played.stream().allMatch(way -> way.table().complete()));
    }

    private static double meanMPerS(PlannedRide ride) {
        return ride.kernel().chase().road().lengthM()
                / (ride.outcome().timeS() - ride.kernel().approachS());
    }

    private Verdict verdict(List<Option> options) {
        Reasons reasons = new Reasons(stakes, played, options, finishGapS);
        if (chosen.isEmpty()) {
            return new Verdict(Action.LET_GO, List.of(), launchKm, reasons.letGo());
        }
        Played way = chosen.get();
        return new Verdict(
                way.action(),
                Decider.names(stakes, way.best().orElseThrow()),
                way.launchKm(),
                reasons.act(options.get(played.indexOf(way))));
    }

    private List<CoalitionFact> facts(Played way) {
        List<CoalitionFact> facts = new ArrayList<>();
        for (Coalition coalition : way.game().coalitions()) {
            Optional<CoalitionRide> ride = way.table().ride(coalition);
            Optional<CoalitionRide> feasible = way.table().feasible(coalition);
            facts.add(new CoalitionFact(
                    Decider.names(stakes, coalition),
                    ride.map(found -> Decider.names(stakes, found.riding())).orElse(List.of()),
                    feasible.isPresent(),
                    number(feasible.map(found -> way.table().costs().collectiveJ(coalition, found))),
                    number(feasible.map(found -> way.table().costs().burdenJ(found))),
                    number(
                            feasible.isPresent()
                                    ? Optional.empty()
                                    : ride.map(found -> found.ride().outcome().overdrawnJ())),
                    way.game().minimality(coalition),
                    way.game().stability(coalition),
                    number(feasible.map(found -> way.game().totalPayoff(coalition)))));
        }
        return facts;
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** What is fair within one coalition. */
    private final class Fair {
        private final Played way;
        private final Coalition coalition;

        Fair(Played way, Coalition coalition) {
            this.way = way;
            this.coalition = coalition;
        }

        /** 0 where the shares are exact. */
        int sampledOrders(DecisionOptions search) {
            return way.game().sharesAreExact(coalition) ? 0 : search.orders();
        }

        CoalitionRide ride() {
            return way.table().ride(coalition).orElseThrow();
        }

        /** Of the members that ride; the shares of the others are shared out in proportion. */
        private FairPulls task(DecisionOptions search) {
            Map<Integer, RivalTeam> teams = new TreeMap<>();
            Map<Integer, Double> shares = new TreeMap<>();
            double sum = 0;
            for (FairShare share : way.game().fairShares(coalition, search.orders(), search.seed())) {
                if (ride().riding().has(share.player())) {
                    teams.put(share.player(), stakes.teams().get(share.player()));
                    shares.put(share.player(), share.share());
                    sum += share.share();
                }
            }
            double all = sum;
            shares.replaceAll((team, share) -> all > 0 ? share / all : 1.0 / shares.size());
            return new FairPulls(way.table(), ride().ride(), teams, shares);
        }

        FairPulls.Result pulls(DecisionOptions search) {
            return task(search).find();
        }

        List<TeamShare> teamShares(FairPulls.Result pulls, DecisionOptions search) {
            JointTask game = way.game();
            Effort effort = game.effort(coalition).orElseThrow();
            Map<Integer, Double> actual = task(search).sharesOf(pulls.ride());
            List<TeamShare> shares = new ArrayList<>();
            for (FairShare share : game.fairShares(coalition, search.orders(), search.seed())) {
                int team = share.player();
                RivalTeam rival = stakes.teams().get(team);
                double bears = share.share() * effort.totalBurden();
                double idle = game.payoff(coalition, team) + effort.burden().get(team);
                shares.add(new TeamShare(
                        rival.name(),
                        idle + effort.idleCost().get(team),
                        share.burden(),
                        share.standardError(),
                        share.share(),
                        share.shareError(),
                        FairPulls.pullSeconds(rival, pulls.ride().plan()),
                        actual.getOrDefault(team, 0.0),
                        idle - bears,
                        number(game.freeRiderGain(coalition, team, bears)),
                        !game.settled(coalition.without(team)).isEmpty()));
            }
            return shares;
        }
    }
}
