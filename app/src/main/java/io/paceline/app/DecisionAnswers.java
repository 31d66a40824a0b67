package io.paceline.app;

import io.paceline.app.report.DecisionAnswer;
import io.paceline.app.scenario.Scenario;
import io.paceline.chase.RiderOutcome;
import io.paceline.optimizer.decision.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a decision to what reports show: they know no optimizer. */
final class DecisionAnswers {
    private DecisionAnswers() {}

    static DecisionAnswer of(Scenario scenario, Decision decision, double wallS) {
        Optional<Decision.FairRide> ride = decision.ride();
        return new DecisionAnswer(
                scenario.name(),
                word(decision.verdict().action()),
                decision.verdict().launchKmToGo(),
                decision.verdict().teams(),
                decision.verdict().reason(),
                decision.options().stream().map(DecisionAnswers::option).toList(),
                decision.coalitions().stream().map(DecisionAnswers::coalition).toList(),
                decision.shares().stream().map(DecisionAnswers::share).toList(),
                ride.map(r -> r.plan().pulls().stream()
                                .map(pull -> new DecisionAnswer.PullOf(pull.riderId(), pull.seconds()))
                                .toList())
                        .orElse(List.of()),
                ride.map(DecisionAnswers::fairRide).stream().toList(),
                decision.finishGapS(),
                decision.limitS(),
                decision.options().stream()
                        .anyMatch(option -> option.possible() && option.action() != Decision.Action.LET_GO),
                decision.coalitionsInAll(),
                decision.sampledOrders(),
                decision.planned(),
                wallS,
                decision.complete());
    }

    private static String word(Decision.Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static DecisionAnswer.Option option(Decision.Option option) {
        return new DecisionAnswer.Option(
                word(option.action()),
                option.launchKmToGo(),
                option.possible(),
                option.teams(),
                option.gainPoints(),
                option.costPoints(),
                option.burdenJ());
    }

    private static DecisionAnswer.Coalition coalition(Decision.CoalitionFact fact) {
        return new DecisionAnswer.Coalition(
                fact.teams(),
                fact.riding(),
                fact.feasible(),
                fact.collectiveJ(),
                fact.burdenJ(),
                fact.overdrawnJ(),
                fact.minimal(),
                fact.stable(),
                fact.netPoints());
    }

    private static DecisionAnswer.Share share(Decision.TeamShare share) {
        return new DecisionAnswer.Share(
                share.team(),
                share.gainPoints(),
                share.fairPoints(),
                share.standardErrorPoints(),
                share.shareOfWork(),
                share.shareError(),
                share.pullSeconds(),
                share.actualShare(),
                share.netPoints(),
                share.freeRiderGainPoints(),
                share.othersGoOn());
    }

    private static DecisionAnswer.FairRide fairRide(Decision.FairRide ride) {
        return new DecisionAnswer.FairRide(
                ride.nearness(),
                ride.outcome().collectiveJ(),
                ride.leastJ(),
                ride.meanMPerS(),
                ride.outcome().riders().stream()
                        .mapToDouble(RiderOutcome::leastBalanceFraction)
                        .min()
                        .orElse(0));
    }
}
