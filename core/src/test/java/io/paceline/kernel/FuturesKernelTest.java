package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.paceline.chase.Chase;
import io.paceline.power.Crosswind;
import io.paceline.rider.RecoveryModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FuturesKernelTest {
    /** Two orders of summing a few hundred terms; the work of a ride is near 1e6 J. */
    private static final double RELATIVE = 1e-11;

    private static final double BALANCE_J = 1e-5;

    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void everyFutureIsWhatTheSinglePlanEvaluatorSays(RecoveryModel recovery) {
        int checked = 0;
        for (long seed = 1; seed <= 60; seed++) {
            int riders = 1 + (int) (seed % 9);
            int stretches = 1 + (int) (seed % 7);
            List<Chase> futures = Futures.of(seed, 11, riders, stretches, recovery);
            LinePlan plan = Futures.plan(seed, riders);
            double[] efforts = Futures.efforts(seed, stretches);
            checked += compareWithSinglePlans(futures, plan, efforts, "seed " + seed);
        }
        assertThat(checked).isEqualTo(11 * 297); // 60 seeds: 1 + seed mod 9 sums to 6·45 + 27
    }

    /** Pulls are short against the stretches: most phases of a rotation come again, those in which a stretch ends do not. */
    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void rotationsThatComeAgainAreWhatTheSinglePlanEvaluatorSays(RecoveryModel recovery) {
        int checked = 0;
        for (long seed = 1; seed <= 20; seed++) {
            List<Chase> futures = Futures.of(seed, 18, 4, 3, recovery); // more than a block
            LinePlan plan = Futures.plan(seed, 4);
            plan.working = 2 + (int) (seed % 3);
            for (int i = 0; i < 4; i++) {
                plan.pullS[i] = 9 + 2 * ((i + seed) % 5);
                plan.burnedAfterTurns[i] = 0;
            }
            plan.burnedAfterTurns[1] = seed % 2 == 0 ? 7 : 0;
            checked += compareWithSinglePlans(futures, plan, Futures.efforts(seed, 3), "seed " + seed);
        }
        assertThat(checked).isEqualTo(20 * 18 * 4);
    }

    /** Returns how many balances it compared. */
    private static int compareWithSinglePlans(List<Chase> futures, LinePlan plan, double[] efforts, String which) {
        FuturesKernel lanes = FuturesKernel.compile(futures, new ScalarLaneKernel());
        lanes.solvePaces(efforts);
        lanes.evaluate(plan);
        int checked = 0;
        for (int f = 0; f < futures.size(); f++) {
            ChaseKernel kernel = ChaseKernel.compile(futures.get(f));
            Pace pace = kernel.newPace();
            kernel.solvePace(efforts, pace);
            PlanEvaluator one = kernel.newEvaluator();
            one.evaluate(pace, plan);
            String where = which + ", future " + f;
            assertThat(lanes.collectiveJ(f))
                    .as(where)
                    .isCloseTo(one.collectiveJ(), within(RELATIVE * one.collectiveJ()));
            assertThat(lanes.lateS(f)).as(where).isEqualTo(pace.lateS());
            for (int slot = 0; slot < plan.slot.length; slot++) {
                assertThat(lanes.leastBalanceJ(f, slot))
                        .as(where + ", slot " + slot)
                        .isCloseTo(one.leastBalanceJ(slot), within(BALANCE_J));
                checked++;
            }
        }
        return checked;
    }

    @Test
    void theScriptHoldsThePhasesOfARotationOnce() {
        List<Chase> futures = Futures.of(5, 3, 4, 1, RecoveryModel.CONSERVATIVE);
        FuturesKernel lanes = FuturesKernel.compile(futures, new ScalarLaneKernel());
        lanes.solvePaces(new double[] {1});
        LinePlan plan = new LinePlan(4);
        plan.working = 4;
        for (int i = 0; i < 4; i++) {
            plan.slot[i] = i;
            plan.pullS[i] = 5;
        }
        lanes.evaluate(plan);
        LaneScript script = lanes.ride.script;
        double lastEndS = IntStream.range(0, 3)
                .mapToDouble(f -> lanes.lanes.endS[lanes.lanes.at(0, f)])
                .max()
                .orElseThrow();
        int turns = (int) Math.ceil(lastEndS / 5);
        assertThat(turns).isGreaterThan(12);
        assertThat(script.intervals).as("in the first turn nobody drifts back").isEqualTo(2 * turns - 1);
        assertThat(script.phases)
                .as("each leader, with and without somebody who drifts back")
                .isEqualTo(2 * 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 64, 65})
    void vectorLanesEqualTheScalarOnesBitForBit(int futures) throws ReflectiveOperationException {
        assumeTrue(
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                "needs --add-modules jdk.incubator.vector");
        LaneKernel vector = (LaneKernel) Class.forName("io.paceline.kernel.VectorLaneKernel")
                .getDeclaredConstructor()
                .newInstance();
        for (RecoveryModel recovery : RecoveryModel.values()) {
            for (long seed = 1; seed <= 6; seed++) {
                List<Chase> chases = Futures.of(seed, futures, 6, 4, recovery);
                assertThat(results(chases, vector, seed))
                        .as(recovery + ", seed " + seed)
                        .isEqualTo(results(chases, new ScalarLaneKernel(), seed));
            }
        }
    }

    /** Every result, as bits. */
    private static List<Long> results(List<Chase> chases, LaneKernel kernel, long seed) {
        FuturesKernel lanes = FuturesKernel.compile(chases, kernel);
        lanes.solvePaces(Futures.efforts(seed, 4));
        lanes.evaluate(Futures.plan(seed, 6));
        List<Long> bits = new ArrayList<>();
        for (int f = 0; f < chases.size(); f++) {
            for (int slot = 0; slot < 6; slot++) {
                bits.add(Double.doubleToRawLongBits(lanes.workJ(f, slot)));
                bits.add(Double.doubleToRawLongBits(lanes.leastBalanceJ(f, slot)));
            }
        }
        return bits;
    }

    @Test
    void aFutureDoesNotDependOnItsNeighbours() {
        List<Chase> chases = Futures.of(3, 9, 5, 3, RecoveryModel.CONSERVATIVE);
        FuturesKernel all = FuturesKernel.compile(chases);
        FuturesKernel alone = FuturesKernel.compile(chases.subList(4, 5));
        for (FuturesKernel lanes : List.of(all, alone)) {
            lanes.solvePaces(new double[] {1, 0.9, 1.1});
            lanes.evaluate(Futures.plan(3, 5));
        }
        assertThat(alone.collectiveJ(0)).isEqualTo(all.collectiveJ(4));
        for (int slot = 0; slot < 5; slot++) {
            assertThat(alone.leastBalanceJ(0, slot)).isEqualTo(all.leastBalanceJ(4, slot));
        }
    }

    @Test
    void futuresOfOtherRidersAreRefused() {
        List<Chase> chases = new ArrayList<>(Futures.of(1, 2, 4, 2, RecoveryModel.CONSERVATIVE));
        chases.add(Futures.of(2, 1, 4, 2, RecoveryModel.CONSERVATIVE).get(0));
        assertThatThrownBy(() -> FuturesKernel.compile(chases))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("futures: future 2 has other riders or drag areas than the first."
                        + " Futures may differ in wind, air, break and form only.");
        assertThatThrownBy(() -> FuturesKernel.compile(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("futures: there is none. Give at least one chase.");
    }

    @Test
    void futuresThatComputeWithAirFromTheSideAreRefused() {
        Chase still = Futures.of(1, 1, 4, 1, RecoveryModel.CONSERVATIVE).get(0);
        Crosswind fading = new Crosswind(Crosswind.Drag.HEADWIND, Crosswind.Formation.LINE);
        Chase.Builder crossed = still.toBuilder()
                .road(still.road()
                        .withStretches(still.road().stretches().stream()
                                .map(stretch -> stretch.withCrosswindMPerS(3))
                                .toList()));
        assertThat(FuturesKernel.compile(List.of(crossed.build())).size()).isEqualTo(1);
        Chase computed = crossed.line(still.line().withCrosswind(fading)).build();
        assertThatThrownBy(() -> FuturesKernel.compile(List.of(computed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("futures: future 0 computes with air from the side, which the lanes do not know."
                        + " Evaluate it by itself, or ignore the crosswind.");
    }

    @Test
    void aWrongKernelPropertyIsRefused() {
        assertThatThrownBy(() -> LaneKernels.choose("fast"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("paceline.kernel = fast is none of auto, scalar, vector. Leave it out for auto.");
        assertThat(LaneKernels.choose("scalar").name()).isEqualTo("scalar");
    }

    @Test
    void theVectorKernelIsForcedOrRefusedWithItsCure() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            assertThat(LaneKernels.choose("vector").name()).startsWith("vector");
        } else {
            assertThatThrownBy(() -> LaneKernels.choose("vector"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("paceline.kernel = vector, but the module jdk.incubator.vector is not there."
                            + " Maybe add --add-modules jdk.incubator.vector to the java command.");
        }
    }
}
