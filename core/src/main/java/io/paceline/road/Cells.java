package io.paceline.road;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Turns a piece of a course into stretches.
 *
 * <p>Gradients and headings decide the borders, not the wind: the futures of one chase differ in their winds and must
 * have the same stretches, and a wind that turns by a few degrees must not move a border. A difference of {@value
 * #GRADIENT_SCALE} in gradient counts as much as one of {@value #HEADING_SCALE} between unit vectors of heading. The
 * numbers are estimates, found on the last 60 km of Tour 2023 stage 18: 50 to 90 stretches, on which a rider of
 * constant power needs the time of the fine cells within 0.3 % (0.5 % in a wind of 8 m/s).
 */
final class Cells {
    /** Aim for the length of a cell, m. */
    static final double CELL_M = 100;

    /** Shortest stretch, m. */
    static final double SHORTEST_M = 200;

    static final double GRADIENT_SCALE = 0.01;
    static final double HEADING_SCALE = 0.7;

    /** Dearest merge, m: two stretches of 500 m that differ by one percent, say. */
    static final double LIMIT_M = 250;

    private Cells() {}

    /** Borders of the stretches, m from the start, from {@code fromM} to {@code toM}. */
    static double[] borders(Grid grid, double fromM, double toM) {
        int n = (int) Math.max(1, Math.round((toM - fromM) / CELL_M));
        double[] lengthM = new double[n];
        double[] gradient = new double[n];
        double[] east = new double[n];
        double[] north = new double[n];
        for (int i = 0; i < n; i++) {
            double a = border(fromM, toM, i, n);
            double b = border(fromM, toM, i + 1, n);
            lengthM[i] = b - a;
            gradient[i] = grid.gradient(a, b) / GRADIENT_SCALE;
            east[i] = grid.east(a, b) / HEADING_SCALE;
            north[i] = grid.north(a, b) / HEADING_SCALE;
        }
        int[] first = Ward.cut(LIMIT_M, SHORTEST_M, lengthM, gradient, east, north);
        double[] borders = new double[first.length + 1];
        for (int i = 0; i < first.length; i++) {
            borders[i] = border(fromM, toM, first[i], n);
        }
        borders[first.length] = toM;
        return borders;
    }

    /**
     * Borders where the surface changes, among others. Those of the surface stay; others that are nearer to one of them than a stretch is
     * long go.
     */
    static double[] withSurface(double[] borders, List<Double> ofSurface) {
        if (ofSurface.isEmpty()) {
            return borders;
        }
        int last = borders.length - 1;
        DoubleStream kept = IntStream.rangeClosed(0, last)
                .filter(i -> i == 0
                        || i == last
                        || ofSurface.stream().allMatch(border -> Math.abs(border - borders[i]) >= SHORTEST_M))
                .mapToDouble(i -> borders[i]);
        return DoubleStream.concat(kept, ofSurface.stream().mapToDouble(border -> border))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Borders with more between those that are far apart, evenly: for a wind that differs along the road. */
    static double[] noLongerThan(double mostM, double[] borders) {
        DoubleStream.Builder all = DoubleStream.builder().add(borders[0]);
        for (int i = 1; i < borders.length; i++) {
            int pieces = (int) Math.ceil((borders[i] - borders[i - 1]) / mostM);
            for (int piece = 1; piece <= pieces; piece++) {
                all.add(border(borders[i - 1], borders[i], piece, pieces));
            }
        }
        return all.build().toArray();
    }

    static List<Stretch> between(Grid grid, double[] borders, WindAlong wind, Surface surface) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < borders.length; i++) {
            double fromM = borders[i];
            double toM = borders[i + 1];
            double rollingResistance = surface.at(0.5 * (fromM + toM));
            stretches.add(
                    wind instanceof Wind steady
                            ? stretch(grid, fromM, toM, steady, rollingResistance)
                            : stretchIn(grid, fromM, toM, wind, rollingResistance));
        }
        return List.copyOf(stretches);
    }

    /** Metre by metre, or nearly: the wind of each grid cell on the way of that cell. */
    private static Stretch stretchIn(Grid grid, double fromM, double toM, WindAlong wind, double rollingResistance) {
        int cells = (int) Math.max(1, Math.ceil((toM - fromM) / Grid.STEP_M));
        double againstM = 0;
        double acrossM = 0;
        for (int i = 0; i < cells; i++) {
            double a = border(fromM, toM, i, cells);
            double b = border(fromM, toM, i + 1, cells);
            double east = grid.east(a, b);
            double north = grid.north(a, b);
            double headingRad = StrictMath.atan2(east, north);
            double gained = StrictMath.hypot(east, north) * (b - a);
            Wind here = wind.at(0.5 * (a + b));
            againstM += gained * here.headwindMPerS(headingRad);
            acrossM += gained * here.crosswindMPerS(headingRad);
        }
        return new Stretch(
                toM - fromM,
                grid.gradient(fromM, toM),
                StrictMath.atan2(grid.east(fromM, toM), grid.north(fromM, toM)),
                againstM / (toM - fromM),
                acrossM / (toM - fromM),
                rollingResistance);
    }

    private static Stretch stretch(Grid grid, double fromM, double toM, Wind wind, double rollingResistance) {
        double east = grid.east(fromM, toM);
        double north = grid.north(fromM, toM);
        double headingRad = StrictMath.atan2(east, north);
        // the mean over the metres of a winding stretch: its way gained over its length, times the wind along that way
        double gained = StrictMath.hypot(east, north);
        return new Stretch(
                toM - fromM,
                grid.gradient(fromM, toM),
                headingRad,
                gained * wind.headwindMPerS(headingRad),
                gained * wind.crosswindMPerS(headingRad),
                rollingResistance);
    }

    private static double border(double fromM, double toM, int i, int n) {
        return i == n ? toM : fromM + (toM - fromM) * i / n;
    }
}
