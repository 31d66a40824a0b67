package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitivityCommandTest {
    private static final String PLAN = """
            pulls:
              - {rider: TT1, seconds: 60}
              - {rider: ROU1, seconds: 45}
              - {rider: DOM1, seconds: 30}
            sitsOn: [SPR1]
            """;

    @TempDir
    private Path folder;

    private Path scenario;
    private Path plan;
    private Path json;

    @BeforeEach
    void writeFiles() throws IOException {
        scenario = Inputs.write(folder);
        plan = Files.writeString(folder.resolve("hand.yaml"), PLAN);
        json = folder.resolve("s.json");
    }

    private JsonNode study(String text) throws IOException {
        Files.writeString(scenario, text);
        Run run = Run.of("sensitivity", scenario, "--plan", plan, "--json", json);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isIn(0, 3);
        return new ObjectMapper().readTree(json.toFile());
    }

    private static JsonNode row(JsonNode study, String input) {
        for (JsonNode row : study.at("/sensitivity/rows")) {
            if (row.get("input").asText().equals(input)) {
                return row;
            }
        }
        throw new AssertionError("no row for " + input);
    }

    /** Every row can be checked by hand: edit the scenario, ride the same plan. */
    @Test
    void aRowIsWhatTheEditedScenarioGives() throws IOException {
        JsonNode study = study(Inputs.SCENARIO);
        assertRow(row(study, "gap").get("high"), "gap_s: 20", "gap_s: 30");
        assertRow(row(study, "break_speed").get("low"), "speed_kmh: 42", "speed_kmh: 41.5");
        assertRow(row(study, "break_fade").get("low"), "per_hour: 3", "per_hour: 1");
        assertRow(row(study, "wind_speed").get("high"), "speed_mps: 2.5", "speed_mps: 3.5");
        assertRow(row(study, "wind_from").get("low"), "from_deg: 200", "from_deg: 180");
        assertRow(row(study, "temperature").get("high"), "temperature_c: 24", "temperature_c: 29");
        assertRow(row(study, "rolling_resistance").get("low"), "crr: 0.004", "crr: 0.0035");
        assertRow(row(study, "wheel_gap").get("high"), "wheel_gap_m: 0.5", "wheel_gap_m: 0.7");
        assertRow(row(study, "freshness_w_prime").get("low"), "w_prime: 0.80", "w_prime: 0.70");
        assertRow(row(study, "drag_table").get("high"), "bike_kg: 8", "bike_kg: 8\n  drag_table: field");
        assertRow(row(study, "recovery_model").get("high"), "recovery: conservative", "recovery: elite");
    }

    private void assertRow(JsonNode side, String good, String changed) throws IOException {
        assertThat(Inputs.SCENARIO).contains(good);
        JsonNode now = study(Inputs.SCENARIO.replace(good, changed)).at("/sensitivity/now");
        // sums of decimals in another order: 1e-12; the road of a turned wind has the same sectors here, for it runs
        // straight
        double rounding = 1e-6 * Math.abs(now.get("collectiveJ").asDouble());
        assertThat(side.get("collectiveJ").asDouble())
                .as(changed)
                .isCloseTo(now.get("collectiveJ").asDouble(), within(rounding));
        assertThat(side.get("leastBalanceJ").asDouble())
                .as(changed)
                .isCloseTo(now.get("leastBalanceJ").asDouble(), within(1.0));
    }

    @Test
    void theBreakEvenIsWhereTheEditedScenarioTurns() throws IOException {
        JsonNode study = study(Inputs.SCENARIO);
        assertThat(study.at("/sensitivity/now/catches").asBoolean()).isTrue();
        double gapS = row(study, "gap").get("breakEven").asDouble();
        assertThat(study(Inputs.SCENARIO.replace("gap_s: 20", "gap_s: " + (gapS - 0.01)))
                        .at("/sensitivity/now/catches")
                        .asBoolean())
                .isTrue();
        assertThat(study(Inputs.SCENARIO.replace("gap_s: 20", "gap_s: " + (gapS + 0.01)))
                        .at("/sensitivity/now/catches")
                        .asBoolean())
                .isFalse();
    }

    /** Near what these riders can do. */
    private static String hard() {
        return Inputs.SCENARIO.replace("speed_kmh: 42", "speed_kmh: 45").replace("gap_s: 20", "gap_s: 40");
    }

    @Test
    void printsATornado() throws IOException {
        Files.writeString(scenario, hard());
        Run run = Run.of("sensitivity", scenario, "--plan", plan);
        assertThat(run.out())
                .contains(
                        "Test chase: what the plan hangs on",
                        "Order, pulls and efforts are held.",
                        "break's level speed",
                        "45.0 km/h",
                        "+-0.5",
                        "wind direction",
                        "stops catching",
                        "-|+")
                .doesNotContain("\u001B");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(run.code()).isZero();
    }

    @Test
    void aStillDayIsVariedByAHeadwind() throws IOException {
        JsonNode study = study(Inputs.SCENARIO.replace("speed_mps: 2.5, from_deg: 200", "speed_mps: 0"));
        JsonNode wind = row(study, "wind_speed");
        assertThat(wind.get("now").asDouble()).isZero();
        assertThat(wind.get("energyElasticity").isNull()).isTrue();
        // both groups have it, but the smaller one, riding slower, loses more to it
        assertThat(wind.at("/high/collectiveJ").asDouble())
                .isNotEqualTo(wind.at("/low/collectiveJ").asDouble());
        assertThat(study.findValuesAsText("input")).doesNotContain("wind_from");
    }

    @Test
    void searchesAPlanWhereNoneIsGiven() throws IOException {
        Run run = Run.of("sensitivity", scenario, "--evaluations", "2000", "--json", json);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("what the plan hangs on");
        assertThat(new ObjectMapper().readTree(json.toFile()).at("/sensitivity/rows"))
                .hasSize(19);
    }

    @Test
    void refusesASearchBesideAPlan() {
        Run run = Run.of("sensitivity", scenario, "--plan", plan, "--evaluations", "9");
        assertThat(run.err())
                .isEqualTo("paceline: --evaluations is for a search, but --plan has a plan already. Leave one out."
                        + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void aPlanForAnotherChaseIsOneClearLine() throws IOException {
        Files.writeString(plan, PLAN.replace("sitsOn: [SPR1]", "sitsOn: []"));
        Run run = Run.of("sensitivity", scenario, "--plan", plan);
        assertThat(run.err()).startsWith("paceline: " + plan).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void theReportOfAPlanNamesTheThreeThatMatterMost() throws IOException {
        Run run = Run.of("plan", scenario, "--evaluations", "2000", "--json", json);
        assertThat(run.out()).contains("What it hangs on most, with this plan held", "stops catching");
        JsonNode written = new ObjectMapper().readTree(json.toFile());
        assertThat(written.at("/sensitivity/rows")).hasSize(19);
        // and such a file can be ridden again
        assertThat(Run.of("sensitivity", scenario, "--plan", json).code()).isZero();
    }
}
