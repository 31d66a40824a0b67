package io.paceline.benchmarks.kernel;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Orders;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.rider.RecoveryModel;
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
 * Question: how many plans a second does an exhaustive search over the orders of eight riders see, at given speeds? Baseline: the lean
 * stepper on the first 24 of them. Orders follow one another by one swap (Heap's method), without allocation.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class EnumerationBenchmark {
    private static final int RIDERS = 8;
    private static final int ORDERS = 40_320;
    private static final int FEW_ORDERS = 24;

    @Param({"CONSERVATIVE", "ELITE"})
    RecoveryModel recovery;

    private Pace pace;
    private PlanEvaluator evaluator;
    private Stepper lean;
    private final LinePlan plan = Chases.plan(RIDERS);
    private final Orders orders = new Orders(RIDERS);

    /** Compiles the chase, and compares the best order with that of an enumeration written another way. */
    @Setup
    public void setUp() {
        Chase chase = Chases.flat(RIDERS, 40, recovery);
        ChaseKernel kernel = ChaseKernel.compile(chase);
        pace = kernel.newPace();
        kernel.solvePace(new double[] {1}, pace);
        evaluator = kernel.newEvaluator();
        lean = new LeanStepper(chase, 1);
        evaluator.evaluate(pace, plan);
        Reference.check(chase, pace, plan, evaluator);
        Reference.check("least energy over all orders", everyOrder(), leastJ(Chases.plan(RIDERS), 0), 0);
    }

    /** Least energy over the orders that keep the riders before a position: each of the others in turn goes there. */
    private double leastJ(LinePlan fixed, int from) {
        if (from == RIDERS) {
            evaluator.evaluate(pace, fixed);
            return evaluator.collectiveJ();
        }
        double leastJ = Double.POSITIVE_INFINITY;
        for (int i = from; i < RIDERS; i++) {
            fixed.swap(from, i);
            leastJ = Math.min(leastJ, leastJ(fixed, from + 1));
            fixed.swap(from, i);
        }
        return leastJ;
    }

    /** All orders; returns the least energy, J. */
    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public double everyOrder() {
        double leastJ = Double.POSITIVE_INFINITY;
        do {
            evaluator.evaluate(pace, plan);
            leastJ = Math.min(leastJ, evaluator.collectiveJ());
        } while (orders.next(plan));
        return leastJ;
    }

    /** The first few orders, second by second. */
    @Benchmark
    @OperationsPerInvocation(FEW_ORDERS)
    public double fewOrdersLeanStepper() {
        Orders few = new Orders(RIDERS);
        double leastJ = Double.POSITIVE_INFINITY;
        for (int i = 0; i < FEW_ORDERS; i++) {
            leastJ = Math.min(leastJ, lean.collectiveJ(pace, plan));
            few.next(plan);
        }
        return leastJ;
    }
}
