package io.paceline.app;

import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;

/** Compiles the chase of a scenario. */
final class Kernels {
    private Kernels() {}

    /** @throws InputException if the break cannot ride this road as described */
    static ChaseKernel compile(Scenario scenario) {
        try {
            return ChaseKernel.compile(scenario.chase());
        } catch (IllegalArgumentException e) {
            throw new InputException(scenario.file(), 0, String.valueOf(e.getMessage()));
        }
    }
}
