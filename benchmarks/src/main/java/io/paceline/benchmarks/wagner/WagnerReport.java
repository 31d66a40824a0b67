package io.paceline.benchmarks.wagner;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the benchmark found, as Markdown and as JSON. */
final class WagnerReport {
    static final String HEADER = """
            | instance | published best, s | published best mean, s | ours best, s | ours mean, s | ours worst, s | seeds at or below the published best | long run best, s |
            |--|--|--|--|--|--|--|--|""";

    static final String FOOTNOTE = "\\* reached with powers of at most 300 W: compare with the row below it.";

    private WagnerReport() {}

    static String json(WagnerBenchmark.Options options, List<Row> rows, List<Speed> speeds) {
        return String.format(
                Locale.ROOT,
                "{%n  \"benchmark\": \"wagner\",%n  \"stepS\": %s,%n  \"evaluations\": %d,%n  \"longEvaluations\": %d,%n"
                        + "  \"java\": \"%s\",%n  \"instances\": [%n%s%n  ],%n  \"objectiveSpeed\": [%n%s%n  ]%n}%n",
                Instance.STEP_S,
                options.evaluations(),
                options.longRun(),
                System.getProperty("java.vm.version"),
                rows.stream().map(Row::json).collect(Collectors.joining(",\n")),
                speeds.stream().map(Speed::json).collect(Collectors.joining(",\n")));
    }

    /** One instance. */
    record Row(
            Instance instance,
            Published published,
            List<WagnerSolver.SearchResult> results,
            List<WagnerSolver.SearchResult> longResults) {
        private static final double TIE_S = 1e-6;

        private static DoubleSummaryStatistics times(List<WagnerSolver.SearchResult> results) {
            return results.stream()
                    .mapToDouble(WagnerSolver.SearchResult::timeS)
                    .summaryStatistics();
        }

        /** The published results of the instances "both" were reached with powers of at most 300 W: no fair peer of the wide range. */
        private boolean comparable() {
            return instance != Instance.MEN_BOTH && instance != Instance.WOMEN_BOTH;
        }

        private String peer(double timeS, String who) {
            return String.format(Locale.ROOT, "%.2f%s (%s)", timeS, comparable() ? "" : "*", who);
        }

        String markdown() {
            DoubleSummaryStatistics ours = times(results);
            long atOrBelow = results.stream()
                    .filter(r -> r.timeS() <= published.bestS() + TIE_S)
                    .count();
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.2f | %.2f | %.2f | %s | %s |",
                    instance.title(),
                    peer(published.bestS(), published.bestBy()),
                    peer(published.bestMeanS(), published.meanBy()),
                    ours.getMin(),
                    ours.getAverage(),
                    ours.getMax(),
                    atOrBelow + " of " + results.size() + (comparable() ? "" : "*"),
                    longResults.isEmpty()
                            ? "-"
                            : String.format(
                                    Locale.ROOT, "%.2f", times(longResults).getMin()));
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "    {\"instance\": \"%s\", \"publishedBestS\": %s, \"publishedBestMeanS\": %s, \"comparable\": %b,%n"
                            + "     \"timesS\": [%s], \"evaluations\": [%s],%n     \"longTimesS\": [%s]}",
                    instance.title(),
                    published.bestS(),
                    published.bestMeanS(),
                    comparable(),
                    list(results),
                    results.stream().map(r -> Long.toString(r.evaluations())).collect(Collectors.joining(", ")),
                    list(longResults));
        }

        private static String list(List<WagnerSolver.SearchResult> results) {
            return results.stream()
                    .map(r -> Double.isFinite(r.timeS()) ? String.format(Locale.ROOT, "%.2f", r.timeS()) : "null")
                    .collect(Collectors.joining(", "));
        }
    }

    /** How fast the objective alone is, on one thread: whole races at even power with alternating changes. */
    record Speed(Pursuit pursuit, double stepS, double evaluationsPerS) {
        private static final int ROUNDS = 5;
        private static final long ROUND_NS = 400_000_000L;

        /** The best of five rounds of 0.4 s. */
        static Speed measure(Pursuit pursuit, double stepS) {
            Instance instance = pursuit == Pursuit.MEN ? Instance.MEN_TRANSITIONS : Instance.WOMEN_TRANSITIONS;
            Race race = new Race(pursuit, stepS);
            // A little slower than the instance, so that everybody finishes and every evaluation is a whole race.
            double[] powerW = instance.givenPowerW();
            for (int s = 0; s < powerW.length; s++) {
                powerW[s] *= 0.9;
            }
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.max(best, round(race, powerW, instance.givenHandOver()));
            }
            return new Speed(pursuit, stepS, best);
        }

        private static double round(Race race, double[] powerW, boolean[] handOver) {
            long start = System.nanoTime();
            long count = 0;
            double sumS = 0;
            while (System.nanoTime() - start < ROUND_NS) {
                sumS += race.finishTimeS(powerW, handOver);
                count++;
            }
            if (!(sumS < Double.POSITIVE_INFINITY)) {
                throw new IllegalStateException("the team of the speed test broke up: its races were not whole");
            }
            return count / ((System.nanoTime() - start) * 1e-9);
        }

        String markdown() {
            return String.format(
                    Locale.ROOT, "- objective, %s, step %s s: %.0f evaluations/s", pursuit, stepS, evaluationsPerS);
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "    {\"pursuit\": \"%s\", \"stepS\": %s, \"evaluationsPerS\": %.0f}",
                    pursuit,
                    stepS,
                    evaluationsPerS);
        }
    }
}
