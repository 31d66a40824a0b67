package io.paceline.app.report.cards;

/**
 * A place on the way that somebody has to know.
 *
 * @param kmToGo to the finish
 * @param timeS when the chase is there, s after the start point; NaN after the catch
 * @param gapS to the break there, s; NaN after the catch
 * @param kind of the place
 * @param text for people
 */
record Cue(double kmToGo, double timeS, double gapS, Kind kind, String text) {
    /** What happens there. */
    enum Kind {
        LAUNCH,
        CLIMB,
        TOP,
        CATCH
    }
}
