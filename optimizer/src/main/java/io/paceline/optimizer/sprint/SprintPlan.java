package io.paceline.optimizer.sprint;

import io.paceline.chase.Outcome;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;

/**
 * A chase and the train after it.
 *
 * @param dropMPerS speed at which the sprinter is dropped off, m/s
 * @param chase how the break is caught
 * @param outcome what that does
 * @param train how the sprinter is led out by what is left
 * @param ridden what that does
 */
public record SprintPlan(double dropMPerS, RotationPlan chase, Outcome outcome, Train train, TrainOutcome ridden) {

    /** Whether the break is caught, everybody of the train is there then, and it can be ridden. */
    public boolean feasible() {
        return outcome.feasible() && ridden.feasible() && chase.pulls().stream().noneMatch(this::missing);
    }

    /** Whether the chase burns somebody whom the train has. */
    private boolean missing(Pull pull) {
        return pull.burnedAfterTurns() > 0 && ridden.leastBalanceJ().containsKey(pull.riderId());
    }
}
