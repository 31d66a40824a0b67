package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad usage: exit code 2, one message on standard error, nothing on standard output, nothing written. */
class CommandLineTest {
    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Inputs.write(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|'' is not a command. Try 'paceline --help'.",
                "plan|Missing required parameter: 'SCENARIO'. Try 'paceline plan --help'.",
                "plan S --second 3|'--second' is not an option. Maybe --seconds? Try 'paceline plan --help'.",
                "plan S --seconds|Missing required parameter for option '--seconds' (N). Try 'paceline plan --help'.",
                "plan S --seconds soon|Invalid value for option '--seconds': 'soon' is not a number. Try 'paceline plan --help'.",
                "plan S --seconds 0|--seconds = 0 s is outside [0.1, 86400] s. Ten are usual.",
                "plan S --seconds NaN|--seconds = NaN s is outside [0.1, 86400] s. Ten are usual.",
                "plan S --seconds -3|--seconds = -3 s is outside [0.1, 86400] s. Ten are usual.",
                "plan S --evaluations 0|--evaluations = 0 is not above 0. A plan needs thousands.",
                "plan S --seconds 1 --evaluations 9|--seconds and --evaluations exclude each other. Give one.",
                "limit S --seconds 0|--seconds = 0 s is outside [0.1, 86400] s. Ten are usual.",
                "limit S --seconds 1 --evaluations 9|--seconds and --evaluations exclude each other. Give one.",
                "plan S --seed x|Invalid value for option '--seed': 'x' is not a whole number. Try 'paceline plan --help'.",
                "plan S --json F|--json F: is a folder. Name a file in it.",
                "plan S --json F/no/p.json|--json F/no/p.json: its folder does not exist. Make it first.",
                "plan S --report F|--report F: is a folder. Name a file in it.",
                "simulate S --plan F/no.json --report F/no/p.html|--report F/no/p.html: its folder does not exist. Make it first.",
                "plan S --cards F|--cards F: is not empty. Name a new folder, or empty this one.",
                "plan S --cards F/no/c|--cards F/no/c: the folder that it would be in does not exist. Make it first.",
                "plan S --report F/p --json F/p|--report F/p: --json names the same file. Name another.",
                "plan F/no.yaml|F/no.yaml: does not exist. Check the path and the folder that you are in.",
                "plan F|F: is a folder. Name a file in it.",
                "simulate S|Missing required option: '--plan=FILE'. Try 'paceline simulate --help'.",
                "simulate S --plan F/no.json|F/no.json: does not exist. Check the path and the folder that you are in.",
                "course F/course.txt|F/course.txt: does not exist. Check the path and the folder that you are in.",
                "course F/riders.csv|F/riders.csv:1: the file is id,name,team,role,mass_kg,cp_w,w_prime_j.... It has to be a group of keys: name, course, air, wind, crosswind, breakaway, chase, goal, gc, stakes.",
                "serve S --port 70000|--port = 70000 is outside [0, 65535]. 0 takes any that is free.",
                "serve S --seconds 0|--seconds = 0 s is outside [0.1, 86400] s. It is the time for each question; ten are usual.",
                "serve S --state F|--state F: is a folder. Name a file in it.",
                "decide S --evaluations 99|--evaluations = 99 is below 100. Each coalition needs hundreds.",
                "decide S --evaluations few|Invalid value for option '--evaluations': 'few' is not a whole number. Try 'paceline decide --help'.",
                "chase S|'chase' is not a command. Maybe course? Try 'paceline --help'.",
                "plann S|'plann' is not a command. Maybe plan? Try 'paceline --help'.",
                "plan S S|'S' is one too many. Try 'paceline plan --help'.",
                "plan S --json S|--json S: the command reads this file, so it would be lost. Name another.",
                "plan S --report F/riders.csv|--report F/riders.csv: the command reads this file, so it would be lost. Name another.",
                "launch S --chart F/../X/course.gpx|--chart F/../X/course.gpx: the command reads this file, so it would be lost. Name another.",
                "simulate S --plan F/new --json F/new|--json F/new: the command reads this file, so it would be lost. Name another.",
                "serve S --state F/riders.csv|--state F/riders.csv: the command reads this file, so it would be lost. Name another.",
                "riders S --json S|--json S: the command reads this file, so it would be lost. Name another.",
                "plan S --cards F/c --report F/c|--cards F/c: --report names the same file. Name another.",
                "launch S --chart F/no/c.svg|--chart F/no/c.svg: its folder does not exist. Make it first.",
                "decide S --orders 1|--orders = 1 is outside [2, 10000]. Some 30 are usual.",
            })
    void saysWhatIsWrong(String line, String message) throws IOException {
        String folderName = folder.toString();
        String[] args = Stream.of(line.split(" "))
                .map(word -> word.equals("S")
                        ? scenario.toString()
                        : word.replaceFirst("^F", folderName).replace("/X/", "/" + folder.getFileName() + "/"))
                .toArray(String[]::new);
        Run run = Run.of((Object[]) args);

        String expected = message.replaceAll("(^|json |report |cards |state |chart )F", "$1" + folderName)
                .replace("/X/", "/" + folder.getFileName() + "/")
                .replace(" S: ", " " + scenario + ": ")
                .replace("'S'", "'" + scenario + "'");
        assertThat(run.err()).startsWith("paceline: " + expected).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing written").hasSize(3);
        }
    }

    @Test
    void aFullDiskBehindTheOutputIsSaid() {
        StringWriter err = new StringWriter();
        PrintWriter full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        full.println("a plan");

        assertThat(PacelineCommand.printed(full, new PrintWriter(err), 0)).isEqualTo(2);
        assertThat(err)
                .hasToString("paceline: not everything could be printed: the disk is full, or the reader has gone."
                        + " Print to a file with room." + System.lineSeparator());
        assertThat(PacelineCommand.printed(full, new PrintWriter(err), 3))
                .as("another fault says more")
                .isEqualTo(3);
        assertThat(PacelineCommand.printed(new PrintWriter(new StringWriter()), new PrintWriter(err), 0))
                .isZero();
    }

    @Test
    void needsACommand() {
        Run run = Run.of();

        assertThat(run.err())
                .startsWith("paceline: Name a command: plan, prove, ")
                .endsWith(", completion. Try 'paceline --help'." + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void badInputWritesNothing() throws IOException {
        Files.writeString(scenario, Inputs.SCENARIO.replace("gap_s: 20", "gap_s: -1"));
        Path json = folder.resolve("plan.json");
        Run run = Run.of("plan", scenario, "--json", json);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("paceline: " + scenario + ":6: breakaway.gap_s = -1 s is outside [0, 3600] s. "
                        + "0 is level with the break; it is in seconds." + System.lineSeparator());
        assertThat(json).doesNotExist();
    }

    @Test
    void showsHelpAndVersion() {
        assertThat(Run.of("--help").out())
                .contains("plan", "simulate", "sensitivity", "decide", "course", "riders", "completion", "Exit codes:");
        assertThat(Run.of("plan", "--help").out())
                .contains("--seconds", "--evaluations", "--seed", "--json", "--quiet");
        assertThat(Run.of("--version").out()).isEqualTo("paceline (development)" + System.lineSeparator());
        assertThat(Run.of("--help").code()).isZero();
    }

    @Test
    void printsACompletionScript() {
        Run run = Run.of("completion");

        assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("--evaluations", "complete -F");
        assertThat(run.code()).isZero();
    }

    @Test
    void showsTheRoad() {
        Run scenarioRun = Run.of("course", scenario);
        assertThat(scenarioRun.out())
                .contains("km 15.0 to 3.0 to go: 12.0 km", "headwind m/s", "sector")
                .doesNotContain("\u001B");
        assertThat(scenarioRun.code()).isZero();

        Run gpxRun = Run.of("course", folder.resolve("course.gpx"));
        assertThat(gpxRun.out()).contains("course.gpx", "Course 20.0 km");
    }
}
