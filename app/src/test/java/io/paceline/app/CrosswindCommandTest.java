package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.chase.ObservedBreak;
import io.paceline.power.Crosswind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The road of the inputs runs north; here the wind comes from the east. */
class CrosswindCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAN = "pulls: [{rider: TT1, seconds: 60}, {rider: ROU1, seconds: 45},"
            + " {rider: DOM1, seconds: 30}]\nsitsOn: [SPR1]\n";

    @TempDir
    private Path folder;

    private Path scenario;
    private Path plan;
    private Path json;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
        plan = Files.writeString(folder.resolve("hand.yaml"), PLAN);
        json = folder.resolve("answer.json");
    }

    private void wind(String wind, String crosswind) throws IOException {
        String lines = wind + (crosswind.isEmpty() ? "" : "\ncrosswind: {" + crosswind + "}");
        Files.writeString(scenario, Inputs.SCENARIO.replace("wind: {speed_mps: 2.5, from_deg: 200}", lines));
    }

    private void eastWind(String crosswind) throws IOException {
        wind("wind: {speed_mps: 6, from_deg: 90}", crosswind);
    }

    private JsonNode simulated() throws IOException {
        Run run = Run.of("simulate", scenario, "--plan", plan, "--json", json);
        assertThat(run.err()).isEmpty();
        return JSON.readTree(json.toFile());
    }

    private double energyJ() throws IOException {
        return simulated().at("/energy/collectiveJ").asDouble();
    }

    @Test
    void nothingIsComputedUnlessItIsAskedFor() throws IOException {
        eastWind("");
        assertThat(ScenarioReader.read(scenario).chase().line().crosswind()).isEqualTo(Crosswind.IGNORED);
        byte[] silent = simulatedBytes();
        eastWind("drag: headwind, formation: still_air");
        assertThat(simulatedBytes()).isEqualTo(silent);
    }

    private byte[] simulatedBytes() throws IOException {
        simulated();
        return Files.readAllBytes(json);
    }

    @Test
    void bothGroupsRideInTheAirThatTheScenarioAsksFor() throws IOException {
        eastWind("drag: apparent_wind, formation: line, faded_deg: 30");
        Scenario read = ScenarioReader.read(scenario);
        Crosswind crosswind = read.chase().line().crosswind();
        assertThat(crosswind.drag()).isEqualTo(Crosswind.Drag.APPARENT_WIND);
        assertThat(crosswind.shelter()).isEqualTo(Crosswind.Formation.LINE);
        assertThat(crosswind.fadedSine()).isCloseTo(0.5, within(1e-15));
        assertThat(((ObservedBreak) read.chase().breakaway()).crosswind()).isEqualTo(crosswind);
    }

    @Test
    void anEchelonIsBetweenStillAirAndALine() throws IOException {
        // a break of one rider has no shelter to lose, so the chase must ride as fast in each formation
        Files.writeString(scenario, Inputs.SCENARIO.replace("riders: 2", "riders: 1"));
        eastWindAfterABreakOfOne("");
        double stillAirJ = energyJ();
        eastWindAfterABreakOfOne("formation: echelon");
        double echelonJ = energyJ();
        eastWindAfterABreakOfOne("formation: line");
        double lineJ = energyJ();
        assertThat(echelonJ / stillAirJ).isBetween(1.002, 1.03);
        assertThat(lineJ / stillAirJ).isBetween(1.15, 1.7);
    }

    private void eastWindAfterABreakOfOne(String crosswind) throws IOException {
        String group = crosswind.isEmpty() ? "" : "\ncrosswind: {" + crosswind + "}";
        Files.writeString(
                scenario,
                Inputs.SCENARIO
                        .replace("wind: {speed_mps: 2.5, from_deg: 200}", "wind: {speed_mps: 6, from_deg: 90}" + group)
                        .replace("riders: 2", "riders: 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "formation: line|crosswind_line|how fast a straight line loses shelter is an estimate, from one study at 20 degrees.",
                "formation: echelon|crosswind_echelon|an echelon of 4 needs room on the road, and the one study has 5 riders at 20 degrees.",
                "drag: apparent_wind|crosswind|a straight line loses shelter then, and the model has no echelons.",
            })
    void warnsOfWhatIsStillAGuess(String crosswind, String kind, String sentence) throws IOException {
        wind("wind: {speed_mps: 4.5, from_deg: 90}", crosswind);
        JsonNode warning = simulated().get("warnings").get(0);
        assertThat(warning.get("kind").asText()).isEqualTo(kind);
        assertThat(warning.get("sentence").asText()).contains("degrees of yaw: " + sentence);
        assertThat(warning.get("energyPct").asDouble()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drag: apparent_wind, formation: line", "drag: apparent_wind, formation: echelon"})
    void provesPlansInAirFromTheSide(String crosswind) throws IOException {
        wind("wind: {speed_mps: 3, from_deg: 90}", crosswind);
        Run run = Run.of("prove", scenario, "--seconds", "4", "--json", json);
        assertThat(run.err()).isEmpty();
        JsonNode answer = JSON.readTree(json.toFile());
        double planJ = answer.at("/energy/collectiveJ").asDouble();
        assertThat(answer.at("/boundAtAnySpeeds/collectiveJ").asDouble()).isBetween(0.9 * planJ, planJ);
        // the other bound takes what time is left: on a slow machine none
        if (answer.has("bound")) {
            assertThat(answer.at("/bound/collectiveJ").asDouble()).isBetween(0.9 * planJ, planJ);
        }
    }

    @Test
    void launchKnowsTheAirFromTheSide() throws IOException {
        wind("wind: {speed_mps: 4, from_deg: 90}", "formation: line");
        Run run = Run.of("launch", scenario, "--evaluations", "300", "--step-km", "5", "--json", json);
        assertThat(run.err()).isEmpty();
        double lineJ = JSON.readTree(json.toFile()).at("/launch/0/collectiveJ").asDouble();
        wind("wind: {speed_mps: 4, from_deg: 90}", "");
        Run.of("launch", scenario, "--evaluations", "300", "--step-km", "5", "--json", json);
        double stillJ = JSON.readTree(json.toFile()).at("/launch/0/collectiveJ").asDouble();
        double boundJ = JSON.readTree(json.toFile()).at("/launch/0/boundJ").asDouble();
        // a break of two loses little by yaw, a line of four much: but both ride slower
        assertThat(lineJ).isNotCloseTo(stillJ, within(0.01 * stillJ));
        assertThat(stillJ).isGreaterThan(boundJ);
    }

    @Test
    void theStudyHasTheYawTheFormationAndAWindThatTurnsIntoIt() throws IOException {
        wind("wind: {speed_mps: 4, from_deg: 60}", "formation: line");
        Run run = Run.of("sensitivity", scenario, "--plan", plan, "--json", json);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("yaw without shelter", "formation in crosswind", "echelon");
        JsonNode rows = JSON.readTree(json.toFile()).at("/sensitivity/rows");
        JsonNode yaw = row(rows, "faded_yaw");
        assertThat(yaw.at("/now").asDouble()).isCloseTo(Math.toRadians(20), within(1e-12));
        JsonNode formation = row(rows, "formation");
        assertThat(formation.at("/now").asText()).isEqualTo("line");
        // a row is what the edited scenario gives
        double turnedJ = row(rows, "wind_from").at("/high/collectiveJ").asDouble();
        wind("wind: {speed_mps: 4, from_deg: 80}", "formation: line");
        assertThat(energyJ()).isCloseTo(turnedJ, within(1e-6 * turnedJ));
        double echelonJ = formation.at("/high/collectiveJ").asDouble();
        wind("wind: {speed_mps: 4, from_deg: 60}", "formation: echelon");
        assertThat(energyJ()).isCloseTo(echelonJ, within(1e-6 * echelonJ));
    }

    private static JsonNode row(JsonNode rows, String input) {
        for (JsonNode row : rows) {
            if (row.get("input").asText().equals(input)) {
                return row;
            }
        }
        throw new AssertionError(input + " is not among the rows");
    }

    @Test
    void theCourseShowsTheYaw() throws IOException {
        eastWind("");
        Run run = Run.of("course", scenario);
        assertThat(run.err()).isEmpty();
        // 6 m/s at 10 m are 4.04 at the riders; over 43 km/h that is 18.7 degrees
        assertThat(run.out())
                .contains("yaw is the angle between road and air at 43.0 km/h", "yaw deg")
                .containsPattern("4\\.0 R +19\\b");
    }
}
