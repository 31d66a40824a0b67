package io.paceline.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paceline.benchmarks.quality.instance.Instance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunFileTest {
    @TempDir
    private Path folder;

    private String measure(String... more) {
        StringWriter out = new StringWriter();
        CommandLine line = Quality.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        String[] arguments = new String[more.length + 5];
        System.arraycopy(more, 0, arguments, 5, more.length);
        System.arraycopy(
                new String[] {
                    "--instances=flat-2,back-4", "--evaluations=150", "--seconds=60", "--out", runs().toString()
                },
                0,
                arguments,
                0,
                5);
        line.execute(arguments);
        return out.toString();
    }

    private Path runs() {
        return folder.resolve("runs.json");
    }

    private static List<String> names(List<Run> runs) {
        return runs.stream()
                .map(run -> run.instance() + " " + run.solver() + " " + run.seed())
                .toList();
    }

    @Test
    void solversTakeTurnsAndAMeasurementIsGoneOnWith() throws Exception {
        assertThat(measure("--solvers=climb,exhaustive", "--seeds=1")).contains("| hill climbing | 2 |");
        List<Run> first = RunFile.read(runs());
        assertThat(names(first))
                .as("the exhaustive search is for roads of one sector")
                .containsExactly(
                        "flat-2-easy hill climbing 0", "flat-2-easy exhaustive 0", "back-4-hard hill climbing 0");

        measure("--solvers=climb", "--seeds=2", "--resume");
        List<Run> both = RunFile.read(runs());
        assertThat(both.subList(0, 3)).isEqualTo(first);
        assertThat(names(both.subList(3, 5)))
                .containsExactly("flat-2-easy hill climbing 1", "back-4-hard hill climbing 1");
        assertThat(both).hasSize(5);
        assertThat(folder.toFile().list()).as("nothing half-written is left").containsExactly("runs.json");
    }

    @Test
    void noSearchBeginsThatCouldEndAfterItsMinutes() {
        assertThat(measure("--solvers=climb", "--seeds=1", "--minutes=0.5"))
                .contains("The time is up. Give --resume to go on.");
        assertThat(runs()).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotLostByMistake() throws Exception {
        Files.writeString(runs(), "[]");
        assertThat(measure())
                .isEqualTo(runs() + " is there already. Give --resume to go on with it, or another name."
                        + System.lineSeparator());
        assertThat(runs()).hasContent("[]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunFile.open(null, true))
                .withMessage("--resume goes on with a file: name it by --out.");
    }

    /** A clock that goes on by a millisecond with each question: what a search asks between looks at it is what it may be late. */
    @Test
    void everySolverEndsInTime() {
        for (String name : Contenders.names()) {
            long[] nowNs = {0};
            Run run = new Measurement(3, Long.MAX_VALUE)
                    .run(Instance.FLAT_4_HARD, Contenders.of(name), 1, () -> nowNs[0] += 1_000_000);
            assertThat(run.seconds()).as(name).isBetween(3.0, 3.05);
        }
    }
}
