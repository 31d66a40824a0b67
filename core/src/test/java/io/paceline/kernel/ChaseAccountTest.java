package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.RecoveryModel;
import io.paceline.road.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of one answer agree with one another. */
class ChaseAccountTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void theAccountAddsUp() {
        Chase chase = SmallChase.on(1_500, SmallChase.mixedTeam(6), SmallChase.FLAT_20_KM)
                .approach(List.of(new Stretch(1_234, 0.01, 0, 0, 0.004)))
                .build();
        Outcome outcome = ChaseKernel.compile(chase).evaluate(SmallChase.plan(chase, 5, 55));
        assertThat(outcome.riders().stream().mapToDouble(r -> r.workJ()).sum())
                .isCloseTo(outcome.collectiveJ(), within(ROUNDING * outcome.collectiveJ()));
        assertThat(outcome.riders().stream().mapToDouble(r -> r.metabolicJ()).sum())
                .isCloseTo(outcome.collectiveJ() / 0.23, within(ROUNDING * outcome.collectiveJ()));
        assertThat(outcome.riders().stream().mapToDouble(r -> r.frontShare()).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(outcome.riders().stream()
                        .mapToDouble(r -> Math.max(0, -r.leastBalanceJ()))
                        .sum())
                .isCloseTo(outcome.overdrawnJ(), within(1e-6));
        assertThat(outcome.riders().stream()
                        .mapToDouble(r -> Math.max(0, 0.1 * r.wPrimeJ() - r.leastBalanceJ()))
                        .sum())
                .isCloseTo(outcome.reserveShortJ(), within(1e-6));
        assertThat(outcome.timeS() + outcome.marginS()).isCloseTo(1_500, within(1e-9));
    }

    @Test
    void theTraceEndsWhereTheAccountEnds() {
        Chase chase = SmallChase.on(1_500, SmallChase.mixedTeam(6), SmallChase.FLAT_20_KM)
                .approach(List.of(new Stretch(1_234, 0.01, 0, 0, 0.004)))
                .recovery(RecoveryModel.ELITE)
                .build();
        ChaseKernel kernel = ChaseKernel.compile(chase);
        RotationPlan plan = SmallChase.plan(chase, 5, 55);
        Outcome outcome = kernel.evaluate(plan);
        Trace trace = kernel.trace(plan, 10);
        int last = trace.timeS().size() - 1;
        assertThat(trace.timeS().get(0)).isZero();
        assertThat(trace.timeS().get(last)).isCloseTo(outcome.timeS(), within(1e-6));
        assertThat(trace.distanceM().get(last)).isCloseTo(21_234, within(1e-6));
        assertThat(trace.gapS().get(last)).isCloseTo(-outcome.marginS(), within(1e-6));
        for (int i = 0; i < 6; i++) {
            assertThat(trace.balanceJ().get(last).get(i))
                    .isCloseTo(outcome.riders().get(i).endBalanceJ(), within(1e-5));
        }
    }

    @Test
    void theTraceOfChangesAddsUpToTheAccount() {
        Chase chase = SmallChase.on(1_500, SmallChase.mixedTeam(6), SmallChase.FLAT_20_KM)
                .approach(List.of(new Stretch(1_234, 0.01, 0, 0, 0.004)))
                .build();
        ChaseKernel kernel = ChaseKernel.compile(chase);
        RotationPlan plan = SmallChase.plan(chase, 5, 55);
        Outcome outcome = kernel.evaluate(plan);
        Trace trace = kernel.traceChanges(plan, 10);
        double[] workJ = new double[6];
        double[] frontS = new double[6];
        double exchangingS = 0;
        for (int row = 0; row < trace.timeS().size() - 1; row++) {
            double lastsS = trace.timeS().get(row + 1) - trace.timeS().get(row);
            assertThat(lastsS).isBetween(0.0, 10 + ROUNDING);
            int leader = trace.leader().get(row);
            int exchanging = trace.exchanging().get(row);
            exchangingS += exchanging < 0 ? 0 : lastsS;
            frontS[Math.max(0, leader)] += leader < 0 ? 0 : lastsS;
            assertThat(exchanging < 0 || exchanging != leader)
                    .as("nobody drifts back in front")
                    .isTrue();
            for (int i = 0; i < 6; i++) {
                workJ[i] += trace.powerW().get(row).get(i) * lastsS;
            }
        }
        for (int i = 0; i < 6; i++) {
            assertThat(workJ[i]).isCloseTo(outcome.riders().get(i).workJ(), within(ROUNDING * outcome.collectiveJ()));
            assertThat(frontS[i]).isCloseTo(outcome.riders().get(i).frontS(), within(1e-6));
        }
        // five workers: 4 x 2.25 m at 2 m/s = 4.5 s after each turn but the last
        int turns = outcome.riders().stream().mapToInt(r -> r.turns()).sum();
        assertThat(exchangingS).isCloseTo((turns - 1) * 4.5, within(4.5));
        assertThat(trace.exchanging().get(0)).isEqualTo(-1);
        assertThat(trace.exchanging()).contains(0, 1, 2, 3, 4).doesNotContain(5);
        assertThat(trace.gapS().get(trace.gapS().size() - 1)).isCloseTo(-outcome.marginS(), within(1e-6));
    }
}
