package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.app.scenario.ScenarioReader;
import io.paceline.rider.Rider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RidersCommandTest {
    /** CP 300 W and W' 18 kJ without an error. */
    private static final String TESTS = """
            # tests to exhaustion
            duration_s,mean_w
            180,400
            300,360
            480,337.5
            720,325
            1200,315
            """;

    @TempDir
    private Path folder;

    private Path tests;

    @BeforeEach
    void writeTests() throws IOException {
        tests = Files.writeString(folder.resolve("tests.csv"), TESTS);
    }

    /** An hour of easy riding with one all-out effort. */
    private Path ride(String name, int durationS, double powerW) throws IOException {
        StringBuilder text = new StringBuilder("seconds,watts\n");
        for (int s = 0; s < 3_600; s++) {
            double watts = s >= 1_800 && s < 1_800 + durationS ? powerW : 130;
            text.append(String.format(Locale.ROOT, "%d,%.3f%n", s, watts));
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void tellsCpAndWPrimeFromTests() {
        Run run = Run.of("riders", tests);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "tests.csv: a list of efforts",
                        "Models through the 5 efforts of 2 to 20 minutes of the list (standard errors)",
                        "linear work-time   300.0  0.0  18.00  0.00         0.0  taken",
                        "CP 300 W, probably 294 to 306.",
                        "W' 18.0 kJ, probably 16.2 to 19.8.")
                .doesNotContain("Careful", "best efforts of the rides");
    }

    @Test
    void tellsThemFromRidesToo() throws IOException {
        Object[] args = {
            "riders",
            ride("a.csv", 120, 450),
            ride("b.csv", 300, 360),
            ride("c.csv", 480, 337.5),
            ride("d.csv", 720, 325),
            ride("e.csv", 1_200, 315),
            "--id",
            "R7"
        };
        Run run = Run.of(args);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Rider R7, 5 files")
                .contains(
                        "a.csv: 1 h 00 min 00 s, mean 141 W",
                        "5 min 00 s  360  0:30:00  b.csv",
                        "CP 30",
                        "best efforts of the rides");
    }

    @Test
    void writesAJsonForPrograms() throws IOException {
        Path json = folder.resolve("r.json");
        Run run = Run.of("riders", tests, ride("a.csv", 120, 450), "--id", "R7", "--json", json);

        assertThat(run.code()).isZero();
        JsonNode rider = new ObjectMapper().readTree(json.toFile());
        assertThat(rider.get("version").asInt()).isEqualTo(1);
        assertThat(rider.get("rider").asText()).isEqualTo("R7");
        assertThat(rider.at("/files/0/kind").asText()).isEqualTo("efforts");
        assertThat(rider.at("/files/1/meanW").asDouble()).isCloseTo((120 * 450 + 3_480 * 130) / 3_600.0, within(1e-9));
        assertThat(rider.at("/curve/0/durationS").asInt()).isEqualTo(1);
        assertThat(rider.at("/curve/0/powerW").asDouble()).isEqualTo(450);
        assertThat(rider.at("/curve/0/file").asText()).endsWith("a.csv");
        assertThat(rider.at("/curve/0/startS").asInt()).isEqualTo(1_800);
        JsonNode power = rider.get("criticalPower");
        assertThat(power.get("refusal").isNull()).isTrue();
        assertThat(power.get("model").asText()).isEqualTo("linear_work");
        assertThat(power.get("cpW").asDouble()).isCloseTo(300, within(1e-9));
        assertThat(power.get("cpBandW").asDouble()).isCloseTo(6, within(1e-9));
        assertThat(power.get("wPrimeJ").asDouble()).isCloseTo(18_000, within(1e-6));
        assertThat(power.get("wPrimeBandJ").asDouble()).isCloseTo(1_800, within(1e-6));
        assertThat(power.get("confidence").asDouble()).isEqualTo(0.95);
        assertThat(power.get("fromTests").asBoolean()).isTrue();
        assertThat(power.get("efforts")).hasSize(5);
        assertThat(power.at("/fits/0/pMaxW").isNull()).isTrue();
        assertThat(power.get("doubts")).isEmpty();
        assertThat(rider.get("drag").isNull()).isTrue();
    }

    @Test
    void writesALineThatTheScenarioReaderTakes() throws IOException {
        Path scenario = Inputs.write(folder);
        Path roster = folder.resolve("riders.csv");
        Run run = Run.of("riders", tests, "--id", "ROU1", "--mass-kg", 74.5, "--drag-area", 0.305, "--out", roster);

        assertThat(run.out()).contains("Written to " + roster + ".");
        // name, role and the rest of his old line stay; nothing says his best seconds, so they stay too
        assertThat(roster)
                .content()
                .contains("ROU1,Remy Roule,Team,rouleur,74.5,300,18000,1300,0.305,0.235,1\n")
                .contains("TT1,Tijs Tempo,Team,time triallist,78,450,23000,1250,0.30,0.235,1\n");
        Rider rider = ScenarioReader.read(scenario).chase().team().riders().stream()
                .filter(r -> r.id().equals("ROU1"))
                .findFirst()
                .orElseThrow();
        assertThat(rider.massKg()).isEqualTo(82.5);
        assertThat(rider.criticalPowerW()).isEqualTo(300);
        assertThat(rider.wPrimeJ()).isEqualTo(18_000);
        assertThat(rider.dragAreaM2()).isEqualTo(0.305);
    }

    @Test
    void aNewRidersFileGrowsRiderByRider() throws IOException {
        Path roster = folder.resolve("new.csv");
        Path ride = ride("a.csv", 120, 450);
        assertThat(Run.of("riders", tests, "--id", "A", "--mass-kg", 70, "--drag-area", 0.3, "--out", roster)
                        .code())
                .isZero();
        assertThat(Run.of("riders", tests, ride, "--id", "B", "--mass-kg", 65, "--drag-area", 0.29, "--out", roster)
                        .code())
                .isZero();

        assertThat(roster).hasContent("""
                        id,mass_kg,cp_w,w_prime_j,pmax_w,drag_area_m2
                        A,70.0,300,18000,,0.300
                        B,65.0,300,18000,450,0.290
                        """);
    }

    @Test
    void whatTheRidesDoNotTellIsNotWritten() throws IOException {
        Path steady = ride("steady.csv", 1_200, 131);
        Path roster = folder.resolve("new.csv");
        Path json = folder.resolve("r.json");
        Run run = Run.of(
                "riders", steady, "--id", "A", "--mass-kg", 70, "--drag-area", 0.3, "--out", roster, "--json", json);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("Best mean powers", "CP and W' cannot be told. ", "Nothing is written to " + roster + ".")
                .doesNotContain("probably");
        assertThat(roster).doesNotExist();
        assertThat(new ObjectMapper()
                        .readTree(json.toFile())
                        .at("/criticalPower/refusal")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void aRealRideIsReadAndNothingIsPretended() {
        Run run = Run.of("riders", "../examples/riders-from-rides/ride.fit.gz", "--mass-kg", "75", "--drag");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("ride.fit.gz: 2 h", "Careful: The best efforts are parts of one another");
        assertThat(run.out()).containsAnyOf("CdA cannot be told.", "Careful: It holds for still air");
    }

    @Test
    void aRideThatDoesNotComeBackIsNamedForTheDrag() throws IOException {
        StringBuilder text = new StringBuilder("seconds,watts,kph,alt,lat,lon\n");
        for (int s = 0; s <= 1_200; s++) {
            text.append(String.format(Locale.ROOT, "%d,220,36,100,%.6f,5%n", s, 46 + s * 10 / 111_195.0));
        }
        Path way = Files.writeString(folder.resolve("way.csv"), text);

        // twenty minutes at 10 m/s are 12 km
        assertThat(Run.of("riders", way, "--drag", "--mass-kg", "75").out())
                .contains("Careful: way.csv ends 12 km from where it began: wind along the way does not average out.");
    }

    @Test
    void anEvenRideWithTheTyresKnownGivesTheRidersLineItsDragArea() throws IOException {
        StringBuilder text = new StringBuilder("seconds,watts,kph,alt\n");
        for (int s = 0; s <= 1_200; s++) {
            text.append(String.format(Locale.ROOT, "%d,250,%.1f,100%n", s, 36 + 0.1 * (s % 2)));
        }
        Path even = Files.writeString(folder.resolve("even.csv"), text);
        Path roster = folder.resolve("new.csv");
        Run run = Run.of(
                "riders",
                tests,
                even,
                "--drag",
                "--crr",
                0.004,
                "--temperature-c",
                15,
                "--mass-kg",
                72,
                "--id",
                "A",
                "--out",
                roster);

        // 250 W * 0.976 = 244.0 W; rolling 0.004 * 80 * 9.80665 * 10.014 = 31.42 W; bearings (0.091 + 0.0871) * 10.014
        // = 1.78 W
        // left 210.8 W = 0.5 * rho * (CdA + 0.0044) * 1004.2; rho at 100 m, 15 degC, 50 % humidity = 1.2066: 0.3480 -
        // 0.0044
        assertThat(run.out()).contains("CdA 0.344 ± 0.000 m², Crr 0.0040 as given, from 20 minutes");
        assertThat(roster).content().contains("A,72.0,300,18000,,0.344\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "riders|Missing required parameter: 'FIT|CSV'. Try 'paceline riders --help'.",
                "riders T --out F/r.csv|--out needs --id and --mass-kg: rides do not say who rode and what he weighs.",
                "riders T --out F/r.csv --id A --mass-kg 70|--out needs --drag-area, or --drag to estimate it.",
                "riders T --out F --id A --mass-kg 70 --drag-area 0.3|--out F: is a folder. Name a file in it.",
                "riders T --out T --id A --mass-kg 70 --drag-area 0.3|--out T: the command reads this file, so it would be lost. Name another.",
                "riders T --drag|--drag needs --mass-kg: rides do not say what a rider weighs.",
                "riders T --drag --mass-kg 70 --drag-area 0.3|--drag and --drag-area exclude each other. Give one.",
                "riders T --crr 0.004|--crr and --temperature-c are for --drag. Add it or leave them out.",
                "riders T --mass-kg 700|--mass-kg = 700 kg is outside [35, 130] kg. It is the rider alone, in kilograms.",
                "riders T --drag --mass-kg 70 --crr 4|--crr = 4 is outside [0.001, 0.015]. A good road has 0.004.",
                "riders T --id a,b|--id = a,b is not a short name. Use letters and digits, such as TT1, without commas.",
                "riders F/none.fit|F/none.fit: does not exist. Check the path and the folder that you are in.",
                "riders ../app/src/test/resources/io/paceline/app/activity/fitparse_compressed-speed-distance.fit|../app/src/test/resources/io/paceline/app/activity/fitparse_compressed-speed-distance.fit: has no power, and without it nothing is known of CP. Leave the file out.",
            })
    void saysWhatIsWrongAndWritesNothing(String line, String message) throws IOException {
        Object[] args = Stream.of(line.replace("FIT|CSV", "").split(" "))
                .map(word -> word.equals("T") ? tests.toString() : word.replaceFirst("^F", folder.toString()))
                .toArray();
        Run run = Run.of(args);

        String expected = message.replaceAll("(^|out )T:", "$1" + tests + ":").replaceAll("(^|out )F", "$1" + folder);
        assertThat(run.err()).startsWith("paceline: " + expected).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(tests);
        }
        assertThat(tests).hasContent(TESTS);
    }
}
