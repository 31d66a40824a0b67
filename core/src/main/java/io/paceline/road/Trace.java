package io.paceline.road;

import io.paceline.check.Range;
import java.util.Arrays;
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
        double[] distanceM = new double[n];
        double[] elevationM = new double[n];
        double[] eastM = new double[n];
        double[] northM = new double[n];
        int kept = 0;
        for (int i = 0, last = 0; i < n; i++) {
            TrackPoint point = points.get(i);
            checkElevation(course, "point " + (i + 1), point.elevationM());
            if (i > 0) {
                double latitudeRad = Math.toRadians(0.5 * (points.get(last).latitudeDeg() + point.latitudeDeg()));
                double stepEastM = eastM(points.get(last), point, latitudeRad);
                double stepNorthM = northM(points.get(last), point, latitudeRad);
                double stepM = StrictMath.hypot(stepEastM, stepNorthM);
                if (stepM < SHORTEST_STEP_M) {
                    continue;
                }
                checkStep(course, i, distanceM[kept - 1], stepM);
                distanceM[kept] = distanceM[kept - 1] + stepM;
                eastM[kept] = eastM[kept - 1] + stepEastM;
                northM[kept] = northM[kept - 1] + stepNorthM;
            }
            elevationM[kept] = point.elevationM();
            last = i;
            kept++;
        }
        return new Trace(
                Arrays.copyOf(distanceM, kept),
                Arrays.copyOf(elevationM, kept),
                Arrays.copyOf(eastM, kept),
                Arrays.copyOf(northM, kept));
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

    // The way from a to b on the ellipsoid's radii of curvature at their middle latitude.

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
