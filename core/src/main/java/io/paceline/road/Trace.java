package io.paceline.road;

import io.paceline.check.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A road as it was recorded: four arrays, one slot per point, no two points at the same place. {@code eastM} and {@code
 * northM} add up the metres ridden east and north; over a piece of road, their growth divided by its length is its mean
 * direction.
 */
final class Trace {

    /** Half the longer axis of the earth, m. Source: WGS 84, NIMA TR8350.2. */
    static final double SEMI_MAJOR_AXIS_M = 6_378_137;

    /** First eccentricity of the earth, squared. Source: WGS 84, NIMA TR8350.2. */
    static final double ECCENTRICITY_SQUARED = 6.694_379_990_14e-3;

    /**
     * A longer way between two points is a hole in the record, m. Estimate: the sparsest Tour track at hand leaves 434
     * m.
     */
    static final double LONGEST_STEP_M = 2_000;

    /** Points nearer than this are one place, m: below the last digit of five-decimal degrees (1.1 m). Estimate. */
    static final double SHORTEST_STEP_M = 0.5;

    private static final double LOWEST_M = -500;
    private static final double HIGHEST_M = 9_000;

    private final double[] distanceM;
    private final double[] elevationM;
    private final double[] eastM;
    private final double[] northM;

    private Trace(double[] distanceM, double[] elevationM, double[] eastM, double[] northM) {
        this.distanceM = distanceM;
        this.elevationM = elevationM;
        this.eastM = eastM;
        this.northM = northM;
    }

    static Trace ofTrack(String course, List<TrackPoint> points) {
        int n = points.size();
        Range.check(
                n,
                2,
                Integer.MAX_VALUE,
                "course " + course + ": track points",
                "Maybe the file has routes or waypoints only.");
        for (int i = 0; i < n; i++) {
            checkElevation(course, "point " + (i + 1), points.get(i).elevationM());
        }
        List<Integer> kept = apart(points);
        if (kept.size() < 2) {
            throw new IllegalArgumentException("course " + course + ": all " + n
                    + " track points are at one place. Export the course again, as a track of the whole road.");
        }
        List<TrackPoint> road = kept.stream().map(points::get).toList();
        List<Integer> numbers = kept.stream().map(index -> index + 1).toList();
        Spikes.check(course, road, numbers);
        return ofRoad(course, road, numbers);
    }

    /** Indices of the points that are not on the spot of the one kept before them. */
    private static List<Integer> apart(List<TrackPoint> points) {
        List<Integer> kept = new ArrayList<>(List.of(0));
        for (int i = 1; i < points.size(); i++) {
            double[] way = wayM(points.get(kept.get(kept.size() - 1)), points.get(i));
            if (StrictMath.hypot(way[0], way[1]) >= SHORTEST_STEP_M) {
                kept.add(i);
            }
        }
        return kept;
    }

    private static Trace ofRoad(String course, List<TrackPoint> points, List<Integer> numbers) {
        int n = points.size();
        double[] distanceM = new double[n];
        double[] elevationM = new double[n];
        double[] eastM = new double[n];
        double[] northM = new double[n];
        for (int i = 0; i < n; i++) {
            elevationM[i] = points.get(i).elevationM();
            if (i > 0) {
                double[] way = wayM(points.get(i - 1), points.get(i));
                double stepM = StrictMath.hypot(way[0], way[1]);
                checkStep(course, numbers.get(i) - 1, distanceM[i - 1], stepM);
                distanceM[i] = distanceM[i - 1] + stepM;
                eastM[i] = eastM[i - 1] + way[0];
                northM[i] = northM[i - 1] + way[1];
            }
        }
        return new Trace(distanceM, elevationM, eastM, northM);
    }

    static Trace ofProfile(String course, double[] distanceM, double[] elevationM, double headingRad) {
        String what = "course " + course + ": ";
        Range.check(
                distanceM.length, 2, Integer.MAX_VALUE, what + "profile points", "A road has a start and a finish.");
        Range.check(
                elevationM.length, distanceM.length, distanceM.length, what + "elevations", "Give one per distance.");
        Range.check(distanceM[0], 0, 0, what + "distanceM of point 1", "m", "A profile begins at 0.");
        Range.check(headingRad, -2 * Math.PI, 2 * Math.PI, what + "headingRad", "rad", "Maybe it is in degrees.");
        double[] eastM = new double[distanceM.length];
        double[] northM = new double[distanceM.length];
        for (int i = 0; i < distanceM.length; i++) {
            checkElevation(course, "point " + (i + 1), elevationM[i]);
            if (i > 0 && !(distanceM[i] > distanceM[i - 1])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%sdistanceM of point %d = %s m is not beyond that of point %d, %s m. Sort the points by distance.",
                        what,
                        i + 1,
                        distanceM[i],
                        i,
                        distanceM[i - 1]));
            }
            eastM[i] = distanceM[i] * StrictMath.sin(headingRad);
            northM[i] = distanceM[i] * StrictMath.cos(headingRad);
        }
        return new Trace(distanceM.clone(), elevationM.clone(), eastM, northM);
    }

    double[] distanceM() {
        return distanceM;
    }

    double[] elevationM() {
        return elevationM;
    }

    double[] eastM() {
        return eastM;
    }

    double[] northM() {
        return northM;
    }

    double lengthM() {
        return distanceM[distanceM.length - 1];
    }

    /** The way from a to b, east and north, m: on the ellipsoid's radii of curvature at their middle latitude. */
    static double[] wayM(TrackPoint a, TrackPoint b) {
        double latitudeRad = Math.toRadians(0.5 * (a.latitudeDeg() + b.latitudeDeg()));
        return new double[] {eastM(a, b, latitudeRad), northM(a, b, latitudeRad)};
    }

    private static double eastM(TrackPoint a, TrackPoint b, double latitudeRad) {
        double turnDeg = Math.IEEEremainder(b.longitudeDeg() - a.longitudeDeg(), 360); // across the date line too
        return SEMI_MAJOR_AXIS_M / Math.sqrt(w2(latitudeRad)) * StrictMath.cos(latitudeRad) * Math.toRadians(turnDeg);
    }

    private static double northM(TrackPoint a, TrackPoint b, double latitudeRad) {
        double meridianM = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / StrictMath.pow(w2(latitudeRad), 1.5);
        return meridianM * Math.toRadians(b.latitudeDeg() - a.latitudeDeg());
    }

    private static double w2(double latitudeRad) {
        double sin = StrictMath.sin(latitudeRad);
        return 1 - ECCENTRICITY_SQUARED * sin * sin;
    }

    private static void checkStep(String course, int before, double atM, double stepM) {
        if (stepM > LONGEST_STEP_M) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "course %s: from point %d to point %d, at km %.1f, the track jumps %.0f m; allowed are %.0f m. "
                            + "Maybe part of the road is missing, or two tracks follow each other.",
                    course,
                    before,
                    before + 1,
                    atM / 1000,
                    stepM,
                    LONGEST_STEP_M));
        }
    }

    private static void checkElevation(String course, String point, double elevationM) {
        if (Double.isNaN(elevationM)) {
            throw new IllegalArgumentException("course " + course + ": " + point
                    + " has no elevation. Add elevations to the track (most route planners do) and read it again.");
        }
        Range.check(elevationM, LOWEST_M, HIGHEST_M, "course " + course + ": elevation of " + point, "m", "");
    }
}
