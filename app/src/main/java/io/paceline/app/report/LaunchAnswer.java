package io.paceline.app.report;

import io.paceline.app.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When to launch.
 *
 * @param scenario the question
 * @param rows every launch, the earliest first
 * @param safe the latest launch that forgives a surprise
 * @param lines the gap from the start to the catch, for the chart
 * @param facts how it was found
 * @param remedies what would have to change where no launch catches, as sentences
 */
public record LaunchAnswer(
        Scenario scenario,
        List<LaunchRow> rows,
        Optional<Safe> safe,
        List<GapLine> lines,
        Facts facts,
        List<String> remedies) {

    /** Copies the lists. */
    public LaunchAnswer {
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
        remedies = List.copyOf(remedies);
    }

    /**
     * A launch that forgives a surprise.
     *
     * @param launchKm to the finish
     * @param catchKm where its plan catches if there is no surprise, to the finish
     */
    public record Safe(double launchKm, double catchKm) {}

    /**
     * How it was found.
     *
     * @param stepKm between launches
     * @param evaluations plans tried for each
     * @param seed of the searches
     * @param surprisePct by how much faster the break may ride for a launch to be safe, %
     * @param wallS time taken, s
     * @param fromCache whether plans were recalled
     * @param complete whether it came to its end
     */
    public record Facts(
            double stepKm,
            int evaluations,
            long seed,
            double surprisePct,
            double wallS,
            boolean fromCache,
            boolean complete) {}

    /** Whether any launch catches. */
    public boolean feasible() {
        return rows.stream().anyMatch(LaunchRow::feasible);
    }

    /** The latest launch that catches. */
    public Optional<LaunchRow> latest() {
        return rows.stream().filter(LaunchRow::latest).findFirst();
    }

    /** The launch of least energy. */
    public Optional<LaunchRow> cheapest() {
        return rows.stream().filter(LaunchRow::cheapest).findFirst();
    }

    /** From where on it is proved that no launch catches, to the finish. */
    public OptionalDouble impossibleFromKm() {
        OptionalDouble km = OptionalDouble.empty();
        for (int i = rows.size() - 1; i >= 0 && rows.get(i).impossible(); i--) {
            km = OptionalDouble.of(rows.get(i).launchKm());
        }
        return km;
    }
}
