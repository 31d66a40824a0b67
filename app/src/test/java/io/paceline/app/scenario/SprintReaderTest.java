package io.paceline.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.paceline.app.Inputs;
import io.paceline.road.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SprintReaderTest {
    private static final String GOAL = "goal: {catch_by_km_to_go: 3, launch_at_km_to_go: 15";

    @TempDir
    private Path folder;

    private Path write(String more) throws IOException {
        Path file = Inputs.write(folder);
        return Files.writeString(file, Inputs.SCENARIO.replace(GOAL, GOAL + more));
    }

    private static double lengthM(List<Stretch> road) {
        return road.stream().mapToDouble(Stretch::lengthM).sum();
    }

    @Test
    void aScenarioWithoutASprintHasNone() throws IOException {
        assertThat(ScenarioReader.read(write("")).sprint()).isEmpty();
    }

    @Test
    void fillsInWhatIsUsual() throws IOException {
        SprintGoal sprint = ScenarioReader.read(write(", sprint: SPR1, lead_out: [DOM1, TT1]"))
                .sprint()
                .orElseThrow();

        assertThat(sprint.sprinterId()).isEqualTo("SPR1");
        assertThat(sprint.helperIds()).containsExactly("DOM1", "TT1");
        assertThat(sprint.mostPowerW())
                .containsOnly(entry("SPR1", 1_550.0), entry("DOM1", 1_150.0), entry("TT1", 1_250.0));
        assertThat(sprint.startMPerS()).isEqualTo(43 / 3.6);
        assertThat(sprint.dropMPerS()).isEmpty();
        // 3 km to go: 1.8 in the bunch, 1 in the train, 0.2 alone; rounding of sums
        assertThat(lengthM(sprint.roll())).isCloseTo(1_800, within(1e-6));
        assertThat(lengthM(sprint.train())).isCloseTo(1_000, within(1e-6));
        assertThat(lengthM(sprint.sprint())).isCloseTo(200, within(1e-6));
    }

    @Test
    void readsEveryKeyAndATrainFromTheCatchOn() throws IOException {
        SprintGoal sprint = ScenarioReader.read(
                        write(
                                ", sprint: SPR1, lead_out: [DOM1], drop_off_m: 250, drop_off_kmh: 61.2, train_m: 2750, train_from_kmh: 50.4"))
                .sprint()
                .orElseThrow();

        assertThat(sprint.dropMPerS()).hasValue(61.2 / 3.6);
        assertThat(sprint.startMPerS()).isEqualTo(50.4 / 3.6);
        assertThat(sprint.roll()).isEmpty();
        assertThat(lengthM(sprint.train())).isCloseTo(2_750, within(1e-6));
        assertThat(lengthM(sprint.sprint())).isCloseTo(250, within(1e-6));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lead_out: [TT1]|lead_out has no use without goal.sprint. Name the sprinter, or leave it out.",
                "drop_off_m: 200|drop_off_m has no use without goal.sprint. Name the sprinter, or leave it out.",
                "sprint: SPR2, lead_out: [TT1]|sprint = SPR2: he is not in the chase. Maybe SPR1? Name somebody of"
                        + " chase.protected or chase.workers.",
                "sprint: SPR1, lead_out: []|lead_out is empty: nobody would lead SPR1 out. Name at least one worker, such as"
                        + " [TT1].",
                "sprint: SPR1, lead_out: [SPR1]|lead_out: rider SPR1 is goal.sprint too. He cannot lead himself out.",
                "sprint: TT1, lead_out: [SPR1]|lead_out: rider SPR1 is not a worker. Name riders of chase.workers.",
                "sprint: SPR1, lead_out: [TT9]|lead_out: rider TT9 is not a worker. Name riders of chase.workers.",
                "sprint: SPR1, lead_out: [TT1], objective: fairness|sprint goes with goal.objective collective_energy alone."
                        + " Choose that, or leave the sprint out.",
                "sprint: SPR1, lead_out: [TT1], drop_off_m: 50|drop_off_m = 50 m is outside [100, 500] m. 150 to 250 are usual.",
                "sprint: SPR1, lead_out: [TT1], train_m: 1|train_m = 1 m is outside [400, 5000] m. 1000 are usual.",
                "sprint: SPR1, lead_out: [TT1], train_m: 2750|catch_by_km_to_go = 3 km leaves the sprint too little road:"
                        + " train_m and drop_off_m are 2.95 km. Catch there, or at least 0.1 km before, or make the train"
                        + " shorter.",
                "sprint: SPR1, lead_out: [TT1], drop_off_kmh: 40|drop_off_kmh = 40.0 km/h is outside [43.0, 79.2] km/h. A"
                        + " train does not slow down, and nobody exceeds chase.top_speed_kmh.",
                "sprint: SPR1, lead_out: [TT1], train_from_kmh: 80|train_from_kmh = 80.0 km/h is outside [18.0, 79.2] km/h. A"
                        + " train does not slow down, and nobody exceeds chase.top_speed_kmh."
            })
    void saysWhatIsWrong(String sprint, String message) throws IOException {
        Path file = write(", " + sprint);

        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ":22: goal." + message);
    }

    @Test
    void whoSprintsNeedsHisBestPower() throws IOException {
        Path file = write(", sprint: SPR1, lead_out: [DOM1]");
        Files.writeString(folder.resolve("riders.csv"), Inputs.RIDERS.replace(",1150,", ",,"));

        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("riders.csv")
                        + ":4: rider DOM1: pmax_w is missing, and he is in the sprint. Give his best power of a few"
                        + " seconds in [200, 3000] W.");
    }
}
