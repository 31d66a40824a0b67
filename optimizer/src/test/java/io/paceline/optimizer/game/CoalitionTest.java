package io.paceline.optimizer.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CoalitionTest {
    @Test
    void tenPlayersHaveAThousandAndTwentyThreeCoalitionsSmallOnesFirst() {
        assertThat(Coalition.all(10)).hasSize(1_023).doesNotHaveDuplicates();
        assertThat(Coalition.all(3))
                .containsExactly(
                        Coalition.of(0),
                        Coalition.of(1),
                        Coalition.of(2),
                        Coalition.of(0, 1),
                        Coalition.of(0, 2),
                        Coalition.of(1, 2),
                        Coalition.of(0, 1, 2));
    }

    @Test
    void partsAreAllSubsetsAndNobody() {
        assertThat(Coalition.of(1, 4).parts())
                .containsExactly(Coalition.of(1, 4), Coalition.of(4), Coalition.of(1), Coalition.NOBODY);
    }

    @Test
    void membersComeAndGo() {
        Coalition pair = Coalition.of(0, 5);
        assertThat(pair.members()).containsExactly(0, 5);
        assertThat(pair.with(2)).isEqualTo(Coalition.of(0, 2, 5));
        assertThat(pair.without(0)).isEqualTo(Coalition.of(5));
        assertThat(pair.without(3)).isEqualTo(pair);
        assertThat(pair.isPartOf(Coalition.of(0, 2, 5))).isTrue();
        assertThat(pair.isPartOf(Coalition.of(0, 2))).isFalse();
        assertThat(Coalition.NOBODY.isPartOf(pair)).isTrue();
    }

    @Test
    void refusesMoreThanTwentyPlayers() {
        assertThatThrownBy(() -> new Coalition(1 << 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coalition: bits = 1048576 is outside [0, 1048575]. Players are numbered from 0 to 19.");
        assertThatThrownBy(() -> Coalition.ofFirst(21))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("game: players = 21 is outside [1, 20].");
    }
}
