package io.paceline.app;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    private static final String PLAN = """
            order: [ROU1, TT1, DOM1, SPR1]
            pulls:
              - {rider: TT1, seconds: 60}
              - {rider: ROU1, seconds: 45}
              - {rider: DOM1, seconds: 30}
            sitsOn: [SPR1]
            burned: [{rider: DOM1, afterTurns: 3}]
            """;

    @TempDir
    private Path folder;

    private Path scenario;
    private Path plan;

    @BeforeEach
    void writeFiles() throws IOException {
        scenario = Inputs.write(folder);
        plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
    }

    @Test
    void ridesAPlanWrittenByHand() {
        Run run = Run.of("simulate", scenario, "--plan", plan);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("1  ROU1 +45 +Remy Roule")
                .containsPattern("3  DOM1 +30  then out after turn 3 +Davide Aiuto")
                .containsPattern("4  SPR1 +-  sits on")
                .contains("Warning: DOM1 is burned: he leaves after 3 turns.");
    }

    @Test
    void saysNoWhenThePlanFails() throws IOException {
        Files.writeString(scenario, Inputs.SCENARIO.replace("speed_kmh: 42", "speed_kmh: 52"));
        Run run = Run.of("simulate", scenario, "--plan", plan);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("No: this plan does not catch the break by 3.0 km to go.");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "pulls:|pull:|:2: pull is not a known key. Maybe pulls? Known: order, pulls, sitsOn, burned, sectors.",
                "rider: TT1|rider: TT2|:3: rider TT2 is not in the chase. Maybe TT1? It has: TT1, ROU1, DOM1, SPR1.",
                "rider: TT1|rider: ROU1|:4: pulls[2].rider = ROU1 is there twice. Keep one pull of each rider.",
                "seconds: 60|seconds: 5|:3: pulls[1].seconds = 5 s is outside [10, 3600] s. A rider who never pulls belongs under sitsOn.",
                "seconds: 60|seconds: one minute|:3: pulls[1].seconds = one minute is not a number. Write a number in [10, 3600] s, without the unit.",
                "{rider: TT1, seconds: 60}|{rider: TT1}|:3: pulls[1].seconds is missing. Give a number in [10, 3600] s.",
                "{rider: TT1, seconds: 60}|TT1|:3: pulls[1] is TT1. It has to be a group of keys: rider, seconds.",
                "order: [ROU1, TT1, DOM1, SPR1]|order: [ROU1, SPR1, TT1, DOM1]|:1: order has SPR1 ahead of TT1, but SPR1 sits on. Riders who sit on ride behind all who pull.",
                "order: [ROU1, TT1, DOM1, SPR1]|order: [ROU1, TT1, SPR1]|:1: order leaves out rider DOM1 of the scenario. Every rider of the chase pulls or sits on.",
                "sitsOn: [SPR1]|sitsOn: [DOM1]|:6: sitsOn names DOM1, who is under pulls too. Keep him in one list.",
                "rider: DOM1, afterTurns|rider: SPR1, afterTurns|:7: burned[1].rider = SPR1 does not pull, so he cannot be burned.",
                "afterTurns: 3|afterTurns: 0|:7: burned[1].afterTurns = 0 is outside [1, 10000]. A rider who stays is not listed.",
                "burned:|sectors: [1, 1]~burned:|:7: sectors has 2 entries, the scenario has",
            })
    void saysWhatIsWrongWithThePlan(String good, String bad, String message) throws IOException {
        String text = PLAN.replace(good, bad.replace('~', '\n'));
        assertThat(text).isNotEqualTo(PLAN);
        Files.writeString(plan, text);
        Run run = Run.of("simulate", scenario, "--plan", plan);

        assertThat(run.err()).startsWith("paceline: " + plan + message).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void refusesAPlanOfAnotherScenario() throws IOException {
        Path json = folder.resolve("plan.json");
        assertThat(Run.of("plan", scenario, "--evaluations", "500", "--json", json, "--quiet")
                        .code())
                .isZero();
        Files.writeString(scenario, Inputs.SCENARIO.replace("launch_at_km_to_go: 15", "launch_at_km_to_go: 14"));
        Run run = Run.of("simulate", scenario, "--plan", json);

        assertThat(run.err())
                .isEqualTo("paceline: " + json + ":9: launchKmToGo is not where the scenario launches, 14 km to go. "
                        + "The plan belongs to another scenario." + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\" : 1|\"version\" : 2|:2: version = 2 is outside [1, 1]. Another version of Paceline wrote it: plan anew.",
                "\"launchKmToGo\" : 15.0|\"launchKmToGo\" : NaN|:9: is not well-formed JSON: Non-standard token 'NaN'.",
            })
    void refusesADocumentThatItCannotRead(String good, String bad, String message) throws IOException {
        Path json = folder.resolve("plan.json");
        Run.of("plan", scenario, "--evaluations", "100", "--json", json, "--quiet");
        String text = Files.readString(json);
        assertThat(text).contains(good);
        Files.writeString(json, text.replace(good, bad));
        Run run = Run.of("simulate", scenario, "--plan", json);

        assertThat(run.err()).isEqualTo("paceline: " + json + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gap_s: 20|gap_s: 900",
                "launch_at_km_to_go: 15}|launch_at_km_to_go: 15, sprint: SPR1, lead_out: [ROU1], drop_off_kmh: 45}",
                "riders: 2~  speed_kmh: 42~  mass_kg: 78~  drag_area_m2: 0.30~  decay_pct_per_hour: 3|riders: break.csv",
            })
    void ridesAgainWhateverPlanWrote(String good, String other) throws IOException {
        String text = Inputs.SCENARIO.replace(good.replace('~', '\n'), other);
        assertThat(text).isNotEqualTo(Inputs.SCENARIO);
        Files.writeString(scenario, text);
        Files.writeString(
                folder.resolve("break.csv"), Inputs.RIDERS.lines().limit(3).collect(joining("\n")));
        Path json = folder.resolve("plan.json");
        Run planned = Run.of("plan", scenario, "--evaluations", "300", "--json", json, "--quiet");
        Run run = Run.of("simulate", scenario, "--plan", json, "--quiet");

        assertThat(planned.err() + run.err()).isEmpty();
        assertThat(run.code()).isIn(0, 3).isEqualTo(planned.code());
    }

    @Test
    void refusesAPlanForAnotherCourse() throws IOException {
        Path json = folder.resolve("plan.json");
        Run.of("plan", scenario, "--evaluations", "300", "--json", json, "--quiet");
        JsonNode sector = new ObjectMapper().readTree(json.toFile()).at("/plan/sectors/0");
        String border = "\"toKmToGo\" : " + sector.get("toKmToGo");
        String text = Files.readString(json);
        assertThat(text).contains(border);

        // what `paceline course` prints, to a tenth
        String printed =
                String.format(Locale.ROOT, "%.1f", sector.get("toKmToGo").asDouble());
        Files.writeString(json, text.replace(border, "\"toKmToGo\" : " + printed));
        assertThat(Run.of("simulate", scenario, "--plan", json).err()).isEmpty();

        double elsewhere = sector.get("toKmToGo").asDouble() - 0.06;
        Files.writeString(json, text.replace(border, "\"toKmToGo\" : " + elsewhere));
        Run run = Run.of("simulate", scenario, "--plan", json);
        int line = (int) text.substring(0, text.indexOf(border)).lines().count();
        assertThat(run.err())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "paceline: %s:%d: plan.sectors[1].toKmToGo = %.2f km is not where the road of the scenario has it, %.2f km"
                                + " to go. The plan is for another course or wind: plan anew, or leave sectors out for even"
                                + " effort.%n",
                        json,
                        line,
                        elsewhere,
                        sector.get("toKmToGo").asDouble()));
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void effortsMayBeNumbersOrGroupsWithOrWithoutTheirPlace() throws IOException {
        int sectors = (int) Run.of("course", scenario)
                .out()
                .lines()
                .filter(line -> line.matches(" +[0-9]+ +[0-9]+\\.[0-9] .*"))
                .count();
        assertThat(sectors).isPositive();
        String even = Run.of("simulate", scenario, "--plan", plan).out();
        for (String entry : List.of("1", "{effort: 1}", "{effort: 1, speedKmh: 40}")) {
            Files.writeString(plan, PLAN + "sectors: [" + String.join(", ", nCopies(sectors, entry)) + "]\n");
            Run run = Run.of("simulate", scenario, "--plan", plan);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).as(entry).isEqualTo(even);
        }
    }
}
