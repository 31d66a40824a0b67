package io.paceline.benchmarks.kernel;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.rider.RecoveryModel;
import java.util.Arrays;
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
 * Question: what does one plan of eight riders cost on a real road, and what of it is the pace? Baseline: the lean stepper. All 86
 * stretches are the last 60 km of Tour 2023 stage 18; with fewer, time must fall in proportion.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class RealRoadBenchmark {
    private static final int RIDERS = 8;
    private static final int PLANS = 256;
    private static final long SEED = 18;

    @Param({"86", "10", "20", "40"})
    int stretches;

    @Param({"CONSERVATIVE", "ELITE"})
    RecoveryModel recovery;

    private ChaseKernel kernel;
    private Pace pace;
    private Pace solved;
    private double[] effort;
    private LinePlan plan;
    private LinePlan[] plans;
    private PlanEvaluator evaluator;
    private Stepper lean;
    private int next;

    /** Compiles the chase and compares it with the fine stepper. */
    @Setup
    public void setUp() {
        Chase chase = Chases.stage18(RIDERS, stretches, recovery);
        kernel = ChaseKernel.compile(chase);
        effort = new double[chase.road().sectorCount()];
        Arrays.fill(effort, 1);
        pace = kernel.newPace();
        solved = kernel.newPace();
        kernel.solvePace(effort, pace);
        Reference.check("duration", pace.durationS(), kernel.targetS(), 1e-12);
        plan = Chases.plan(RIDERS);
        Random random = new Random(SEED);
        plans = new LinePlan[PLANS];
        for (int i = 0; i < PLANS; i++) {
            plans[i] = Chases.shuffled(plan, random);
        }
        evaluator = kernel.newEvaluator();
        evaluator.evaluate(pace, plan);
        Reference.check(chase, pace, plan, evaluator);
        lean = new LeanStepper(chase, 1);
        double steppedJ = lean.collectiveJ(pace, plan);
        Reference.check("lean stepper", steppedJ, evaluator.collectiveJ(), Reference.SECOND_TOLERANCE);
        Reference.check("lean stepper", steppedJ, new NaiveStepper(chase, 1).collectiveJ(pace, plan), 1e-12);
    }

    /** Only the speeds, with another effort in the first sector each time. */
    @Benchmark
    public double solvePace() {
        next = (next + 1) % PLANS;
        effort[0] = 0.9 + 0.2 * next / PLANS;
        kernel.solvePace(effort, solved);
        return solved.evenPowerW();
    }

    /** Only the plan, at given speeds. */
    @Benchmark
    public double evaluate() {
        evaluator.evaluate(pace, plan);
        return evaluator.collectiveJ();
    }

    /** Another order each time, at given speeds. */
    @Benchmark
    public double evaluateOtherPlans() {
        next = (next + 1) % PLANS;
        evaluator.evaluate(pace, plans[next]);
        return evaluator.collectiveJ();
    }

    /** Speeds, then plan: what a change of effort costs the search. */
    @Benchmark
    public double both() {
        next = (next + 1) % PLANS;
        effort[0] = 0.9 + 0.2 * next / PLANS;
        kernel.solvePace(effort, solved);
        evaluator.evaluate(solved, plan);
        return evaluator.collectiveJ();
    }

    /** Second by second, with arrays. */
    @Benchmark
    public double leanStepper() {
        return lean.collectiveJ(pace, plan);
    }
}
