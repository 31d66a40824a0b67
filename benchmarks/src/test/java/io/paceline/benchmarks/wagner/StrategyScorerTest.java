package io.paceline.benchmarks.wagner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

class StrategyScorerTest {
    @Test // published: 282.8 s; 550 W, no change of the leader
    void aFinishCostsItsTimeInMilliseconds() {
        HardMediumSoftLongScore score = score(Instance.MEN_BOTH, 550);
        assertThat(score.isFeasible()).isTrue();
        assertThat(score.mediumScore()).isEqualTo(-282_800);
        assertThat(score.softScore())
                .as("31 ends of segments, each less than a step of 0.1 s")
                .isBetween(1L, 3_100_000L);
    }

    @Test
    void aTeamThatBreaksUpLaterScoresBetterButNeverAsWellAsAFinish() {
        HardMediumSoftLongScore late = score(Instance.WOMEN_BOTH, 600);
        HardMediumSoftLongScore early = score(Instance.WOMEN_BOTH, 1200);
        assertThat(late.isFeasible()).isFalse();
        assertThat(late).isGreaterThan(early).isLessThan(score(Instance.WOMEN_BOTH, 250));
    }

    @Test
    void anyTeamThatBreaksUpIsInfeasible() {
        // Least hard penalty there is: the team breaks up on the last segment, 187.5 m, rounded up.
        assertThat(Pursuit.MEN.metresFrom(30)).isEqualTo(187.5);
        assertThat(Pursuit.MEN.metresFrom(0)).isEqualTo(4000);
        assertThat(Pursuit.WOMEN.metresFrom(0)).isEqualTo(3000);
    }

    private static HardMediumSoftLongScore score(Instance instance, double powerW) {
        Meter meter = new Meter(new Race(instance.pursuit(), Instance.STEP_S), 10);
        double[] powers = new double[instance.pursuit().segments()];
        Arrays.fill(powers, powerW);
        Strategy even = new Strategy(powers, new boolean[instance.pursuit().handovers()]);
        return new StrategyScorer().calculateScore(new StrategyPlan(new StrategyPlan.Problem(instance, meter), even));
    }
}
