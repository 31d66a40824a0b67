package io.paceline.app;

import io.paceline.app.scenario.Limit;

/** A command line that cannot be done; the message says what to change. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }

    /**
     * Checks the number of an option.
     *
     * @throws UsageException if it is outside its range
     */
    static void check(String option, double value, Limit limit) {
        try {
            limit.check(option, value);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
