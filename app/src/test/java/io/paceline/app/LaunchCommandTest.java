package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class LaunchCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path scenario;
    private Path json;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
        json = folder.resolve("launch.json");
    }

    private Run launch(Object... more) {
        List<Object> args =
                new ArrayList<>(List.of("launch", scenario, "--step-km", 3, "--evaluations", 300, "--json", json));
        args.addAll(List.of(more));
        return Run.of(args.toArray());
    }

    private JsonNode answer() throws IOException {
        return JSON.readTree(json.toFile());
    }

    private JsonNode withoutSearch() throws IOException {
        ObjectNode answer = (ObjectNode) answer();
        answer.remove("search");
        return answer;
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void writesTheCurveWithItsBestLaunches() throws Exception {
        Run run = launch();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Test chase: when to launch" + System.lineSeparator() + "Yes: launch by ")
                .contains("Latest: ", "Cheapest", "Safe: ", "energy kJ", "latest", "300 plans for each launch")
                .doesNotContain("\u001B", "cache");
        JsonNode answer = answer();
        assertThat(keys(answer))
                .containsExactly(
                        "version",
                        "scenario",
                        "feasible",
                        "catchKmToGo",
                        "latestKmToGo",
                        "cheapestKmToGo",
                        "safe",
                        "impossibleFromKmToGo",
                        "launch",
                        "search",
                        "explanation");
        assertThat(keys(answer.at("/launch/0")))
                .containsExactly(
                        "kmToGo", "feasible", "impossible", "collectiveJ", "speedKmh", "leastBalancePct", "boundJ");
        assertThat(keys(answer.get("safe"))).containsExactly("launchKmToGo", "catchKmToGo", "surprisePct");
        assertThat(keys(answer.get("search")))
                .containsExactly("stepKm", "evaluations", "seed", "complete", "fromCache", "wallS");
        // from the start, not from the scenario's own launch at 15 km to go
        assertThat(answer.at("/launch/0/kmToGo").asDouble()).isEqualTo(18);
        assertThat(answer.at("/search/complete").asBoolean()).isTrue();
        checkCurve(answer);
    }

    private static void checkCurve(JsonNode answer) {
        double latestKm = Double.POSITIVE_INFINITY;
        double leastJ = Double.POSITIVE_INFINITY;
        double beforeKm = Double.POSITIVE_INFINITY;
        for (JsonNode launch : answer.get("launch")) {
            assertThat(launch.get("kmToGo").asDouble()).isLessThan(beforeKm);
            beforeKm = launch.get("kmToGo").asDouble();
            boolean feasible = launch.get("feasible").asBoolean();
            assertThat(launch.get("collectiveJ").isNull()).isEqualTo(!feasible);
            if (feasible) {
                latestKm = Math.min(latestKm, beforeKm);
                assertThat(launch.get("boundJ").asDouble())
                        .isPositive()
                        .isLessThan(launch.get("collectiveJ").asDouble());
                assertThat(launch.get("leastBalancePct").asDouble()).isNotNegative();
                // least balances of 10 % are kept exactly, but for the last digits
                boolean reserve = launch.get("leastBalancePct").asDouble() >= 10 - 1e-6;
                leastJ = reserve ? Math.min(leastJ, launch.get("collectiveJ").asDouble()) : leastJ;
            }
        }
        assertThat(answer.get("latestKmToGo").asDouble()).isEqualTo(latestKm);
        double cheapestKm = answer.get("cheapestKmToGo").asDouble();
        for (JsonNode launch : answer.get("launch")) {
            if (launch.get("kmToGo").asDouble() == cheapestKm) {
                assertThat(launch.get("collectiveJ").asDouble()).isEqualTo(leastJ);
            }
        }
        assertThat(answer.at("/safe/launchKmToGo").asDouble()).isGreaterThanOrEqualTo(latestKm);
        assertThat(answer.at("/safe/catchKmToGo").asDouble()).isBetween(3.0, 18.0);
    }

    @Test
    void drawsTheFan() throws Exception {
        Path chart = folder.resolve("fan.svg");
        Files.writeString(scenario, Inputs.SCENARIO.replace("name: Test chase", "name: A < B & \"C\""));

        assertThat(launch("--chart", chart, "--quiet").code()).isZero();

        String svg = Files.readString(chart);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getLocalName()).isEqualTo("svg");
        int launches = 0;
        for (JsonNode launch : answer().get("launch")) {
            launches += launch.get("feasible").asBoolean() ? 1 : 0;
        }
        assertThat(document.getElementsByTagNameNS("*", "polyline").getLength())
                .as("a line for each launch that catches, one for the safe one, one for nobody")
                .isEqualTo(launches + 2);
        assertThat(svg)
                .contains("A &lt; B &amp; ", "km to go", "gap to the break, s", "latest launch, ", "nobody chases")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void aHopelessChaseSaysWhatWouldHaveToChange() throws Exception {
        Files.writeString(scenario, Inputs.SCENARIO.replace("gap_s: 20", "gap_s: 900"));
        Run run = launch();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "No: no launch can catch the break by 3.0 km to go, whatever the plan.",
                        "s less gap the chase would just succeed",
                        "more worker like");
        JsonNode answer = answer();
        assertThat(answer.get("feasible").asBoolean()).isFalse();
        assertThat(answer.get("latestKmToGo").isNull()).isTrue();
        assertThat(answer.get("cheapestKmToGo").isNull()).isTrue();
        assertThat(answer.get("safe").isNull()).isTrue();
        assertThat(answer.get("impossibleFromKmToGo").asDouble()).isEqualTo(18);
    }

    @Test
    void theSecondRunTakesThePlansOfTheFirst() throws Exception {
        Path cache = folder.resolve("cache");
        System.setProperty("paceline.cache", cache.toString());
        try {
            Run first = launch();
            JsonNode firstAnswer = withoutSearch();
            Run second = launch();
            JsonNode secondAnswer = withoutSearch();

            assertThat(first.code()).isZero();
            assertThat(second.out()).contains("; plans from the cache.");
            assertThat(first.out()).doesNotContain("cache");
            assertThat(answer().at("/search/fromCache").asBoolean()).isTrue();
            assertThat(secondAnswer).isEqualTo(firstAnswer);

            Path kept = onlyFile(cache);
            Files.writeString(kept, "{ broken");
            assertThat(launch().code()).as("a broken file counts as none").isZero();
            assertThat(withoutSearch()).isEqualTo(firstAnswer);
            assertThat(kept).content().startsWith("{\"launch 0.0\":");

            Files.writeString(scenario, Inputs.SCENARIO.replace("gap_s: 20", "gap_s: 21"));
            assertThat(launch().out()).as("another problem").doesNotContain("from the cache");
        } finally {
            System.clearProperty("paceline.cache");
        }
    }

    private static Path onlyFile(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--step-km|0|--step-km = 0 km is outside [0.1, 50] km. One is usual.",
                "--step-km|NaN|--step-km = NaN km is outside [0.1, 50] km. One is usual.",
                "--evaluations|10|--evaluations = 10 is outside [100, 10000000]. 4000 are usual.",
                "--surprise-pct|-1|--surprise-pct = -1 % is outside [0, 20] %. One is usual.",
            })
    void refusesNumbersOutOfRange(String option, String value, String message) {
        Run run = Run.of("launch", scenario, option, value, "--json", json);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualToNormalizingNewlines("paceline: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(json).doesNotExist();
    }

    @Test
    void refusesAChartThatCannotBeWritten() {
        Run run = launch("--chart", folder);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("paceline: --chart " + folder + ": is a folder. Name a file in it.\n");
        assertThat(json).doesNotExist();
    }
}
