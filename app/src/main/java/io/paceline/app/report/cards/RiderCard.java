package io.paceline.app.report.cards;

import io.paceline.app.report.Units;
import io.paceline.app.report.ride.RiderRide;
import io.paceline.app.report.ride.RiderStep;
import io.paceline.app.report.ride.Role;
import java.util.List;

/** What one rider has to know, on a page that fits his pocket. */
final class RiderCard {
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
        XmlText page = CardPage.begin(id + " – " + facts.title(), "A5");
        page.element("h1", facts.fullName(id))
                .element("p", facts.title(), "class", "soft")
                .open("dl");
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
        fact(
                page,
                "W′ to spend",
                Units.kj(1, facts.wPrimeJ(id) - facts.leastJ(id)) + " of " + Units.kj(1, facts.wPrimeJ(id))
                        + " kJ, at most");
        fact(
                page,
                "Keep",
                Units.kj(1, facts.leastJ(id)) + " kJ at the worst moment; reserve " + Units.kj(1, facts.reserveJ(id))
                        + " kJ");
        page.close();
        if (facts.burnedAfterTurns(id) > 0) {
            page.element(
                    "p",
                    "After pull " + facts.burnedAfterTurns(id) + " you are done: swing off and leave the line.",
                    "class",
                    "alert");
        }
        table(page, pulls);
        return page.close().close().toString();
    }

    private static void fact(XmlText page, String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close();
    }

    private void table(XmlText page, List<RiderStep> pulls) {
        List<RiderStep> steps = pulls.isEmpty() ? ride.steps() : pulls;
        page.open("table").open("thead").open("tr");
        for (String head : List.of(pulls.isEmpty() ? "" : "pull", "km to go", "min:s", "for s", "W", "W′ left kJ")) {
            page.element("th", head);
        }
        page.close().close().open("tbody");
        int number = 0;
        for (RiderStep step : steps) {
            page.open("tr")
                    .element("td", pulls.isEmpty() ? words(step.role()) : Integer.toString(++number))
                    .element("td", Units.km(facts.kmToGo(step)))
                    .element("td", Units.clock(step.fromS() - facts.launchS()))
                    .element("td", Units.fixed(0, step.durationS()))
                    .element("td", Units.watts(step.meanW()))
                    .element("td", Units.kj(1, step.balanceJ()))
                    .close();
        }
        page.close().close();
        page.element(
                "p",
                "min:s counts from the " + facts.beginning() + ". W′ left is at the end of the row.",
                "class",
                "soft");
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
