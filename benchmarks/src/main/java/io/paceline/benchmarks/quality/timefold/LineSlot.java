package io.paceline.benchmarks.quality.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** A position in the line, for the solver: who is there, how long he pulls, after how many turns he leaves. */
@PlanningEntity
public class LineSlot {
    static final String RIDER = "rider";
    static final String SECONDS = "seconds";
    static final String BURNED = "burnedAfterTurns";

    // annotations on fields: on getters they would make classes that are never unloaded, for each search
    @PlanningVariable(valueRangeProviderRefs = Candidate.RIDERS)
    private Integer rider = 0;

    @PlanningVariable(valueRangeProviderRefs = Candidate.PULLS)
    private Integer seconds = 0;

    @PlanningVariable(valueRangeProviderRefs = Candidate.TURNS)
    private Integer burnedAfterTurns = 0;

    /** For the solver, which clones by reflection. */
    public LineSlot() {}

    LineSlot(int rider, int seconds, int burnedAfterTurns) {
        this.rider = rider;
        this.seconds = seconds;
        this.burnedAfterTurns = burnedAfterTurns;
    }

    int rider() {
        return rider;
    }

    int seconds() {
        return seconds;
    }

    int burnedAfterTurns() {
        return burnedAfterTurns;
    }

    void rider(int value) {
        rider = value;
    }

    void seconds(int value) {
        seconds = value;
    }

    void burnedAfterTurns(int value) {
        burnedAfterTurns = value;
    }
}
