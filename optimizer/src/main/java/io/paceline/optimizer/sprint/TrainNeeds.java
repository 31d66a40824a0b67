package io.paceline.optimizer.sprint;

/**
 * What a train asks of its riders, in short: what a search compares.
 *
 * @param sprinterLeftJ W′bal of the sprinter at the drop, J
 * @param shortJ what riders would need and do not have, summed, J; 0 for a train that can be ridden
 * @param tooStrongJ work above Pmax, summed, J; 0 for a train that can be ridden
 */
record TrainNeeds(double sprinterLeftJ, double shortJ, double tooStrongJ) {
    /** Of no train. */
    static final TrainNeeds NONE = new TrainNeeds(0, 0, 0);
}
