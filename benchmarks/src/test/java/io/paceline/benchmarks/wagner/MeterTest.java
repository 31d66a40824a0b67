package io.paceline.benchmarks.wagner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void countsEveryEvaluationAndRefusesTheFirstPastTheBudget() {
        Instance instance = Instance.WOMEN_TRANSITIONS;
        Meter meter = new Meter(new Race(instance.pursuit(), Instance.STEP_S), 2);
        // The same strategy twice counts twice.
        double first = meter.finishTimeS(instance.givenPowerW(), instance.givenHandOver());
        assertThat(meter.left()).isEqualTo(1);
        assertThat(first).isFinite();
        meter.count();
        assertThat(meter.spent()).isEqualTo(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> meter.finishTimeS(instance.givenPowerW(), instance.givenHandOver()))
                .withMessage("evaluation 3 is past the budget of 2");
    }
}
