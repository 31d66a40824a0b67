package io.paceline.optimizer.sprint;

import java.util.List;
import java.util.Map;

/**
 * What a train asks of its riders, whatever they have left: worked out once for all chases before it.
 *
 * @param train which one
 * @param steps by rider, from the start of the train until he leaves or, for the sprinter, until the drop
 * @param turns at the front, one after another
 * @param tooStrongJ work above Pmax, summed, J
 */
record TrainLoad(Train train, Map<String, PowerSteps> steps, List<TurnRide> turns, double tooStrongJ) {}
