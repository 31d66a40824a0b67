package io.paceline.benchmarks.wagner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Question: does OptaPlanner, with a construction and moves made for it, reach the published results of the team-pursuit benchmark with the
 * published number of evaluations? Baseline: those results, in the same table.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar io.paceline.benchmarks.wagner.WagnerBenchmark
 *     [--evaluations N] [--seeds N] [--long N] [--prove] [--json FILE]
 * </pre>
 */
public final class WagnerBenchmark {
    /** The long run takes this many of the seeds. */
    private static final int LONG_SEEDS = 2;

    private WagnerBenchmark() {}

    /**
     * Runs it and prints Markdown.
     *
     * @throws IllegalArgumentException if an argument is unknown or is not a number
     * @throws IOException              if the JSON file cannot be written
     */
    public static void main(String[] args) throws IOException {
        run(Options.parse(args), System.out);
    }

    static void run(Options options, PrintStream out) throws IOException {
        List<WagnerReport.Row> rows = new ArrayList<>();
        out.println(WagnerReport.HEADER);
        for (Instance instance : Instance.values()) {
            List<WagnerSolver.SearchResult> results = new ArrayList<>();
            for (int seed = 1; seed <= options.seeds; seed++) {
                results.add(new WagnerSolver().solve(instance, options.evaluations, seed));
            }
            List<WagnerSolver.SearchResult> longResults = new ArrayList<>();
            for (int seed = 1; seed <= Math.min(LONG_SEEDS, options.seeds) && options.longRun > 0; seed++) {
                longResults.add(new WagnerSolver().solve(instance, options.longRun, seed));
            }
            WagnerReport.Row row = new WagnerReport.Row(instance, Published.of(instance), results, longResults);
            rows.add(row);
            out.println(row.markdown());
        }
        out.println();
        out.println(WagnerReport.FOOTNOTE);
        out.println();
        List<WagnerReport.Speed> speeds = new ArrayList<>();
        for (Pursuit pursuit : Pursuit.values()) {
            for (double stepS : new double[] {Instance.STEP_S, 0.001}) {
                WagnerReport.Speed speed = WagnerReport.Speed.measure(pursuit, stepS);
                speeds.add(speed);
                out.println(speed.markdown());
            }
        }
        if (options.prove) {
            prove(out);
        }
        if (!options.json.isEmpty()) {
            Files.writeString(Path.of(options.json), WagnerReport.json(options, rows, speeds), StandardCharsets.UTF_8);
        }
    }

    private static void prove(PrintStream out) {
        Instance instance = Instance.WOMEN_TRANSITIONS;
        HandoverEnumeration all = new HandoverEnumeration(instance.pursuit(), Instance.STEP_S, instance.givenPowerW());
        all.run();
        out.printf(
                Locale.ROOT,
                "%n%s: all %d strategies ridden, %d finish, the best in %.2f s%n",
                instance.title(),
                1L << instance.pursuit().handovers(),
                all.finishers(),
                all.bestS());
    }

    /** What the command line asks for. */
    static final class Options {
        private long evaluations = 3_000;
        private int seeds = 10;
        private long longRun;
        private boolean prove;
        private String json = "";

        static Options parse(String... args) {
            Options options = new Options();
            Iterator<String> rest = List.of(args).iterator();
            while (rest.hasNext()) {
                String name = rest.next();
                switch (name) {
                    case "--prove" -> options.prove = true;
                    case "--evaluations" -> options.evaluations = Long.parseLong(value(name, rest));
                    case "--seeds" -> options.seeds = Integer.parseInt(value(name, rest));
                    case "--long" -> options.longRun = Long.parseLong(value(name, rest));
                    case "--json" -> options.json = value(name, rest);
                    default -> throw unknown(name);
                }
            }
            if (options.seeds < 1) {
                throw new IllegalArgumentException("--seeds = " + options.seeds + " is below 1");
            }
            return options;
        }

        private static String value(String name, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw unknown(name);
            }
            return rest.next();
        }

        private static IllegalArgumentException unknown(String arg) {
            return new IllegalArgumentException(
                    arg + ": expected --evaluations N, --seeds N, --long N, --prove or --json FILE");
        }

        long evaluations() {
            return evaluations;
        }

        long longRun() {
            return longRun;
        }
    }
}
