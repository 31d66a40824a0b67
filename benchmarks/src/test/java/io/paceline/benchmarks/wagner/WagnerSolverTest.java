package io.paceline.benchmarks.wagner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optaplanner.core.config.solver.EnvironmentMode;

class WagnerSolverTest {
    /** Times are sums of whole steps of 0.1 s and changes of 0.12 s. */
    private static final double ROUNDING_S = 1e-6;

    @ParameterizedTest // the meter throws on the first evaluation past the budget
    @EnumSource(Instance.class)
    void spendsTheBudgetAndNoMoreAndKeepsToTheInstance(Instance instance) {
        WagnerSolver.SearchResult result = new WagnerSolver().solve(instance, 1_000, 7);
        assertThat(result.evaluations()).isEqualTo(1_000);
        assertThat(result.built()).isBetween(1L, 900L);
        Strategy strategy = result.strategy();
        for (double powerW : strategy.powerW()) {
            assertThat(powerW).isBetween(instance.minPowerW(), instance.maxPowerW());
        }
        if (!instance.powerIsFree()) {
            assertThat(strategy.powerW()).containsExactly(instance.givenPowerW());
        }
        if (!instance.handOverIsFree()) {
            assertThat(strategy.handOver()).containsExactly(instance.givenHandOver());
        }
        assertThat(result.timeS())
                .as("the reported time is the plain objective's")
                .isFinite()
                .isCloseTo(
                        new PlainRace(instance.pursuit(), 0.1).finishTimeS(strategy.powerW(), strategy.handOver()),
                        within(ROUNDING_S));
    }

    @Test
    void sameSeedSameResultOtherSeedOtherStrategy() {
        WagnerSolver.SearchResult once = new WagnerSolver().solve(Instance.WOMEN_BOTH, 600, 3);
        WagnerSolver.SearchResult again = new WagnerSolver().solve(Instance.WOMEN_BOTH, 600, 3);
        assertThat(again.timeS()).isEqualTo(once.timeS());
        assertThat(again.strategy().powerW()).containsExactly(once.strategy().powerW());
        assertThat(again.strategy().handOver()).containsExactly(once.strategy().handOver());
        WagnerSolver.SearchResult other = new WagnerSolver().solve(Instance.WOMEN_BOTH, 600, 4);
        assertThat(other.strategy().powerW()).isNotEqualTo(once.strategy().powerW());
    }

    @ParameterizedTest // OptaPlanner recomputes every score and undoes every move: a wrong one throws
    @EnumSource(
            value = Instance.class,
            names = {"MEN_BOTH", "WOMEN_PACING", "WOMEN_TRANSITIONS"})
    void movesAndScoresHoldUnderFullAssertion(Instance instance) {
        WagnerSolver.SearchResult result = new WagnerSolver(EnvironmentMode.FULL_ASSERT).solve(instance, 900, 5);
        assertThat(result.evaluations()).isPositive();
    }

    @ParameterizedTest // the target: the best of three runs against the best of ten; every run is in wagner.md
    @EnumSource(Instance.class)
    void isAtOrBelowThePublishedBestInThePublishedBudget(Instance instance) {
        double bestS = LongStream.rangeClosed(1, 3)
                .mapToDouble(
                        seed -> new WagnerSolver().solve(instance, 3_000, seed).timeS())
                .min()
                .orElseThrow();
        assertThat(bestS).isLessThanOrEqualTo(Published.of(instance).bestS() + ROUNDING_S);
    }

    @Test
    void refusesABudgetThatCannotBuildAnything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WagnerSolver().solve(Instance.MEN_BOTH, 99, 1))
                .withMessage("evaluations = 99 is below 100");
    }
}
