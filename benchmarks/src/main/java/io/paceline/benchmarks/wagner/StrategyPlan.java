package io.paceline.benchmarks.wagner;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** A strategy as OptaPlanner plans it: what the instance leaves free are entities, the rest are given arrays. */
@PlanningSolution
public class StrategyPlan {
    @PlanningEntityCollectionProperty
    private final List<SegmentPower> powers = new ArrayList<>();

    @PlanningEntityCollectionProperty
    private final List<Handover> handovers = new ArrayList<>();

    @PlanningScore
    private HardMediumSoftLongScore score = HardMediumSoftLongScore.ZERO;

    private final Problem problem;

    /** For the solver's cloning only: the cloner fills every field. */
    @SuppressWarnings("NullAway")
    StrategyPlan() {
        this.problem = null;
    }

    StrategyPlan(Problem problem, Strategy start) {
        this.problem = problem;
        if (problem.instance().powerIsFree()) {
            for (int s = 0; s < start.powerW().length; s++) {
                powers.add(new SegmentPower(s, start.powerW()[s]));
            }
        }
        if (problem.instance().handOverIsFree()) {
            for (int h = 0; h < start.handOver().length; h++) {
                handovers.add(new Handover(h, start.handOver()[h]));
            }
        }
    }

    @ValueRangeProvider(id = "tenthsOfWatts")
    CountableValueRange<Integer> tenthsOfWatts() {
        return ValueRangeFactory.createIntValueRange(problem.minTenths(), problem.maxTenths() + 1);
    }

    @ValueRangeProvider(id = "yesOrNo")
    CountableValueRange<Boolean> yesOrNo() {
        return ValueRangeFactory.createBooleanValueRange();
    }

    List<SegmentPower> powers() {
        return powers;
    }

    List<Handover> handovers() {
        return handovers;
    }

    Problem problem() {
        return problem;
    }

    HardMediumSoftLongScore score() {
        return score;
    }

    Strategy strategy() {
        Strategy result = new Strategy(
                problem.instance().givenPowerW(), problem.instance().givenHandOver());
        fill(result);
        return result;
    }

    /** Writes the planned decisions over those of a strategy; leaves the given ones alone. */
    void fill(Strategy into) {
        for (SegmentPower power : powers) {
            into.powerW()[power.segment()] = power.powerW();
        }
        for (Handover handover : handovers) {
            into.handOver()[handover.after()] = handover.done();
        }
    }

    /** What the clones of one search share: the instance, the counted objective, and a strategy to write into. */
    static final class Problem {
        private final Instance instance;
        private final Meter meter;
        private final Strategy scratch;

        Problem(Instance instance, Meter meter) {
            this.instance = instance;
            this.meter = meter;
            scratch = new Strategy(instance.givenPowerW(), instance.givenHandOver());
        }

        Instance instance() {
            return instance;
        }

        Meter meter() {
            return meter;
        }

        Strategy scratch() {
            return scratch;
        }

        int minTenths() {
            return (int) Math.round(instance.minPowerW() * SegmentPower.TENTHS_PER_W);
        }

        int maxTenths() {
            return (int) Math.round(instance.maxPowerW() * SegmentPower.TENTHS_PER_W);
        }
    }
}
