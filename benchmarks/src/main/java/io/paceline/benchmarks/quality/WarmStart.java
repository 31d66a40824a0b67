package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.PlanTransfer;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.Stages;
import io.paceline.plan.RotationPlan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Question: something changes on the road; is a short search from the plan that was ridden as good as a long one from nothing? Baseline: the
 * long one.
 */
@Command(
        name = "warm",
        description = "Compares a short search from the plan before a change with a long one from nothing.",
        mixinStandardHelpOptions = true)
final class WarmStart implements Callable<Integer> {
    private static final double WARM_UP = 4;

    @Option(names = "--instances", split = ",", description = "titles, or parts of titles; all if not given")
    private List<String> instances = new ArrayList<>();

    @Option(names = "--warm-seconds", defaultValue = "1", description = "from the plan before (${DEFAULT-VALUE})")
    private double warmS = 1;

    @Option(names = "--cold-seconds", defaultValue = "10", description = "from nothing (${DEFAULT-VALUE})")
    private double coldS = 10;

    @Option(
            names = "--evaluations",
            defaultValue = "9223372036854775807",
            description = "plans measured in each short search (no limit)")
    private long warmEvaluations = Long.MAX_VALUE;

    @Option(
            names = "--cold-evaluations",
            defaultValue = "9223372036854775807",
            description = "plans measured in each long search (no limit)")
    private long coldEvaluations = Long.MAX_VALUE;

    @Option(names = "--seeds", defaultValue = "3", description = "searches of each (${DEFAULT-VALUE})")
    private int seeds = 3;

    @Spec
    private @Nullable CommandSpec spec;

    /** A plan and what it costs. */
    private record Found(RotationPlan plan, Cost cost) {}

    @Override
    public Integer call() {
        PrintWriter print = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Measurement cold = new Measurement(coldS, coldEvaluations);
        Measurement warm = new Measurement(warmS, warmEvaluations);
        if (warmEvaluations == Long.MAX_VALUE) {
            search(Instance.ROLLING_5_HARD.chase(), Optional.empty(), new Measurement(WARM_UP, warmEvaluations), 0);
        }
        print.println(WarmRow.HEADER);
        List<WarmRow> rows = new ArrayList<>();
        for (Instance instance : Quality.chosen(instances)) {
            RotationPlan before = search(instance.chase(), Optional.empty(), cold, 0).plan;
            for (Event event : Event.values()) {
                rows.add(row(instance, event, before, cold, warm));
                print.println(rows.get(rows.size() - 1).markdown());
                print.flush();
            }
        }
        print.println(WarmRow.summary(rows));
        print.flush();
        return 0;
    }

    private WarmRow row(Instance instance, Event event, RotationPlan before, Measurement cold, Measurement warm) {
        Chase after = event.after(instance);
        RotationPlan carried = PlanTransfer.onto(before, instance.chase(), ChaseKernel.compile(after));
        List<Cost> colds = new ArrayList<>();
        List<Cost> warms = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            colds.add(search(after, Optional.empty(), cold, seed).cost);
            warms.add(search(after, Optional.of(carried), warm, seed).cost);
        }
        return new WarmRow(instance.title(), event.title(), colds, warms);
    }

    private static Found search(Chase chase, Optional<RotationPlan> start, Measurement limit, long seed) {
        DraftSpace space = new DraftSpace(ChaseKernel.compile(chase));
        Trials trials = new Trials(space, limit.evaluations(), limit.seconds(), new Tape(), new CpuClock());
        Stages.play(space, trials, start.map(space::nearest), seed);
        return new Found(space.toPlan(trials.best()), trials.bestCost());
    }
}
