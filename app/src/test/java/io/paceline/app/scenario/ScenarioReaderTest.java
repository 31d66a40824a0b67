package io.paceline.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.app.Inputs;
import io.paceline.chase.ObservedBreak;
import io.paceline.road.Air;
import io.paceline.road.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
    @TempDir
    private Path folder;

    private Scenario read(String from, String to) throws IOException {
        Path file = Inputs.write(folder);
        Files.writeString(file, Inputs.SCENARIO.replace(from, to));
        return ScenarioReader.read(file);
    }

    @Test
    void turnsUnitsIntoSi() throws IOException {
        Scenario scenario = read("", "");

        assertThat(scenario.meanWind().speedMPerS()).isEqualTo(2.5);
        assertThat(scenario.meanWind().fromRad()).isCloseTo(200 * Math.PI / 180, within(1e-15));
        assertThat(scenario.chase().air()).isEqualTo(Air.moist(297.15, 99_000, 0.5));
        assertThat(scenario.chase().reserveFraction()).isEqualTo(0.1);
        assertThat(scenario.chase().bunch().levelSpeedMPerS()).isEqualTo(43 / 3.6);
        assertThat(scenario.chase().breakaway().gapS()).isEqualTo(20);
        assertThat(((ObservedBreak) scenario.chase().breakaway()).decayPerHour())
                .isEqualTo(0.03);
        // start 18, launch 15, catch 3 km to go
        double approachM = scenario.chase().approach().stream()
                .mapToDouble(Stretch::lengthM)
                .sum();
        assertThat(approachM).isCloseTo(3_000, within(1e-6));
        assertThat(scenario.chase().road().lengthM()).isCloseTo(12_000, within(1e-6));
    }

    @Test
    void readsTheBreaksPowerFromItsSpeedOnALevelRoad() throws IOException {
        ObservedBreak fromSpeed = (ObservedBreak) read("", "").chase().breakaway();
        ObservedBreak fromPower = (ObservedBreak)
                read("speed_kmh: 42", "power_w: " + fromSpeed.powerW()).chase().breakaway();

        assertThat(fromPower).isEqualTo(fromSpeed);
        // 42 km/h alone takes a rider of 0.30 m2 some 330 W; two in turns save a fifth of the air
        assertThat(fromSpeed.powerW()).isBetween(230.0, 300.0);
    }

    @Test
    void whatARiderHasSpentIsMissingAtTheStart() throws IOException {
        Path file = Inputs.write(folder);
        List<String> rows = Inputs.RIDERS.lines().toList();
        Files.write(
                folder.resolve("riders.csv"),
                List.of(
                        rows.get(0) + ",spent_j",
                        rows.get(1) + ",4000",
                        rows.get(2) + ",",
                        rows.get(3) + ",0",
                        rows.get(4) + ","));

        assertThat(ScenarioReader.read(file).chase().spentJ()).containsExactly(4_000.0, 0.0, 0.0, 0.0);
    }

    @Test
    void fillsInWhatIsLeftOut() throws IOException {
        Scenario scenario = read(
                "air: {temperature_c: 24, pressure_hpa: 990, humidity_pct: 50}\nwind: {speed_mps: 2.5, from_deg: 200}\n",
                "");

        double elevationM = scenario.course().meanElevationM(2_000, 17_000);
        Air expected = Air.moist(293.15, Air.standardPressurePa(elevationM), 0.5);
        assertThat(scenario.chase().air().densityKgPerM3()).isCloseTo(expected.densityKgPerM3(), within(1e-5));
        assertThat(scenario.chase().road().stretches()).allMatch(stretch -> stretch.headwindMPerS() == 0);
    }

    @Test
    void aGapOfZeroAndALaunchAtTheStartAreGood() throws IOException {
        Scenario scenario = read("gap_s: 20", "gap_s: 0");
        assertThat(scenario.chase().breakaway().gapS()).isZero();

        Scenario atStart = read("launch_at_km_to_go: 15", "launch_at_km_to_go: 18");
        assertThat(atStart.chase().approach()).isEmpty();
    }

    @Test
    void anEarlierLaunchMovesTheStartOnlyWhereItMust() throws IOException {
        Scenario scenario = read("", "");

        assertThat(scenario.launchedEarlier(1_000).road().lengthM()).isCloseTo(13_000, within(1e-6));
        assertThat(scenario.launchedEarlier(1_000).approach()).isNotEmpty();
        assertThat(scenario.launchedEarlier(4_000).approach()).isEmpty();
        assertThat(scenario.launchedEarlier(4_000).road().lengthM()).isCloseTo(16_000, within(1e-6));
    }

    @Test
    void readsJsonToo() throws IOException {
        Path file = Inputs.write(folder);
        Files.writeString(file, """
                {"name": "J", "course": {"gpx": "course.gpx", "from_km_to_go": 18},
                 "breakaway": {"gap_s": 2e1, "riders": 1, "power_w": 280},
                 "chase": {"riders": "riders.csv", "workers": ["TT1"]},
                 "goal": {"catch_by_km_to_go": 3}}
                """);

        assertThat(ScenarioReader.read(file).goal()).isEqualTo(new Goal(18, 18, 3));
    }
}
