package io.paceline.stakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.rider.Rider;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StakesTest {
    /** A few operations on numbers below 1000. */
    private static final double ROUNDING = 1e-12;

    private static final Rider ONE = new Rider("ONE", 80, 0.3, 400, 20_000);
    private static final Rider TWO = new Rider("TWO", 80, 0.3, 400, 20_000);

    /** One rider of the break is 300 s behind the leader, another 40 s. */
    private static final Classification THREAT = new Classification(List.of(300.0, 40.0), 100, 20, 0.5);

    private static RivalTeam team(String name, double behindS) {
        return new RivalTeam(name, List.of(ONE), List.of(TWO), 80, 0.25, OptionalDouble.of(behindS));
    }

    @Test
    void theLeaderLosesHisPlaceAndTheSecondsBeyond() {
        // 30 s: nobody passes. 50 s: the nearer one passes and is 10 s ahead: 100 + 0.5·10
        assertThat(THREAT.lossPoints(team("L", 0), 30)).isZero();
        assertThat(THREAT.lossPoints(team("L", 0), 50)).isEqualTo(105, within(ROUNDING));
        // 310 s: 100 + 0.5·270 and 100 + 0.5·10
        assertThat(THREAT.lossPoints(team("L", 0), 310)).isEqualTo(340, within(ROUNDING));
        assertThat(THREAT.limitS()).isEqualTo(40);
    }

    @Test
    void aTieIsNoPlaceLost() {
        assertThat(THREAT.lossPoints(team("L", 0), 40)).isZero();
        assertThat(THREAT.lossPoints(team("L", 0), 40.000_001)).isBetween(100.0, 100.001);
    }

    @Test
    void whoIsBehindARiderOfTheBreakAlreadyLosesSecondsOnly() {
        // 60 s behind the leader: 20 s behind the nearer one, who gains 100 s: 0.5·100; the other passes after 240 s
        assertThat(THREAT.lossPoints(team("S", 60), 100)).isEqualTo(50, within(ROUNDING));
        // 0.5·250, and 20 + 0.5·10
        assertThat(THREAT.lossPoints(team("S", 60), 250)).isEqualTo(150, within(ROUNDING));
    }

    @Test
    void whoIsLevelWithARiderOfTheBreakLosesThePlaceToo() {
        // 20 + 0.5·10; the other is 260 s further back
        assertThat(THREAT.lossPoints(team("S", 40), 10)).isEqualTo(25, within(ROUNDING));
    }

    @Test
    void nothingIsLostToABreakThatIsCaughtOrByTeamsWithoutContender() {
        assertThat(THREAT.lossPoints(team("L", 0), 0)).isZero();
        assertThat(THREAT.lossPoints(team("L", 0), -5)).isZero();
        RivalTeam none = new RivalTeam("N", List.of(ONE), List.of(), 0, 0, OptionalDouble.empty());
        assertThat(THREAT.lossPoints(none, 500)).isZero();
    }

    @Test
    void gainsAreStageAndClassification() {
        Stakes stakes = new Stakes(List.of(team("L", 0)), THREAT, 2e-5, true, 10);
        // a quarter of 80, and what 310 s would take
        assertThat(stakes.gainOfCatch(team("L", 0), 310)).isEqualTo(360, within(ROUNDING));
        // held at 40 - 10 s: all of the classification, nothing of the stage
        assertThat(stakes.holdAtS()).isEqualTo(30);
        assertThat(stakes.gainOfHold(team("L", 0), 310, 30)).isEqualTo(340, within(ROUNDING));
        assertThat(stakes.gainOfHold(team("L", 0), 310, 50)).isEqualTo(235, within(ROUNDING));
    }

    @Test
    void aMarginBeyondTheLimitHoldsTheBreakAtNothing() {
        assertThat(new Stakes(List.of(team("L", 0)), THREAT, 2e-5, true, 60).holdAtS())
                .isZero(); // 40 - 60 < 0
    }

    @Test
    void withoutThreatThereIsNoLimit() {
        Stakes stakes = new Stakes(List.of(team("L", 0)), Classification.none(), 2e-5, true, 10);
        assertThat(stakes.holdAtS()).isInfinite();
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new RivalTeam("X", List.of(), List.of(), 10, 35, OptionalDouble.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("team X: winChance = 35.0 is outside [0.0, 1.0]. Maybe it is in percent: divide by 100.");
        assertThatThrownBy(() -> new RivalTeam(" ", List.of(), List.of(), 10, 0.3, OptionalDouble.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("team: the name is empty. Give every team one.");
        assertThatThrownBy(() -> new Stakes(List.of(), THREAT, 1e-5, true, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stakes: teams = 0 is outside [1, 20]. Name those who gain most from a catch.");
        assertThatThrownBy(() -> new Stakes(Collections.nCopies(21, team("A", 0)), THREAT, 1e-5, true, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stakes: teams = 21 is outside [1, 20]. Name those who gain most from a catch.");
        assertThatThrownBy(() -> new Stakes(List.of(team("A", 0), team("A", 3)), THREAT, 1e-5, true, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stakes: team A is there twice. Keep one.");
        assertThatThrownBy(() -> new Stakes(List.of(team("A", 0), team("B", 3)), THREAT, 1e-5, true, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stakes: rider ONE is there twice. He rides for one team, and is spared or not.");
        RivalTeam idle = new RivalTeam("A", List.of(), List.of(ONE), 0, 0, OptionalDouble.empty());
        assertThatThrownBy(() -> new Stakes(List.of(idle), THREAT, 1e-5, true, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "stakes: spared riders of all teams = 0 is outside [1, 20]. One line holds so many: spare fewer.");
    }
}
