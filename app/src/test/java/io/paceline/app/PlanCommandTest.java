package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEARCH = "4000";

    @TempDir
    private Path folder;

    private Path scenario;
    private Path json;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
        json = folder.resolve("plan.json");
    }

    private void change(String good, String bad) throws IOException {
        String text = Files.readString(scenario);
        assertThat(text).contains(good);
        Files.writeString(scenario, text.replace(good, bad));
    }

    private Run plan() {
        return Run.of("plan", scenario, "--evaluations", SEARCH, "--json", json);
    }

    private JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    @Test
    void printsAndWritesAPlanThatCatches() throws IOException {
        Run run = plan();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Test chase" + System.lineSeparator() + "Yes: launch at 15.0 km to go and ride ")
                .contains(
                        "the break is caught at 3.0 km to go",
                        "Line at the launch",
                        "km to go",
                        "least W' %",
                        "Together")
                .doesNotContain("\u001B");
        JsonNode plan = read(json);
        assertThat(plan.get("feasible").asBoolean()).isTrue();
        assertThat(keys(plan))
                .containsExactly(
                        "version",
                        "scenario",
                        "feasible",
                        "goal",
                        "launchKmToGo",
                        "catch",
                        "plan",
                        "energy",
                        "search",
                        "boundAtAnySpeeds",
                        "sensitivity",
                        "warnings",
                        "explanation");
        assertThat(keys(plan.get("catch"))).containsExactly("kmToGo", "timeS", "marginS");
        assertThat(keys(plan.get("plan"))).containsExactly("order", "pulls", "sitsOn", "burned", "sectors");
        assertThat(keys(plan.at("/plan/pulls/0"))).containsExactly("rider", "seconds");
        assertThat(keys(plan.at("/plan/sectors/0"))).containsExactly("fromKmToGo", "toKmToGo", "effort", "speedKmh");
        assertThat(keys(plan.get("energy"))).containsExactly("collectiveJ", "metabolicJ", "mostSpentShare", "riders");
        assertThat(keys(plan.at("/energy/riders/0")))
                .containsExactly(
                        "rider",
                        "workJ",
                        "meanW",
                        "normalizedW",
                        "aboveCpJ",
                        "leastBalanceJ",
                        "leastBalancePct",
                        "frontShare");
        assertThat(keys(plan.get("search"))).containsExactly("score", "seed", "evaluations", "wallS");
        assertThat(plan.get("version").asInt()).isEqualTo(1);
        assertThat(plan.at("/plan/sectors/0/fromKmToGo").asDouble()).isEqualTo(15);
        JsonNode sectors = plan.at("/plan/sectors");
        assertThat(sectors.get(sectors.size() - 1).get("toKmToGo").asDouble()).isEqualTo(3);
        double workJ = 0;
        for (JsonNode rider : plan.at("/energy/riders")) {
            workJ += rider.get("workJ").asDouble();
        }
        // the same four summands in another order
        assertThat(workJ).isCloseTo(plan.at("/energy/collectiveJ").asDouble(), within(1e-6));
    }

    @Test
    void aPlanRiddenAgainHasTheSameNumbersToTheLastBit() throws IOException {
        plan();
        Path again = folder.resolve("again.json");
        Run run = Run.of("simulate", scenario, "--plan", json, "--json", again, "--quiet");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        ObjectNode planned = (ObjectNode) read(json);
        ObjectNode ridden = (ObjectNode) read(again);
        assertThat(ridden.get("search").isNull()).isTrue();
        for (ObjectNode node : List.of(planned, ridden)) {
            node.remove(List.of("search", "boundAtAnySpeeds", "sensitivity", "explanation"));
        }
        assertThat(ridden.toString()).isEqualTo(planned.toString());
    }

    @Test
    void theSameSeedAndNumberOfPlansGiveTheSamePlan() throws IOException {
        plan();
        ObjectNode first = (ObjectNode) read(json);
        plan();
        ObjectNode second = (ObjectNode) read(json);
        ((ObjectNode) first.get("search")).remove("wallS");
        ((ObjectNode) second.get("search")).remove("wallS");

        assertThat(second.toString()).isEqualTo(first.toString());
    }

    @Test
    void saysWhyNothingCatchesAndWritesTheLeastBadPlan() throws IOException {
        change("speed_kmh: 42", "speed_kmh: 50");
        change("gap_s: 20", "gap_s: 180");
        Run run = plan();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "No: no plan was found that catches the break by 3.0 km to go. The least bad one is to launch")
                .contains("The speed asks more above CP than riders have: ")
                .containsPattern("(With \\d+ s less gap|Even with no gap)")
                .containsPattern("[Oo]ne more worker like")
                .contains("earlier");
        assertThat(read(json).get("feasible").asBoolean()).isFalse();
        assertThat(read(json).get("explanation").toString()).contains("one more worker like".substring(4));
        JsonNode suggestions = read(json).get("suggestions");
        assertThat(suggestions)
                .extracting(suggestion -> suggestion.get("kind").asText())
                .containsExactly("lessGapS", "moreWorkers", "earlierLaunchM");
        assertThat(suggestions)
                .allMatch(suggestion -> keys(suggestion).equals(List.of("kind", "amount", "found", "sentence")));
        assertThat(read(json).get("explanation")).containsAll(suggestions.findValues("sentence"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gap_s: 20|gap_s: 0",
                "workers: [TT1, ROU1, DOM1]|workers: [TT1]",
                "speed_mps: 2.5|speed_mps: 20",
                "speed_mps: 2.5, from_deg: 200|speed_mps: 20, from_deg: 0",
                "recovery: conservative|recovery: elite",
                "launch_at_km_to_go: 15|launch_at_km_to_go: 18",
                "catch_by_km_to_go: 3|catch_by_km_to_go: 0",
                "catch_by_km_to_go: 3|catch_by_km_to_go: 14.9",
            })
    void answersHardQuestions(String from, String to) throws IOException {
        change(from, to);
        Run run = plan();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isIn(0, 3);
        assertThat(read(json).get("feasible").asBoolean()).isEqualTo(run.code() == 0);
        assertThat(Files.readString(json)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void ridesADescentAllTheWay() throws IOException {
        Files.writeString(folder.resolve("course.gpx"), Inputs.gpx(20, -0.04));
        Run run = plan();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isIn(0, 3);
        assertThat(Files.readString(json)).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 20})
    void plansForAnyNumberOfRiders(int riders) throws IOException {
        StringBuilder rows = new StringBuilder("id,mass_kg,cp_w,w_prime_j,drag_area_m2\n");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < riders; i++) {
            ids.add("w" + i);
            rows.append("w")
                    .append(i)
                    .append(",")
                    .append(65 + i)
                    .append(",")
                    .append(380 + 3 * i)
                    .append(",20000,0.3\n");
        }
        Files.writeString(folder.resolve("riders.csv"), rows);
        change("workers: [TT1, ROU1, DOM1]\n  protected: [SPR1]", "workers: " + ids);
        Run run = plan();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isIn(0, 3);
        assertThat(read(json).at("/plan/order")).hasSize(riders);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tdf2015_stage01.gpx", "tdf2015_stage09.gpx"})
    void plansOnOtherCourses(String name) throws IOException {
        try (java.io.InputStream in = PlanCommandTest.class.getResourceAsStream("/io/paceline/app/" + name)) {
            Files.copy(Objects.requireNonNull(in), folder.resolve(name));
        }
        change("course.gpx, from_km_to_go: 18", name + ", from_km_to_go: 12");
        change("launch_at_km_to_go: 15", "launch_at_km_to_go: 12");
        Run run = plan();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isIn(0, 3);
    }

    @Test
    void saysHowFarFromTheBestThePlanCanBe() throws IOException {
        Run run = Run.of("plan", scenario, "--seconds", "5", "--json", json);

        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("Proved: within \\d+(\\.\\d+)? % of the least possible for ");
        JsonNode plan = read(json);
        double planJ = plan.at("/energy/collectiveJ").asDouble();
        assertThat(plan.at("/boundAtAnySpeeds/collectiveJ").asDouble())
                .isPositive()
                .isLessThan(planJ);
        // no plan that catches: nothing to prove
        change("gap_s: 20", "gap_s: 900");
        Run hopeless = Run.of("plan", scenario, "--seconds", "1", "--json", json);
        assertThat(hopeless.code()).isEqualTo(3);
        assertThat(hopeless.out()).doesNotContain("Proved");
        assertThat(read(json).has("boundAtAnySpeeds")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "metabolic_energy, food, metabolicJ",
        "fairness, comes closest to the limit, spentShare",
        "fastest, As fast as it goes: 12.0 km in, timeS"
    })
    void plansForOtherGoals(String objective, String words, String unit) throws IOException {
        change("goal: {", "goal: {objective: " + objective + ", riders_left: 4, ");
        Run run = plan();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(words);
        JsonNode plan = read(json);
        assertThat(plan.at("/goal/objective").asText()).isEqualTo(objective);
        assertThat(plan.at("/goal/ridersLeft").asInt()).isEqualTo(4);
        assertThat(plan.at("/plan/burned")).isEmpty();
        if (plan.has("boundAtAnySpeeds")) {
            assertThat(plan.at("/boundAtAnySpeeds").has(unit)).isTrue();
        }
        Path again = folder.resolve("again.json");
        assertThat(Run.of("simulate", scenario, "--plan", json, "--json", again, "--quiet")
                        .code())
                .isZero();
        assertThat(read(again).get("energy")).isEqualTo(plan.get("energy"));
        assertThat(read(again).get("catch")).isEqualTo(plan.get("catch"));
    }

    @Test
    void aRideAgainstTimeNeedsNoBreakAndNoCatchPoint() throws IOException {
        String text = Files.readString(scenario);
        int from = text.indexOf("breakaway:");
        text = text.substring(0, from) + text.substring(text.indexOf("chase:"));
        text = text.replace("{catch_by_km_to_go: 3, launch_at_km_to_go: 15}", "{objective: fastest}")
                .replace("  freshness: {cp: 0.93, w_prime: 0.80}\n  reserve_pct: 10\n", "");
        Files.writeString(scenario, text);
        Run run = plan();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("As fast as it goes: 18.0 km in ", "with at least 4 riders left at the end");
        JsonNode riders = read(json).at("/energy/riders");
        double least = 1;
        for (JsonNode rider : riders) {
            least = Math.min(least, rider.get("leastBalancePct").asDouble() / 100);
        }
        // fresh riders who may spend everything: somebody does
        assertThat(least).isBetween(0.0, 1e-3);
        assertThat(Run.of("prove", scenario).err()).contains("Use plan, which prints what can be proved");
    }

    @Test
    void replacesTheFileWhole() throws IOException {
        Files.writeString(json, "x".repeat(1_000_000));
        plan();

        assertThat(read(json).get("version").asInt()).isEqualTo(1);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("scenario.yaml", "riders.csv", "course.gpx", "plan.json");
        }
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
