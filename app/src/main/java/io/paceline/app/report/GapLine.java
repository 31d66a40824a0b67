package io.paceline.app.report;

import java.util.List;

/**
 * How the gap changes along the road.
 *
 * @param kind what is drawn
 * @param launchKm where the chase starts to ride for the catch, to the finish
 * @param km to the finish, falling
 * @param gapS to the break at that place, s
 */
public record GapLine(Kind kind, double launchKm, List<Double> km, List<Double> gapS) {
    /** What a line shows. */
    public enum Kind {
        /** The bunch rolls on and nobody chases. */
        NOBODY,
        /** One launch of many that catch. */
        LAUNCH,
        /** The latest launch that forgives a surprise, against a break without one. */
        SAFE,
        /** The launch of least energy. */
        CHEAPEST,
        /** The latest launch that catches. */
        LATEST
    }

    /** Copies the lists. */
    public GapLine {
        km = List.copyOf(km);
        gapS = List.copyOf(gapS);
    }
}
