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

class LimitCommandTest {
    private static final String BENCH = "BEN1,Ben Bank,Team,rouleur,75,430,22000,1200,0.30,0.23,1\n";

    @TempDir
    private Path folder;

    private Path scenario;
    private Path json;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
        json = folder.resolve("limit.json");
        Files.writeString(folder.resolve("riders.csv"), Inputs.RIDERS + BENCH);
    }

    private Run limit() {
        return Run.of("limit", scenario, "--evaluations", "600", "--json", json);
    }

    @Test
    void saysTheSpeedWhoGivesOutAndWhatWouldHelp() throws IOException {
        Run run = limit();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("As fast as it goes: 12.0 km in ", "with at least 4 riders left at the end")
                .containsPattern(
                        "0\\.\\d\\d km/h faster (TT1|ROU1|DOM1|SPR1) gives out first, at \\d+\\.\\d km to go\\.")
                .contains("One watt of CP more, in km/h", "One rider more, in km/h", "BEN1")
                .doesNotContain("break is caught");
        JsonNode document = new ObjectMapper().readTree(json.toFile());
        JsonNode limit = document.get("limit");
        assertThat(limit.fieldNames())
                .toIterable()
                .containsExactly("speedKmh", "givesOut", "perWatt", "perRider", "complete");
        // the ride starts at the launch, after 3 km in the bunch at an effort of 43 km/h
        double kmh = limit.get("speedKmh").asDouble();
        assertThat(kmh).isBetween(42.0, 60.0);
        double metresLeft = 0;
        for (JsonNode sector : document.at("/plan/sectors")) {
            double km =
                    sector.get("fromKmToGo").asDouble() - sector.get("toKmToGo").asDouble();
            metresLeft += km / sector.get("speedKmh").asDouble();
        }
        assertThat(12 / metresLeft).isCloseTo(kmh, within(1e-6 * kmh));
        assertThat(limit.at("/perWatt")).hasSize(4);
        for (JsonNode gain : limit.at("/perWatt")) {
            assertThat(gain.get("gainKmh").asDouble()).isBetween(0.0, 0.2);
        }
        assertThat(limit.at("/perRider/0/rider").asText()).isEqualTo("BEN1");
        assertThat(limit.at("/perRider/0/gainKmh").asDouble()).isPositive();
        assertThat(limit.get("complete").asBoolean()).isTrue();
        assertThat(document.at("/goal/objective").asText()).isEqualTo("fastest");
    }

    @Test
    void theSameSeedAndNumberGiveTheSameLimit() throws IOException {
        limit();
        JsonNode first = new ObjectMapper().readTree(json.toFile());
        limit();
        JsonNode second = new ObjectMapper().readTree(json.toFile());
        assertThat(second.get("limit")).isEqualTo(first.get("limit"));
        assertThat(second.get("plan")).isEqualTo(first.get("plan"));
    }

    @Test
    void aFaultOfARiderWhoCouldJoinIsSaid() throws IOException {
        Files.writeString(folder.resolve("riders.csv"), Inputs.RIDERS + BENCH.replace("430", "43"));
        Run run = limit();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("riders.csv:6: rider BEN1: cp_w = 43 W is outside [100, 600] W.");
        assertThat(json).doesNotExist();
    }
}
