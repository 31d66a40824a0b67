package io.paceline.app.report.ride;

/** Where a rider is. */
public enum Role {
    /** In front. */
    FRONT,
    /** In the line behind. */
    LINE,
    /** Drifting back after his turn. */
    EXCHANGE,
    /** In the bunch, before the launch. */
    BUNCH,
    /** Out of the line for good, but charged until the catch. */
    LEFT
}
