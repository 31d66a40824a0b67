package io.paceline.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridDragTableTest {
    private static final double ROUNDING = 1e-15;
    private static final DragTable BLOCKEN = DragTables.blocken2018();

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 15, 20, 40})
    void longerLinesAreReadByDepth(int riders) {
        for (int place = 1; place <= riders; place++) {
            int depth = place <= 4 ? place : place == riders ? 9 : 7;
            assertThat(BLOCKEN.dragFraction(riders, place, 0.5))
                    .as("place %d of %d as place %d of 9", place, riders, depth)
                    .isEqualTo(BLOCKEN.dragFraction(9, depth, 0.5));
        }
    }

    @Test
    void aTableOfShortLinesIsReadByDepthToo() {
        DragTable two = new GridDragTable("test", new double[] {0.5}, new double[][][] {{{1}, {0.98, 0.65}}});
        // place 3 of 5: behind the front places that the table has, so as its last rider of the front
        assertThat(two.dragFraction(5, 1, 0.5)).isEqualTo(0.98);
        assertThat(two.dragFraction(5, 3, 0.5)).isEqualTo(0.65);
        assertThat(two.dragFraction(5, 5, 0.5)).isEqualTo(0.65);
    }

    @Test
    void isLinearBetweenGaps() {
        // two riders, place 2: 65.2 % at 0.5 m, 66.5 % at 1 m; at 0.7 m 65.2 + 0.4 · 1.3 = 65.72 %
        assertThat(BLOCKEN.dragFraction(2, 2, 0.7)).isCloseTo(0.6572, within(ROUNDING));
        // nine riders, place 9: 47.5 % at 1 m, 60.4 % at 5 m; at 3 m 53.95 %
        assertThat(BLOCKEN.dragFraction(9, 9, 3)).isCloseTo(0.5395, within(ROUNDING));
    }

    @Test
    void aSingleGapStandsForAll() {
        DragTable field = DragTables.field();
        assertThat(field.dragFraction(4, 2, 0.05)).isEqualTo(field.dragFraction(4, 2, 5));
    }

    @Test
    void copiesWhatItIsGiven() {
        double[][][] fraction = {{{1}}};
        DragTable table = new GridDragTable("test", new double[] {0.5}, fraction);
        fraction[0][0][0] = 0.5;
        assertThat(table.dragFraction(1, 1, 0.5)).isEqualTo(1);
        assertThat(table.source()).isEqualTo("test");
    }

    @Test
    void refusesAPlaceOutsideTheLine() {
        assertThatThrownBy(() -> BLOCKEN.dragFraction(4, 5, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("place 5 is not in a line of 4 riders.");
        assertThatThrownBy(() -> BLOCKEN.dragFraction(4, 0, 0.5)).hasMessage("place 0 is not in a line of 4 riders.");
    }

    @Test
    void refusesAGapOutsideTheTable() {
        assertThatThrownBy(() -> BLOCKEN.dragFraction(4, 1, 6))
                .hasMessage("wheel gap = 6.0 m is outside [0.05, 5.0] m. The drag table ends there.");
        assertThatThrownBy(() -> BLOCKEN.dragFraction(4, 1, Double.NaN))
                .hasMessage("wheel gap = NaN m is outside [0.05, 5.0] m. The drag table ends there.");
    }

    @Test
    void refusesTablesWithHoles() {
        assertRefused(
                new double[] {0.5, 1},
                new double[][][] {{{1}}},
                "drag table: 2 gaps for 1 blocks of lines. Each gap needs one block.");
        assertRefused(
                new double[] {},
                new double[][][] {},
                "drag table: 0 gaps for 0 blocks of lines. Each gap needs one block.");
        assertRefused(
                new double[] {1, 0.5},
                new double[][][] {{{1}}, {{1}}},
                "drag table: gap 0.5 m follows 1.0 m. Sort the gaps, each once.");
        assertRefused(
                new double[] {-1},
                new double[][][] {{{1}}},
                "drag table: gap = -1.0 m is outside [0.0, 20.0] m. It is from wheel to wheel, in metres.");
        assertRefused(
                new double[] {0.5, 1},
                new double[][][] {{{1}}, {{1}, {1, 0.6}}},
                "drag table: gap 1.0 m has lines of 1 to 2 riders, gap 0.5 m of 1 to 1. Every gap needs the same lines.");
        assertRefused(
                new double[] {0.5},
                new double[][][] {{{1}, {0.9}}},
                "drag table: gap 0.5 m, 2 riders: 1 places. A line of 2 riders has 2 places.");
        assertRefused(
                new double[] {0.5},
                new double[][][] {{{1}, {0.98, 65}}},
                "drag table: gap 0.5 m, 2 riders, place 2 = 65.0 is outside [0.02, 1.2]. Maybe it is in percent: divide by 100.");
    }

    private static void assertRefused(double[] gapM, double[][][] fraction, String message) {
        assertThatThrownBy(() -> new GridDragTable("test", gapM, fraction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
