package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.Locale;

/**
 * How long each search may be.
 *
 * @param seconds processor time of its thread, s; infinite for no limit
 * @param evaluations plans measured
 */
record Measurement(double seconds, long evaluations) {

    Measurement {
        if (!(seconds > 0) || evaluations < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "quality: %s s and %d plans. Both must be above 0.", seconds, evaluations));
        }
    }

    /** One search. */
    Run run(Instance instance, Contender contender, long seed) {
        DraftSpace space = instance.space();
        Tape tape = new Tape();
        Trials trials = new Trials(space, evaluations, seconds, tape, new CpuClock());
        contender.search(space, trials, seed);
        tape.write(trials.elapsedS(), trials.bestCost());
        return new Run(
                instance.title(),
                contender.title(),
                seed,
                tape.points(),
                trials.evaluations(),
                trials.elapsedS(),
                DraftText.write(trials.best()));
    }
}
