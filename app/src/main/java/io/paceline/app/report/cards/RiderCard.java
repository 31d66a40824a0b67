package io.paceline.app.report.cards;

import io.paceline.app.report.Units;
import io.paceline.app.report.ride.RiderRide;
import io.paceline.app.report.ride.RiderStep;
import io.paceline.app.report.ride.Role;
import java.util.ArrayList;
import java.util.List;

/** What one rider has to know, on a page that fits his pocket. */
final class RiderCard {
    /** So many rows fit under the facts of one A5 page in one column; more stand in two. */
    private static final int ROWS_OF_ONE_COLUMN = 22;

    /** So many fit in two. */
    private static final int ROWS_OF_A_PAGE = 44;

    private final CardFacts facts;
    private final int place;
    private final RiderRide ride;

    private RiderCard(CardFacts facts, int place, RiderRide ride) {
        this.facts = facts;
        this.place = place;
        this.ride = ride;
    }

    /**
     * The page.
     *
     * @param place in the line at the launch, from 1 on
     */
    static String of(CardFacts facts, int place, RiderRide ride) {
        return new RiderCard(facts, place, ride).write();
    }

    private String write() {
        String id = ride.riderId();
        XmlText page = CardPage.begin(id + " – " + facts.title(), "size: A5; margin: 9mm");
        page.element("h1", facts.fullName(id)).element("p", facts.title(), "class", "soft");
        if (!facts.feasible()) {
            page.element("p", facts.explanation().get(0), "class", "alert");
        }
        page.open("dl");
        fact(page, "Your place", place + " of " + facts.riders());
        fact(page, "Start", facts.launch());
        List<RiderStep> pulls =
                ride.steps().stream().filter(step -> step.role() == Role.FRONT).toList();
        if (pulls.isEmpty()) {
            fact(page, "Your pulls", "none: you sit on");
        } else {
            double workJ = pulls.stream().mapToDouble(RiderStep::workJ).sum();
            double frontS = pulls.stream().mapToDouble(RiderStep::durationS).sum();
            fact(
                    page,
                    "Your pull",
                    Units.fixed(0, facts.pullS(id)) + " s at about " + Units.watts(workJ / frontS) + " W");
            fact(page, "Your first one", facts.at(pulls.get(0)));
        }
        balance(page, id);
        page.close();
        if (facts.burnedAfterTurns(id) > 0) {
            page.element(
                    "p",
                    "After pull " + facts.burnedAfterTurns(id) + " you are done: swing off and leave the line.",
                    "class",
                    "alert");
        }
        tables(page, pulls);
        return page.close().close().toString();
    }

    private void balance(XmlText page, String id) {
        String all = Units.kj(1, facts.wPrimeJ(id)) + " kJ";
        if (facts.leastJ(id) < 0) {
            fact(page, "W′ asked of you", Units.kj(1, -facts.leastJ(id)) + " kJ more than your " + all);
            return;
        }
        fact(page, "W′ to spend", Units.kj(1, facts.wPrimeJ(id) - facts.leastJ(id)) + " of " + all + ", at most");
        fact(
                page,
                "Keep",
                Units.kj(1, facts.leastJ(id)) + " kJ at the worst moment; reserve " + Units.kj(1, facts.reserveJ(id))
                        + " kJ");
    }

    private static void fact(XmlText page, String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close();
    }

    /** One row a pull, or a sector for who sits on. */
    private void tables(XmlText page, List<RiderStep> pulls) {
        List<RiderStep> steps = pulls.isEmpty() ? ride.steps() : pulls;
        List<List<String>> rows = new ArrayList<>();
        for (RiderStep step : steps) {
            rows.add(List.of(
                    pulls.isEmpty() ? words(step.role()) : Integer.toString(rows.size() + 1),
                    Units.km(facts.kmToGo(step)),
                    Units.clock(step.fromS() - facts.launchS()),
                    Units.fixed(0, step.durationS()),
                    Units.watts(step.meanW()),
                    Units.kj(1, step.balanceJ())));
        }
        List<String> heads = List.of(pulls.isEmpty() ? "" : "pull", "km to go", "min:s", "for s", "W", "W′ left kJ");
        if (rows.size() <= ROWS_OF_ONE_COLUMN) {
            table(page, heads, rows);
        } else {
            for (int from = 0; from < rows.size(); from += ROWS_OF_A_PAGE) {
                pair(page, heads, rows.subList(from, Math.min(rows.size(), from + ROWS_OF_A_PAGE)));
            }
        }
        page.element(
                "p",
                "min:s counts from the " + facts.beginning() + ". W′ left is at the end of the row.",
                "class",
                "soft");
    }

    /** The first half on the left, the rest on the right. */
    private static void pair(XmlText page, List<String> heads, List<List<String>> rows) {
        int half = (rows.size() + 1) / 2;
        page.open("div", "class", "pair");
        table(page, heads, rows.subList(0, half));
        if (half < rows.size()) {
            table(page, heads, rows.subList(half, rows.size()));
        }
        page.close();
    }

    private static void table(XmlText page, List<String> heads, List<List<String>> rows) {
        page.open("table").open("thead").open("tr");
        heads.forEach(head -> page.element("th", head));
        page.close().close().open("tbody");
        for (List<String> row : rows) {
            page.open("tr");
            row.forEach(cell -> page.element("td", cell));
            page.close();
        }
        page.close().close();
    }

    private static String words(Role role) {
        return switch (role) {
            case FRONT -> "in front";
            case LINE -> "in the line";
            case EXCHANGE -> "drifting back";
            case BUNCH -> "in the bunch";
            case LEFT -> "left the line";
        };
    }
}
