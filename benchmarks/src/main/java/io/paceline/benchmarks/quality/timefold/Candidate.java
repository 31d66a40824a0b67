package io.paceline.benchmarks.quality.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.Annealing;
import io.paceline.optimizer.rotation.solver.Round;
import io.paceline.plan.Pull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A draft in the shape that the solver works on. Always initialised: it is made from a whole draft. */
@PlanningSolution
@SuppressWarnings("UnusedVariable") // the solver reads the ranges by reflection
public class Candidate {
    static final String RIDERS = "riders";
    static final String PULLS = "pulls";
    static final String TURNS = "turns";
    static final String EFFORTS = "efforts";

    @PlanningEntityCollectionProperty
    private List<LineSlot> slots = new ArrayList<>();

    @PlanningEntityCollectionProperty
    private List<SectorEffort> sectors = new ArrayList<>();

    @ValueRangeProvider(id = RIDERS)
    private CountableValueRange<Integer> riders = ValueRangeFactory.createIntValueRange(0, 1);

    @ValueRangeProvider(id = PULLS)
    private CountableValueRange<Integer> pulls = ValueRangeFactory.createIntValueRange(
            0, (int) Pull.MAX_SECONDS + DraftSpace.PULL_STEP_S, DraftSpace.PULL_STEP_S);

    @ValueRangeProvider(id = TURNS)
    private CountableValueRange<Integer> turns = ValueRangeFactory.createIntValueRange(0, DraftSpace.MOST_TURNS + 1);

    @ValueRangeProvider(id = EFFORTS)
    private CountableValueRange<Integer> efforts =
            ValueRangeFactory.createIntValueRange(DraftSpace.LEAST_EFFORT, DraftSpace.MOST_EFFORT + 1);

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /** Shared by all clones: only a place to write the variables to. */
    private @Nullable Draft scratch;

    private @Nullable Annealing annealing;
    private BooleanSupplier over = () -> false;
    private Runnable end = () -> {};

    /** For the solver, which clones by reflection. */
    public Candidate() {}

    Candidate(DraftSpace space, Trials trials, Round round) {
        Draft draft = round.start();
        annealing = new Annealing(space, trials, round);
        scratch = draft.copy();
        riders = ValueRangeFactory.createIntValueRange(0, space.riders());
        for (int position = 0; position < space.riders(); position++) {
            slots.add(new LineSlot(draft.rider[position], draft.seconds[position], draft.burnedAfterTurns[position]));
        }
        for (int effort : draft.effort) {
            sectors.add(new SectorEffort(effort));
        }
    }

    List<LineSlot> slots() {
        return slots;
    }

    List<SectorEffort> sectors() {
        return sectors;
    }

    Annealing annealing() {
        return Objects.requireNonNull(annealing, "made without a round");
    }

    @Nullable
    HardMediumSoftLongScore score() {
        return score;
    }

    /** Has the search ended after the draft with which it is over. */
    void endWith(BooleanSupplier isOver, Runnable ender) {
        over = isOver;
        end = ender;
    }

    void endIfOver() {
        if (over.getAsBoolean()) {
            end.run();
        }
    }

    /** The values of the variables; valid until the next call for any clone. */
    Draft draft() {
        Draft draft = Objects.requireNonNull(scratch, "made without a draft");
        for (int position = 0; position < slots.size(); position++) {
            LineSlot slot = slots.get(position);
            draft.rider[position] = slot.rider();
            draft.seconds[position] = slot.seconds();
            draft.burnedAfterTurns[position] = slot.burnedAfterTurns();
        }
        for (int sector = 0; sector < draft.effort.length; sector++) {
            draft.effort[sector] = sectors.get(sector).effort();
        }
        return draft;
    }
}
