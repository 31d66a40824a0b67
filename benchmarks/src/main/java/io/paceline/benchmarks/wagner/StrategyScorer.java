package io.paceline.benchmarks.wagner;

import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.EasyScoreCalculator;

/**
 * Scores a strategy by one counted evaluation of the objective.
 *
 * <p>A finish: medium = -finish time in ms, exactly; soft = the overshoot in µs, which tells apart the many strategies that need the same number
 * of steps. No finish: hard = -metres from where the team broke up, medium = -joules that riders were asked for and did not have.
 */
public final class StrategyScorer implements EasyScoreCalculator<StrategyPlan, HardMediumSoftLongScore> {
    private static final double MS_PER_S = 1e3;
    private static final double US_PER_S = 1e6;

    @Override
    public HardMediumSoftLongScore calculateScore(StrategyPlan plan) {
        Meter meter = plan.problem().meter();
        Strategy strategy = plan.problem().scratch();
        plan.fill(strategy);
        double timeS = meter.finishTimeS(strategy.powerW(), strategy.handOver());
        Race race = meter.race();
        if (timeS < Double.POSITIVE_INFINITY) {
            return HardMediumSoftLongScore.of(
                    0, -Math.round(timeS * MS_PER_S), Math.round(race.overshootS() * US_PER_S));
        }
        return HardMediumSoftLongScore.of(
                -(long) Math.ceil(race.metresLeft()), -(long) Math.ceil(race.overdrawnJ()), 0);
    }
}
