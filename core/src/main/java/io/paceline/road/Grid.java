package io.paceline.road;

import java.util.Locale;

/**
 * A smoothed road on a regular grid, straight between its points. Three arrays, one slot per point; positions are in
 * metres from the start and not checked here.
 */
final class Grid {

    /**
     * Aim for the distance between grid points, m; it is stretched so that the road's length is a whole number of
     * steps.
     */
    static final double STEP_M = 25;

    /** Room for rounding below {@link Stretch#MAX_GRADIENT}, so that no piece of an accepted road is above it. */
    private static final double ROUNDING = 1e-9;

    private final double stepM;
    private final double[] elevationM;
    private final double[] eastM;
    private final double[] northM;

    private Grid(double stepM, double[] elevationM, double[] eastM, double[] northM) {
        this.stepM = stepM;
        this.elevationM = elevationM;
        this.eastM = eastM;
        this.northM = northM;
    }

    /** @throws IllegalArgumentException if the smoothed road is steeper than a road can be */
    static Grid of(String course, Trace trace) {
        int cells = (int) Math.max(1, Math.round(trace.lengthM() / STEP_M));
        double stepM = trace.lengthM() / cells;
        double[] distanceM = trace.distanceM();
        double[] clean = Smoothing.withoutSpikes(distanceM, trace.elevationM(), Stretch.MAX_GRADIENT);
        double[] sampled = resample(distanceM, clean, cells, stepM);
        double[] smooth = Smoothing.line(Smoothing.median(sampled, Smoothing.MEDIAN_CELLS), Smoothing.LINE_CELLS);
        return new Grid(
                stepM,
                checkGradients(course, smooth, stepM),
                resample(distanceM, trace.eastM(), cells, stepM),
                resample(distanceM, trace.northM(), cells, stepM));
    }

    int points() {
        return elevationM.length;
    }

    double stepM() {
        return stepM;
    }

    double elevationM(double atM) {
        return interpolate(elevationM, atM);
    }

    /** Sum of the rises between two positions, m. */
    double climbM(double fromM, double toM) {
        double climbM = 0;
        double footM = elevationM(fromM);
        for (int i = cellOf(fromM); i <= cellOf(toM); i++) {
            double topM = elevationM(Math.min((i + 1) * stepM, toM));
            climbM += Math.max(0, topM - footM);
            footM = topM;
        }
        return climbM;
    }

    /** Mean elevation between two positions, m: trapezia. */
    double meanElevationM(double fromM, double toM) {
        double area = 0;
        double legFromM = fromM;
        for (int i = cellOf(fromM); i <= cellOf(toM); i++) {
            double legToM = Math.min((i + 1) * stepM, toM);
            area += (legToM - legFromM) * 0.5 * (elevationM(legFromM) + elevationM(legToM));
            legFromM = legToM;
        }
        return area / (toM - fromM);
    }

    /** Rise over run between two positions. */
    double gradient(double fromM, double toM) {
        return (elevationM(toM) - elevationM(fromM)) / (toM - fromM);
    }

    /** Metres gained to the east per metre of road between two positions. */
    double east(double fromM, double toM) {
        return (interpolate(eastM, toM) - interpolate(eastM, fromM)) / (toM - fromM);
    }

    /** Metres gained to the north per metre of road between two positions. */
    double north(double fromM, double toM) {
        return (interpolate(northM, toM) - interpolate(northM, fromM)) / (toM - fromM);
    }

    private double interpolate(double[] values, double atM) {
        int cell = cellOf(atM);
        double share = atM / stepM - cell;
        return values[cell] + share * (values[cell + 1] - values[cell]);
    }

    private int cellOf(double atM) {
        return Math.min((int) (atM / stepM), elevationM.length - 2);
    }

    /** @throws IllegalArgumentException if the smoothed road is steeper than a road can be */
    private static double[] checkGradients(String course, double[] elevationM, double stepM) {
        for (int i = 0; i + 1 < elevationM.length; i++) {
            double gradient = (elevationM[i + 1] - elevationM[i]) / stepM;
            if (!(Math.abs(gradient) <= Stretch.MAX_GRADIENT - ROUNDING)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "course %s: at km %.2f the smoothed gradient is %.1f %%; allowed are %.0f to %.0f %%. "
                                + "Maybe the elevations there are wrong (a tunnel, a bridge, a gap) or in feet.",
                        course,
                        i * stepM / 1000,
                        gradient * 100,
                        -Stretch.MAX_GRADIENT * 100,
                        Stretch.MAX_GRADIENT * 100));
            }
        }
        return elevationM;
    }

    private static double[] resample(double[] distanceM, double[] values, int cells, double stepM) {
        double[] out = new double[cells + 1];
        int last = distanceM.length - 1;
        int j = 0;
        for (int i = 0; i < cells; i++) {
            double atM = i * stepM;
            while (j < last - 1 && distanceM[j + 1] <= atM) {
                j++;
            }
            double share = (atM - distanceM[j]) / (distanceM[j + 1] - distanceM[j]);
            out[i] = values[j] + share * (values[j + 1] - values[j]);
        }
        out[cells] = values[last];
        return out;
    }
}
