package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** The last 3 km of the small scenario as a sprint: ROU1 and DOM1 lead SPR1 out. */
class SprintCommandTest {
    private static final String GOAL = "goal: {catch_by_km_to_go: 3, launch_at_km_to_go: 15";

    @TempDir
    private Path folder;

    private Path scenario;
    private Path json;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
        json = folder.resolve("plan.json");
    }

    private Run plan(String sprint) throws IOException {
        Files.writeString(scenario, Inputs.SCENARIO.replace(GOAL, GOAL + ", " + sprint));
        return Run.of("plan", scenario, "--evaluations", "400", "--json", json);
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(json.toFile());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void plansTheChaseAndTheTrainAndShowsWhatSpeedCosts() throws IOException {
        Run run = plan("sprint: SPR1, lead_out: [ROU1, DOM1], drop_off_m: 250, train_m: 1500");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("the break is caught at 3.0 km to go")
                .containsPattern(
                        "Then SPR1 is led out by (ROU1, then DOM1|DOM1, then ROU1) and dropped off 250 m before the line")
                .contains("Train, each out after his turn", "Energy now against speed at the end")
                .containsPattern("(the train costs the chase nothing|the chase (takes|leaves) )")
                .containsOnlyOnce("  this plan\n");

        JsonNode sprint = document().get("sprint");
        assertThat(names(sprint))
                .containsExactly(
                        "feasible", "sprinter", "dropM", "ride", "aloneJ", "tradeOff", "evaluations", "complete");
        assertThat(sprint.get("feasible").asBoolean()).isTrue();
        assertThat(sprint.get("complete").asBoolean()).isTrue();
        JsonNode ride = sprint.get("ride");
        double metres = 0;
        double seconds = 0;
        double toGoKm = 1.75;
        double kmh = 43;
        for (JsonNode turn : ride.get("train")) {
            // each begins where and as fast as the one before ends; rounding of sums
            assertThat(turn.get("fromKmToGo").asDouble()).isCloseTo(toGoKm, within(1e-9));
            assertThat(turn.get("fromKmh").asDouble()).isCloseTo(kmh, within(1e-9));
            assertThat(turn.get("meanW").asDouble())
                    .isBetween(100.0, turn.get("peakW").asDouble());
            assertThat(turn.get("leastBalanceJ").asDouble()).isNotNegative();
            metres += turn.get("metres").asDouble();
            seconds += turn.get("seconds").asDouble();
            toGoKm = 1.75 - metres / 1_000;
            kmh = turn.get("toKmh").asDouble();
        }
        assertThat(ride.get("train")).hasSize(2);
        assertThat(metres).isCloseTo(1_500, within(1e-6));
        assertThat(seconds).isCloseTo(ride.get("trainS").asDouble(), within(1e-9));
        assertThat(kmh).isCloseTo(ride.get("dropKmh").asDouble(), within(1e-9));
        // Pmax of the riders' file
        assertThat(ride.get("sprintW").asDouble()).isBetween(390.0, 1_550.0);

        int chosen = 0;
        double fastest = 0;
        double dropKmh = 0;
        double energyJ = sprint.get("aloneJ").asDouble();
        for (JsonNode row : sprint.get("tradeOff")) {
            assertThat(names(row))
                    .containsExactly(
                            "dropKmh",
                            "feasible",
                            "collectiveJ",
                            "reserveShortJ",
                            "helpersLeftJ",
                            "leftJ",
                            "sprintS",
                            "lineKmh",
                            "shortJ",
                            "tooStrongJ",
                            "chosen");
            assertThat(row.get("dropKmh").asDouble()).isGreaterThan(dropKmh);
            dropKmh = row.get("dropKmh").asDouble();
            if (row.get("feasible").asBoolean()) {
                // easy: nobody's reserve is touched, so that energies are in order
                assertThat(row.get("reserveShortJ").asDouble()).isZero();
                assertThat(row.get("collectiveJ").asDouble()).isGreaterThanOrEqualTo(energyJ);
                energyJ = row.get("collectiveJ").asDouble();
                fastest = Math.max(fastest, row.get("lineKmh").asDouble());
            } else {
                assertThat(row.get("shortJ").asDouble() + row.get("tooStrongJ").asDouble())
                        .isPositive();
            }
            if (row.get("chosen").asBoolean()) {
                chosen++;
                assertThat(row.get("collectiveJ")).isEqualTo(document().at("/energy/collectiveJ"));
            }
        }
        assertThat(chosen).isOne();
        assertThat(ride.get("lineKmh").asDouble()).isEqualTo(fastest);
        assertThat(document().at("/explanation/1").asText()).startsWith("Then SPR1 is led out by ");
    }

    @Test
    void theSameNumberOfPlansGivesTheSameTrain() throws IOException {
        plan("sprint: SPR1, lead_out: [ROU1], drop_off_kmh: 50");
        JsonNode first = document();
        plan("sprint: SPR1, lead_out: [ROU1], drop_off_kmh: 50");

        assertThat(document().get("sprint")).isEqualTo(first.get("sprint"));
        assertThat(document().get("plan")).isEqualTo(first.get("plan"));
        assertThat(first.at("/sprint/ride/dropKmh").asDouble()).isCloseTo(50, within(1e-9));
    }

    @Test
    void aTrainThatNobodyCanRideEndsWithThree() throws IOException {
        Run run = plan("sprint: SPR1, lead_out: [DOM1], train_m: 2700, drop_off_kmh: 78");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("the break is caught", "No train was found that can be ridden so fast", "no: ")
                .doesNotContain("Train, each out after his turn", "  this plan\n");
        assertThat(document().get("feasible").asBoolean()).isTrue();
        assertThat(document().at("/sprint/feasible").asBoolean()).isFalse();
        assertThat(document().at("/sprint/ride").isNull()).isTrue();
    }

    @Test
    void withoutACatchThereIsNoSprint() throws IOException {
        Files.writeString(
                scenario,
                Inputs.SCENARIO
                        .replace("gap_s: 20", "gap_s: 900")
                        .replace(GOAL, GOAL + ", sprint: SPR1, lead_out: [ROU1]"));
        Run run = Run.of("plan", scenario, "--evaluations", "200", "--json", json);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("Without a catch there is no sprint to lead SPR1 out for.");
        assertThat(document().at("/sprint/tradeOff")).isEmpty();
        assertThat(document().at("/sprint/feasible").asBoolean()).isFalse();
    }

    @Test
    void aFaultStopsBeforeAnythingIsWritten() throws IOException {
        Run run = plan("sprint: SPR1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("scenario.yaml:22: goal.lead_out is missing: nobody would lead SPR1 out."
                        + " Name at least one worker, such as [TT1].");
        assertThat(json).doesNotExist();
    }
}
