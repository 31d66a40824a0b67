package io.paceline.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShelterTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void aBiggerRiderAheadSavesMore() {
        // (0.32 / 0.20)^0.5 = 1.264 911 064 07; 1 - 0.4 · 1.264 911 = 0.494 035 574 37
        assertThat(new Shelter(0.5).dragFraction(0.6, 0.32, 0.20)).isCloseTo(0.494_035_574_373, within(ROUNDING));
        assertThat(new Shelter(0.5).savingFactor(0.32, 0.20)).isCloseTo(1.264_911_064_067, within(ROUNDING));
    }

    @Test
    void aRiderOfOwnSizeSavesWhatTheTableSays() {
        assertThat(Shelter.DEFAULT.dragFraction(0.53, 0.3, 0.3)).isCloseTo(0.53, within(ROUNDING));
    }

    @Test
    void withoutTheEffectOnlyThePlaceCounts() {
        assertThat(Shelter.NONE.dragFraction(0.53, 0.6, 0.1)).isCloseTo(0.53, within(ROUNDING));
        assertThat(Shelter.NONE.savingFactor(0.6, 0.1)).isEqualTo(1);
    }

    @Test
    void theDragNeverFallsBelowTheLeast() {
        // 1 - 0.6 · (0.6 / 0.1)^1 = -2.6
        assertThat(new Shelter(1).dragFraction(0.4, 0.6, 0.1)).isEqualTo(0.05);
    }

    @Test
    void givesFittonsSixPercentForDragAreasOf1To1Point2() {
        // drag of the light rider behind the heavy one over drag of the heavy one behind the light one, each over his
        // own drag alone
        double place2 = DragTables.field().dragFraction(4, 2, 0.2);
        double lightBehindHeavy = Shelter.DEFAULT.dragFraction(place2, 0.24, 0.20);
        double heavyBehindLight = Shelter.DEFAULT.dragFraction(place2, 0.20, 0.24);
        double difference = 1 - lightBehindHeavy / heavyBehindLight;
        assertThat(difference).as("published 6 %%, printed without decimals").isBetween(0.055, 0.07);
    }

    @Test
    void refusesAnExponentThatNobodyMeasured() {
        assertThatThrownBy(() -> new Shelter(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shelter: exponent = 1.5 is outside [0.0, 1.0]. 0.25 is usual, 0 switches it off.");
    }
}
