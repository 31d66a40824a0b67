package io.paceline.app.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A lead-out after the catch and what other speeds of it would cost, beside the plan of the chase that leaves it what it needs.
 *
 * @param sprinter his id
 * @param dropM from the drop to the line, m
 * @param ride the train that was chosen; empty if none can be ridden
 * @param aloneJ energy of the best chase that leaves nothing for a train, J; empty without a catch
 * @param tradeOff one row for each speed at the drop that was looked at, rising
 * @param evaluations pairs of chase and train looked at
 * @param complete whether all speeds were looked at to the end
 */
public record SprintFacts(
        String sprinter,
        double dropM,
        Optional<Ride> ride,
        OptionalDouble aloneJ,
        List<Row> tradeOff,
        long evaluations,
        boolean complete) {

    /** Copies the list. */
    public SprintFacts {
        tradeOff = List.copyOf(tradeOff);
    }

    /**
     * The train and the sprint.
     *
     * @param turns who leads, in order
     * @param trainS from the start of the train to the drop, s
     * @param dropKmh speed at the drop, km/h
     * @param leftJ W′ of the sprinter at the drop, J
     * @param sprintW his power from there to the line, W
     * @param sprintS how long, s
     * @param lineKmh his speed at the line, km/h
     * @param lineLeftJ W′ that he has left there, J
     */
    public record Ride(
            List<Turn> turns,
            double trainS,
            double dropKmh,
            double leftJ,
            double sprintW,
            double sprintS,
            double lineKmh,
            double lineLeftJ) {

        /** Copies the list. */
        public Ride {
            turns = List.copyOf(turns);
        }
    }

    /**
     * One turn at the front of the train.
     *
     * @param rider his id
     * @param fromKmToGo where it begins
     * @param metres how far, m
     * @param seconds how long, s
     * @param fromKmh speed at its begin, km/h
     * @param toKmh and at its end, km/h
     * @param meanW his mean power, W
     * @param peakW his highest power, W
     * @param leastBalanceJ the least of his W′ from the catch to the end of the turn, J
     */
    public record Turn(
            String rider,
            double fromKmToGo,
            double metres,
            double seconds,
            double fromKmh,
            double toKmh,
            double meanW,
            double peakW,
            double leastBalanceJ) {}

    /**
     * What a speed costs.
     *
     * @param dropKmh speed at the drop, km/h
     * @param feasible whether the chase catches and the train can be ridden
     * @param collectiveJ energy of the chase that leaves the train what it needs, J
     * @param reserveShortJ what that chase leaves too little of reserves, J
     * @param helpersLeftJ W′ of all helpers together at the catch, J
     * @param leftJ W′ of the sprinter at the drop, J
     * @param sprintS from the drop to the line, s
     * @param lineKmh his speed at the line, km/h
     * @param shortJ what riders would need and do not have, J; 0 if feasible
     * @param tooStrongJ work above Pmax, J; 0 if feasible
     * @param chosen whether the plan is this one
     */
    public record Row(
            double dropKmh,
            boolean feasible,
            double collectiveJ,
            double reserveShortJ,
            double helpersLeftJ,
            double leftJ,
            double sprintS,
            double lineKmh,
            double shortJ,
            double tooStrongJ,
            boolean chosen) {}
}
