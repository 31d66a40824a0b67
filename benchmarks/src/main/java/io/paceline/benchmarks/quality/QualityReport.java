package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.optimizer.rotation.draft.Cost;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tables and picture from the JSON of runs. Gaps are to the best plan known, unless a bound is named. */
@Command(name = "report", description = "Prints tables from JSON files of runs.", mixinStandardHelpOptions = true)
final class QualityReport implements Callable<Integer> {
    /** Solved: so near, %. */
    static final double SOLVED_PERCENT = 0.1;

    static final double EARLY_S = 1;
    static final double LATE_S = 10;

    @Parameters(arity = "1..*", description = "JSON files written with --out")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--svg", description = "file for the picture")
    private @Nullable Path svg;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path file : files) {
            runs.addAll(RunFile.read(file));
        }
        BestKnown best = BestKnown.stored();
        best.offer(runs);
        PrintWriter print = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        print.println(markdown(runs, best));
        print.flush();
        if (svg != null) {
            Files.writeString(svg, new GapChart(best).draw(runs));
        }
        return 0;
    }

    /** Both tables and what came of the targets. */
    static String markdown(List<Run> runs, BestKnown best) {
        return bySolver(runs, best) + "\n" + byInstance(runs, best) + "\n" + new Targets(runs, best).markdown();
    }

    private static String bySolver(List<Run> runs, BestKnown best) {
        StringBuilder text = new StringBuilder(
                "| solver | searches | feasible % | to 0.1 % of best known, % | of bound, % | s to 0.1 %: median | worst"
                        + " | gap % at 1 s: median | worst | at 10 s: median | worst | plans/s |\n"
                        + "|--|--|--|--|--|--|--|--|--|--|--|--|\n");
        grouped(runs, Run::solver).forEach((solver, own) -> {
            Samples end = samples(own, run -> Gap.percent(run.end(), best.cost(Instance.of(run.instance()))));
            Samples toBound = samples(own, QualityReport::overBound);
            Samples time = samples(own, run -> run.secondsTo(SOLVED_PERCENT, best.cost(Instance.of(run.instance()))));
            Samples early = gaps(own, best, EARLY_S);
            Samples late = gaps(own, best, LATE_S);
            Samples rate = samples(own, run -> run.evaluations() / run.seconds());
            double feasible = samples(own, run -> run.end().hard()).percentUpTo(0);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %.0f | %s | %s | %s | %s | %s | %s | %.0f |%n",
                    solver,
                    own.size(),
                    feasible,
                    end.percentUpTo(SOLVED_PERCENT),
                    toBound.percentUpTo(SOLVED_PERCENT),
                    Samples.show(time.median(), 2),
                    Samples.show(time.most(), 2),
                    Samples.show(early.median(), 3),
                    Samples.show(early.most(), 2),
                    Samples.show(late.median(), 3),
                    Samples.show(late.most(), 2),
                    rate.median()));
        });
        return text.toString();
    }

    /** Above the best bound on all plans, %. */
    private static double overBound(Run run) {
        Instance instance = Instance.of(run.instance());
        Bounds.Bound bound = Bounds.stored().get(instance);
        if (bound == null || run.end().hard() > 0 || run.end().medium() > 0) {
            return Double.POSITIVE_INFINITY;
        }
        return 100 * (run.end().soft() / bound.onAllJ(run.draft().effort.length) - 1);
    }

    private static String byInstance(List<Run> runs, BestKnown best) {
        Set<String> solvers = new LinkedHashSet<>(runs.stream().map(Run::solver).toList());
        StringBuilder text =
                new StringBuilder("| instance | sectors | best known, kJ | above bound % | at its speeds %");
        solvers.forEach(solver -> text.append(" | ").append(solver));
        text.append(" |\n|--|--|--|--|--").append("|--".repeat(solvers.size())).append("|\n");
        Map<Instance, Bounds.Bound> bounds = Bounds.stored();
        grouped(runs, Run::instance).forEach((title, own) -> {
            Instance instance = Instance.of(title);
            Cost cost = best.cost(instance);
            int sectors = own.get(0).draft().effort.length;
            Bounds.Bound bound = bounds.get(instance);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f%s | %s | %s",
                    title,
                    sectors,
                    cost.soft() / 1_000,
                    cost.medium() > 0 ? String.format(Locale.ROOT, " (%.1f J short)", cost.medium()) : "",
                    bound == null ? "-" : above(cost, bound.onAllJ(sectors)),
                    bound == null ? "-" : above(cost, bound.atSpeedsOf(cost.soft(), sectors))));
            Map<String, List<Run>> bySolver = grouped(own, Run::solver);
            for (String solver : solvers) {
                text.append(" | ").append(cell(bySolver.getOrDefault(solver, List.of()), best));
            }
            text.append(" |\n");
        });
        return text.append(
                        "\nCells: median gap in % at 1 s / at 10 s (worst at 10 s); - is no plan that keeps what the best keeps.\n")
                .toString();
    }

    private static String above(Cost cost, double boundJ) {
        return boundJ > 0 ? Samples.show(100 * (cost.soft() / boundJ - 1), 2) : "-";
    }

    private static String cell(List<Run> own, BestKnown best) {
        if (own.isEmpty()) {
            return "";
        }
        Samples late = gaps(own, best, LATE_S);
        return Samples.show(gaps(own, best, EARLY_S).median(), 3) + " / " + Samples.show(late.median(), 3) + " ("
                + Samples.show(late.most(), 3) + ")";
    }

    static Samples gaps(List<Run> runs, BestKnown best, double atS) {
        List<Run> longEnough = runs.stream().filter(run -> run.tellsOf(atS)).toList();
        return samples(longEnough, run -> Gap.percent(run.at(atS), best.cost(Instance.of(run.instance()))));
    }

    static Samples gapsTo(List<Cost> costs, Cost best) {
        return new Samples(
                costs.stream().mapToDouble(cost -> Gap.percent(cost, best)).toArray());
    }

    static Samples samples(List<Run> runs, ToDoubleFunction<Run> value) {
        return new Samples(runs.stream().mapToDouble(value).toArray());
    }

    static Map<String, List<Run>> grouped(List<Run> runs, java.util.function.Function<Run, String> key) {
        Map<String, List<Run>> groups = new LinkedHashMap<>();
        for (Run run : runs) {
            groups.computeIfAbsent(key.apply(run), ignored -> new ArrayList<>()).add(run);
        }
        return groups;
    }
}
