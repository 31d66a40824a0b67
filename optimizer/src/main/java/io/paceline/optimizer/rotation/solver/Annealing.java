package io.paceline.optimizer.rotation.solver;

import io.paceline.chase.Objective;
import io.paceline.optimizer.rotation.draft.Ceiling;
import io.paceline.optimizer.rotation.draft.Change;
import io.paceline.optimizer.rotation.draft.Changes;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What solvers keep to themselves: where an annealing stands and how warm it is, so that a draft which it would not take is not ridden to its end;
 * and what becomes of changes, so that they get a size that suits.
 */
public final class Annealing {
    private final DraftSpace space;
    private final Trials trials;
    private final Round round;
    private final CostMeter meter;
    private final long begin;
    private final boolean ceilings;
    private @Nullable Changes changes;
    private Ceiling ceiling = Ceiling.NONE;
    /** What was measured last, and what it costs. */
    private final Draft measured;

    private Cost cost = Cost.WORST;
    private double value;
    /** Whether the last change was measured, and neither taken nor refused yet. */
    private boolean open;

    /** One round. */
    public Annealing(DraftSpace space, Trials trials, Round round) {
        this.space = space;
        this.trials = trials;
        this.round = round;
        meter = new CostMeter(space);
        measured = round.start().copy();
        begin = trials.evaluations();
        // what a pace takes is about known beforehand only where energy is what counts
        ceilings = space.kernel().chase().goal().objective() == Objective.COLLECTIVE_ENERGY;
    }

    /** What a draft costs by the price of the round; infinite if it would never be taken. */
    public double measure(Draft draft) {
        measured.set(draft);
        cost = trials.measure(meter, draft, ceiling);
        value = round.price().of(cost, meter.burned());
        open = true;
        return value;
    }

    /** Begins a step from a draft, which was measured last: solvers measure a draft and take it. One that looks at something else in between is believed nothing. */
    public void beginStep(Draft now) {
        boolean taken = measured.sameAs(now);
        close(taken);
        ceiling = Ceiling.NONE;
        if (ceilings && taken) {
            double left = 1 - (trials.evaluations() - begin) / (double) round.evaluations();
            double heat = round.heat() * Math.max(0, left);
            ceiling = Ceiling.of(round.price(), cost, value, meter.evenWorkJ(), heat);
        }
    }

    /** The next change of a draft, which is the same in every call; what was measured since the step began was refused. */
    public Change draw(Draft draft, Random random) {
        close(false);
        if (changes == null) {
            changes = new Changes(space, draft, random);
        }
        return changes.draw();
    }

    private void close(boolean taken) {
        if (open && changes != null) {
            changes.learn(taken);
        }
        open = false;
    }
}
