package io.paceline.app.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.app.Inputs;
import io.paceline.app.report.Answer;
import io.paceline.app.report.Explanation;
import io.paceline.app.report.PlanJson;
import io.paceline.app.report.SectorRide;
import io.paceline.app.report.Tornado;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.chase.Outcome;
import io.paceline.chase.RiderOutcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final String EVIL = "</script><img src=x onerror=alert(1)>{{data}}'&\"";

    private static final int MANY = 16;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeScenario() throws IOException {
        file = Inputs.write(folder);
    }

    private Answer answer() {
        Scenario scenario = ScenarioReader.read(file);
        ChaseKernel kernel = ChaseKernel.compile(scenario.chase());
        RotationPlan plan = new RotationPlan(
                List.of(new Pull("ROU1", 50), new Pull("TT1", 70), new Pull("DOM1", 20, 3)),
                List.of("SPR1"),
                Collections.nCopies(kernel.chase().road().sectorCount(), 1.0));
        Outcome outcome = kernel.evaluate(plan);
        return new Answer(
                scenario,
                plan,
                outcome,
                SectorRide.of(scenario, kernel, plan, outcome),
                Optional.empty(),
                List.of(),
                Explanation.ofGiven(scenario, plan, outcome));
    }

    private String page() {
        return HtmlReport.of(answer(), SourceText.of(file));
    }

    private static JsonNode data(String page) throws IOException {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">([^<]*)</script>")
                .matcher(page);
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    @Test
    void everyScriptAndStyleIsAllowedByItsHashAndNothingElseIs() throws Exception {
        String page = page();

        List<String> hashes = new ArrayList<>();
        Matcher element =
                Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(page);
        while (element.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(element.group(2).getBytes(StandardCharsets.UTF_8));
            hashes.add("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        assertThat(hashes).hasSize(3);
        assertThat(page)
                .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
                        + "form-action 'none'; style-src " + hashes.get(0) + "; script-src " + hashes.get(1) + " "
                        + hashes.get(2) + "\"");
        assertThat(page).contains("Copyright (c) 2022 Leon Sorokin");
        assertThat(page).doesNotContain("{{", " src=", " href=\"http", " style=\"", "@import", "url(", " onload=");
    }

    @Test
    void namesAreTextsWhateverIsInThem() throws IOException {
        String plain = page();
        String quoted = EVIL.replace("'", "''");
        Files.writeString(file, Files.readString(file).replace("name: Test chase", "name: '" + quoted + "'"));
        Path riders = folder.resolve("riders.csv");
        Files.writeString(
                riders, Files.readString(riders).replace("Tijs Tempo", "\"" + EVIL.replace("\"", "\"\"") + "\""));
        String page = page();

        // every tag of the page is a tag of the plain one: nothing that begins with < came from a name
        assertThat(tags(page)).isEqualTo(tags(plain));
        assertThat(page).contains("<h1>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;{{data}}&#39;&amp;&quot;</h1>");
        assertThat(data(page).get("name").asText()).isEqualTo(EVIL);
        assertThat(data(page).at("/riders/1/name").asText()).isEqualTo(EVIL);
    }

    private static List<String> tags(String page) {
        return Pattern.compile("</?[a-zA-Z!][^ >]*")
                .matcher(page)
                .results()
                .map(m -> m.group())
                .toList();
    }

    @Test
    void theNumbersAreThoseOfTheOutcome() throws IOException {
        Answer answer = answer();
        JsonNode data = data(page());

        assertThat(data.get("collectiveJ").asDouble())
                .isEqualTo(answer.outcome().collectiveJ());
        assertThat(data.get("riders").findValuesAsText("id")).containsExactly("ROU1", "TT1", "DOM1", "SPR1");
        JsonNode ride = data.get("ride");
        int last = ride.get("timeS").size() - 1;
        // rounded to hundredths of a second, to 0.1 s of gap
        assertThat(ride.at("/timeS/" + last).asDouble())
                .isCloseTo(answer.outcome().timeS(), within(0.005));
        assertThat(ride.at("/gapS/" + last).asDouble())
                .isCloseTo(-answer.outcome().marginS(), within(0.05));
        assertThat(ride.at("/gapS/0").asDouble()).isEqualTo(20);
        assertThat(ride.at("/kmToGo/0").asDouble()).isEqualTo(18);
        assertThat(ride.at("/kmToGo/" + last).asDouble()).isCloseTo(3, within(0.000_1));
        for (int i = 0; i < 4; i++) {
            String id = data.at("/riders/" + i + "/id").asText();
            RiderOutcome rider = answer.outcome().riders().stream()
                    .filter(r -> r.riderId().equals(id))
                    .findFirst()
                    .orElseThrow();
            double workJ = 0;
            for (int row = 0; row < last; row++) {
                double lastsS = ride.at("/timeS/" + (row + 1)).asDouble()
                        - ride.at("/timeS/" + row).asDouble();
                workJ += ride.at("/powerW/" + i + "/" + row).asDouble() * lastsS;
            }
            // watts to 0.1, times to 0.01 s in rows of some seconds: far below 0.1 %
            assertThat(workJ).isCloseTo(rider.workJ(), within(0.001 * rider.workJ()));
            assertThat(ride.at("/balanceJ/" + i + "/" + last).asDouble()).isCloseTo(rider.endBalanceJ(), within(0.5));
            assertThat(data.at("/riders/" + i + "/leastBalanceJ").asDouble()).isEqualTo(rider.leastBalanceJ());
        }
    }

    @Test
    void theEnergyOfEachRiderIsSplitWithoutALoss() {
        Answer answer = answer();
        List<EnergySplit> splits =
                EnergySplit.of(ChaseKernel.compile(answer.scenario().chase()), answer.plan());

        assertThat(splits).extracting(EnergySplit::rider).containsExactly("ROU1", "TT1", "DOM1", "SPR1");
        for (EnergySplit split : splits) {
            double sumJ = split.frontJ() + split.lineJ() + split.exchangeJ() + split.bunchJ() + split.leftJ();
            double workJ = answer.outcome().riders().stream()
                    .filter(r -> r.riderId().equals(split.rider()))
                    .findFirst()
                    .orElseThrow()
                    .workJ();
            // the same products in another order
            assertThat(sumJ).isCloseTo(workJ, within(1e-6 * workJ));
            assertThat(split.bunchJ()).as("three kilometres before the launch").isPositive();
        }
        assertThat(splits.get(3).frontJ()).isZero();
        assertThat(splits.get(3).exchangeJ()).isZero();
        assertThat(splits.get(2).leftJ()).as("burned after three turns").isPositive();
        assertThat(splits.get(1).leftJ()).isZero();
        assertThat(splits.get(1).exchangeJ()).isPositive();
    }

    @Test
    void whatWasNotGivenIsCalledAssumed() throws IOException {
        Files.writeString(
                file, Files.readString(file).replace("  wheel_gap_m: 0.5\n", "").replaceAll("wind: .*\n", ""));
        JsonNode list = data(page()).get("assumptions");

        assertThat(kind(list, "Gap from wheel to wheel")).isEqualTo("assumed");
        assertThat(kind(list, "Wind at 10 m")).isEqualTo("assumed");
        assertThat(kind(list, "Reserve of W′")).isEqualTo("given");
        assertThat(kind(list, "Exchange")).isEqualTo("estimated");
        assertThat(kind(list, "Power on the road")).isEqualTo("published");
        assertThat(list.findValuesAsText("source"))
                .allSatisfy(source -> assertThat(source).isNotBlank());
    }

    @Test
    void aRideForTimeSpeaksOfNoBreak() throws IOException {
        assertThat(data(page()).get("chasing").asBoolean()).isTrue();
        Files.writeString(file, Files.readString(file).replace("goal: {", "goal: {objective: fastest, "));
        JsonNode data = data(page());

        assertThat(data.get("chasing").asBoolean()).isFalse();
        assertThat(data.get("assumptions").findValuesAsText("what"))
                .contains("Exchange")
                .noneMatch(what -> what.contains("break"));
    }

    @Test
    void whatThePlanHangsOnIsTheTornadoNextToNow() throws IOException {
        assertThat(data(page()).get("hangsOn").isNull()).isTrue();
        Tornado.Side now = new Tornado.Side(Optional.empty(), "", 2_000_000, 3_000, 4, true);
        Tornado.Side low = new Tornado.Side(Optional.of(10.0), "", 1_990_000, 4_500, 9, true);
        Tornado.Side high = new Tornado.Side(Optional.of(30.0), "", 2_050_000, -500, -6.5, false);
        Tornado.Side elite = new Tornado.Side(Optional.empty(), "elite", 2_000_000, 3_700, 4, true);
        Tornado tornado = new Tornado(
                now,
                List.of(
                        new Tornado.Row(
                                "gap",
                                "s",
                                Optional.of(20.0),
                                "",
                                Optional.of(low),
                                Optional.of(high),
                                Optional.empty(),
                                Optional.of(26.1)),
                        new Tornado.Row(
                                "recovery_model",
                                "",
                                Optional.empty(),
                                "conservative",
                                Optional.empty(),
                                Optional.of(elite),
                                Optional.empty(),
                                Optional.empty())));
        JsonNode hangsOn = data(HtmlReport.of(answer().hangingOn(tornado), SourceText.of(file)))
                .get("hangsOn");

        assertThat(hangsOn.get("catches").asBoolean()).isTrue();
        assertThat(hangsOn.get("leastBalanceJ").asDouble()).isEqualTo(3_000);
        JsonNode gap = hangsOn.at("/rows/0");
        assertThat(gap.get("label").asText()).isEqualTo("gap");
        assertThat(gap.get("now").asText()).isEqualTo("20 s");
        assertThat(gap.get("turns").asText()).isEqualTo("above 26.1 s");
        assertThat(gap.at("/low/value").asText()).isEqualTo("10 s");
        assertThat(gap.at("/low/balanceJ").asDouble()).isEqualTo(1_500);
        // 1 990 / 2 000 - 1
        assertThat(gap.at("/low/energyShare").asDouble()).isEqualTo(-0.005);
        assertThat(gap.at("/low/marginS").asDouble()).isEqualTo(5);
        assertThat(gap.at("/high/balanceJ").asDouble()).isEqualTo(-3_500);
        assertThat(gap.at("/high/energyShare").asDouble()).isEqualTo(0.025);
        assertThat(gap.at("/high/marginS").asDouble()).isEqualTo(-10.5);
        assertThat(gap.at("/high/catches").asBoolean()).isFalse();
        JsonNode recovery = hangsOn.at("/rows/1");
        assertThat(recovery.get("now").asText()).isEqualTo("conservative");
        assertThat(recovery.get("low").isNull()).isTrue();
        assertThat(recovery.at("/high/value").asText()).isEqualTo("elite");
        assertThat(recovery.get("turns").asText()).isEmpty();
    }

    @Test
    void warnsOfWhatTheJsonWarnsOf() throws IOException {
        JsonNode json = new ObjectMapper().readTree(PlanJson.of(answer())).get("warnings");
        assertThat(json)
                .as("three kilometres in the bunch, whose drag is a guess")
                .isNotEmpty();

        List<String> warnings = new ArrayList<>();
        data(page()).get("warnings").forEach(sentence -> warnings.add(sentence.asText()));
        assertThat(warnings).isEqualTo(json.findValuesAsText("sentence"));
    }

    @Test
    void aVeryLongRideWithManyRidersStaysAPageToMail() throws IOException {
        StringBuilder riders = new StringBuilder(Inputs.RIDERS);
        StringBuilder ids = new StringBuilder("TT1, ROU1, DOM1");
        for (int i = 0; i < MANY; i++) {
            riders.append("M").append(i).append(",,Team,domestique,72,400,21000,1150,0.295,0.23,1\n");
            ids.append(", M").append(i);
        }
        Files.writeString(folder.resolve("riders.csv"), riders);
        Files.writeString(folder.resolve("course.gpx"), Inputs.gpx(490, 0.0));
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("from_km_to_go: 18", "from_km_to_go: 489")
                        .replace("launch_at_km_to_go: 15", "launch_at_km_to_go: 488")
                        .replace("workers: [TT1, ROU1, DOM1]", "workers: [" + ids + "]"));
        Scenario scenario = ScenarioReader.read(file);
        ChaseKernel kernel = ChaseKernel.compile(scenario.chase());
        List<Pull> pulls = new ArrayList<>();
        for (String id : ids.toString().split(", ")) {
            pulls.add(new Pull(id, 25));
        }
        RotationPlan plan = new RotationPlan(
                pulls,
                List.of("SPR1"),
                Collections.nCopies(kernel.chase().road().sectorCount(), 1.0));
        Outcome outcome = kernel.evaluate(plan);
        int columns = 6 + 2 * (pulls.size() + 1);
        assertThat(kernel.traceChanges(plan, 20).timeS().size() * columns)
                .as("numbers, if every change were a row")
                .isGreaterThan(RideRows.MOST_NUMBERS);
        Answer answer = new Answer(
                scenario,
                plan,
                outcome,
                SectorRide.of(scenario, kernel, plan, outcome),
                Optional.empty(),
                List.of(),
                Explanation.ofGiven(scenario, plan, outcome));
        String page = HtmlReport.of(answer, SourceText.of(file));

        assertThat(Inputs.utf8(page).length).isLessThan(1_500_000);
        JsonNode ride = data(page).get("ride");
        int rows = ride.get("timeS").size();
        // no more than fit, and not so few that the charts are coarse
        assertThat(rows * columns).isBetween(RideRows.MOST_NUMBERS * 9 / 10, RideRows.MOST_NUMBERS * 11 / 10);
        assertThat(ride.at("/timeS/" + (rows - 1)).asDouble()).isCloseTo(outcome.timeS(), within(0.005));
    }

    private static String kind(JsonNode list, String what) {
        for (JsonNode assumption : list) {
            if (assumption.get("what").asText().equals(what)) {
                return assumption.get("kind").asText();
            }
        }
        throw new AssertionError("no assumption named " + what);
    }

    @Test
    void showsTheFilesBehindTheAnswer() throws IOException {
        JsonNode sources = data(page()).get("sources");

        assertThat(sources.findValuesAsText("name")).containsExactly("scenario.yaml", "riders.csv");
        assertThat(sources.findValuesAsText("text"))
                .containsExactly(Files.readString(file), Files.readString(folder.resolve("riders.csv")));
    }
}
