package io.paceline.benchmarks.kernel;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.FuturesKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.road.Air;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does one plan under many futures cost, and what does the vector kernel gain? Baseline: the scalar lanes. Eight riders, 60
 * pulls of a minute, one flat stretch; wind, air and form differ. Time must grow in proportion from 16 futures on: fewer fill a block.
 * {@code native/run-futures.sh} measures the same in C.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
public class FuturesBenchmark {
    private static final int RIDERS = 8;
    private static final int PULLS = 60;
    private static final double PULL_S = 60;
    private static final double SPEED_M_PER_S = 13.2;
    private static final long SEED = 18;
    /** The two add up in another order; an hour has a few hundred roundings of 1e-16. */
    private static final double SAME = 1e-11;

    private static final double SAME_J = 1e-5;

    @Param({"1", "8", "64", "1024"})
    int futures;

    @Param({"scalar", "vector"})
    String kernel;

    private final LinePlan plan = plan();
    private FuturesKernel lanes;

    /** Compiles the futures, and compares each with the evaluator of one plan. */
    @Setup
    public void setUp() {
        // read once, when the first lanes are compiled; every trial has a fork of its own
        System.setProperty("paceline.kernel", kernel);
        List<Chase> chases = chases(futures);
        lanes = FuturesKernel.compile(chases);
        lanes.solvePaces(new double[] {1});
        lanes.evaluate(plan);
        for (int f = 0; f < futures; f++) {
            ChaseKernel one = ChaseKernel.compile(chases.get(f));
            PlanEvaluator evaluator = one.newEvaluator();
            Pace pace = one.newPace();
            one.solvePace(new double[] {1}, pace);
            evaluator.evaluate(pace, plan);
            double expectedJ = evaluator.collectiveJ();
            check(f, "collectiveJ", lanes.collectiveJ(f), expectedJ, SAME * expectedJ);
            for (int slot = 0; slot < RIDERS; slot++) {
                check(f, "leastBalanceJ", lanes.leastBalanceJ(f, slot), evaluator.leastBalanceJ(slot), SAME_J);
            }
        }
    }

    private static void check(int future, String what, double found, double expected, double tolerance) {
        if (!(Math.abs(found - expected) <= tolerance)) {
            throw new IllegalStateException("future " + future + ": " + what + " = " + found
                    + " J, but the evaluator says " + expected + " J.");
        }
    }

    /** Futures of the flat hour that differ in wind, air and form; the same ones for the same number. */
    public static List<Chase> chases(int count) {
        Random random = new Random(SEED);
        List<Chase> chases = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            double headwind = random.nextDouble() * 2 - 1;
            Stretch flat = new Stretch(SPEED_M_PER_S * PULLS * PULL_S, 0, 0, headwind, 0.004);
            chases.add(Chases.chase(Chases.team(RIDERS), List.of(flat), RecoveryModel.CONSERVATIVE).toBuilder()
                    .air(new Air(1.10 + 0.1 * random.nextDouble()))
                    .freshness(new Freshness(0.90 + 0.1 * random.nextDouble(), 0.8))
                    .build());
        }
        return chases;
    }

    /** Everybody pulls for a minute. */
    public static LinePlan plan() {
        LinePlan plan = Chases.plan(RIDERS);
        for (int i = 0; i < RIDERS; i++) {
            plan.pullS[i] = PULL_S;
        }
        return plan;
    }

    /** The plan in all futures. */
    @Benchmark
    public double lanes() {
        lanes.evaluate(plan);
        return lanes.workJ(futures - 1, 0);
    }
}
