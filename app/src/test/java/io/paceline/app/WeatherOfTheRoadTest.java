package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.road.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wind and surface along the road, from the files to the plan. The road of the inputs runs north; it is 20 km long. */
class WeatherOfTheRoadTest {
    private static final String WIND = "wind: {speed_mps: 2.5, from_deg: 200}";
    private static final String FORECAST = "wind: {forecast: wind.csv}";
    private static final String BY_KM = "km_to_go,speed_mps,from_deg\n18,3,0\n9,6,90\n0,6,180\n";

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
        Files.writeString(folder.resolve("wind.csv"), BY_KM);
        Files.writeString(
                folder.resolve("cobbles.csv"),
                "from_km_to_go,to_km_to_go,crr,name\n17,16.5,0.012,Pave 1\n12,9.5,0.014,Pave 2\n");
        edit(WIND, FORECAST);
        edit("crr: 0.004", "crr: 0.004, surface: cobbles.csv");
    }

    private void edit(String good, String changed) throws IOException {
        String text = Files.readString(scenario);
        assertThat(text).contains(good);
        Files.writeString(scenario, text.replace(good, changed));
    }

    @Test
    void bothGroupsRideTheSameWindAndSurface() throws IOException {
        Scenario read = ScenarioReader.read(scenario);
        // launch at 15, catch at 3 km to go: cobbles on the approach and on the road
        assertThat(read.chase().approach())
                .extracting(Stretch::rollingResistance)
                .contains(0.012);
        assertThat(read.chase().road().stretches().stream()
                        .filter(s -> s.rollingResistance() == 0.014)
                        .mapToDouble(Stretch::lengthM)
                        .sum())
                .isCloseTo(2_500, within(1e-6));
        // from north at 18 km to go, from the east at 9: the headwind falls
        Stretch first = read.chase().approach().get(0);
        Stretch last = read.chase()
                .road()
                .stretches()
                .get(read.chase().road().stretches().size() - 1);
        assertThat(first.headwindMPerS()).isPositive();
        assertThat(last.headwindMPerS()).isNegative();
        // the break was seen on the ordinary road, so its power is that of Crr 0.004
        Files.writeString(folder.resolve("cobbles.csv"), "from_km_to_go,to_km_to_go,crr\n12,9.5,0.004\n");
        assertThat(ScenarioReader.read(scenario).chase().breakaway())
                .isEqualTo(read.chase().breakaway());
    }

    @Test
    void aForecastByTimeIsReadWhereTheBunchIsThen() throws IOException {
        // 12 m/s: 18 km to go at 15:00, 3.6 km on after five minutes, past the catch after half an hour
        Files.writeString(
                folder.resolve("wind.csv"), "time,speed_mps,from_deg\n15:00,3,0\n15:05,6,90\n15:30:00,6,180\n");
        edit(FORECAST, "wind: {forecast: wind.csv, start_time: \"15:00\"}");
        edit("bunch_speed_kmh: 43", "bunch_speed_kmh: 43.2");
        Scenario read = ScenarioReader.read(scenario);
        double startM = read.positionM(18);
        assertThat(read.day().wind().at(startM).speedMPerS()).isCloseTo(3, within(1e-9));
        assertThat(read.day().wind().at(startM + 3_600).fromRad()).isCloseTo(Math.PI / 2, within(1e-9));
        assertThat(read.day().wind().at(startM + 3_600).speedMPerS()).isCloseTo(6, within(1e-9));
    }

    @Test
    void theCourseShowsWindAndSurface() {
        Run run = Run.of("course", scenario);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Surface (Crr 0.0040 elsewhere)", "Pave 2", "0.0140", "wind m/s", "cross m/s", " R")
                .doesNotContain("Pave 1"); // before the launch
    }

    @Test
    void warnsOfCrosswindAndSaysHowMuchItMightMatter() throws IOException {
        Files.writeString(folder.resolve("wind.csv"), "km_to_go,speed_mps,from_deg\n20,7,90\n0,7,90\n");
        Path json = folder.resolve("plan.json");
        Run run = Run.of("plan", scenario, "--evaluations", "2000", "--json", json);
        assertThat(run.out()).contains("Warning: 12.0 km have the air from the side, up to ", "more energy.");
        JsonNode warnings = new ObjectMapper().readTree(json.toFile()).get("warnings");
        assertThat(warnings.findValuesAsText("kind")).containsExactly("crosswind", "bunch");
        assertThat(warnings.get(0).get("km").asDouble()).isCloseTo(12, within(1e-6));
        assertThat(warnings.get(0).get("energyPct").asDouble()).isBetween(1.0, 40.0);
        assertThat(warnings.get(0).get("timeS").asDouble()).isZero();
    }

    @Test
    void theStudyTurnsAndScalesTheWholeForecast() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("hand.yaml"),
                "pulls: [{rider: TT1, seconds: 60}, {rider: ROU1, seconds: 45}, {rider: DOM1, seconds: 30}]\nsitsOn: [SPR1]\n");
        Path json = folder.resolve("s.json");
        Run run = Run.of("sensitivity", scenario, "--plan", plan, "--json", json);
        assertThat(run.err()).isEmpty();
        JsonNode rows = new ObjectMapper().readTree(json.toFile()).at("/sensitivity/rows");
        assertThat(rows.findValuesAsText("input")).contains("wind_speed", "wind_from");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "km_to_go,speed_mps,from_deg;18,3,0;9,61,90|wind.csv:3: speed_mps = 61 m/s is outside [0, 40] m/s. Maybe it is in km/h: divide by 3.6.",
                "km_to_go,speed_mps,from_deg;18,3,0;18,6,90|wind.csv:3: km_to_go = 18 is not less than in the row before. Sort the rows from the start to the finish.",
                "km_to_go,speed_mps,from_deg;17,3,0;0,6,90|wind.csv:2: begins after the start point, 18.0 km to go: its row is at 17.0 km to go. Add a row for the start.",
                "km_to_go,speed_mps,from_deg;18,3,0;9,6,90|wind.csv:3: ends before the catch point, 3.0 km to go: its row is at 9.0 km to go. Add a row for the catch or later.",
                "time,speed_mps,from_deg;15:00,3,0;16:00,6,90|wind.csv:2: is by time, but the scenario does not say when the chase passes the start point. Give wind.start_time, such as \"15:40\".",
                "km_to_go,time,speed_mps,from_deg;18,15:00,3,0|wind.csv:2: needs either km_to_go or time. Give one of the two columns, in every row.",
                "speed_mps,from_deg;3,0|wind.csv:2: needs either km_to_go or time. Give one of the two columns, in every row.",
                "km_to_go,time,speed_mps,from_deg;18,,3,0;,15:30,3,0|wind.csv:3: mixes km_to_go and time. Use one of them in all rows.",
                "km_to_go,speed_mps;18,3|wind.csv:1: column from_deg is missing. Needed: speed_mps,from_deg.",
            })
    void aBadForecastIsOneLineWithItsNumber(String file, String message) throws IOException {
        Files.writeString(folder.resolve("wind.csv"), file.replace(";", "\n") + "\n");
        assertFails(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9,12,0.01|cobbles.csv:2: the section from 9 to 12 km to go is shorter than 0.05 km. Both count the km to the finish: from_km_to_go is the larger.",
                "12,9,0.01;10,8,0.01|cobbles.csv:3: from_km_to_go = 10 km is before the end of the section above, 9 km. Sort the sections from the start to the finish, and let none overlap.",
                "12,9,1.2|cobbles.csv:2: crr = 1.2 is outside [0.001, 0.05]. A good road has 0.004.",
                "40,9,0.01|cobbles.csv:2: from_km_to_go = 40 km is before the start of the course.",
            })
    void aBadSurfaceIsOneLineWithItsNumber(String rows, String message) throws IOException {
        Files.writeString(
                folder.resolve("cobbles.csv"), "from_km_to_go,to_km_to_go,crr\n" + rows.replace(";", "\n") + "\n");
        assertFails(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{forecast: wind.csv, speed_mps: 3}|scenario.yaml:4: wind.speed_mps and forecast are both there. Give one wind, or a file of them.",
                "{forecast: wind.csv, start_time: noon}|scenario.yaml:4: wind.start_time = noon is not a time of day. Write it as \"15:40\".",
                "{speed_mps: 3, from_deg: 9, start_time: \"15:40\"}|scenario.yaml:4: wind.start_time is for a forecast by time of day. Leave it out with one wind.",
                "{forecast: no.csv}|scenario.yaml:4: wind.forecast = no.csv does not exist. Maybe wind.csv? A path in a scenario starts at the scenario's own folder.",
            })
    void aBadWindIsOneLineWithItsNumber(String wind, String message) throws IOException {
        edit("{forecast: wind.csv}", wind);
        assertFails(message);
    }

    private void assertFails(String message) {
        Run run = Run.of("course", scenario);
        assertThat(run.err()).isEqualTo("paceline: " + folder + "/" + message + System.lineSeparator());
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
