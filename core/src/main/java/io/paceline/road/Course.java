package io.paceline.road;

import io.paceline.check.Range;
import java.util.List;

/**
 * A road from start to finish: how high it is and where it leads. Positions are in metres from the start; lengths are
 * measured level, as maps do (at 8 % the road itself is 0.3 % longer). Elevations are smoothed ({@code Smoothing}): the
 * road is the same for every question. Immutable.
 */
public final class Course {
    private static final double LONGEST_M = 500_000;
    private static final double SHORTEST_M = 100;

    /** A forecast is read kilometre by kilometre. */
    private static final double LONGEST_IN_FORECAST_M = 1_000;

    private final String name;
    private final double lengthM;
    private final Grid grid;

    private Course(String name, Trace trace, String cure) {
        this.name = name;
        this.lengthM = Range.check(trace.lengthM(), SHORTEST_M, LONGEST_M, "course " + name + ": length", "m", cure);
        this.grid = Grid.of(name, trace);
    }

    /**
     * A course that somebody rode or drew. Points on the spot of their predecessor are dropped.
     *
     * @param name for messages and reports
     * @param points in riding order, at most 2 km from each to the next
     * @throws IllegalArgumentException if there are fewer than two points, one has no elevation, two are too far apart,
     *     one lies far beside the road, the length is outside 100 m to 500 km, or the smoothed road is steeper than {@link Stretch#MAX_GRADIENT}
     */
    public static Course ofTrack(String name, List<TrackPoint> points) {
        return new Course(
                name, Trace.ofTrack(name, points), "Maybe the track holds not the whole road, or more than one.");
    }

    /**
     * A course from a profile, all in one direction.
     *
     * @param name for messages and reports
     * @param distanceM from the start, m; begins at 0 and grows
     * @param elevationM one per distance, m
     * @param headingRad where the road leads, clockwise from north, rad
     * @throws IllegalArgumentException if the arrays differ in length, a value is outside its range, the length is
     *     outside 100 m to 500 km, or the smoothed road is steeper than {@link Stretch#MAX_GRADIENT}
     */
    public static Course ofProfile(String name, double[] distanceM, double[] elevationM, double headingRad) {
        return new Course(
                name, Trace.ofProfile(name, distanceM, elevationM, headingRad), "Maybe it is in km: multiply by 1000.");
    }

    public String name() {
        return name;
    }

    public double lengthM() {
        return lengthM;
    }

    /**
     * Smoothed elevation above sea level, m.
     *
     * @throws IllegalArgumentException if the position is not on the course
     */
    public double elevationM(double atM) {
        return grid.elevationM(checkPosition(atM, "atM"));
    }

    /**
     * Sum of the rises from one position to a later one, m.
     *
     * @throws IllegalArgumentException if a position is not on the course, or the second is not at least 1 m after the
     *     first
     */
    public double climbM(double fromM, double toM) {
        checkPiece(fromM, toM);
        return grid.climbM(fromM, toM);
    }

    /**
     * Mean elevation above sea level from one position to a later one, m; for the air's pressure.
     *
     * @throws IllegalArgumentException if a position is not on the course, or the second is not at least 1 m after the
     *     first
     */
    public double meanElevationM(double fromM, double toM) {
        checkPiece(fromM, toM);
        return grid.meanElevationM(fromM, toM);
    }

    /**
     * The road from one position to a later one, cut where its gradient or its heading changes. The borders do not
     * depend on the wind. The lengths add up to {@code toM - fromM}, length times gradient to the difference in
     * elevation; a stretch's headwind is the mean over its metres. No stretch is shorter than 200 m, unless it is the
     * only one.
     *
     * @param rollingResistance Crr of the surface, on all stretches
     * @return unmodifiable, in riding order
     * @throws IllegalArgumentException if a position is not on the course, the second is not at least 1 m after the
     *     first, or a value is outside the range of {@link Stretch}
     */
    public List<Stretch> stretches(double fromM, double toM, Wind wind, double rollingResistance) {
        return stretches(fromM, toM, wind, Surface.of(rollingResistance));
    }

    /**
     * The same in a wind and on a surface that differ along the way. The road is cut where the surface changes too, so that there a
     * stretch may be shorter than 200 m; in a wind that differs no stretch is longer than {@value #LONGEST_IN_FORECAST_M} m.
     *
     * @return unmodifiable, in riding order
     * @throws IllegalArgumentException if a position is not on the course, the second is not at least 1 m after the
     *     first, or a value is outside the range of {@link Stretch}
     */
    public List<Stretch> stretches(double fromM, double toM, WindAlong wind, Surface surface) {
        checkPiece(fromM, toM);
        double[] borders = Cells.withSurface(Cells.borders(grid, fromM, toM), surface.borders(fromM, toM));
        double[] all = wind instanceof Wind ? borders : Cells.noLongerThan(LONGEST_IN_FORECAST_M, borders);
        return Cells.between(grid, all, wind, surface);
    }

    /**
     * The climbs, in riding order: runs steeper than 2 %, over short easings that cost less than 10 m against a steady
     * 2 %, which gain at least 40 m at 3 % or more on average.
     *
     * @return unmodifiable
     */
    public List<Climb> climbs() {
        return ClimbFinder.climbs(grid);
    }

    private void checkPiece(double fromM, double toM) {
        checkPosition(fromM, "fromM");
        checkPosition(toM, "toM");
        Range.check(
                toM - fromM, 1, lengthM, "course " + name + ": toM - fromM", "m", "Give the earlier position first.");
    }

    private double checkPosition(double atM, String which) {
        return Range.check(
                atM, 0, lengthM, "course " + name + ": " + which, "m", "Positions are metres from the start.");
    }
}
