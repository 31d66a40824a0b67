package io.paceline.app.report.cards;

import io.paceline.app.report.SectorRide;
import io.paceline.app.report.Units;
import io.paceline.app.report.ride.RiderRide;
import io.paceline.app.report.ride.RiderStep;
import io.paceline.app.report.ride.Role;
import java.util.ArrayList;
import java.util.List;

/** What the car has to know, on one page. */
final class TeamCard {
    private TeamCard() {}

    /** The page. */
    static String of(CardFacts facts, List<RiderRide> rides) {
        XmlText page = CardPage.begin("Team – " + facts.title(), "margin: 9mm");
        page.element("h1", facts.title());
        List<String> sentences = facts.explanation();
        page.element("p", sentences.get(0), "class", "answer");
        page.open("ul");
        sentences.stream().skip(1).forEach(sentence -> page.element("li", sentence));
        facts.warnings().forEach(warning -> page.element("li", warning));
        page.close();
        line(page, facts, rides);
        cues(page, facts);
        sectors(page, facts.sectors());
        return page.close().close().toString();
    }

    /** A table; columns whose heads begin with {@code <} are to the left. */
    private static void table(XmlText page, String title, List<String> columns, List<List<String>> rows) {
        page.element("h2", title).open("table").open("thead").open("tr");
        columns.forEach(column -> cell(page, "th", column, column.replaceFirst("^<", "")));
        page.close().close().open("tbody");
        for (List<String> row : rows) {
            page.open("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(page, "td", columns.get(i), row.get(i));
            }
            page.close();
        }
        page.close().close();
    }

    private static void cell(XmlText page, String element, String column, String text) {
        if (column.startsWith("<")) {
            page.element(element, text, "class", "left");
        } else {
            page.element(element, text);
        }
    }

    private static void line(XmlText page, CardFacts facts, List<RiderRide> rides) {
        List<List<String>> rows = new ArrayList<>();
        for (RiderRide ride : rides) {
            rows.add(rider(facts, ride, rows.size() + 1));
        }
        table(
                page,
                "Line at the " + facts.beginning() + ", front first",
                List.of("place", "<rider", "<pull", "W in front", "first pull, km to go", "least W′ kJ", "reserve kJ"),
                rows);
    }

    private static List<String> rider(CardFacts facts, RiderRide ride, int place) {
        String id = ride.riderId();
        List<RiderStep> pulls =
                ride.steps().stream().filter(step -> step.role() == Role.FRONT).toList();
        double frontS = pulls.stream().mapToDouble(RiderStep::durationS).sum();
        int turns = facts.burnedAfterTurns(id);
        String pull = pulls.isEmpty()
                ? "sits on"
                : Units.fixed(0, facts.pullS(id)) + " s" + (turns > 0 ? ", " + turns + " turns, then out" : "");
        return List.of(
                Integer.toString(place),
                facts.fullName(id),
                pull,
                pulls.isEmpty() ? "" : Units.watts(ride.workJ(Role.FRONT) / frontS),
                pulls.isEmpty() ? "" : Units.km(facts.kmToGo(pulls.get(0))),
                Units.kj(1, facts.leastJ(id)),
                Units.kj(1, facts.reserveJ(id)));
    }

    private static void cues(XmlText page, CardFacts facts) {
        List<List<String>> rows = new ArrayList<>();
        for (Cue cue : facts.cues()) {
            boolean beforeCatch = !Double.isNaN(cue.timeS());
            List<String> row = new ArrayList<>(
                    List.of(Units.km(cue.kmToGo()), beforeCatch ? Units.clock(cue.timeS() - facts.launchS()) : ""));
            if (facts.chasing()) {
                row.add(beforeCatch ? Units.clock(cue.gapS()) : "");
            }
            row.add(cue.text());
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("km to go", "min:s after the " + facts.beginning()));
        if (facts.chasing()) {
            columns.add("gap min:s");
        }
        columns.add("<what");
        table(page, "On the way", columns, rows);
    }

    private static void sectors(XmlText page, List<SectorRide> sectors) {
        List<List<String>> rows = new ArrayList<>();
        for (SectorRide sector : sectors) {
            rows.add(List.of(
                    Units.km(sector.fromKm()),
                    Units.km(sector.toKm()),
                    Units.fixed(1, sector.gradient() * 100),
                    Units.fixed(1, sector.headwindMPerS()),
                    Units.kmh(sector.speedMPerS()),
                    Units.watts(sector.leaderW()),
                    Units.watts(sector.meanW())));
        }
        table(
                page,
                "Pace",
                List.of("from km to go", "to", "slope %", "headwind m/s", "km/h", "W in front", "W mean of all"),
                rows);
    }
}
