package io.paceline.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RotationPlanTest {
    private static final Pull A = new Pull("a", 60);
    private static final Pull B = new Pull("b", 60);

    @Test
    void refusesARiderWhoPullsTwice() {
        assertRefused(List.of(A, B, A), List.of(), "plan: rider a is there twice. Each rider pulls or sits on, once.");
    }

    @Test
    void refusesARiderWhoPullsAndSitsOn() {
        assertRefused(List.of(A, B), List.of("b"), "plan: rider b is there twice. Each rider pulls or sits on, once.");
    }

    @Test
    void refusesALineInWhichNobodyPullsToTheEnd() {
        String message = "plan: nobody pulls to the end. At least one rider must pull and not be burned.";
        assertRefused(List.of(new Pull("a", 60, 3)), List.of("b"), message);
        assertRefused(List.of(), List.of("a"), message);
    }

    @Test
    void refusesAnEffortThatIsNone() {
        assertThatThrownBy(() -> new RotationPlan(List.of(A), List.of(), List.of(1.0, -0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plan: sector 2: effort = -0.1 is outside [0.0, 10.0]. 1 is even power.");
        assertThatThrownBy(() -> new RotationPlan(List.of(A), List.of(), List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("plan: sector 1: effort = NaN");
    }

    private static void assertRefused(List<Pull> pulls, List<String> sitsOn, String message) {
        assertThatThrownBy(() -> new RotationPlan(pulls, sitsOn, List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
