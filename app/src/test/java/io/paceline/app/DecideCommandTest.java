package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideCommandTest {
    private static final String STAKES = """
            gc:
              leader: SPR1
              gaps: {B7: 200}
              in_break: [B7]
              lead_worth: 50
              place_worth: 20
              second_worth: 0.1
            stakes:
              cost_per_kj: 0.01
              sharing: pooled
              hold_margin_s: 10
              teams:
                - {team: Red, stage_win: 100, win_chance_pct: 40}
                - {team: Blue}
            """;

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
        Files.writeString(scenario, Inputs.SCENARIO + STAKES);
        Files.writeString(
                folder.resolve("riders.csv"),
                Inputs.RIDERS
                        .replaceAll("(?m)^(TT1|ROU1),(.*?),Team,", "$1,$2,Red,")
                        .replace(",Team,", ",Blue,"));
    }

    private void change(String from, String to) throws IOException {
        String text = Files.readString(scenario);
        assertThat(text).contains(from);
        Files.writeString(scenario, text.replace(from, to));
    }

    private Run decide(Object... more) {
        List<Object> args = new ArrayList<>(List.of("decide", scenario, "--evaluations", "300"));
        args.addAll(List.of(more));
        return Run.of(args.toArray());
    }

    @Test
    void decidesAndWritesWhatItWeighed() throws IOException {
        Path json = folder.resolve("decision.json");
        Run run = decide("--json", json);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "Test chase", "What could be done", "Fair shares", "Coalitions launched as planned", "let_go");
        JsonNode decision = new ObjectMapper().readTree(json.toFile());
        assertThat(keys(decision))
                .containsExactly(
                        "version",
                        "scenario",
                        "verdict",
                        "finishGapS",
                        "gcLimitS",
                        "options",
                        "coalitions",
                        "fairShare",
                        "fairRide",
                        "coalitionsInAll",
                        "sampledOrders",
                        "planned",
                        "wallS",
                        "complete");
        assertThat(keys(decision.get("verdict"))).containsExactly("action", "reason", "teams", "launchKmToGo");
        assertThat(decision.at("/verdict/action").asText()).isIn("chase_now", "wait", "hold", "let_go");
        assertThat(run.out()).contains(decision.at("/verdict/reason").asText());
        assertThat(decision.get("coalitions")).hasSize(3);
        assertThat(decision.get("coalitionsInAll").asInt()).isEqualTo(3);
        assertThat(decision.get("sampledOrders").asInt()).isZero();
        assertThat(run.out()).doesNotContain("Planned were").doesNotContain("±");
        for (JsonNode coalition : decision.get("coalitions")) {
            assertThat(keys(coalition)).startsWith("teams", "feasible", "collectiveJ", "stable", "minimal");
            assertThat(coalition.get("collectiveJ").isNull())
                    .isNotEqualTo(coalition.get("feasible").asBoolean());
        }
        double shares = 0;
        for (JsonNode share : decision.get("fairShare")) {
            assertThat(keys(share)).startsWith("team", "shareOfWork", "shareStandardError", "pullSeconds");
            shares += share.get("shareOfWork").asDouble();
        }
        assertThat(shares).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(decision.get("gcLimitS").asDouble()).isEqualTo(200);
        assertThat(decision.get("complete").asBoolean()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameDecision() throws IOException {
        Path one = folder.resolve("one.json");
        Path two = folder.resolve("two.json");
        decide("--json", one, "--quiet", "--seed", "4");
        decide("--json", two, "--quiet", "--seed", "4");
        assertThat(Files.readString(one).replaceAll("\"wallS\" : [^,]*", ""))
                .isEqualTo(Files.readString(two).replaceAll("\"wallS\" : [^,]*", ""));
    }

    @Test
    void aBreakBeyondAllEndsWithThree() throws IOException {
        change("gap_s: 20", "gap_s: 900");
        change("B7: 200", "B7: 3000");
        Run run = decide();
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("Let it go. No plan was found with which even all teams together catch");
    }

    @Test
    void needsStakes() throws IOException {
        Files.writeString(scenario, Inputs.SCENARIO);
        Run run = decide();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("paceline: " + scenario + ": stakes is missing: decide weighs what a catch is worth to the "
                        + "teams. Add stakes, see docs/scenario.md." + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leader: SPR1|leader: SPR9|gc.leader : rider SPR9 is not in the riders' file. Maybe SPR1? If he rides in the break, name him under gc.in_break.",
                "in_break: [B7]|in_break: [B8]|gc.in_break: rider B8 has no gap. Add him to gc.gaps.",
                "gaps: {B7: 200}|gaps: {B7: 200, SPR1: 3}|gc.gaps names the leader SPR1. He is behind nobody: leave him out.",
                "gaps: {B7: 200}|gaps: {B7: -200}|gc.gaps.B7 = -200 s is outside [0, 36000] s. It is seconds behind the leader.",
                "gaps: {B7: 200}|gaps: 200|gc.gaps is 200. It has to be a group: a name and a number in [0, 36000] s each.",
                "cost_per_kj: 0.01|cost_per_kj: 0|stakes.cost_per_kj = 0 points/kJ is outside [0.000000001, 1000] points/kJ. Work has to cost something.",
                "sharing: pooled|sharing: fair|stakes.sharing = fair is not known. Choose one of: pooled, as_planned.",
                "{team: Blue}|{team: Bleu}|stakes.teams[2].team = Bleu is not a team of the riders' file.",
                "{team: Blue}|{team: Red}|stakes.teams have none for rider DOM1, who chases for team Blue. Add his team, or leave him out of the chase.",
                "win_chance_pct: 40|win_chance_pct: 140|stakes.teams[1].win_chance_pct = 140 % is outside [0, 100] %.",
                ", win_chance_pct: 40|''|stakes.teams[1].win_chance_pct is missing. Give a number in [0, 100] %.",
                "stage_win|stage_wins|stakes.teams[1].stage_wins is not a known key. Maybe stage_win? Known: team, stage_win, win_chance_pct.",
            })
    void saysWhatIsWrongWithTheStakes(String from, String to, String message) throws IOException {
        change(from, to);
        Run run = decide();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("paceline: " + scenario + ":")
                .endsWith(": " + message + System.lineSeparator());
    }

    /** Eleven riders of one team each. */
    private void elevenTeams() throws IOException {
        StringBuilder riders =
                new StringBuilder(Inputs.RIDERS.lines().findFirst().orElseThrow() + "\n");
        StringBuilder stakes = new StringBuilder("stakes:\n  cost_per_kj: 0.01\n  teams:\n");
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            ids.add("W" + i);
            riders.append(
                    "W%d,Rider %d,Team %d,rouleur,76,%d,23000,1250,0.30,0.235,1\n".formatted(i, i, i, 400 + 4 * i));
            stakes.append("    - {team: Team %d, stage_win: 50, win_chance_pct: 20}\n".formatted(i));
        }
        Files.writeString(folder.resolve("riders.csv"), riders);
        Files.writeString(
                scenario,
                Inputs.SCENARIO.replace("[TT1, ROU1, DOM1]", ids.toString()).replace("  protected: [SPR1]\n", "")
                        + stakes);
    }

    @Test
    void plansSomeCoalitionsOfElevenTeamsAndSaysSo() throws IOException {
        elevenTeams();
        Path json = folder.resolve("decision.json");
        Run run = Run.of("decide", scenario, "--evaluations", "100", "--orders", "3", "--json", json);

        assertThat(run.err()).isEmpty();
        JsonNode decision = new ObjectMapper().readTree(json.toFile());
        assertThat(decision.get("coalitionsInAll").asInt()).isEqualTo(2_047);
        // all of up to three teams, and those met
        assertThat(decision.get("coalitions").size()).isBetween(232, 2_046);
        assertThat(run.out())
                .contains(
                        "Planned were " + decision.get("coalitions").size()
                                + " of 2,047 coalitions, the small ones and some drawn at random: a better one may be among the rest.");
        for (JsonNode coalition : decision.get("coalitions")) {
            assertThat(coalition.get("stable").isBoolean()
                            || coalition.get("stable").isNull())
                    .isTrue();
            assertThat(coalition.get("teams").size() > 1
                            || coalition.get("stable").isBoolean())
                    .as("a team alone is always judged")
                    .isTrue();
        }
        boolean sampled = decision.get("sampledOrders").asInt() > 0;
        assertThat(sampled).isEqualTo(decision.get("fairShare").size() > 10);
        assertThat(run.out().contains("±")).isEqualTo(sampled);
    }

    @Test
    void refusesTooFewOrders() {
        Run run = decide("--orders", "1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("paceline: --orders = 1 is outside [2, 10000]. Some 30 are usual." + System.lineSeparator());
    }

    @Test
    void aClassificationWithoutStakesIsRefused() throws IOException {
        Files.writeString(scenario, Inputs.SCENARIO + "gc: {leader: SPR1}\n");
        assertThat(decide().err())
                .endsWith(": gc has no use without stakes. Add them, or leave gc out." + System.lineSeparator());
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
