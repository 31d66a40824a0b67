package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.road.Stretch;
import org.junit.jupiter.api.Test;

class HeldPowerTest {
    private static final Chase CHASE = SmallChase.on(
                    1_500,
                    SmallChase.team(4),
                    new Stretch(9_000, 0.01, 0, 2, 0.004),
                    new Stretch(8_000, -0.005, 0, -1, 0.004))
            .build();
    private static final double[] EFFORTS = {1.1, 0.8};

    private final ChaseKernel kernel = ChaseKernel.compile(CHASE);
    private final Pace solved = kernel.newPace();
    private final Pace held = kernel.newPace();

    @Test
    void thePowerOfASolvedPaceGivesItsSpeedsAgain() {
        kernel.solvePace(EFFORTS, solved);
        kernel.holdPower(solved.evenPowerW(), EFFORTS, held);
        assertThat(held.lateS()).isCloseTo(0, within(1e-6));
        for (int s = 0; s < 2; s++) {
            // two methods for one root, each to 1e-13
            assertThat(held.speedMPerS(s)).isCloseTo(solved.speedMPerS(s), within(1e-9));
        }
    }

    @Test
    void lessPowerIsLateByWhatTheSlowerSpeedsTake() {
        kernel.solvePace(EFFORTS, solved);
        kernel.holdPower(0.9 * solved.evenPowerW(), EFFORTS, held);
        double laterS = 9_000 / held.speedMPerS(0) + 8_000 / held.speedMPerS(1) - 1_500;
        assertThat(laterS).isPositive();
        assertThat(held.lateS()).isCloseTo(laterS, within(1e-9));
        assertThat(held.durationS()).isCloseTo(1_500 + laterS, within(1e-9));
        kernel.holdPower(1.1 * solved.evenPowerW(), EFFORTS, held);
        assertThat(held.lateS()).isNegative();
    }

    @Test
    void refusesAPowerThatNobodyHas() {
        assertThatThrownBy(() -> kernel.holdPower(Double.NaN, EFFORTS, held))
                .hasMessage("pace: evenPowerW = NaN W is outside [0.0, 5000.0] W. It is the mean power of a rider.");
        assertThatThrownBy(() -> kernel.holdPower(300, new double[] {1}, held))
                .hasMessage("plan: 1 efforts for 2 sectors. Each sector needs one; all 1 is even power.");
    }
}
