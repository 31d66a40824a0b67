package io.paceline.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** The launches as a coach reads them. */
public final class LaunchText {
    private LaunchText() {}

    /**
     * The report.
     *
     * @param ansi whether to use colours
     */
    public static List<String> lines(LaunchAnswer answer, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        List<String> explanation = LaunchExplanation.of(answer);
        lines.add(Styled.text(ansi, "bold", answer.scenario().name() + ": when to launch"));
        lines.add(Styled.text(ansi, answer.feasible() ? "bold,green" : "bold,red", explanation.get(0)));
        explanation.stream().skip(1).forEach(lines::add);
        lines.add("");
        lines.add(Styled.text(
                ansi,
                "bold",
                "Launches (energy of all riders from the start to the catch, the bunch before the launch included)"));
        lines.addAll(table(answer));
        lines.addAll(BreakText.lines(answer.scenario().breakRiders(), ansi));
        LaunchAnswer.Facts facts = answer.facts();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Searched %.1f s, %,d plans for each launch, seed %d%s.",
                facts.wallS(),
                facts.evaluations(),
                facts.seed(),
                facts.fromCache() ? "; plans from the cache" : ""));
        return lines;
    }

    private static List<String> table(LaunchAnswer answer) {
        Optional<LaunchRow> cheapest = answer.cheapest();
        Table table = new Table("km to go", "<", "energy kJ", "more %", "km/h", "least W' %", "could be less %", "<");
        for (LaunchRow row : answer.rows()) {
            boolean end = answer.impossibleFromKm().isPresent()
                    && row.launchKm() < answer.impossibleFromKm().getAsDouble();
            if (end) {
                table.add("later", "cannot", "", "", "", "", "", "");
                break;
            }
            double more = cheapest.map(
                            best -> row.outcome().collectiveJ() / best.outcome().collectiveJ() - 1)
                    .orElse(0.0);
            table.add(
                    Units.km(row.launchKm()),
                    row.feasible() ? "catches" : row.impossible() ? "cannot" : "no plan found",
                    row.feasible() ? Units.kj(0, row.outcome().collectiveJ()) : "",
                    row.feasible() ? Units.fixed(1, 100 * more) : "",
                    Double.isFinite(row.neededMPerS()) ? Units.kmh(row.neededMPerS()) : "",
                    row.impossible() ? "" : Units.percent(row.leastBalanceFraction()),
                    row.feasible() && row.boundJ() > 0 ? Units.fixed(1, row.gapPct()) : "",
                    marks(answer, row));
        }
        return table.lines();
    }

    private static String marks(LaunchAnswer answer, LaunchRow row) {
        List<String> marks = new ArrayList<>();
        if (row.cheapest()) {
            marks.add("cheapest");
        }
        if (answer.safe().filter(safe -> safe.launchKm() == row.launchKm()).isPresent()) {
            marks.add("latest safe");
        }
        if (row.latest()) {
            marks.add("latest");
        }
        return String.join(", ", marks);
    }
}
