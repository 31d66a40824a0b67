package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Question: at equal time, who finds the better plans, and how far from the best can they be? Baseline: five other searches on the same
 * cost, and proven bounds.
 */
@Command(
        name = "Quality",
        description = "Searches the 24 instances with each solver, one after the other, and writes what they found.",
        subcommands = {QualityReport.class, Bounds.class, Calibration.class, WarmStart.class},
        mixinStandardHelpOptions = true)
public final class Quality implements Callable<Integer> {
    private static final double NS_PER_MINUTE = 60e9;
    private static final double SECONDS_PER_MINUTE = 60;

    @Option(names = "--seconds", defaultValue = "10", description = "processor time of each search (${DEFAULT-VALUE})")
    private double seconds = 10;

    @Option(
            names = "--evaluations",
            defaultValue = "9223372036854775807",
            description = "plans measured in each search (no limit)")
    private long evaluations = Long.MAX_VALUE;

    @Option(
            names = "--warm-up",
            defaultValue = "4",
            description =
                    "before it is measured each solver runs so long, s, for the compiler's sake (${DEFAULT-VALUE})")
    private double warmUpS = 4;

    @Option(names = "--seeds", defaultValue = "10", description = "searches of each (${DEFAULT-VALUE})")
    private int seeds = 10;

    @Option(names = "--first-seed", defaultValue = "0", description = "the first of the seeds (${DEFAULT-VALUE})")
    private long firstSeed;

    @Option(names = "--instances", split = ",", description = "titles, or parts of titles; all if not given")
    private List<String> instances = new ArrayList<>();

    @Option(names = "--solvers", split = ",", description = "ours, timefold, jenetics, climb, cmaes, exhaustive")
    private List<String> solvers = Contenders.names();

    @Option(
            names = "--minutes",
            defaultValue = "Infinity",
            description = "no search begins that could end later than so many minutes from now (no limit)")
    private double minutes = Double.POSITIVE_INFINITY;

    @Option(names = "--out", description = "JSON file for the runs, written after each")
    private @Nullable Path out;

    @Option(names = "--resume", description = "go on with the runs that are in the file of --out")
    private boolean resume;

    @Option(names = "--keep-best", description = "file for the best plans known, with those of these runs")
    private @Nullable Path keepBest;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs it. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Quality()).setExecutionExceptionHandler((error, line, result) -> {
            if (error instanceof IllegalArgumentException) {
                line.getErr().println(error.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw error;
        });
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        RunFile file = RunFile.open(out, resume);
        measure(file, print);
        List<Run> runs = file.runs();
        BestKnown best = BestKnown.stored();
        best.offer(runs);
        if (keepBest != null) {
            best.write(keepBest);
        }
        print.println(QualityReport.markdown(runs, best));
        print.flush();
        return 0;
    }

    /** By turns: the first seed of each instance by each solver, then the second; so what disturbs the machine disturbs all of them. */
    private void measure(RunFile file, PrintWriter print) throws IOException {
        Measurement measurement = new Measurement(seconds, evaluations);
        long startNs = System.nanoTime();
        List<Instance> searched = chosen(instances); // refuses a misspelt one before everybody warms up
        List<Contender> contenders = solvers.stream().map(Contenders::of).toList();
        contenders.forEach(this::warmUp);
        for (int i = 0; i < seeds; i++) {
            for (Instance instance : searched) {
                for (Contender contender : contenders) {
                    if (!contender.suits(instance.space())
                            || file.has(instance.title(), contender.title(), firstSeed + i)) {
                        continue;
                    }
                    if (minutesSince(startNs) + seconds / SECONDS_PER_MINUTE > minutes) {
                        print.println("The time is up. Give --resume to go on.");
                        return;
                    }
                    Run run = measurement.run(instance, contender, firstSeed + i);
                    file.add(run);
                    tell(run, print);
                }
            }
        }
    }

    private static double minutesSince(long startNs) {
        return (System.nanoTime() - startNs) / NS_PER_MINUTE;
    }

    private static void tell(Run run, PrintWriter print) {
        print.printf(
                Locale.ROOT,
                "%-18s %-18s seed %d  %8.3f s %9d plans  hard %.3f medium %.3f soft %.1f%n",
                run.instance(),
                run.solver(),
                run.seed(),
                run.seconds(),
                run.evaluations(),
                run.end().hard(),
                run.end().medium(),
                run.end().soft());
        print.flush();
    }

    private void warmUp(Contender contender) {
        if (evaluations == Long.MAX_VALUE) {
            for (Instance instance : List.of(Instance.FLAT_4_HARD, Instance.ROLLING_5_HARD)) {
                if (contender.suits(instance.space())) {
                    new Measurement(warmUpS / 2, evaluations).run(instance, contender, 0);
                }
            }
        }
    }

    /**
     * Instances whose titles hold one of the words; all for no words.
     *
     * @throws IllegalArgumentException if a word is in no title
     */
    static List<Instance> chosen(List<String> words) {
        for (String word : words) {
            if (Arrays.stream(Instance.values()).noneMatch(one -> one.title().contains(word))) {
                throw new IllegalArgumentException("no instance has " + word + " in its title.");
            }
        }
        return Arrays.stream(Instance.values())
                .filter(one -> words.isEmpty() || words.stream().anyMatch(one.title()::contains))
                .toList();
    }
}
