package io.paceline.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.Draft;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QualityReportTest {
    private static final String TITLE = "flat-2-easy";

    @TempDir
    private Path folder;

    @Test
    void aGapIsAShareOfTheBestAndInfiniteForWhatKeepsLess() {
        Cost best = new Cost(0, 2, 1_000);
        assertThat(Gap.percent(new Cost(0, 2, 1_001), best)).isCloseTo(0.1, within(1e-12));
        assertThat(Gap.percent(new Cost(0, 1, 990), best)).isCloseTo(-1, within(1e-12));
        assertThat(Gap.percent(new Cost(0, 2.1, 900), best)).isInfinite();
        assertThat(Gap.percent(new Cost(0.1, 0, 900), best)).isInfinite();
    }

    @Test
    void samplesKnowTheirMiddleAndTheirWorst() {
        Samples samples = new Samples(3, Double.POSITIVE_INFINITY, 1, 2);
        assertThat(samples.median()).isEqualTo(3);
        assertThat(samples.most()).isInfinite();
        assertThat(samples.percentUpTo(2)).isEqualTo(50);
        assertThat(Samples.show(samples.most(), 2)).isEqualTo("-");
        assertThat(Samples.show(1.005, 1)).isEqualTo("1.0");
    }

    @Test
    void draftsAreWrittenAndReadBack() {
        Draft draft = new Draft(3, 2);
        draft.rider[0] = 2;
        draft.rider[2] = 0;
        draft.seconds[1] = 45;
        draft.burnedAfterTurns[1] = 4;
        draft.effort[1] = 9_050;
        String text = DraftText.write(draft);
        assertThat(text).isEqualTo("2:0:0 1:45:4 0:0:0 | 10000 9050");
        assertThat(DraftText.write(DraftText.read(text))).isEqualTo(text);
    }

    @Test
    void tableCountsWhoWasThereWhen() {
        double bestJ = Objects.requireNonNull(BestKnown.stored().of(Instance.FLAT_2_EASY))
                .cost()
                .soft();
        String markdown = QualityReport.markdown(
                List.of(run("A", 0, bestJ, 0.5, 0.05), run("A", 1, bestJ, 4, 0.2), run("B", 0, bestJ, 0.5, 1)),
                BestKnown.stored());

        assertThat(markdown)
                .contains("| A | 2 | 100 | 50 |", "| B | 1 | 100 | 0 |")
                // at 1 s one of A was still 5 % above; the worse of two is called the median
                .contains("| - | - | 5.000 | 5.00 | 0.200 | 0.20 | 10 |");
    }

    private static Run run(String solver, long seed, double bestJ, double atS, double percent) {
        double endJ = bestJ * (1 + percent / 100);
        String plan = Objects.requireNonNull(BestKnown.stored().of(Instance.FLAT_2_EASY))
                .plan();
        return new Run(
                TITLE,
                solver,
                seed,
                List.of(new Run.Point(0.1, 0, 0, 1.05 * bestJ), new Run.Point(atS, 0, 0, endJ)),
                100,
                10,
                plan);
    }

    @Test
    void runsAreMeasuredWrittenReportedAndDrawn() throws Exception {
        Path json = folder.resolve("runs.json");
        Path best = folder.resolve("best.csv");
        assertThat(execute(
                        "--evaluations",
                        "300",
                        "--seeds",
                        "2",
                        "--instances",
                        "flat-2",
                        "--solvers",
                        "ours,climb",
                        "--seconds",
                        "1000",
                        "--out",
                        json.toString(),
                        "--keep-best",
                        best.toString()))
                .contains("| ours, OptaPlanner | 2 | 100 |", "| hill climbing | 2 |");
        assertThat(best).content().contains(TITLE + ";");

        Path svg = folder.resolve("gap.svg");
        assertThat(execute("report", json.toString(), "--svg", svg.toString())).contains("| " + TITLE + " | 1 |");
        assertThat(Files.readString(svg))
                .startsWith("<svg")
                .contains("hill climbing, 2 searches")
                .endsWith("</svg>\n");
    }

    private static String execute(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Quality.commandLine().setOut(new PrintWriter(out));
        assertThat(line.execute(arguments)).isZero();
        return out.toString();
    }

    @Test
    void badArgumentsEndWithTwoAndOneLine() {
        StringWriter err = new StringWriter();
        CommandLine line = Quality.commandLine().setErr(new PrintWriter(err, true));
        assertThat(line.execute("--instances", "moon")).isEqualTo(2);
        assertThat(err).hasToString("no instance has moon in its title." + System.lineSeparator());
    }
}
