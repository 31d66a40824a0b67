package io.paceline.app.serve;

import io.paceline.app.report.cards.Cards;
import io.paceline.app.report.html.HtmlReport;
import java.util.Map;

/** What a plan of the planner is handed out as. */
final class Handouts {
    private Handouts() {}

    /** A plan as one page. */
    static String report(Snapshot snapshot) {
        return HtmlReport.of(snapshot.answer(), snapshot.task().race().sources(snapshot.question()));
    }

    /** What a team carries, as texts by file name. */
    static Map<String, String> cards(Snapshot snapshot) {
        return Cards.of(snapshot.answer(), snapshot.task().race().track(snapshot.question()));
    }
}
