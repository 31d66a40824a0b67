package io.paceline.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Says in sentences when to launch, the answer first. */
public final class LaunchExplanation {
    private final LaunchAnswer answer;
    private final String catchKm;
    private final List<String> sentences = new ArrayList<>();

    private LaunchExplanation(LaunchAnswer answer) {
        this.answer = answer;
        catchKm = Units.km(answer.scenario().goal().catchKm());
    }

    /** The sentences. */
    public static List<String> of(LaunchAnswer answer) {
        LaunchExplanation explanation = new LaunchExplanation(answer);
        explanation.explain();
        return List.copyOf(explanation.sentences);
    }

    private void explain() {
        answer.latest().ifPresentOrElse(this::possible, this::hopeless);
        if (!answer.facts().complete()) {
            sentences.add("Stopped early: only some launches were planned, and the latest may be later.");
        }
    }

    private void possible(LaunchRow latest) {
        sentences.add("Yes: launch by " + Units.km(latest.launchKm()) + " km to go, and the break can be caught by "
                + catchKm + " km to go.");
        add("Latest: %s km to go, at %s km/h with %s kJ; least W' %s %%.%s", latest, impossible(latest));
        answer.cheapest()
                .ifPresent(row -> add(
                        cheapestWord(row) + ": %s km to go, at %s km/h with %s kJ; least W' %s %%.%s",
                        row,
                        dearest(row)));
        sentences.add(safe());
        earliest();
    }

    /** The cheapest is looked for among those that leave the reserves, if there are any. */
    private String cheapestWord(LaunchRow row) {
        return row.outcome().reserveShortJ() <= 0 && answer.scenario().chase().reserveFraction() > 0
                ? "Cheapest with everybody's reserve"
                : "Cheapest";
    }

    private void add(String format, LaunchRow row, String after) {
        sentences.add(String.format(
                Locale.ROOT,
                format,
                Units.km(row.launchKm()),
                Units.kmh(row.neededMPerS()),
                Units.kj(0, row.outcome().collectiveJ()),
                Units.percent(row.leastBalanceFraction()),
                after));
    }

    private String impossible(LaunchRow latest) {
        OptionalDouble km = answer.impossibleFromKm();
        if (km.isEmpty()) {
            return "";
        }
        return " From " + Units.km(km.getAsDouble()) + " km to go on it is proved that no plan catches"
                + (latest.launchKm() - km.getAsDouble() > 0.2 ? "; between the two none was found." : ".");
    }

    /** What it saves over the dearest launch that catches. */
    private String dearest(LaunchRow cheapest) {
        double mostJ = answer.rows().stream()
                .filter(LaunchRow::feasible)
                .mapToDouble(row -> row.outcome().collectiveJ())
                .max()
                .orElseThrow();
        double more = mostJ / cheapest.outcome().collectiveJ() - 1;
        return more < 0.000_5 ? "" : String.format(Locale.ROOT, " The dearest launch takes %.1f %% more.", 100 * more);
    }

    private String safe() {
        String surprise = Units.plain(answer.facts().surprisePct());
        return answer.safe()
                .map(found -> "Safe: by " + Units.km(found.launchKm()) + " km to go. The same chase then succeeds with "
                        + "everybody's reserve even if the break finds " + surprise
                        + " % more speed; if it does not, the break is"
                        + " caught at " + Units.km(found.catchKm()) + " km to go.")
                .orElseGet(() -> answer.facts().complete()
                        ? "No launch is safe: none leaves everybody his reserve if the break finds " + surprise
                                + " % more speed."
                        : "Whether a launch is safe was not looked at.");
    }

    /** Where an early launch fails and a later one does not. */
    private void earliest() {
        LaunchRow first = answer.rows().get(0);
        if (!first.feasible()) {
            double km = answer.rows().stream()
                    .filter(LaunchRow::feasible)
                    .findFirst()
                    .orElseThrow()
                    .launchKm();
            sentences.add("Not before " + Units.km(km) + " km to go: earlier the riders tire before they are there.");
        }
    }

    private void hopeless() {
        boolean proved = answer.rows().stream().allMatch(LaunchRow::impossible);
        sentences.add("No: "
                + (proved ? "no launch can catch the break by " : "no launch was found that catches the break by ")
                + catchKm + " km to go" + (proved ? ", whatever the plan." : "."));
        sentences.addAll(answer.remedies());
    }
}
