package io.paceline.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import picocli.CommandLine.Help.Ansi;

/** A decision as a sports director reads it. */
public final class DecisionText {
    /** Longer tables are cut to the coalitions that matter. */
    private static final int MOST_ROWS = 40;

    private final DecisionAnswer answer;
    private final Ansi ansi;
    private final List<String> lines = new ArrayList<>();

    private DecisionText(DecisionAnswer answer, Ansi ansi) {
        this.answer = answer;
        this.ansi = ansi;
    }

    /**
     * The report.
     *
     * @param ansi whether to use colours
     */
    public static List<String> lines(DecisionAnswer answer, Ansi ansi) {
        DecisionText text = new DecisionText(answer, ansi);
        text.write();
        return text.lines;
    }

    private void write() {
        lines.add(bold(answer.scenario()));
        lines.add(Styled.text(ansi, "bold,green", headline() + answer.reason()));
        if (!answer.complete()) {
            lines.add("Warning: ended early. Coalitions that were not planned count as unable.");
        }
        if (answer.coalitions().size() < answer.coalitionsInAll()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Planned were %,d of %,d coalitions, the small ones and some drawn at random: a better one may be among the rest.",
                    answer.coalitions().size(),
                    answer.coalitionsInAll()));
        }
        options();
        shares();
        coalitions();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "If nobody chases, the break finishes %.0f s ahead.%s Planned %,d chases in %.1f s.",
                answer.finishGapS(),
                Double.isFinite(answer.limitS())
                        ? String.format(Locale.ROOT, " The leader loses his place at %.0f s.", answer.limitS())
                        : "",
                answer.planned(),
                answer.wallS()));
    }

    private String headline() {
        return switch (answer.action()) {
            case "chase_now" -> "Chase now. ";
            case "wait" -> String.format(Locale.ROOT, "Wait until %s km to go. ", Units.km(answer.launchKm()));
            case "hold" -> "Hold the gap. ";
            default -> "Let it go. ";
        };
    }

    private void options() {
        title("What could be done (points of all teams together)");
        Table table = new Table("<action", "launch km", "gain", "cost", "net", "extra work kJ", "<by");
        for (DecisionAnswer.Option option : answer.options()) {
            boolean acts = !option.teams().isEmpty();
            boolean nothing = option.action().equals("let_go");
            table.add(
                    option.action(),
                    nothing ? "-" : Units.km(option.launchKm()),
                    acts || nothing ? Units.fixed(1, option.gainPoints()) : "-",
                    acts || nothing ? Units.fixed(1, option.costPoints()) : "-",
                    acts || nothing ? Units.fixed(1, option.gainPoints() - option.costPoints()) : "-",
                    acts || nothing ? Units.kj(0, option.burdenJ()) : "-",
                    acts
                            ? String.join(" + ", option.teams())
                            : nothing ? "nobody" : option.possible() ? "no stable coalition" : "nobody can");
        }
        lines.addAll(table.lines());
    }

    private void shares() {
        if (answer.shares().isEmpty()) {
            return;
        }
        title(answer.teams().isEmpty() ? "Fair shares, if the cheapest who could did chase" : "Fair shares");
        Table table = new Table(
                "<team",
                "gain",
                "fair cost",
                "work %",
                "pull s",
                "pulls give %",
                "net",
                "free ride saves",
                "<others go on");
        for (DecisionAnswer.Share share : answer.shares()) {
            table.add(
                    share.team(),
                    Units.fixed(1, share.gainPoints()),
                    Units.fixed(1, share.fairPoints()) + error(share.standardErrorPoints()),
                    Units.percent(share.shareOfWork()) + error(100 * share.shareError()),
                    Units.fixed(0, share.pullSeconds()),
                    Units.percent(share.actualShare()),
                    Units.fixed(1, share.netPoints()),
                    number(1, share.freeRiderGainPoints()),
                    share.othersGoOn() ? "yes" : "no");
        }
        lines.addAll(table.lines());
        if (answer.sampledOrders() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  Estimated from %,d orders of the teams, drawn at random; ± is one standard error.",
                    answer.sampledOrders()));
        }
        for (DecisionAnswer.FairRide ride : answer.fairRide()) {
            StringBuilder pulls = new StringBuilder();
            answer.pulls()
                    .forEach(pull -> pulls.append(String.format(
                            Locale.ROOT, "%s%s %.0f", pulls.isEmpty() ? "" : ", ", pull.rider(), pull.seconds())));
            lines.add(String.format(
                    Locale.ROOT,
                    "  Pulls in s, front first: %s. They take %.1f %% more energy than the cheapest plan%s.",
                    pulls,
                    100 * (ride.collectiveJ() / ride.leastJ() - 1),
                    ride.nearness() < 1
                            ? String.format(
                                    Locale.ROOT,
                                    "; fairer ones would ask more of a rider than he has, so they go %.0f %% of the way",
                                    100 * ride.nearness())
                            : ""));
        }
    }

    private void coalitions() {
        List<DecisionAnswer.Coalition> rows = answer.coalitions();
        boolean all = rows.size() <= MOST_ROWS;
        if (!all) {
            rows = rows.stream()
                    .filter(row -> row.minimal().orElse(false) || row.stable().orElse(false))
                    .limit(MOST_ROWS)
                    .toList();
        }
        title(String.format(
                Locale.ROOT,
                "Coalitions launched as planned, that could catch%s",
                all
                        ? ""
                        : " (minimal and stable ones; --json has all "
                                + answer.coalitions().size() + ")"));
        Table table = new Table("work kJ", "extra kJ", "net", "<", "<", "<teams");
        int able = 0;
        for (DecisionAnswer.Coalition row : rows) {
            if (row.feasible()) {
                able++;
                table.add(
                        number(0, scaled(row.collectiveJ())),
                        number(0, scaled(row.burdenJ())),
                        number(1, row.netPoints()),
                        row.minimal().map(is -> is ? "minimal" : "").orElse("minimal?"),
                        row.stable().map(is -> is ? "stable" : "").orElse("stable?"),
                        String.join(" + ", row.teams()));
            }
        }
        lines.addAll(able == 0 ? List.of("  none") : table.lines());
    }

    private String error(double value) {
        return answer.sampledOrders() > 0 ? String.format(Locale.ROOT, " ± %.1f", value) : "";
    }

    private static OptionalDouble scaled(OptionalDouble joules) {
        return joules.isPresent() ? OptionalDouble.of(joules.getAsDouble() / 1_000) : joules;
    }

    private static String number(int digits, OptionalDouble value) {
        return value.isPresent() ? Units.fixed(digits, value.getAsDouble()) : "-";
    }

    private void title(String title) {
        lines.add("");
        lines.add(bold(title));
    }

    private String bold(String text) {
        return Styled.text(ansi, "bold", text);
    }
}
