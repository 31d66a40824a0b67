package io.paceline.road;

/**
 * A climb of a course, for tables. {@link Course#climbs()} says what counts as one.
 *
 * @param startM where it begins, m from the start of the course
 * @param lengthM m
 * @param gainM top less foot, m
 */
public record Climb(double startM, double lengthM, double gainM) {

    /** Gain over length, rise over run. */
    public double meanGradient() {
        return gainM / lengthM;
    }
}
