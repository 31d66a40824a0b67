package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.app.scenario.Scenario;
import io.paceline.app.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A break whose riders are known, through the commands. */
class RiddenBreakCommandTest {
    private static final String OBSERVED = """
              riders: 2
              speed_kmh: 42
              mass_kg: 78
              drag_area_m2: 0.30
              decay_pct_per_hour: 3
            """;
    private static final String BREAK = """
            id,name,mass_kg,cp_w,w_prime_j,drag_area_m2,cooperates
            B1,Arne,75,380,20000,0.300,true
            B2,Bram,74,370,19000,0.295,
            B3,Carl,70,375,19000,0.290,false
            """;

    @TempDir
    private Path folder;

    private Path scenario;
    private Path json;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
        json = folder.resolve("out.json");
        Files.writeString(folder.resolve("break.csv"), BREAK);
        assertThat(Inputs.SCENARIO).contains(OBSERVED);
        breakaway("  riders: break.csv\n  saves_for_sprint: 15\n");
    }

    private void breakaway(String keys) throws IOException {
        Files.writeString(scenario, Inputs.SCENARIO.replace(OBSERVED, keys));
    }

    @Test
    void stoppedWhileTheBreakIsPlannedItSaysSoAndChasesNobody() throws IOException {
        breakaway("  riders: break.csv\n  saves_for_sprint: 13\n");
        Scenario read = ScenarioReader.read(scenario);
        List<String> said = new ArrayList<>();
        String message = "Stopped while the break was planned, before anybody chased it: there is nothing to show."
                + " It takes some seconds.";
        try (Interrupt interrupt = new Interrupt()) {
            interrupt.ask();
            BreakRun run = new BreakRun(false, said::add, Optional.of(interrupt));
            assertThatThrownBy(() -> run.planned(read))
                    .isInstanceOf(StoppedException.class)
                    .hasMessage(message);
        }
        assertThat(said).containsExactly("paceline: " + message);
        // nothing of it was kept: the next one plans it whole
        Scenario planned = new BreakRun(false, said::add, Optional.empty()).planned(read);
        assertThat(planned.breakRiders().orElseThrow().ridden()).isPresent();
        assertThat(said).hasSize(1);
    }

    @Test
    void whoWantsItNoMoreGetsNothingAndNothingIsKept() throws IOException {
        breakaway("  riders: break.csv\n  saves_for_sprint: 12\n");
        Scenario read = ScenarioReader.read(scenario);
        BreakRun run = new BreakRun(false, note -> {}, Optional.empty());
        boolean[] stop = {true};

        assertThatThrownBy(() -> run.planned(read, () -> stop[0])).isInstanceOf(CancellationException.class);
        stop[0] = false;
        assertThat(run.planned(read, () -> stop[0]).breakRiders().orElseThrow().ridden())
                .isPresent();
    }

    @Test
    void thePlanSaysWhatTheBreakDoes() throws IOException {
        Run run = Run.of("plan", scenario, "--evaluations", 500, "--json", json);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isIn(0, 3);
        assertThat(run.out())
                .contains(
                        "The break, to the finish",
                        "3 riders ride the 18.0 km to the finish in ",
                        "and begin 20 s ahead.",
                        " tires most: at his worst moment ",
                        "B3 does not cooperate; if all worked, the break would be ",
                        " earlier at the finish. The others ride ",
                        "sits on",
                        "Carl");
        JsonNode ahead = new ObjectMapper().readTree(json.toFile()).get("breakaway");
        assertThat(ahead.get("gapS").asDouble()).isEqualTo(20);
        // 18 km at the speed that is given take the time that is given
        assertThat(ahead.get("speedKmh").asDouble() / 3.6 * ahead.get("rideS").asDouble())
                .isCloseTo(18_000, org.assertj.core.api.Assertions.within(1.0));
        assertThat(ahead.get("rideIfAllWorkedS").asDouble())
                .isLessThan(ahead.get("rideS").asDouble());
        assertThat(ahead.get("explanation").size()).isEqualTo(3);
        assertThat(ahead.get("riders").size()).isEqualTo(3);
        for (JsonNode rider : ahead.get("riders")) {
            // the time is found to 1e-7 of itself, which leaves the balances some joules
            assertThat(rider.get("leastBalancePct").asDouble()).isGreaterThan(15 - 0.01);
            boolean refuses = rider.get("rider").asText().equals("B3");
            assertThat(rider.get("cooperates").asBoolean()).isEqualTo(!refuses);
            if (refuses) {
                assertThat(rider.get("pullS").asDouble()).isZero();
                assertThat(rider.get("frontShare").asDouble()).isZero();
            }
        }
    }

    @Test
    void theLaunchIsPlannedAgainstIt() throws IOException {
        Run run = Run.of("launch", scenario, "--step-km", 5, "--evaluations", 200, "--json", json);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("when to launch", "The break, to the finish");
        assertThat(new ObjectMapper().readTree(json.toFile()).has("breakaway")).isTrue();
    }

    @Test
    void whatWouldHelpAsksForNothingBeforeTheStart() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("gap_s: 20", "gap_s: 900"));
        for (String command : new String[] {"plan", "launch"}) {
            Run run = Run.of(command, scenario, "--evaluations", 200);

            assertThat(run.err()).isEmpty();
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.out()).contains("more worker like");
        }
    }

    @Test
    void theRoadIsShownWithoutPlanningTheBreak() {
        assertThat(Run.of("course", scenario).code()).isZero();
    }

    @Test
    void theBreakIsPlannedOnce() throws IOException {
        System.setProperty("paceline.cache", folder.resolve("cache").toString());
        try {
            assertThat(Run.of("plan", scenario, "--evaluations", 100, "--json", json)
                            .code())
                    .isIn(0, 3);
            JsonNode first = new ObjectMapper().readTree(json.toFile());
            assertThat(Run.of("plan", scenario, "--evaluations", 100, "--json", json)
                            .code())
                    .isIn(0, 3);
            JsonNode second = new ObjectMapper().readTree(json.toFile());

            assertThat(second.get("breakaway")).isEqualTo(first.get("breakaway"));
            assertThat(second.get("energy")).isEqualTo(first.get("energy"));
            assertThat(folder.resolve("cache")).isDirectoryRecursivelyContaining("glob:**-break-*.json");
        } finally {
            System.clearProperty("paceline.cache");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speed_kmh: 42|S:7: breakaway.speed_kmh belongs to a break that is seen from behind, and this one has riders. Leave it out.",
                "riders_left: 4|S:7: breakaway.riders_left = 4, but the break has 3 riders.",
                "saves_for_sprint: 95|S:7: breakaway.saves_for_sprint = 95 % is outside [0, 90] %. It is the share of W' that each keeps to the line.",
                "freshness: {cp: 90}|S:7: breakaway.freshness.cp = 90 is outside [0.5, 1.1]. Maybe it is in percent: divide by 100.",
            })
    void refusesWhatDoesNotFit(String key, String message) throws IOException {
        breakaway("  " + key + "\n  riders: break.csv\n");
        Run run = Run.of("plan", scenario);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("paceline: " + message.replaceFirst("^S", scenario.toString()) + "\n");
    }

    @Test
    void refusesABreakInWhichNobodyRides() throws IOException {
        Files.writeString(
                folder.resolve("break.csv"), BREAK.replace("true", "false").replace("0.295,", "0.295,false"));
        assertThat(Run.of("plan", scenario).err())
                .isEqualToNormalizingNewlines(
                        "paceline: " + scenario
                                + ":7: breakaway.riders names a file in which nobody cooperates: nobody would ride. Let at least one.\n");

        Files.writeString(folder.resolve("break.csv"), BREAK.replace("true", "perhaps"));
        assertThat(Run.of("plan", scenario).err())
                .isEqualToNormalizingNewlines("paceline: " + folder.resolve("break.csv")
                        + ":2: rider B1: cooperates = perhaps is neither true nor false.\n");
    }

    @Test
    void refusesWhatOnlyKnownRidersHaveForAnObservedBreak() throws IOException {
        breakaway(OBSERVED + "  saves_for_sprint: 10\n");

        assertThat(Run.of("plan", scenario).err())
                .contains("breakaway.saves_for_sprint is for a break whose riders are known."
                        + " Give breakaway.riders a CSV file, or leave it out.");
    }
}
