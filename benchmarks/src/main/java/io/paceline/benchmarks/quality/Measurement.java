package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.chase.Outcome;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How long each search may be.
 *
 * @param seconds processor time of its thread, s; infinite for no limit
 * @param evaluations plans measured
 */
record Measurement(double seconds, long evaluations) {
    /** Sums of some thousand terms, each right to 1e-15, in another order. */
    private static final double ROUNDING = 1e-9;

    Measurement {
        if (!(seconds > 0) || evaluations < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "quality: %s s and %d plans. Both must be above 0.", seconds, evaluations));
        }
    }

    /** One search. */
    Run run(Instance instance, Contender contender, long seed) {
        return run(instance, contender, seed, new CpuClock());
    }

    /** The same by another clock, ns. */
    Run run(Instance instance, Contender contender, long seed, LongSupplier clockNs) {
        DraftSpace space = instance.space();
        Tape tape = new Tape();
        Trials trials = new Trials(space, evaluations, seconds, tape, clockNs);
        contender.search(space, trials, seed);
        checkWithTheWholeAccount(space, trials);
        tape.write(trials.elapsedS(), trials.bestCost());
        return new Run(
                instance.title(),
                contender.title(),
                seed,
                tape.points(),
                trials.evaluations(),
                trials.elapsedS(),
                seconds,
                DraftText.write(trials.best()));
    }

    /** Whoever found it: a plan that counts as ridden is ridden once more, by what users are shown. */
    private static void checkWithTheWholeAccount(DraftSpace space, Trials trials) {
        Cost cost = trials.bestCost();
        if (cost.hard() > 0) {
            return;
        }
        Outcome outcome = space.kernel().evaluate(space.toPlan(trials.best()));
        if (!outcome.feasible()
                || Math.abs(outcome.collectiveJ() - cost.soft()) > ROUNDING * cost.soft()
                || outcome.reserveShortJ() > cost.medium() + ROUNDING * cost.soft()) {
            throw new IllegalStateException("quality: " + DraftText.write(trials.best()) + " costs " + cost
                    + ", but its account says otherwise: " + outcome.collectiveJ() + " J.");
        }
    }
}
