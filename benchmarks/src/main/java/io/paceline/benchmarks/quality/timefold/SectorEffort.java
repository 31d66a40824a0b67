package io.paceline.benchmarks.quality.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** A sector of the road, for the solver: how hard it is ridden, in effort units. */
@PlanningEntity
public class SectorEffort {
    static final String EFFORT = "effort";

    @PlanningVariable(valueRangeProviderRefs = Candidate.EFFORTS)
    private Integer effort = 0;

    /** For the solver, which clones by reflection. */
    public SectorEffort() {}

    SectorEffort(int effort) {
        this.effort = effort;
    }

    int effort() {
        return effort;
    }

    void effort(int value) {
        effort = value;
    }
}
