package io.paceline.app;

import io.paceline.app.scenario.Limit;
import picocli.CommandLine.Option;

/** How long a command may take, and the seed of its search. */
final class TimeOptions {
    private static final double MAX_SECONDS = 86_400;

    private final Limit limit;

    @Option(names = "--seconds", paramLabel = "N", description = "How long to take; default ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers; default 0.")
    private long seed;

    /**
     * With a default.
     *
     * @param seconds unless the user says otherwise, s
     * @param leastSeconds that make sense, s
     * @param usual the cure for a time that makes none
     */
    TimeOptions(double seconds, double leastSeconds, String usual) {
        this.seconds = seconds;
        this.limit = Limit.of(leastSeconds, MAX_SECONDS, "s", usual);
    }

    /**
     * The time, s.
     *
     * @throws UsageException if it is outside its range
     */
    double seconds() {
        UsageException.check("--seconds", seconds, limit);
        return seconds;
    }

    long seed() {
        return seed;
    }
}
