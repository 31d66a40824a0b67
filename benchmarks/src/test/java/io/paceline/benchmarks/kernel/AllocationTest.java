package io.paceline.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.FuturesKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Orders;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.rider.RecoveryModel;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By the thread's own counter: what a search does a million times puts nothing on the heap. */
class AllocationTest {
    private static final int RIDERS = 8;
    private static final int TIMES = 2_000;

    private static final int ROUNDS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * Bytes that so many of them allocate, after one that makes room: the least of some rounds. The virtual machine itself allocates a little where it takes
     * compiled code back; an operation that allocates does so in every round.
     */
    private long allocatedBytes(Runnable operation) {
        operation.run();
        threads.getCurrentThreadAllocatedBytes();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < TIMES; i++) {
                operation.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void aPaceAndAPlanOnARealRoad(RecoveryModel recovery) {
        ChaseKernel kernel = ChaseKernel.compile(Chases.stage18(RIDERS, 20, recovery));
        double[] effort = new double[kernel.chase().road().sectorCount()];
        Arrays.fill(effort, 1);
        Pace pace = kernel.newPace();
        PlanEvaluator evaluator = kernel.newEvaluator();
        LinePlan plan = Chases.plan(RIDERS);
        assertThat(allocatedBytes(() -> {
                    kernel.solvePace(effort, pace);
                    evaluator.evaluate(pace, plan, 5, 0);
                    evaluator.evaluate(pace, plan);
                }))
                .isZero();
        assertThat(evaluator.collectiveJ()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void everyOrderOnAFlatRoad(RecoveryModel recovery) {
        ChaseKernel kernel = ChaseKernel.compile(Chases.flat(RIDERS, 40, recovery));
        Pace pace = kernel.newPace();
        kernel.solvePace(new double[] {1}, pace);
        PlanEvaluator evaluator = kernel.newEvaluator();
        LinePlan plan = Chases.plan(RIDERS);
        Orders orders = new Orders(RIDERS);
        assertThat(allocatedBytes(() -> {
                    assertThatThereIsAnother(orders.next(plan));
                    evaluator.evaluate(pace, plan);
                }))
                .isZero();
    }

    private static void assertThatThereIsAnother(boolean next) {
        if (!next) {
            throw new AssertionError("the orders ended");
        }
    }

    /** Scalar lanes; the vectors are objects until the compiler has taken them apart. */
    @Test
    void manyFutures() {
        Chase chase = Chases.flat(RIDERS, 10, RecoveryModel.CONSERVATIVE);
        FuturesKernel kernel = FuturesKernel.compile(List.of(chase, chase, chase));
        assertThat(kernel.kernelName()).isEqualTo("scalar");
        LinePlan plan = Chases.plan(RIDERS);
        kernel.solvePaces(new double[] {1});
        assertThat(allocatedBytes(() -> kernel.evaluate(plan))).isZero();
    }
}
