package io.paceline.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.rider.RecoveryModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceTest {
    /** Sums of some thousand terms, each right to 1e-15, in another order. */
    private static final double ROUNDING = 1e-9;

    private final BestKnown best = BestKnown.stored();
    private final Map<Instance, Bounds.Bound> bounds = Bounds.stored();

    @Test
    void thereAreTwentyFourOfBothRecoveryModelsAndTwoToSixteenRiders() {
        List<Instance> all = Arrays.asList(Instance.values());
        assertThat(all).hasSize(24);
        assertThat(all.stream().map(Instance::recovery)).contains(RecoveryModel.values());
        assertThat(all.stream().mapToInt(Instance::riders).min()).hasValue(2);
        assertThat(all.stream().mapToInt(Instance::riders).max()).hasValue(16);
        assertThat(all.stream().map(Instance::title)).doesNotHaveDuplicates().contains("flat-8-limit");
    }

    /** The stored plan was measured when it was found: an instance that had changed since would cost something else. */
    @ParameterizedTest
    @EnumSource
    void theBestPlanKnownCatchesKeepsTheReservesAndCostsWhatTheKernelSays(Instance instance) {
        BestKnown.Entry entry = Objects.requireNonNull(best.of(instance));
        ChaseKernel kernel = ChaseKernel.compile(instance.chase());
        Outcome outcome = kernel.evaluate(new DraftSpace(kernel).toPlan(entry.draft()));

        assertThat(outcome.feasible()).isTrue();
        assertThat(outcome.reserveShortJ()).isZero();
        assertThat(entry.cost()).isEqualTo(new Cost(0, 0, entry.cost().soft()));
        assertThat(outcome.collectiveJ())
                .isCloseTo(entry.cost().soft(), within(ROUNDING * entry.cost().soft()));
    }

    @Test
    void noPlanIsBelowItsBounds() {
        assertThat(bounds).hasSize(24);
        bounds.forEach((instance, bound) -> {
            double softJ = Objects.requireNonNull(best.of(instance)).cost().soft();
            assertThat(bound.anyPaceJ()).as(instance.title()).isPositive().isLessThanOrEqualTo(softJ);
            // for plans that keep the reserves and burn nobody, as the best ones do
            assertThat(bound.unburnedJ()).as(instance.title()).isPositive().isLessThanOrEqualTo(softJ);
            assertThat(bound.atSpeedsJ()).as(instance.title()).isLessThanOrEqualTo(bound.ofPlanJ());
            assertThat(softJ).as(instance.title()).isLessThanOrEqualTo(bound.ofPlanJ());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOnTheRoadChangesTheTimeThatIsLeft(Instance instance) {
        double targetS = ChaseKernel.compile(instance.chase()).targetS();

        assertThat(ChaseKernel.compile(instance.changed(Instance.GAP_S + 10, 0)).targetS())
                .isCloseTo(targetS - 10, within(1e-6)); // a difference of numbers of some thousand seconds
        assertThat(ChaseKernel.compile(instance.changed(Instance.GAP_S, 1)).targetS())
                .isNotEqualTo(targetS);
    }

    @Test
    void anUnknownTitleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instance.of("flat-9"))
                .withMessageStartingWith("no instance flat-9. One of [flat-2-easy,");
    }
}
