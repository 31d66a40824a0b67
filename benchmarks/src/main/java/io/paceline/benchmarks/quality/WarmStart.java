package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.optimizer.rotation.solver.Stages;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private static final double MORE_GAP_S = 5;
    private static final double LESS_GAP_S = -15;
    private static final double MORE_WIND_M_PER_S = 0.5;

    @Option(names = "--instances", split = ",", description = "titles, or parts of titles; all if not given")
    private List<String> instances = new ArrayList<>();

    @Option(names = "--warm-seconds", defaultValue = "1", description = "from the plan before (${DEFAULT-VALUE})")
    private double warmS = 1;

    @Option(names = "--cold-seconds", defaultValue = "10", description = "from nothing (${DEFAULT-VALUE})")
    private double coldS = 10;

    @Option(names = "--seeds", defaultValue = "3", description = "searches of each (${DEFAULT-VALUE})")
    private int seeds = 3;

    @Spec
    private @Nullable CommandSpec spec;

    /** What happens on the road. */
    enum Event {
        /** The break is nearer than was thought. */
        NEARER {
            @Override
            Chase after(Instance instance) {
                return instance.changed(Instance.GAP_S + LESS_GAP_S, 0);
            }
        },
        /** The break is further. */
        FURTHER {
            @Override
            Chase after(Instance instance) {
                return instance.changed(Instance.GAP_S + MORE_GAP_S, 0);
            }
        },
        /** The wind gets up, for both groups. */
        WINDIER {
            @Override
            Chase after(Instance instance) {
                return instance.changed(Instance.GAP_S, MORE_WIND_M_PER_S);
            }
        },
        /** The first rider of the team is dropped. */
        DROPPED {
            @Override
            Chase after(Instance instance) {
                Chase chase = instance.chase();
                List<Rider> riders = chase.team().riders().subList(1, instance.riders());
                Set<String> protectedIds = new HashSet<>(chase.team().protectedIds());
                return chase.toBuilder().team(new Team(riders, protectedIds)).build();
            }
        };

        abstract Chase after(Instance instance);
    }

    @Override
    public Integer call() {
        PrintWriter print = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        print.println(
                "| instance | event | cold: best J | spread % | warm: median over best cold % | worst % | warm at least as good as cold, of "
                        + seeds + " |\n|--|--|--|--|--|--|--|");
        search(Instance.ROLLING_5_HARD.chase(), Optional.empty(), 4 * warmS, 0);
        for (Instance instance : Quality.chosen(instances)) {
            RotationPlan before = search(instance.chase(), Optional.empty(), coldS, 0).plan;
            for (Event event : Event.values()) {
                print.println(row(instance, event, before));
                print.flush();
            }
        }
        return 0;
    }

    private String row(Instance instance, Event event, RotationPlan before) {
        Chase after = event.after(instance);
        Cost[] cold = new Cost[seeds];
        Cost[] warm = new Cost[seeds];
        Cost best = Cost.WORST;
        Cost worst = new Cost(0, 0, 0);
        int asGood = 0;
        for (int seed = 0; seed < seeds; seed++) {
            cold[seed] = search(after, Optional.empty(), coldS, seed + 1).cost;
            warm[seed] = search(after, Optional.of(without(before, after)), warmS, seed + 1).cost;
            best = cold[seed].beats(best) ? cold[seed] : best;
            worst = worst.beats(cold[seed]) ? cold[seed] : worst;
            asGood += cold[seed].beats(warm[seed]) ? 0 : 1;
        }
        double[] over = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            over[seed] = Gap.percent(warm[seed], best);
        }
        Samples samples = new Samples(over);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %d |",
                instance.title(),
                event.name().toLowerCase(Locale.ROOT),
                shown(best),
                Samples.show(Gap.percent(worst, best), 3),
                Samples.show(samples.median(), 3),
                Samples.show(samples.most(), 3),
                asGood);
    }

    private static String shown(Cost cost) {
        String missing = cost.hard() > 0
                ? String.format(Locale.ROOT, ", %.0f J overdrawn", cost.hard())
                : cost.medium() > 0 ? String.format(Locale.ROOT, ", %.0f J of reserves missing", cost.medium()) : "";
        return String.format(Locale.ROOT, "%.0f%s", cost.soft(), missing);
    }

    /** The plan without the riders who are not in the chase any more. */
    private static RotationPlan without(RotationPlan plan, Chase chase) {
        Set<String> left = new HashSet<>();
        chase.team().riders().forEach(rider -> left.add(rider.id()));
        List<Pull> pulls = plan.pulls().stream()
                .filter(pull -> left.contains(pull.riderId()))
                .toList();
        List<String> sitsOn = plan.sitsOn().stream().filter(left::contains).toList();
        return new RotationPlan(pulls, sitsOn, plan.sectorEfforts());
    }

    private record Found(RotationPlan plan, Cost cost) {}

    private static Found search(Chase chase, Optional<RotationPlan> start, double seconds, long seed) {
        DraftSpace space = new DraftSpace(ChaseKernel.compile(chase));
        Trials trials = new Trials(space, Long.MAX_VALUE, seconds, new Tape(), new CpuClock());
        Stages.play(space, trials, start.map(space::nearest), seed);
        return new Found(space.toPlan(trials.best()), trials.bestCost());
    }
}
