package io.paceline.app.serve;

import io.paceline.app.scenario.Scenario;
import java.util.function.BooleanSupplier;

/** Puts a break whose riders are known on the road: that takes a second or two. */
@FunctionalInterface
public interface BreakPlanner {
    /**
     * The scenario with its break on the road; the same one if the break was only observed.
     *
     * @param stop asked often
     * @throws io.paceline.app.scenario.InputException if the break cannot ride the road
     * @throws java.util.concurrent.CancellationException once stop is true
     */
    Scenario planned(Scenario scenario, BooleanSupplier stop);

    /** For scenarios whose breaks were only observed. */
    static BreakPlanner none() {
        return (scenario, stop) -> scenario;
    }
}
