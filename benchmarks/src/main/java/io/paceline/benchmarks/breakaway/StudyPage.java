package io.paceline.benchmarks.breakaway;

import io.paceline.chase.RiddenBreak;
import io.paceline.road.Road;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of the study: its numbers are computed here, its sentences stand in a file beside this class. */
final class StudyPage {
    private static final int CHASERS = 8;
    private static final int[] BREAKS = {1, 2, 4, 8};
    private static final int[] CHASES = {2, 4, 8, 12};
    private static final int USUAL_BREAK = 4;
    private static final double MOST_LEAD_S = 360;

    private StudyPage() {}

    /** The whole page. */
    static String text() throws IOException {
        return resource("study.md")
                .replace("{{sizes}}", sizes())
                .replace("{{chasers}}", chasers())
                .replace("{{terrain}}", terrain())
                .replace("{{episodes}}", episodes());
    }

    private static String sizes() {
        List<String> rows = new ArrayList<>(List.of("| terrain | 1 ahead | 2 | 4 | 8 |", "|--|--|--|--|--|"));
        for (Terrain terrain : Terrain.values()) {
            StringBuilder row = new StringBuilder("| " + name(terrain));
            for (int ahead : BREAKS) {
                row.append(" | ").append(lead(BreakawayStudy.leastSafeLeadS(terrain.road(), ahead, CHASERS)));
            }
            rows.add(row + " |");
        }
        return String.join("\n", rows);
    }

    private static String chasers() {
        List<String> rows = new ArrayList<>(List.of("| terrain | 2 chase | 4 | 8 | 12 |", "|--|--|--|--|--|"));
        for (Terrain terrain : Terrain.values()) {
            StringBuilder row = new StringBuilder("| " + name(terrain));
            for (int behind : CHASES) {
                row.append(" | ").append(lead(BreakawayStudy.leastSafeLeadS(terrain.road(), USUAL_BREAK, behind)));
            }
            rows.add(row + " |");
        }
        return String.join("\n", rows);
    }

    private static String terrain() throws IOException {
        List<String> rows = new ArrayList<>(List.of("| terrain | model % | races % |", "|--|--|--|"));
        for (Terrain terrain : Terrain.values()) {
            rows.add(terrainRow(terrain));
        }
        return String.join("\n", rows);
    }

    /** One row: the share of leads from 0 to 6 minutes with which a break of four stays away. */
    static String terrainRow(Terrain terrain) throws IOException {
        double leadS = BreakawayStudy.leastSafeLeadS(terrain.road(), USUAL_BREAK, CHASERS);
        double share = 1 - Math.min(leadS, MOST_LEAD_S) / MOST_LEAD_S;
        return String.format(Locale.ROOT, "| %s | %.0f | %s |", name(terrain), 100 * share, published(terrain));
    }

    /** The share of breaks that won on this terrain, from breakaway_statistics.csv. */
    private static String published(Terrain terrain) throws IOException {
        String line = resource("breakaway_statistics.csv")
                .lines()
                .filter(row -> row.strip().startsWith("of which " + name(terrain)))
                .findFirst()
                .orElseThrow();
        return line.split(",", -1)[3];
    }

    private static String episodes() {
        List<String> rows = new ArrayList<>(List.of(
                "| race | km to go | lead s | ahead | behind | in the race | model | with 8 behind | assumed |",
                "|--|--|--|--|--|--|--|--|--|"));
        for (Episode episode : Episode.all()) {
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %d | %d | %s | %s | %s | %s |",
                    episode.race(),
                    episode.kmToGo(),
                    episode.gapS(),
                    episode.ahead(),
                    episode.behind(),
                    word(episode.caught()),
                    word(isCaught(episode)),
                    word(isCaught(episode.withChasers(CHASERS))),
                    episode.assumed()));
        }
        return String.join("\n", rows);
    }

    private static boolean isCaught(Episode episode) {
        Road road = Terrain.level(1_000 * episode.kmToGo());
        RiddenBreak ahead = BreakawayStudy.breakaway(road, episode.ahead(), episode.gapS());
        return BreakawayStudy.catches(road, episode.behind(), ahead);
    }

    private static String word(boolean caught) {
        return caught ? "caught" : "away";
    }

    private static String lead(double seconds) {
        return seconds >= BreakawayStudy.MOST_GAP_S
                ? "over " + Math.round(BreakawayStudy.MOST_GAP_S)
                : String.valueOf(Math.round(seconds));
    }

    private static String name(Terrain terrain) {
        return terrain.name().toLowerCase(Locale.ROOT);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StudyPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing beside " + StudyPage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
