package io.paceline.chase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.drafting.DragTables;
import io.paceline.power.Crosswind;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChaseInputTest {
    private static final Air AIR = new Air(1.2);
    private static final double FRACTION = DragTables.blocken2018().meanDragFraction(3, 0.5);

    private static final Crosswind FADING = new Crosswind(Crosswind.Drag.APPARENT_WIND, Crosswind.Formation.LINE);

    private static Chase chase() {
        List<Rider> riders = List.of(new Rider("a", 70, 0.28, 380, 18_000), new Rider("b", 90, 0.32, 420, 22_000));
        List<Stretch> road = List.of(new Stretch(3_000, 0.01, 0, 2, 0.004), new Stretch(2_000, 0, 0, -1, 0.008));
        ObservedBreak ahead = new ObservedBreak(60, 3, 78, 0.30, 240, 0.03, FRACTION, AIR, Drivetrain.MARTIN_1998, 22);
        Chase chase = Chase.builder(new Team(riders, Set.of("b")), Road.of(road, new int[] {0, 1}), AIR, ahead)
                .approach(List.of(new Stretch(1_000, 0, 0, 1, 0.005)))
                .build();
        return chase.toBuilder()
                .line(chase.line().withCrosswind(FADING))
                .breakaway(ahead.withCrosswind(FADING))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void aChaseWithItsOwnValueIsTheSame(ChaseInput input) {
        Chase chase = chase();
        assertThat(input.appliesTo(chase)).isTrue();
        double value = input.of(chase);
        Chase again = input.with(chase, value, BreakSeen.SPEED);
        // a speed that became a power and a speed again is solved for, to 1e-13
        assertThat(((ObservedBreak) again.breakaway()).powerW()).isCloseTo(240, within(1e-9));
        assertThat(again.road().stretches()).isEqualTo(chase.road().stretches());
        assertThat(again.toBuilder()
                        .breakaway(chase.breakaway())
                        .road(chase.road())
                        .build())
                .isEqualTo(chase);
    }

    @ParameterizedTest
    @EnumSource
    void theChangedChaseHasTheValueAskedFor(ChaseInput input) {
        Chase chase = chase();
        double wanted = input.of(chase) * 1.02;
        Chase changed = input.with(chase, wanted, BreakSeen.POWER);
        assertThat(input.of(changed)).isCloseTo(wanted, within(1e-12 * wanted));
        for (ChaseInput other : ChaseInput.values()) {
            boolean speedOfTheBreak = other == ChaseInput.BREAK_SPEED || input == ChaseInput.BREAK_SPEED;
            if (other != input && !speedOfTheBreak) {
                assertThat(other.of(changed)).as("%s with %s", other, input).isEqualTo(other.of(chase));
            }
        }
    }

    @Test
    void aNumberOfTheRidersChangesInProportionForEverybody() {
        Chase changed = ChaseInput.CRITICAL_POWER.with(chase(), 440, BreakSeen.SPEED);
        // the mean of 380 and 420 is 400: 10 % more for both
        assertThat(changed.team().riders())
                .extracting(Rider::criticalPowerW)
                .satisfiesExactly(
                        w -> assertThat(w).isCloseTo(418, within(1e-9)),
                        w -> assertThat(w).isCloseTo(462, within(1e-9)));
        assertThat(changed.team().isProtected(1)).isTrue();
    }

    @Test
    void aRougherRoadIsRougherForBothAndEverywhere() {
        Chase changed = ChaseInput.ROLLING_RESISTANCE.with(chase(), 0.006, BreakSeen.POWER);
        assertThat(changed.road().stretches())
                .extracting(Stretch::rollingResistance)
                .containsExactly(0.006, 0.012);
        assertThat(changed.approach()).extracting(Stretch::rollingResistance).containsExactly(0.0075);
        assertThat(changed.road().sectorCount()).isEqualTo(2);
    }

    @Test
    void aBreakSeenBySpeedKeepsItsSpeedAndOneSeenByPowerItsPower() {
        Chase chase = chase();
        double speedMPerS = ChaseInput.BREAK_SPEED.of(chase);
        for (ChaseInput input : List.of(ChaseInput.AIR_DENSITY, ChaseInput.ROLLING_RESISTANCE, ChaseInput.WHEEL_GAP)) {
            Chase bySpeed = input.with(chase, input.of(chase) * 1.05, BreakSeen.SPEED);
            assertThat(ChaseInput.BREAK_SPEED.of(bySpeed)).isCloseTo(speedMPerS, within(1e-9));
            assertThat(ChaseInput.BREAK_POWER.of(bySpeed)).as("%s", input).isGreaterThan(240);
            Chase byPower = input.with(chase, input.of(chase) * 1.05, BreakSeen.POWER);
            assertThat(ChaseInput.BREAK_POWER.of(byPower)).isEqualTo(240);
            assertThat(ChaseInput.BREAK_SPEED.of(byPower)).as("%s", input).isLessThan(speedMPerS);
        }
    }

    @Test
    void theLevelSpeedIsThatOfTheSmoothestSurface() {
        double levelMPerS = ChaseInput.BREAK_SPEED.of(chase());
        double powerW = ObservedBreak.levelPowerW(levelMPerS, 0.004, 78, 0.30, FRACTION, AIR, Drivetrain.MARTIN_1998);
        assertThat(powerW).isCloseTo(240, within(1e-9));
    }

    @Test
    void aBreakThatRidesItsOwnPlanHasAGapButNoPower() {
        Breakaway clock = new Breakaway() {
            @Override
            public double gapS() {
                return 30;
            }

            @Override
            public double[] timesS(List<Stretch> road) {
                double[] timesS = new double[road.size()];
                for (int i = 0; i < timesS.length; i++) {
                    timesS[i] = 400.0 * (i + 1);
                }
                return timesS;
            }
        };
        Chase chase = chase().toBuilder().breakaway(clock).build();
        assertThat(ChaseInput.BREAK_POWER.appliesTo(chase)).isFalse();
        assertThatThrownBy(() -> ChaseInput.BREAK_POWER.of(chase))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("breakaway: it rides a plan of its own, so no power of it was observed.");
        Chase nearer = ChaseInput.GAP.with(chase, 20, BreakSeen.SPEED);
        assertThat(nearer.breakaway().gapS()).isEqualTo(20);
        assertThat(nearer.breakaway().timesS(chase.road().stretches())).containsExactly(400, 800);
        assertThat(nearer.breakaway().withGapS(10).gapS()).isEqualTo(10);
        assertThat(ChaseInput.AIR_DENSITY.with(chase, 1.1, BreakSeen.SPEED).breakaway())
                .isSameAs(clock);
        assertThatThrownBy(() -> ChaseInput.GAP.with(chase, -1, BreakSeen.SPEED))
                .hasMessage("breakaway: gapS = -1.0 s is outside [0.0, 3600.0] s."
                        + " Maybe it is in minutes, or the chase is ahead.");
    }

    @Test
    void exchangesTakeLongerWithLongerBicyclesAndSlowerDrift() {
        Chase chase = chase();
        // five riders at 12 m/s: 4 · (1.75 + 0.5) / 2 = 4.5 s
        assertThat(chase.line().exchangeS(5, 12)).isEqualTo(4.5);
        // 4 · (2.25 + 0.5) / 2 = 5.5 s
        assertThat(ChaseInput.BICYCLE_LENGTH
                        .with(chase, 2.25, BreakSeen.SPEED)
                        .line()
                        .exchangeS(5, 12))
                .isEqualTo(5.5);
        // 4 · 2.25 / 1 = 9 s
        assertThat(ChaseInput.DRIFT.with(chase, 1, BreakSeen.SPEED).line().exchangeS(5, 12))
                .isEqualTo(9);
        assertThatThrownBy(() -> ChaseInput.DRIFT.with(chase, 9, BreakSeen.SPEED))
                .hasMessage("exchange: driftMPerS = 9.0 m/s is outside [0.5, 5.0] m/s."
                        + " Maybe it is in km/h: divide by 3.6.");
    }

    @Test
    void theBreaksLineFadesAsTheChasersDoes() {
        Chase changed = ChaseInput.FADED_YAW.with(chase(), Math.PI / 6, BreakSeen.POWER);
        assertThat(changed.line().crosswind().fadedSine()).isCloseTo(0.5, within(1e-15));
        assertThat(((ObservedBreak) changed.breakaway()).crosswind())
                .isEqualTo(changed.line().crosswind());
    }

    @Test
    void aShelterThatDoesNotFadeHasNoYaw() {
        Chase still = chase().toBuilder()
                .line(chase().line().withCrosswind(Crosswind.IGNORED))
                .build();
        assertThat(ChaseInput.FADED_YAW.appliesTo(still)).isFalse();
        assertThatThrownBy(() -> ChaseInput.FADED_YAW.of(still))
                .hasMessage("line: its shelter does not fade with yaw, so there is no yaw to change.");
    }
}
