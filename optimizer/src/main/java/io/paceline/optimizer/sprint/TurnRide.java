package io.paceline.optimizer.sprint;

/**
 * How one turn at the front of a train is ridden.
 *
 * @param riderId who leads
 * @param metres how far, m
 * @param seconds how long, s
 * @param fromMPerS speed at its begin, m/s
 * @param toMPerS speed at its end, m/s
 * @param workJ at the pedals, J
 * @param peakW the highest power of a step, W
 */
public record TurnRide(
        String riderId, double metres, double seconds, double fromMPerS, double toMPerS, double workJ, double peakW) {
    /** Mean power, W. */
    public double meanW() {
        return workJ / seconds;
    }
}
