package io.paceline.app;

import io.paceline.optimizer.rotation.SearchOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How hard a command searches for a plan: by time, or by a number of plans. */
final class SearchEffort {
    @Mixin
    private final TimeOptions time = new TimeOptions(10, 0.1, "Ten are usual.");

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description =
                    "How many plans to try instead: the same number and seed give the same plan on every machine.")
    private @Nullable Long evaluations;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Whether time is the limit, and not a number of plans. */
    boolean byTime() {
        return evaluations == null;
    }

    /**
     * The search.
     *
     * @param share of the time that it may take, 0 to 1
     * @throws UsageException if a limit is outside its range, or both are given
     */
    SearchOptions options(double share) {
        if (evaluations == null) {
            return SearchOptions.seconds(share * time.seconds()).withSeed(time.seed());
        }
        if (spec.commandLine().getParseResult().hasMatchedOption("--seconds")) {
            throw new UsageException("--seconds and --evaluations exclude each other. Give one.");
        }
        if (evaluations < 1) {
            throw new UsageException("--evaluations = " + evaluations + " is not above 0. A plan needs thousands.");
        }
        return SearchOptions.evaluations(evaluations).withSeed(time.seed());
    }

    /** The time that is left for a proof, s. */
    double seconds(double share) {
        return share * time.seconds();
    }

    /**
     * Refuses every option of a search.
     *
     * @throws UsageException if one is given
     */
    void refuse(String why) {
        for (String option : new String[] {"--seconds", "--evaluations", "--seed"}) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new UsageException(option + " is for a search, but " + why + ". Leave one out.");
            }
        }
    }
}
