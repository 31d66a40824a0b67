package io.paceline.benchmarks.wagner;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** Whether the leader goes to the back after one segment, as OptaPlanner plans it. */
@PlanningEntity
public class Handover {
    private final int after;

    @PlanningVariable(valueRangeProviderRefs = "yesOrNo")
    private Boolean done = false;

    /** For the solver's cloning only. */
    Handover() {
        this(0, false);
    }

    Handover(int after, boolean done) {
        this.after = after;
        this.done = done;
    }

    /** The segment after which it happens. */
    int after() {
        return after;
    }

    boolean done() {
        return done;
    }

    void setDone(boolean done) {
        this.done = done;
    }
}
