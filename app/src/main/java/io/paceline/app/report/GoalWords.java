package io.paceline.app.report;

import io.paceline.chase.Objective;
import io.paceline.chase.Outcome;
import java.util.Locale;

/** What a plan is to make least, in words and numbers for people. */
public final class GoalWords {
    private GoalWords() {}

    /** The key of the objective in a scenario and in JSON. */
    public static String key(Objective objective) {
        return objective.name().toLowerCase(Locale.ROOT);
    }

    /** A soft score of a search: J, billionths of W′ or ms. */
    public static String ofScore(Objective objective, double score) {
        return switch (objective) {
            case COLLECTIVE_ENERGY -> Units.kj(0, score) + " kJ";
            case METABOLIC_ENERGY -> Units.kj(0, score) + " kJ of food";
            case FAIRNESS -> Units.fixed(1, score * 1e-7) + " % of W' spent at most";
            case FASTEST -> Units.duration(score / 1_000);
        };
    }

    /** What a plainer plan takes, next to a better one. */
    static String difference(Objective objective, Outcome outcome, Outcome plain) {
        return switch (objective) {
            case COLLECTIVE_ENERGY -> relative(plain.collectiveJ() / outcome.collectiveJ() - 1, "energy");
            case METABOLIC_ENERGY -> relative(plain.metabolicJ() / outcome.metabolicJ() - 1, "food");
            case FAIRNESS ->
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the W' of one rider instead of %.0f %%",
                        100 * plain.mostSpentShare(),
                        100 * outcome.mostSpentShare());
            case FASTEST -> relative(plain.timeS() / outcome.timeS() - 1, "time");
        };
    }

    private static String relative(double extra, String what) {
        return Math.abs(extra) < 0.000_5
                ? "the same " + what
                : String.format(Locale.ROOT, "%.1f %% %s %s", Math.abs(extra) * 100, extra > 0 ? "more" : "less", what);
    }
}
