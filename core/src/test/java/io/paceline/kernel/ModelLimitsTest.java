package io.paceline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Bunch;
import io.paceline.chase.Chase;
import io.paceline.chase.Doubt;
import io.paceline.power.Crosswind;
import io.paceline.road.Stretch;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelLimitsTest {
    /** Four like riders of 0.3 m² in air of 1.2 kg/m³; places at 0.5 m have 98.4, 63.4, 52.3 and 48.6 % of the drag alone. */
    private static final double SAVED_N_PER_AIR2 = 4 * 0.5 * 1.2 * 0.3 * (1 - (0.984 + 0.634 + 0.523 + 0.486) / 4);

    private static List<Doubt> doubts(double speedMPerS, Stretch... road) {
        return ModelLimits.of(
                SmallChase.on(1_000, SmallChase.team(4), road).build(), Collections.nCopies(road.length, speedMPerS));
    }

    private static Stretch flat(double lengthM, double headwind, double crosswind) {
        return new Stretch(lengthM, 0, 0, headwind, crosswind, 0.004);
    }

    @Test
    void aFlatRoadInStillAirRaisesNoDoubt() {
        assertThat(doubts(12, flat(20_000, 0, 0))).isEmpty();
    }

    @Test
    void crosswindCostsShelterInProportionToTheYaw() {
        Doubt doubt = doubts(12, flat(10_000, 0, -3), flat(5_000, 0, 1)).get(0);
        assertThat(doubt.kind()).isEqualTo(Doubt.Kind.CROSSWIND);
        assertThat(doubt.lengthM()).isEqualTo(10_000);
        // tan 14.036° = 3/12
        assertThat(Math.toDegrees(doubt.worst())).isCloseTo(14.036, within(5e-4));
        assertThat(doubt.energyJ()).isCloseTo(14.036 / 20 * SAVED_N_PER_AIR2 * 144 * 10_000 / 0.976, within(50.0));
    }

    @Test
    void fromTwentyDegreesOnAllShelterIsInDoubtAndNoMore() {
        double all = SAVED_N_PER_AIR2 * 100 * 10_000 / 0.976;
        // tan 21.8° = 4/10; tan 45° = 10/10
        assertThat(doubts(12, flat(10_000, -2, 4)).get(0).energyJ()).isCloseTo(all, within(1e-6 * all));
        assertThat(doubts(12, flat(10_000, -2, 10)).get(0).energyJ()).isCloseTo(all, within(1e-6 * all));
    }

    @Test
    void aLittleYawOrAShortPieceIsNotWorthAWord() {
        // tan 9.46° = 2/12
        assertThat(doubts(12, flat(10_000, 0, 2))).isEmpty();
        assertThat(doubts(12, flat(400, 0, 6), flat(9_000, 0, 0))).isEmpty();
    }

    @Test
    void aSlowClimbIsInDoubtForItsShelter() {
        Stretch climb = new Stretch(3_000, 0.07, 0, 0, 0.004);
        Doubt doubt = doubts(6, climb).get(0);
        assertThat(doubt.kind()).isEqualTo(Doubt.Kind.SLOW_CLIMB);
        assertThat(doubt.worst()).isEqualTo(6);
        assertThat(doubt.energyJ()).isCloseTo(SAVED_N_PER_AIR2 * 36 * 3_000 / 0.976, within(1e-6));
        assertThat(doubts(8.1, climb)).isEmpty();
        assertThat(doubts(6, flat(3_000, 8, 0)))
                .as("slow in the wind is not slow uphill")
                .isEmpty();
    }

    @Test
    void aFastDescentIsInDoubtForItsTime() {
        Doubt doubt = doubts(16, new Stretch(3_200, -0.05, 0, 0, 0.004)).get(0);
        assertThat(doubt.kind()).isEqualTo(Doubt.Kind.FAST_DESCENT);
        // 200 s; a tenth slower takes 222.22 s
        assertThat(doubt.timeS()).isCloseTo(22.222, within(5e-4));
        assertThat(doubt.energyJ()).isZero();
        assertThat(doubts(14, new Stretch(3_200, -0.05, 0, 0, 0.004))).isEmpty();
    }

    @Test
    void wideGapsAreInDoubtForAllTheirShelter() {
        Chase base = SmallChase.of(2, 1_600).build();
        Chase wide = base.toBuilder().line(base.line().withWheelGapM(5)).build();
        Doubt doubt = ModelLimits.of(wide, List.of(12.0)).get(0);
        assertThat(doubt.kind()).isEqualTo(Doubt.Kind.WIDE_GAP);
        assertThat(doubt.worst()).isEqualTo(5);
        // two riders at 5 m have 99.9 and 70.9 %
        assertThat(doubt.energyJ()).isCloseTo(2 * 0.5 * 1.2 * 0.3 * (1 - 0.854) * 144 * 20_000 / 0.976, within(1e-3));
        Chase three = base.toBuilder().line(base.line().withWheelGapM(3)).build();
        assertThat(ModelLimits.of(three, List.of(12.0))).isEmpty();
    }

    @Test
    void aBunchIsInDoubtForWhatAnOpenOneTakes() {
        Chase chase = SmallChase.of(4, 2_600)
                .approach(List.of(flat(5_000, 0, 0)))
                .bunch(new Bunch(12))
                .build();
        Doubt doubt = ModelLimits.of(chase, List.of(12.0)).get(0);
        assertThat(doubt.kind()).isEqualTo(Doubt.Kind.BUNCH);
        assertThat(doubt.worst()).isEqualTo(0.30);
        // four riders, 0.3 m², 144 m²/s², from 0.30 to 0.667 of the drag, over 5 km at an efficiency of 0.976
        assertThat(doubt.energyJ())
                .isCloseTo(4 * 0.5 * 1.2 * 0.3 * (2.0 / 3 - 0.30) * 144 * 5_000 / 0.976, within(1e-3));
    }

    private static Doubt doubtIn(Crosswind.Formation formation, double crosswind) {
        Chase still = SmallChase.on(1_000, SmallChase.team(4), flat(10_000, 0, crosswind))
                .build();
        Crosswind kind = new Crosswind(Crosswind.Drag.HEADWIND, formation);
        return ModelLimits.of(
                        still.toBuilder().line(still.line().withCrosswind(kind)).build(), List.of(12.0))
                .get(0);
    }

    @Test
    void aFadingLineIsInDoubtForWhatItStillCounts() {
        Doubt doubt = doubtIn(Crosswind.Formation.LINE, 3);
        assertThat(doubt.kind()).isEqualTo(Doubt.Kind.CROSSWIND_LINE);
        // sin 14.036° = 0.242536, of sin 20° = 0.342020: 0.290874 is left
        double all = SAVED_N_PER_AIR2 * 144 * 10_000 / 0.976;
        assertThat(doubt.energyJ()).isCloseTo(0.290_874 * all, within(1e-5 * all));
        assertThat(doubtIn(Crosswind.Formation.LINE, 6).energyJ())
                .as("beyond 20 degrees nothing is counted")
                .isZero();
    }

    @Test
    void anEchelonIsInDoubtForWhatAStraightLineWouldLose() {
        Doubt doubt = doubtIn(Crosswind.Formation.ECHELON, 6);
        assertThat(doubt.kind()).isEqualTo(Doubt.Kind.CROSSWIND_ECHELON);
        // 53.6 of 55.3 is kept beyond 20 degrees
        double all = SAVED_N_PER_AIR2 * 144 * 10_000 / 0.976;
        assertThat(doubt.energyJ()).isCloseTo(53.6 / 55.3 * all, within(1e-9 * all));
    }
}
