package io.paceline.optimizer.launch;

import io.paceline.plan.RotationPlan;
import java.util.Optional;

/**
 * Plans that were found before, by the content of what they were found for. Only plans are remembered, never what they cost: that is
 * computed anew. Called from one thread at a time.
 */
public interface PlanMemory {
    /** The plan kept under a key. */
    Optional<RotationPlan> recall(String key);

    /** Keeps a plan. */
    void keep(String key, RotationPlan plan);

    /** Remembers nothing. */
    static PlanMemory none() {
        return new PlanMemory() {
            @Override
            public Optional<RotationPlan> recall(String key) {
                return Optional.empty();
            }

            @Override
            public void keep(String key, RotationPlan plan) {}
        };
    }
}
