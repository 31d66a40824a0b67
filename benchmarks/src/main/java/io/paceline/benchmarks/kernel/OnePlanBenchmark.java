package io.paceline.benchmarks.kernel;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.rider.RecoveryModel;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does one plan on one flat stretch cost? Baselines: the same physics second by second, naive and lean. Time must not grow
 * with the minutes for the kernel, and does for the steppers; with the riders it grows about as their square.
 *
 * <p>The same plan again and again is what a branch predictor learns by heart; {@code kernelOtherPlans} rides 256 orders in turn. A look at
 * the clock takes a tenth of a plan, so the kernel rides 64 between two.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class OnePlanBenchmark {
    private static final int PLANS = 256;
    private static final int TOGETHER = 64;
    private static final long SEED = 18;

    @Param({"8", "2", "4", "12", "16", "20"})
    int riders;

    @Param({"40", "10", "180"})
    double minutes;

    @Param({"CONSERVATIVE", "ELITE"})
    RecoveryModel recovery;

    private Pace pace;
    private LinePlan plan;
    private LinePlan[] plans;
    private PlanEvaluator evaluator;
    private Stepper naive;
    private Stepper lean;
    private int next;

    /** Compiles the chase and compares all of them with the fine stepper. */
    @Setup
    public void setUp() {
        Chase chase = Chases.flat(riders, minutes, recovery);
        ChaseKernel kernel = ChaseKernel.compile(chase);
        pace = kernel.newPace();
        kernel.solvePace(new double[] {1}, pace);
        plan = Chases.plan(riders);
        Random random = new Random(SEED);
        plans = new LinePlan[PLANS];
        for (int i = 0; i < PLANS; i++) {
            plans[i] = Chases.shuffled(plan, random);
        }
        evaluator = kernel.newEvaluator();
        naive = new NaiveStepper(chase, 1);
        lean = new LeanStepper(chase, 1);
        for (LinePlan checked : new LinePlan[] {plans[0], plan}) {
            evaluator.evaluate(pace, checked);
            Reference.check(chase, pace, checked, evaluator);
        }
        double expectedJ = evaluator.collectiveJ();
        Reference.check("naive stepper", naive.collectiveJ(pace, plan), expectedJ, Reference.SECOND_TOLERANCE);
        Reference.check("lean stepper", lean.collectiveJ(pace, plan), naive.collectiveJ(pace, plan), 1e-12);
    }

    /** The kernel, one plan. */
    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public double kernel() {
        double sumJ = 0;
        for (int i = 0; i < TOGETHER; i++) {
            evaluator.evaluate(pace, plan);
            sumJ += evaluator.collectiveJ();
        }
        return sumJ;
    }

    /** The kernel, another order each time. */
    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public double kernelOtherPlans() {
        double sumJ = 0;
        for (int i = 0; i < TOGETHER; i++) {
            next = (next + 1) % PLANS;
            evaluator.evaluate(pace, plans[next]);
            sumJ += evaluator.collectiveJ();
        }
        return sumJ;
    }

    /** Second by second, with objects. */
    @Benchmark
    public double naiveStepper() {
        return naive.collectiveJ(pace, plan);
    }

    /** Second by second, with arrays. */
    @Benchmark
    public double leanStepper() {
        return lean.collectiveJ(pace, plan);
    }
}
