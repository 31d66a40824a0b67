package io.paceline.optimizer.sprint;

import java.util.List;
import java.util.Map;

/**
 * What a train does.
 *
 * @param turns at the front, one after another
 * @param leastBalanceJ by rider: the least W′bal from the catch until he leaves or, for the sprinter, until the drop, J
 * @param sprinterLeftJ his W′bal at the drop, J
 * @param shortJ what riders would need and do not have, summed, J; 0 for a train that can be ridden
 * @param tooStrongJ work above Pmax, summed, J; 0 for a train that can be ridden
 * @param trainS from the start of the train to the drop, s
 * @param sprintW power of the sprinter from the drop to the line, W
 * @param sprintS from the drop to the line, s
 * @param lineMPerS his speed at the line, m/s
 */
public record TrainOutcome(
        List<TurnRide> turns,
        Map<String, Double> leastBalanceJ,
        double sprinterLeftJ,
        double shortJ,
        double tooStrongJ,
        double trainS,
        double sprintW,
        double sprintS,
        double lineMPerS) {

    /** Copies. */
    public TrainOutcome {
        turns = List.copyOf(turns);
        leastBalanceJ = Map.copyOf(leastBalanceJ);
    }

    /**
     * The least W′bal of one rider, J.
     *
     * @throws IllegalArgumentException if he is not in the train
     */
    public double leastBalanceJ(String riderId) {
        Double leastJ = leastBalanceJ.get(riderId);
        if (leastJ == null) {
            throw new IllegalArgumentException("train: rider " + riderId + " is not in it.");
        }
        return leastJ;
    }

    /** Whether nobody is asked for more than he has or can. */
    public boolean feasible() {
        return shortJ <= 0 && tooStrongJ <= 0;
    }
}
