package io.paceline.optimizer.limit;

import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.rider.Rider;
import java.util.List;

/**
 * How hard to look for the highest speed, and what to ask about it.
 *
 * @param search limits and seed of the search for the plan, and a plan to start from; gains take about as long again
 * @param gains whether to say what one more watt is worth
 * @param bench riders who could join, to say what each is worth
 */
public record LimitOptions(SearchOptions search, boolean gains, List<Rider> bench) {
    /** Copies the list. */
    public LimitOptions {
        bench = List.copyOf(bench);
    }

    /** The speed alone. */
    public static LimitOptions speedOnly(SearchOptions search) {
        return new LimitOptions(search, false, List.of());
    }

    /** The speed and what one more watt of each rider is worth. */
    public static LimitOptions withGains(SearchOptions search) {
        return new LimitOptions(search, true, List.of());
    }
}
