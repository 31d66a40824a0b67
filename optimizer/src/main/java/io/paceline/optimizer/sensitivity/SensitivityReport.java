package io.paceline.optimizer.sensitivity;

import java.util.List;

/**
 * What a plan hangs on.
 *
 * @param now what the plan does in the chase as it is
 * @param swings one for each input and choice, what moves the least balance most first
 */
public record SensitivityReport(Reading now, List<Swing> swings) {
    /** Copies the list. */
    public SensitivityReport {
        swings = List.copyOf(swings);
    }
}
