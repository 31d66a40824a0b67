package io.paceline.optimizer.calibration;

/**
 * The best mean power of a duration, and where it was.
 *
 * @param effort duration and mean power
 * @param ride index of the ride
 * @param startS from the beginning of that ride, s
 * @param missingS seconds of it that are not known and count as 0 W
 */
public record BestEffort(Effort effort, int ride, int startS, int missingS) {
    /** Whether two efforts share a second. */
    public boolean overlaps(BestEffort other) {
        return ride == other.ride
                && startS < other.startS + other.effort.durationS()
                && other.startS < startS + effort.durationS();
    }
}
