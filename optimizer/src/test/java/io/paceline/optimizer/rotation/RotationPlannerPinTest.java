package io.paceline.optimizer.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.rider.RecoveryModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pins: what our own program printed. The same on every JDK and machine, for a search limited by count uses no platform-dependent function.
 * Moving one needs a sentence in the changelog.
 */
class RotationPlannerPinTest {
    @ParameterizedTest
    @CsvSource({
        "CONSERVATIVE, 1, 0hard/0medium/-1906708soft",
        "CONSERVATIVE, 2, 0hard/0medium/-1905986soft",
        "ELITE, 1, 0hard/0medium/-1904842soft"
    })
    void aSmallSearchScoresTheSameEverywhere(RecoveryModel recovery, long seed, String score) {
        Chase chase = Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0.0, 0.03, -0.02).toBuilder()
                .recovery(recovery)
                .build();
        SearchResult result = RotationPlanner.optaPlanner()
                .plan(
                        ChaseKernel.compile(chase),
                        SearchOptions.evaluations(3_000).withSeed(seed),
                        SearchListener.none());
        assertThat(result.score()).isEqualTo(score);
    }
}
