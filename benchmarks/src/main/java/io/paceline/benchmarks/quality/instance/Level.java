package io.paceline.benchmarks.quality.instance;

/** How hard a chase is: the speed of the break as a share of the fastest from which the team was found to catch it with its reserves. */
public enum Level {
    /** Nobody comes near his limit. */
    EASY(0.93),
    /** Some do. */
    HARD(0.98),
    /** Just feasible. */
    LIMIT(0.998);

    /** Share of the fastest speed. */
    final double share;

    Level(double share) {
        this.share = share;
    }
}
