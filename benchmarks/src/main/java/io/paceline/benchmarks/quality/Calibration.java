package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the fastest speeds in {@link Instance} were found: the fastest break that the team is found to catch with its reserves. */
@Command(
        name = "calibrate",
        description = "Finds the fastest break that each team can catch with its reserves.",
        mixinStandardHelpOptions = true)
final class Calibration implements Callable<Integer> {
    private static final double SLOWEST_KM_H = 44;
    private static final double FASTEST_KM_H = 56;
    private static final double STEP_KM_H = 0.05;

    @Option(names = "--instances", split = ",", description = "titles, or parts of titles; all if not given")
    private List<String> instances = new ArrayList<>();

    @Option(names = "--evaluations", defaultValue = "20000", description = "plans for each speed (${DEFAULT-VALUE})")
    private long evaluations = 20_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter print = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        for (Instance instance : Quality.chosen(instances)) {
            double low = SLOWEST_KM_H;
            double high = FASTEST_KM_H;
            while (high - low > STEP_KM_H) {
                double middle = (low + high) / 2;
                boolean caught = keepsReserves(instance, middle);
                low = caught ? middle : low;
                high = caught ? high : middle;
            }
            print.printf(Locale.ROOT, "%s %.2f%n", instance.title(), low);
            print.flush();
        }
        return 0;
    }

    private boolean keepsReserves(Instance instance, double breakKmH) {
        SearchResult result = RotationPlanner.optaPlanner()
                .plan(
                        ChaseKernel.compile(instance.at(breakKmH)),
                        SearchOptions.evaluations(evaluations),
                        SearchListener.none());
        return result.outcome().feasible() && result.outcome().reserveShortJ() <= 0;
    }
}
