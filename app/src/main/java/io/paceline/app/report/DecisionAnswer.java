package io.paceline.app.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether to chase and with whom, as shown.
 *
 * @param scenario its name
 * @param action in a word, such as {@code chase_now}
 * @param launchKm where work begins, km to go
 * @param teams who works
 * @param reason in one sentence
 * @param options all that was weighed
 * @param coalitions those planned, small ones first
 * @param shares what is fair
 * @param pulls seconds at the front by rider, in order; empty if nobody rides
 * @param fairRide what these pulls do; none if nobody rides
 * @param finishGapS lead of the break at the finish if nobody chases, s
 * @param limitS lead from which on the leader loses his place, s; infinite without one
 * @param possible whether any of the coalitions can do anything
 * @param coalitionsInAll how many coalitions there are, planned or not
 * @param sampledOrders orders drawn for the shares; 0 where they are exact
 * @param planned chases that were planned
 * @param wallS how long it took, s
 * @param complete whether it came to its end
 */
public record DecisionAnswer(
        String scenario,
        String action,
        double launchKm,
        List<String> teams,
        String reason,
        List<Option> options,
        List<Coalition> coalitions,
        List<Share> shares,
        List<PullOf> pulls,
        List<FairRide> fairRide,
        double finishGapS,
        double limitS,
        boolean possible,
        int coalitionsInAll,
        int sampledOrders,
        int planned,
        double wallS,
        boolean complete) {

    /** Copies the lists. */
    public DecisionAnswer {
        teams = List.copyOf(teams);
        options = List.copyOf(options);
        coalitions = List.copyOf(coalitions);
        shares = List.copyOf(shares);
        pulls = List.copyOf(pulls);
        fairRide = List.copyOf(fairRide);
    }

    /** One thing that could be done; see {@code docs/json.md}. */
    public record Option(
            String action,
            double launchKm,
            boolean possible,
            List<String> teams,
            double gainPoints,
            double costPoints,
            double burdenJ) {}

    /** One coalition; see {@code docs/json.md}. */
    public record Coalition(
            List<String> teams,
            List<String> riding,
            boolean feasible,
            OptionalDouble collectiveJ,
            OptionalDouble burdenJ,
            OptionalDouble overdrawnJ,
            Optional<Boolean> minimal,
            Optional<Boolean> stable,
            OptionalDouble netPoints) {}

    /** What is fair for one team; see {@code docs/json.md}. */
    public record Share(
            String team,
            double gainPoints,
            double fairPoints,
            double standardErrorPoints,
            double shareOfWork,
            double shareError,
            double pullSeconds,
            double actualShare,
            double netPoints,
            OptionalDouble freeRiderGainPoints,
            boolean othersGoOn) {}

    /** A rider's pull. */
    public record PullOf(String rider, double seconds) {}

    /** What the fair pulls do; see {@code docs/json.md}. */
    public record FairRide(
            double nearness, double collectiveJ, double leastJ, double speedMPerS, double leastBalanceFraction) {}
}
