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
 * Question: what do many futures of one plan cost in lanes, and does the vector kernel pay? Baseline: the evaluator of one plan, once for
 * each future. Eight riders on one flat stretch of 40 min; air and form differ. Time must grow in proportion to the futures.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class FuturesBenchmark {
    private static final int RIDERS = 8;
    private static final long SEED = 18;
    /** The two add up in another order; a 40-min chase has a few hundred roundings of 1e-16. */
    private static final double SAME = 1e-11;

    @Param({"1024", "64", "256"})
    int futures;

    @Param({"scalar", "vector"})
    String kernel;

    private final LinePlan plan = Chases.plan(RIDERS);
    private FuturesKernel lanes;
    private PlanEvaluator[] evaluators;
    private Pace[] paces;

    /** Compiles the futures, and compares each lane with the evaluator of its future. */
    @Setup
    public void setUp() {
        // read once, when the first lanes are compiled; every trial has a fork of its own
        System.setProperty("paceline.kernel", kernel);
        Random random = new Random(SEED);
        Chase chase = Chases.flat(RIDERS, 40, RecoveryModel.CONSERVATIVE);
        List<Chase> chases = new ArrayList<>();
        evaluators = new PlanEvaluator[futures];
        paces = new Pace[futures];
        for (int f = 0; f < futures; f++) {
            Chase future = chase.toBuilder()
                    .air(new Air(1.10 + 0.1 * random.nextDouble()))
                    .freshness(new Freshness(0.90 + 0.1 * random.nextDouble(), 0.8))
                    .build();
            chases.add(future);
            ChaseKernel compiled = ChaseKernel.compile(future);
            evaluators[f] = compiled.newEvaluator();
            paces[f] = compiled.newPace();
            compiled.solvePace(new double[] {1}, paces[f]);
        }
        lanes = FuturesKernel.compile(chases);
        lanes.solvePaces(new double[] {1});
        lanes.evaluate(plan);
        evaluators[0].evaluate(paces[0], plan);
        Reference.check(chases.get(0), paces[0], plan, evaluators[0]);
        for (int f = 0; f < futures; f++) {
            evaluators[f].evaluate(paces[f], plan);
            Reference.check("future " + f, lanes.collectiveJ(f), evaluators[f].collectiveJ(), SAME);
        }
    }

    /** All futures side by side. */
    @Benchmark
    public double lanes() {
        lanes.evaluate(plan);
        return lanes.collectiveJ(futures - 1);
    }

    /** One after the other. */
    @Benchmark
    public double oneByOne() {
        double sum = 0;
        for (int f = 0; f < futures; f++) {
            evaluators[f].evaluate(paces[f], plan);
            sum += evaluators[f].collectiveJ();
        }
        return sum;
    }
}
