package io.paceline.app.scenario;

import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.rider.Team;
import java.util.Locale;

/** Reads what the group rides for; where it rides is read beside it, see {@link Scenario}. */
final class GoalReader {
    /** Of the group {@code goal}: all of them, whoever reads which. */
    static final String[] KEYS = {
        "catch_by_km_to_go",
        "launch_at_km_to_go",
        "objective",
        "riders_left",
        "sprint",
        "lead_out",
        "drop_off_m",
        "drop_off_kmh",
        "train_m",
        "train_from_kmh"
    };

    /** Those that say more about a sprint. */
    static final String[] SPRINT_KEYS = {"lead_out", "drop_off_m", "drop_off_kmh", "train_m", "train_from_kmh"};

    private static final String COLLECTIVE_ENERGY = "collective_energy";

    private final Fields fields;
    private final Objective objective;

    GoalReader(Fields root) {
        fields = root.group("goal", KEYS);
        objective = Objective.valueOf(fields.choice(
                        "objective", COLLECTIVE_ENERGY, COLLECTIVE_ENERGY, "metabolic_energy", "fairness", "fastest")
                .toUpperCase(Locale.ROOT));
    }

    /** Whether time counts, and no break. */
    boolean fastest() {
        return objective == Objective.FASTEST;
    }

    /** Everybody has to be there at the end of the fastest ride unless the file says otherwise; of a chase one is enough. */
    Goal goal(Team team) {
        int usual = fastest() ? team.size() : 1;
        Limit left = Limit.of(1, team.size(), "", "It counts the riders in the line at the end, of all who are named.");
        return new Goal(objective, fields.has("riders_left") ? fields.count("riders_left", left) : usual);
    }
}
