package io.paceline.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paceline.app.Inputs;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.PlanReader;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.exact.Certificate;
import io.paceline.optimizer.exact.Certificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planner as its page uses it. */
class PlannerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path scenario;
    private Planner planner;
    private Client client;

    @BeforeEach
    void open() throws Exception {
        scenario = Inputs.write(folder);
        planner = Planner.open(scenario, Optional.empty(), 0.5, BreakPlanner.none(), 0);
        client = new Client(planner.port());
    }

    @AfterEach
    void close() {
        planner.close();
    }

    private ObjectNode question() throws Exception {
        return (ObjectNode) client.get("/api/question").json();
    }

    private long ask(JsonNode question) throws Exception {
        Client.Response response = client.put("/api/question", question.toString());
        assertThat(response.status()).as(response.json().toString()).isEqualTo(200);
        return response.json().get("revision").asLong();
    }

    private static ObjectNode group(JsonNode question, String name) {
        return (ObjectNode) question.get("scenario").get(name);
    }

    @Test
    void plansTheScenarioThatItBeganWith() throws Exception {
        JsonNode plan = client.planFor(1, false);

        assertThat(plan.at("/answer/scenario").asText()).isEqualTo("Test chase");
        assertThat(plan.at("/answer/plan/order")).hasSize(4);
        assertThat(plan.at("/report/ride/timeS").size()).isGreaterThan(10);
        assertThat(question().at("/scenario/breakaway/gap_s").asDouble()).isEqualTo(20);
    }

    @Test
    void aNewQuestionGetsANewPlanFromTheOldOne() throws Exception {
        client.planFor(1, false);
        ObjectNode question = question();
        group(question, "breakaway").put("gap_s", 45);

        long revision = ask(question);
        JsonNode first = client.planFor(revision, false);

        assertThat(first.get("revision").asLong()).isEqualTo(revision).isEqualTo(2);
        // the chase must make up the gap: that is how a plan for 45 s differs from one for 20 s
        JsonNode last = client.planFor(revision, true);
        assertThat(last.at("/answer/energy/collectiveJ").asDouble())
                .isLessThanOrEqualTo(first.at("/answer/energy/collectiveJ").asDouble());
        assertThat(last.at("/answer/search/evaluations").asLong()).isPositive();
    }

    @Test
    void benchingAndProtectingRidersChangesTheLine() throws Exception {
        ObjectNode question = question();
        ObjectNode chase = group(question, "chase");
        chase.set("workers", JSON.readTree("[\"TT1\", \"DOM1\"]"));
        chase.set("protected", JSON.readTree("[]"));

        JsonNode plan = client.planFor(ask(question), false);

        assertThat(plan.at("/answer/plan/order")).map(JsonNode::asText).containsExactlyInAnyOrder("TT1", "DOM1");
    }

    @Test
    void aBadQuestionIsRefusedInTheReadersWordsAndTheOldOneStays() throws Exception {
        ObjectNode question = question();
        group(question, "wind").put("speed_mps", 90);

        Client.Response response = client.put("/api/question", question.toString());

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().get("error").asText())
                .contains("wind.speed_mps = 90 m/s is outside [0, 40] m/s. Maybe it is in km/h: divide by 3.6.");
        assertThat(question().at("/scenario/wind/speed_mps").asDouble()).isEqualTo(2.5);
    }

    @Test
    void aPlanByHandIsRiddenAsSimulateDoes() throws Exception {
        JsonNode plan = client.planFor(1, true).get("answer");

        JsonNode same =
                client.post("/api/simulate", plan.get("plan").toString()).json();
        Client.Response bad = client.post("/api/simulate", "{\"pulls\": [{\"rider\": \"TT9\", \"seconds\": 60}]}");

        // the same plan for the same question: the same numbers to the last bit
        assertThat(same.at("/answer/energy")).isEqualTo(plan.get("energy"));
        assertThat(same.at("/answer/search").isNull()).isTrue();
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().get("error").asText()).contains("rider TT9 is not in the chase. Maybe TT1?");
    }

    @Test
    void aReadingOnPlanAsksForTheSpeedsThatThePlanHadAnyway() throws Exception {
        JsonNode plan = client.planFor(1, true);
        JsonNode ride = plan.at("/report/ride");
        int row = 2 * ride.get("timeS").size() / 3;
        double kmToGo = ride.get("kmToGo").get(row).asDouble();
        double gapS = ride.get("gapS").get(row).asDouble();

        JsonNode reading = client.post("/api/gap", "{\"kmToGo\": " + kmToGo + ", \"gapS\": " + gapS + "}")
                .json();

        // the series is rounded to 0.1 s
        assertThat(reading.get("aheadS").asDouble()).isCloseTo(0, within(0.06));
        assertThat(reading.get("sentence").asText()).isEqualTo("On plan.");
        // the road is cut anew from here, which moves times by up to 0.5 % (see Cells): 0.005 * 45 km/h, and the same
        // for the break
        assertThat(reading.get("speedKmhNow").asDouble())
                .isCloseTo(reading.get("speedKmhBefore").asDouble(), within(0.45));
        assertThat(question().at("/scenario/course/from_km_to_go").asDouble()).isEqualTo(kmToGo);
    }

    @Test
    void aReadingTakesWhatRidersHaveSpentAlong() throws Exception {
        ObjectNode hard = question();
        group(hard, "breakaway").put("gap_s", 60);
        JsonNode plan = client.planFor(ask(hard), true);
        double kmToGo = plan.at("/answer/catch/kmToGo").asDouble() + 2;

        JsonNode reading = client.post("/api/gap", "{\"kmToGo\": " + kmToGo + ", \"gapS\": 15}")
                .json();
        JsonNode after = client.planFor(reading.get("revision").asLong(), false);

        assertThat(reading.get("aheadS").asDouble())
                .isCloseTo(reading.get("plannedGapS").asDouble() - 15, within(1e-9));
        JsonNode riders = question().get("riders");
        JsonNode balances = after.at("/report/ride/balanceJ");
        JsonNode line = after.at("/report/riders");
        for (int place = 0; place < line.size(); place++) {
            String id = line.get(place).get("id").asText();
            JsonNode rider = rider(riders, id);
            double todayJ = 0.80 * rider.get("w_prime_j").asDouble();
            // the chart's balance is rounded to whole joules
            assertThat(balances.get(place).get(0).asDouble())
                    .as(id)
                    .isCloseTo(todayJ - rider.get("spent_j").asDouble(), within(0.51));
            assertThat(rider.get("spent_j").asDouble() % 1)
                    .as(id + ": whole joules")
                    .isZero();
        }
        assertThat(riders).anyMatch(rider -> rider.path("spent_j").asDouble() > 1_000);
    }

    private static JsonNode rider(JsonNode riders, String id) {
        for (JsonNode rider : riders) {
            if (rider.get("id").asText().equals(id)) {
                return rider;
            }
        }
        throw new AssertionError("no rider " + id);
    }

    @Test
    void aReadingOffTheRoadIsRefused() throws Exception {
        client.planFor(1, false);

        assertThat(client.post("/api/gap", "{\"kmToGo\": 19, \"gapS\": 15}")
                        .json()
                        .get("error")
                        .asText())
                .isEqualTo("kmToGo = 19.0 km is outside [3.1, 18.0] km: between the last reading and the catch.");
        assertThat(client.post("/api/gap", "{\"kmToGo\": 9, \"gapS\": -1}")
                        .json()
                        .get("error")
                        .asText())
                .isEqualTo("gapS = -1.0 s is outside [0, 3600] s. It is in seconds.");
        assertThat(client.post("/api/gap", "{\"kmToGo\": 9}")
                        .json()
                        .get("error")
                        .asText())
                .isEqualTo("gapS is missing. It is the gap there, in seconds.");
    }

    @Test
    void whatIsProvedFollowsTheSearchInTheWordsOfThePlanCommand() throws Exception {
        JsonNode plan = client.settledFor(1);

        JsonNode answer = plan.get("answer");
        Scenario read = ScenarioReader.read(scenario);
        ChaseKernel kernel = ChaseKernel.compile(read.chase());
        Path file = Files.writeString(folder.resolve("plan.json"), answer.toString());
        Outcome outcome = kernel.evaluate(PlanReader.read(file, read));
        Certificate anySpeeds = Certificates.certifyAnyPace(kernel, outcome.collectiveJ());
        assertThat(plan.at("/report/proofs")).map(JsonNode::asText).hasSize(2).contains(anySpeeds.sentence());
        assertThat(answer.at("/boundAtAnySpeeds/collectiveJ").asDouble()).isEqualTo(anySpeeds.boundJ());
        assertThat(answer.at("/bound/collectiveJ").asDouble())
                .isGreaterThan(anySpeeds.boundJ())
                .isLessThanOrEqualTo(answer.at("/energy/collectiveJ").asDouble());
        assertThat(answer.at("/sensitivity/rows").size()).isGreaterThan(10);
        String page = client.text(client.request("/api/report")).body();
        assertThat(page).contains("Proved: " + anySpeeds.sentence() + ".");
    }

    @Test
    void nothingIsSaidAboutAnOldQuestionOnceThereIsANewOne() throws Exception {
        client.planFor(1, true);
        ObjectNode question = question();
        group(question, "breakaway").put("gap_s", 21);
        long revision = ask(question);

        ArrayDeque<JsonNode> plans = client.plansUntil(revision, "settled");

        assertThat(plans.peekFirst().get("settled").asBoolean()).isFalse();
        long old = plans.stream()
                .dropWhile(plan -> plan.get("revision").asLong() < revision)
                .filter(plan -> plan.get("revision").asLong() < revision)
                .count();
        assertThat(old).isZero();
        assertThat(plans).map(plan -> plan.get("number").asLong()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aChaseThatFailsIsNotProvedButWhatItHangsOnIsSaid() throws Exception {
        ObjectNode question = question();
        group(question, "breakaway").put("gap_s", 400);

        JsonNode plan = client.settledFor(ask(question));

        assertThat(plan.at("/answer/feasible").asBoolean()).isFalse();
        assertThat(plan.at("/report/proofs")).isEmpty();
        assertThat(plan.at("/answer/bound").isMissingNode()).isTrue();
        assertThat(plan.at("/answer/sensitivity/rows").size()).isGreaterThan(10);
    }

    @Test
    void whatWouldHelpAChaseThatFailsFollowsTheSearch() throws Exception {
        ObjectNode question = question();
        group(question, "breakaway").put("gap_s", 300);
        JsonNode plan = client.settledFor(ask(question));
        assertThat(plan.at("/answer/feasible").asBoolean()).isFalse();

        JsonNode suggestions = plan.at("/answer/suggestions");
        assertThat(suggestions)
                .extracting(one -> one.get("kind").asText())
                .containsExactly("lessGapS", "moreWorkers", "earlierLaunchM");
        assertThat(plan.at("/answer/explanation")).contains(suggestions.get(0).get("sentence"));
        // RemediesTest holds that they truly help
        assertThat(suggestions.get(0).get("found").asBoolean()).isTrue();
        assertThat(suggestions.get(0).get("amount").asDouble()).isBetween(1.0, 299.0);
    }

    @Test
    void theSearchForWhatWouldHelpEndsWithTheNextQuestion() throws Exception {
        ObjectNode question = question();
        group(question, "breakaway").put("gap_s", 300);
        client.planFor(ask(question), true);
        group(question, "breakaway").put("gap_s", 20);
        long revision = ask(question);

        ArrayDeque<JsonNode> plans = client.plansUntil(revision, "settled");

        plans.removeIf(plan -> plan.get("revision").asLong() < revision);
        assertThat(plans).allMatch(plan -> plan.at("/answer/suggestions").isMissingNode());
        assertThat(plans.peekLast().at("/report/proofs")).isNotEmpty();
    }

    @Test
    void theCardsAreThoseOfThePlanInOneArchive() throws Exception {
        ObjectNode question = question();
        ((ObjectNode) question.get("riders").get(0)).put("id", "../TT1");
        ((ArrayNode) question.at("/scenario/chase/workers")).set(0, "../TT1");
        JsonNode plan = client.settledFor(ask(question));

        Map<String, String> files = unzipped(client.bytes(client.request("/api/cards")));

        assertThat(files.keySet())
                .hasSize(3 * 4 + 2)
                .contains("team.html", "course.gpx")
                .allMatch(name -> name.matches("[\\w-]+\\.(html|zwo|tcx|gpx)"), "no folders");
        int place = 1;
        for (JsonNode rider : plan.at("/answer/plan/order")) {
            String id = rider.asText();
            String name = String.format("%02d-%s.html", place++, id.replace("../", "_"));
            assertThat(files.get(name)).as(name).contains(id);
        }
        assertThat(client.bytes(client.request("/api/cards")))
                .as("the same plan gives the same bytes")
                .isEqualTo(client.bytes(client.request("/api/cards")));
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void aRideForTimeIsPlannedTooAndHasNoGapToRead() throws Exception {
        ObjectNode question = question();
        ((ObjectNode) question.get("scenario")).remove("breakaway");
        question.withObject("/scenario").set("goal", JSON.readTree("{\"objective\": \"fastest\", \"riders_left\": 4}"));
        JsonNode plan = client.settledFor(ask(question));

        Client.Response gap = client.post("/api/gap", "{\"kmToGo\": 9, \"gapS\": 30}");

        assertThat(plan.at("/report/chasing").asBoolean()).isFalse();
        assertThat(plan.at("/report/proofs")).hasSize(1);
        assertThat(plan.at("/report/hangsOn").isNull()).isTrue();
        assertThat(gap.status()).isEqualTo(400);
        assertThat(gap.json().get("error").asText())
                .isEqualTo("this is a ride for time: there is no break, so there is no gap to read.");
    }

    @Test
    void aRaceCanBeKeptAndLoadedAgain() throws Exception {
        ObjectNode question = question();
        group(question, "breakaway").put("gap_s", 33);
        ask(question);
        JsonNode kept = client.get("/api/race").json();
        group(question, "breakaway").put("gap_s", 12);
        ask(question);

        assertThat(client.post("/api/race", kept.toString()).status()).isEqualTo(200);

        assertThat(kept.get("files").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("scenario.yaml", "riders.csv", "course.gpx");
        assertThat(question().at("/scenario/breakaway/gap_s").asDouble()).isEqualTo(33);
        assertThat(question().get("riders")).hasSize(4);
    }

    @Test
    void aRaceWithAFaultOrAFolderIsRefusedAndTheOldOneStays() throws Exception {
        assertThat(client.post("/api/race", "{\"files\": {\"scenario.yaml\": \"name: x\"}}")
                        .json()
                        .get("error")
                        .asText())
                .startsWith("scenario.yaml");
        assertThat(client.post("/api/race", "{\"files\": {\"../scenario.yaml\": \"name: x\"}}")
                        .json()
                        .get("error")
                        .asText())
                .isEqualTo("files: a name is not plain. Use letters, digits, dots and dashes, no folders.");
        assertThat(client.post("/api/race", "{}").json().get("error").asText())
                .isEqualTo("files has no scenario. Add scenario.yaml.");
        assertThat(question().at("/scenario/name").asText()).isEqualTo("Test chase");
    }

    @Test
    void filesOutsideTheRaceAreNotThere() throws Exception {
        Files.writeString(folder.resolve("secret.csv"), "gap_m,n_riders,position,drag_fraction\n0.5,1,1,1\n");
        ObjectNode question = question();
        group(question, "chase").put("drag_table", folder.resolve("secret.csv").toString());

        Client.Response response = client.put("/api/question", question.toString());

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().get("error").asText()).contains("secret.csv does not exist.");
    }

    @Test
    void theReportIsTheBestPlanAsAPage() throws Exception {
        client.planFor(1, false);

        String page = client.text(client.request("/api/report")).body();

        assertThat(page).startsWith("<!DOCTYPE html>").contains("Test chase", "scenario.yaml");
    }

    @Test
    void theStateIsKeptAndAskedFirstNextTime() throws Exception {
        Path state = folder.resolve("state.json");
        try (Planner kept = Planner.open(scenario, Optional.of(state), 0.5, BreakPlanner.none(), 0)) {
            Client first = new Client(kept.port());
            ObjectNode question = (ObjectNode) first.get("/api/question").json();
            group(question, "breakaway").put("gap_s", 27);
            long revision = first.put("/api/question", question.toString())
                    .json()
                    .get("revision")
                    .asLong();
            first.planFor(revision, true);
        }
        try (Planner again = Planner.open(scenario, Optional.of(state), 0.5, BreakPlanner.none(), 0)) {
            assertThat(new Client(again.port())
                            .get("/api/question")
                            .json()
                            .at("/scenario/breakaway/gap_s")
                            .asDouble())
                    .isEqualTo(27);
        }
        Files.writeString(state, "[1, 2");
        assertThatThrownBy(() -> Planner.open(scenario, Optional.of(state), 0.5, BreakPlanner.none(), 0))
                .isInstanceOf(InputException.class)
                .hasMessage(state + ": is not a state of the planner. Name another file, or remove it.");
    }

    @Test
    void aStateOfAnotherScenarioIsRefusedByItsName() throws Exception {
        Path state = folder.resolve("state.json");
        ObjectNode question = question();
        group(question, "course").put("gpx", "other.gpx");
        Files.writeString(state, question.toString());

        assertThatThrownBy(() -> Planner.open(scenario, Optional.of(state), 0.5, BreakPlanner.none(), 0))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(state + ": does not fit this scenario (")
                .hasMessageContaining("course.gpx = other.gpx does not exist. Maybe course.gpx?")
                .hasMessageEndingWith("Name another file, or remove it.");
    }

    @Test
    void theLastQuestionIsKeptEvenIfTheEndFollowsAtOnce() throws Exception {
        Path state = folder.resolve("state.json");
        try (Planner kept = Planner.open(scenario, Optional.of(state), 5, BreakPlanner.none(), 0)) {
            Client first = new Client(kept.port());
            ObjectNode question = (ObjectNode) first.get("/api/question").json();
            for (int gapS = 20; gapS <= 31; gapS++) {
                group(question, "breakaway").put("gap_s", gapS);
                first.put("/api/question", question.toString());
            }
        }
        assertThat(JSON.readTree(Files.readString(state))
                        .at("/scenario/breakaway/gap_s")
                        .asDouble())
                .isEqualTo(31);
    }

    @Test
    void aRaceThatWasLoadedIsKeptWithItsFiles() throws Exception {
        Path state = folder.resolve("state.json");
        ObjectNode race = (ObjectNode) client.get("/api/race").json();
        ObjectNode files = (ObjectNode) race.get("files");
        files.put("scenario.yaml", files.get("scenario.yaml").asText().replace("course.gpx", "elsewhere.gpx"));
        files.set("elsewhere.gpx", files.remove("course.gpx"));
        try (Planner kept = Planner.open(scenario, Optional.of(state), 0.5, BreakPlanner.none(), 0)) {
            Client first = new Client(kept.port());
            assertThat(first.post("/api/race", race.toString()).status()).isEqualTo(200);
            ObjectNode question = (ObjectNode) first.get("/api/question").json();
            group(question, "breakaway").put("gap_s", 29);
            first.put("/api/question", question.toString());
        }
        try (Planner again = Planner.open(scenario, Optional.of(state), 0.5, BreakPlanner.none(), 0)) {
            Client second = new Client(again.port());
            JsonNode question = second.get("/api/question").json();
            assertThat(question.at("/scenario/course/gpx").asText()).isEqualTo("elsewhere.gpx");
            assertThat(question.at("/scenario/breakaway/gap_s").asDouble()).isEqualTo(29);
            assertThat(second.planFor(1, false).at("/answer/plan/order")).hasSize(4);
        }
    }
}
