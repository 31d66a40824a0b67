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
        assertThat(text).isEqualTo("2:0:0 1:45:4 0:0:0 | 1000000 9050");
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
                10,
                plan);
    }

    @Test
    void aShortSearchTellsNothingOfLaterButOneThatCameToItsEndDoes() {
        assertThat(lasting(1, 1).tellsOf(1)).isTrue();
        assertThat(lasting(1, 1).tellsOf(10)).isFalse();
        assertThat(lasting(9.995, 10).tellsOf(10)).isTrue();
        assertThat(lasting(0.2, 1).tellsOf(10)).as("came to its end").isTrue();
    }

    @Test
    void whatASearchHasAtItsEndCountsThoughItEndsALittleLate() {
        List<Run.Point> points = List.of(new Run.Point(0.5, 0, 0, 3), new Run.Point(10.0004, 0, 0, 2));
        Run run = new Run(TITLE, "A", 0, points, 2, 10.0004, 10, "0:10:0 1:10:0 | 10000");

        assertThat(run.at(10).soft()).isEqualTo(2);
        assertThat(run.at(9.5).soft()).as("that is another time").isEqualTo(3);
    }

    private static Run lasting(double seconds, double allowedS) {
        return new Run(
                TITLE, "A", 0, List.of(new Run.Point(0, 0, 0, 1)), 1, seconds, allowedS, "0:10:0 1:10:0 | 10000");
    }

    @Test
    void targetsSayWhereTheyAreMissed() {
        double bestJ = BestKnown.stored().cost(Instance.FLAT_8_EASY).soft();
        String plan = Objects.requireNonNull(BestKnown.stored().of(Instance.FLAT_8_EASY))
                .plan();
        // median of ours: 0.3 % at 1 s and 0.2 % at 10 s, with a spread of 0.2
        List<Run> ours = List.of(
                ending("ours, OptaPlanner", bestJ, plan, 0.3, 0.2),
                ending("ours, OptaPlanner", bestJ, plan, 0.05, 0.05),
                ending("ours, OptaPlanner", bestJ, plan, 0.3, 0.25));

        assertThat(targets(ours, ending("B", bestJ, plan, 0.01, 0.01)))
                .contains("each search of 1 of 1 instances.")
                .contains("at 1 s on 0 of 1 instances; not on flat-8-easy.")
                .contains("of both on 1 of 1 instances.");
        assertThat(targets(ours, ending("B", bestJ, plan, 0.01, -0.01)))
                .contains("of both on 0 of 1 instances; not on flat-8-easy.");
        assertThat(targets(ours.subList(1, 2), ending("B", bestJ, plan, 0.01, 0.05 - 1e-10)))
                .as("the same plan, summed in another order")
                .contains("of both on 1 of 1 instances.");
        assertThat(targets(ours.subList(1, 2), ours.get(1)))
                .contains("at 1 s on 1 of 1 instances.")
                .as("there is no other search")
                .contains("of both on 0 of 0 instances.");
    }

    private static String targets(List<Run> ours, Run other) {
        List<Run> all = new java.util.ArrayList<>(ours);
        all.add(other);
        return new Targets(all, BestKnown.stored()).markdown();
    }

    private static Run ending(String solver, double bestJ, String plan, double earlyPercent, double latePercent) {
        List<Run.Point> points = List.of(
                new Run.Point(0.5, 0, 0, bestJ * (1 + earlyPercent / 100)),
                new Run.Point(9, 0, 0, bestJ * (1 + latePercent / 100)));
        return new Run(Instance.FLAT_8_EASY.title(), solver, 0, points, 100, 10, 10, plan);
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
