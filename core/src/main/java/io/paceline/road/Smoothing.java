package io.paceline.road;

import java.util.Arrays;

/**
 * Makes a road out of recorded elevations, which carry noise, steps and spikes. Three passes, each of which leaves an
 * even slope as it is:
 *
 * <ol>
 *   <li>a recorded point that is steeper than any road towards both neighbours, both up or both down, is noise: it gets
 *       their line;
 *   <li>on the regular grid, the median of {@value #MEDIAN_CELLS} cells either side removes what is left of a spike;
 *   <li>the least-squares line through {@value #LINE_CELLS} cells either side (Savitzky and Golay 1964, first order)
 *       removes the noise.
 * </ol>
 *
 * <p>At the two ends the median's window shrinks evenly and the line's becomes one-sided, so that there is no level
 * stub.
 */
final class Smoothing {
    /** Either side, grid cells of 25 m. Estimate: with it a spike up to 75 m long vanishes. */
    static final int MEDIAN_CELLS = 3;

    /**
     * Either side, grid cells of 25 m. Estimate: noise of 3 m makes slopes of 1 %, and a crest of 5 % either way loses
     * 3.3 m (with the median).
     */
    static final int LINE_CELLS = 4;

    private Smoothing() {}

    /** The elevations without the points that no road can reach, m; a new array. */
    static double[] withoutSpikes(double[] distanceM, double[] elevationM, double steepest) {
        int last = distanceM.length - 1;
        double[] out = elevationM.clone();
        for (int i = 1; i < last; i++) {
            double beforeM = distanceM[i] - distanceM[i - 1];
            double afterM = distanceM[i + 1] - distanceM[i];
            double up = (elevationM[i] - elevationM[i - 1]) / beforeM;
            double down = (elevationM[i] - elevationM[i + 1]) / afterM;
            if (Math.min(up, down) > steepest || Math.max(up, down) < -steepest) {
                out[i] = (elevationM[i - 1] * afterM + elevationM[i + 1] * beforeM) / (beforeM + afterM);
            }
        }
        // an end has one neighbour only; if the way to it is no road, the neighbour knows better
        if (last > 1) {
            out[0] = tooSteep(distanceM, elevationM, 0, 1, steepest) ? out[1] : out[0];
            out[last] = tooSteep(distanceM, elevationM, last, last - 1, steepest) ? out[last - 1] : out[last];
        }
        return out;
    }

    private static boolean tooSteep(double[] distanceM, double[] elevationM, int i, int j, double steepest) {
        return Math.abs(elevationM[i] - elevationM[j]) > steepest * Math.abs(distanceM[i] - distanceM[j]);
    }

    /** Running median over {@code halfWidth} values either side, fewer near the ends; a new array. */
    static double[] median(double[] values, int halfWidth) {
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int half = Math.min(halfWidth, Math.min(i, values.length - 1 - i));
            double[] window = Arrays.copyOfRange(values, i - half, i + half + 1);
            Arrays.sort(window);
            out[i] = window[half];
        }
        return out;
    }

    /**
     * At each value, the least-squares line through {@code halfWidth} values either side, as far as there are; a new
     * array.
     */
    static double[] line(double[] values, int halfWidth) {
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - halfWidth);
            int to = Math.min(values.length - 1, i + halfWidth);
            double middle = 0.5 * (from + to);
            double mean = 0;
            double moment = 0;
            double spread = 0;
            for (int j = from; j <= to; j++) {
                mean += values[j];
                moment += (j - middle) * values[j];
                spread += (j - middle) * (j - middle);
            }
            out[i] = mean / (to - from + 1) + moment / spread * (i - middle);
        }
        return out;
    }
}
