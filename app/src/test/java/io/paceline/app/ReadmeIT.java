package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's commands on the packed program: a reader who copies them gets what the page shows. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ReadmeIT {
    /** Words that the output of each command holds. */
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "plan",
            List.of("Yes: launch at", "Line at the launch", "least W' %", "Together"),
            "course",
            List.of("Climbs", "Stretches", "headwind m/s"),
            "simulate",
            List.of("Yes: launch at 60.0 km to go", "Together"),
            "riders",
            List.of("Models through the 4 efforts", "CP 311 W, probably"),
            "limit",
            List.of("As fast as it goes: 25.0 km in", "gives out first, at", "One watt of CP more", "GC1"),
            "launch",
            List.of("Yes: launch by ", "Latest: ", "Cheapest", "Safe: ", "could be less %"),
            "sensitivity",
            List.of("what the plan hangs on", "stops catching"),
            "decide",
            List.of("What could be done", "Coalitions launched as planned", "Fair shares"),
            "completion",
            List.of("complete -F"));

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfTheReadmeWorks() throws Exception {
        List<String> commands = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("./paceline "))
                .toList();
        assertThat(commands).hasSize(10);

        for (String command : commands) {
            List<String> words = new ArrayList<>(
                    List.of(command.replace("examples/", ROOT + "/examples/").split(" ")));
            String output = run(words);
            assertThat(output).as(command).contains(EXPECTED.get(words.get(1)));
        }
        assertThat(folder.resolve("plan.json")).content().contains("\"feasible\" : true");
        assertThat(folder.resolve("report.html")).content().contains("Content-Security-Policy", "Yes: launch at");
    }

    @Test
    void theHopelessChaseEndsWithThree() throws Exception {
        Process process = start(List.of(
                "./paceline",
                "plan",
                ROOT + "/examples/tour-2023-stage-18/scenario-hopeless.yaml",
                "--evaluations",
                "2000",
                "--quiet"));

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(folder.resolve("out.txt")).isEmptyFile();
    }

    @Test
    void anEarlyEndStillPrintsAndWritesTheBestPlan() throws Exception {
        String scenario = ROOT + "/examples/tour-2023-stage-18/scenario.yaml";
        long startedNs = System.nanoTime();
        start(List.of("./paceline", "plan", scenario, "--evaluations", "1", "--quiet"))
                .waitFor();
        long startMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
        Process process = start(List.of("./paceline", "plan", scenario, "--seconds", "200", "--json", "early.json"));
        // until the search is on its way, on a busy machine too
        Thread.sleep(1_000 + 3 * startMs);
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("out.txt")).content().contains("Line at the launch");
        assertThat(folder.resolve("early.json")).content().contains("\"feasible\"");
        assertThat(process.exitValue()).isIn(0, 3);
    }

    private String run(List<String> words) throws Exception {
        Process process = start(words);
        int code = process.waitFor();
        String output = Files.readString(folder.resolve("out.txt"));
        assertThat(code).as(words + System.lineSeparator() + output).isZero();
        return output;
    }

    /** The jar in place of the launcher, which might start a build inside this one. */
    private Process start(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                ROOT.resolve("app/target/paceline.jar").toString()));
        command.addAll(words.subList(1, words.size()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }
}
