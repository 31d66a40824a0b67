package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
    }

    @Test
    void writesBoundsBelowThePlan() throws IOException {
        Path json = folder.resolve("proved.json");
        Run run = Run.of("prove", scenario, "--seconds", "8", "--json", json);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Proved: ");
        JsonNode proved = new ObjectMapper().readTree(json.toFile());
        double planJ = proved.at("/energy/collectiveJ").asDouble();
        JsonNode any = proved.get("boundAtAnySpeeds");
        assertThat(any.get("collectiveJ").asDouble()).isPositive().isLessThan(planJ);
        double gapPct = 100 * (planJ - any.get("collectiveJ").asDouble()) / planJ;
        assertThat(any.get("gapPct").asDouble()).isBetween(gapPct - 1e-6, gapPct + 1e-6);
        assertThat(any.get("covers").asText()).startsWith("any effort in each sector");
        assertThat(any.get("method").asText()).isNotEmpty();
        assertThat(proved.has("bound")).isTrue();
    }

    @Test
    void provesHowMuchTheMostTiredRiderCouldBeSpared() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("goal: {", "goal: {objective: fairness, "));
        Path json = folder.resolve("proved.json");
        Run run = Run.of("prove", scenario, "--seconds", "8", "--json", json);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern(
                        "Proved: within \\d+\\.\\d+ % of the least possible for any order, any pulls of whole 5 s");
        JsonNode proved = new ObjectMapper().readTree(json.toFile());
        assertThat(proved.at("/bound/spentShare").asDouble())
                .isBetween(0.0, proved.at("/energy/mostSpentShare").asDouble());
        assertThat(proved.at("/bound/covers").asText()).endsWith("at these speeds, nobody burned");
    }

    @Test
    void refusesTheFastestRideWhoseSpeedsFixItsTime() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("goal: {", "goal: {objective: fastest, "));
        Run run = Run.of("prove", scenario);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "paceline: prove: at given speeds nothing is left to prove for the"
                                + " objective fastest, as they fix the time. Use plan, which prints what can be proved for it.\n");
    }

    @Test
    void refusesATimeThatIsNone() {
        Run run = Run.of("prove", scenario, "--seconds", "0");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("paceline: --seconds = 0 s is outside [1, 86400] s. Sixty are usual.\n");
    }

    @Test
    void aBadScenarioIsRefusedAsByPlan() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("gap_s:", "gap_x:"));
        Run run = Run.of("prove", scenario);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("gap_x").contains("gap_s");
    }
}
