package io.paceline.benchmarks.wagner;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The leader's power over one segment, as OptaPlanner plans it: in whole tenths of a watt. */
@PlanningEntity
public class SegmentPower {
    static final double TENTHS_PER_W = 10;

    private final int segment;

    @PlanningVariable(valueRangeProviderRefs = "tenthsOfWatts")
    private Integer tenths = 0;

    /** For the solver's cloning only. */
    SegmentPower() {
        this(0, 0);
    }

    SegmentPower(int segment, double powerW) {
        this.segment = segment;
        this.tenths = (int) Math.round(powerW * TENTHS_PER_W);
    }

    int segment() {
        return segment;
    }

    int tenths() {
        return tenths;
    }

    void setTenths(int tenths) {
        this.tenths = tenths;
    }

    double powerW() {
        return tenths / TENTHS_PER_W;
    }
}
