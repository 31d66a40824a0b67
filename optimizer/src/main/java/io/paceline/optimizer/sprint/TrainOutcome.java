package io.paceline.optimizer.sprint;

import java.util.Map;

/**
 * What a train does.
 *
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
        Map<String, Double> leastBalanceJ,
        double sprinterLeftJ,
        double shortJ,
        double tooStrongJ,
        double trainS,
        double sprintW,
        double sprintS,
        double lineMPerS) {

    /** Copies the map. */
    public TrainOutcome {
        leastBalanceJ = Map.copyOf(leastBalanceJ);
    }

    /** Whether nobody is asked for more than he has or can. */
    public boolean feasible() {
        return shortJ <= 0 && tooStrongJ <= 0;
    }
}
