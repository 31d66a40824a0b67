package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 6", "4, 24", "5, 120", "6, 720", "7, 5040"})
    void everyOrderComesOnceAndPullsGoWithTheirRiders(int working, int orders) {
        LinePlan plan = new LinePlan(8);
        plan.working = working;
        for (int i = 0; i < 8; i++) {
            plan.slot[i] = 7 - i;
            plan.pullS[i] = 10 * (7 - i);
            plan.burnedAfterTurns[i] = 7 - i;
        }
        Orders iteration = new Orders(working);
        for (int round = 0; round < 2; round++) { // after the last order it starts again
            Set<String> seen = new HashSet<>();
            do {
                assertThat(seen.add(Arrays.toString(plan.slot))).isTrue();
                for (int i = 0; i < 8; i++) {
                    assertThat(plan.pullS[i]).isEqualTo(10 * plan.slot[i]);
                    assertThat(plan.burnedAfterTurns[i]).isEqualTo(plan.slot[i]);
                }
            } while (iteration.next(plan));
            assertThat(seen).hasSize(orders);
        }
        for (int i = working; i < 8; i++) {
            assertThat(plan.slot[i]).as("who sits on stays").isEqualTo(7 - i);
        }
    }
}
