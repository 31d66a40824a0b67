package io.paceline.optimizer.decision;

import io.paceline.chase.Outcome;
import io.paceline.plan.RotationPlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether to chase, and with whom.
 *
 * @param verdict what to do
 * @param options all that was weighed; letting go last
 * @param coalitions every coalition that was planned, launched as planned and towards a catch; small ones first
 * @param shares of those that the verdict names or, if the break is let go, of the cheapest that could catch; empty if nobody can
 * @param ride how those ride with fair pulls, if anybody does
 * @param finishGapS lead of the break at the finish if nobody chases, s
 * @param limitS lead from which on the leader loses his place, s; infinite if nobody in the break counts
 * @param coalitionsInAll how many coalitions there are, planned or not
 * @param sampledOrders orders drawn for the shares; 0 where they are exact
 * @param planned chases that were planned
 * @param complete whether all of them were, to the end
 */
public record Decision(
        Verdict verdict,
        List<Option> options,
        List<CoalitionFact> coalitions,
        List<TeamShare> shares,
        Optional<FairRide> ride,
        double finishGapS,
        double limitS,
        int coalitionsInAll,
        int sampledOrders,
        int planned,
        boolean complete) {

    /** Copies the lists. */
    public Decision {
        options = List.copyOf(options);
        coalitions = List.copyOf(coalitions);
        shares = List.copyOf(shares);
    }

    /** What can be done. */
    public enum Action {
        /** Launch as planned and catch. */
        CHASE_NOW,
        /** Roll along, launch later and catch. */
        WAIT,
        /** Keep the lead at the finish below what the leader can lose. */
        HOLD,
        /** Nobody works. */
        LET_GO
    }

    /**
     * What to do.
     *
     * @param teams who works; empty if nobody does
     * @param reason one sentence with the numbers
     */
    public record Verdict(Action action, List<String> teams, double launchKmToGo, String reason) {
        /** Copies the list. */
        public Verdict {
            teams = List.copyOf(teams);
        }
    }

    /**
     * One thing that could be done.
     *
     * @param launchKmToGo where the work begins
     * @param possible whether some coalition can do it
     * @param teams the best stable coalition; empty if there is none
     * @param gainPoints of all teams together, before costs
     * @param costPoints of all teams together, for carrying and burdens
     * @param burdenJ what the coalition does more than being carried, J
     */
    public record Option(
            Action action,
            double launchKmToGo,
            boolean possible,
            List<String> teams,
            double gainPoints,
            double costPoints,
            double burdenJ) {
        /** Copies the list. */
        public Option {
            teams = List.copyOf(teams);
        }

        /** What all teams together have of it, points. */
        public double netPoints() {
            return gainPoints - costPoints;
        }
    }

    /**
     * One coalition.
     *
     * @param teams who
     * @param riding the part that rides in the line; the rest is carried
     * @param feasible whether a plan was found with which it catches
     * @param collectiveJ work of the riders whom it spares, J; empty if not feasible
     * @param burdenJ what it does more than being carried, J; empty if not feasible
     * @param overdrawnJ what its riders lack if not feasible, J; empty if it has none or catches
     * @param minimal whether no part of it can; empty if that hangs on a coalition that was not planned
     * @param stable whether nobody gains by leaving; empty if that hangs on a coalition that was not planned
     * @param netPoints what all teams together have if it catches, points; empty if not feasible
     */
    public record CoalitionFact(
            List<String> teams,
            List<String> riding,
            boolean feasible,
            OptionalDouble collectiveJ,
            OptionalDouble burdenJ,
            OptionalDouble overdrawnJ,
            Optional<Boolean> minimal,
            Optional<Boolean> stable,
            OptionalDouble netPoints) {
        /** Copies the lists. */
        public CoalitionFact {
            teams = List.copyOf(teams);
            riding = List.copyOf(riding);
        }
    }

    /**
     * What is fair for a team, and what it could gain by leaving.
     *
     * @param team its name
     * @param gainPoints what the success is worth to it, before costs
     * @param fairPoints its fair part of the burden, points; below 0 the others would owe it something
     * @param standardErrorPoints of that; 0 where it is exact
     * @param shareOfWork fair; 0 to 1
     * @param shareError standard error of that; 0 where it is exact
     * @param pullSeconds of its riders together at the front in each rotation, s
     * @param actualShare of the work that these pulls give it; 0 to 1
     * @param netPoints what it has with its fair burden
     * @param freeRiderGainPoints what it would save if the others did it without it; empty if they cannot
     * @param othersGoOn whether they would
     */
    public record TeamShare(
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

    /**
     * The ride with the fairest pulls that can be ridden.
     *
     * @param nearness 1: as fair as whole seconds can be; 0: the plan of least energy
     * @param leastJ collective energy of the plan of least energy, J
     * @param meanMPerS from the launch on, m/s
     */
    public record FairRide(RotationPlan plan, Outcome outcome, double nearness, double leastJ, double meanMPerS) {}
}
