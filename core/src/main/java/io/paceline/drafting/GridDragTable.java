package io.paceline.drafting;

import io.paceline.check.Range;
import java.util.Arrays;
import java.util.Locale;

/**
 * A drag table by wheel gap, number of riders and place; linear between gaps.
 *
 * <p>Longer lines than the table holds are read by depth: the front four and the last as in the longest line of the table, every
 * place between as its last but two (place 7 of 9). Blocken et al. 2018 show that drag hardly changes from there on.
 */
public final class GridDragTable implements DragTable {
    private static final int FRONT_PLACES = 4;
    private static final int DEPTH_FROM_LAST = 2;
    private static final double MIN_FRACTION = 0.02;
    private static final double MAX_FRACTION = 1.2;

    private final String source;
    private final double[] gapM;
    private final double[][][] fraction;

    /**
     * Checks and copies a table.
     *
     * @param source where the numbers come from, in one line
     * @param gapM wheel gaps, m, rising; a single one stands for every gap
     * @param fraction drag over drag alone by {@code [gap][riders - 1][place - 1]}; 0.02 to 1.2
     * @throws IllegalArgumentException if a gap, a line or a place is missing or outside its range; the message names it
     */
    public GridDragTable(String source, double[] gapM, double[][][] fraction) {
        this.source = source;
        this.gapM = gapM.clone();
        this.fraction = new double[fraction.length][][];
        checkGaps(gapM, fraction.length);
        for (int g = 0; g < fraction.length; g++) {
            if (fraction[g].length == 0 || fraction[g].length != fraction[0].length) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "drag table: gap %s m has lines of 1 to %d riders, gap %s m of 1 to %d. Every gap needs the same lines.",
                        gapM[g],
                        fraction[g].length,
                        gapM[0],
                        fraction[0].length));
            }
            this.fraction[g] = new double[fraction[g].length][];
            for (int n = 1; n <= fraction[g].length; n++) {
                this.fraction[g][n - 1] = checkedLine(gapM[g], n, fraction[g][n - 1]);
            }
        }
    }

    private static void checkGaps(double[] gapM, int tables) {
        if (gapM.length == 0 || gapM.length != tables) {
            throw new IllegalArgumentException("drag table: " + gapM.length + " gaps for " + tables
                    + " blocks of lines. Each gap needs one block.");
        }
        for (int g = 0; g < gapM.length; g++) {
            Range.check(gapM[g], 0, 20, "drag table: gap", "m", "It is from wheel to wheel, in metres.");
            if (g > 0 && gapM[g] <= gapM[g - 1]) {
                throw new IllegalArgumentException(
                        "drag table: gap " + gapM[g] + " m follows " + gapM[g - 1] + " m. Sort the gaps, each once.");
            }
        }
    }

    private static double[] checkedLine(double gapM, int riders, double[] line) {
        if (line.length != riders) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "drag table: gap %s m, %d riders: %d places. A line of %d riders has %d places.",
                    gapM,
                    riders,
                    line.length,
                    riders,
                    riders));
        }
        for (int place = 1; place <= riders; place++) {
            Range.check(
                    line[place - 1],
                    MIN_FRACTION,
                    MAX_FRACTION,
                    String.format(Locale.ROOT, "drag table: gap %s m, %d riders, place %d", gapM, riders, place),
                    "",
                    "Maybe it is in percent: divide by 100.");
        }
        return line.clone();
    }

    @Override
    public double dragFraction(int riders, int place, double wheelGapM) {
        if (place < 1 || place > riders) {
            throw new IllegalArgumentException("place " + place + " is not in a line of " + riders + " riders.");
        }
        if (gapM.length == 1) {
            return cell(0, riders, place);
        }
        Range.check(wheelGapM, gapM[0], gapM[gapM.length - 1], "wheel gap", "m", "The drag table ends there.");
        int found = Arrays.binarySearch(gapM, wheelGapM);
        if (found >= 0) {
            return cell(found, riders, place);
        }
        int above = -found - 1;
        double share = (wheelGapM - gapM[above - 1]) / (gapM[above] - gapM[above - 1]);
        return cell(above - 1, riders, place) * (1 - share) + cell(above, riders, place) * share;
    }

    private double cell(int gap, int riders, int place) {
        int longest = fraction[gap].length;
        if (riders <= longest) {
            return fraction[gap][riders - 1][place - 1];
        }
        double[] line = fraction[gap][longest - 1];
        if (place == riders) {
            return line[longest - 1];
        }
        int depth = place <= FRONT_PLACES ? Math.min(place, longest) : Math.max(1, longest - DEPTH_FROM_LAST);
        return line[depth - 1];
    }

    @Override
    public String source() {
        return source;
    }
}
