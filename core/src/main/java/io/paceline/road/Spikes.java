package io.paceline.road;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds a single point of a track that lies far beside the road: the track goes there and comes back to where it was, and goes on as before.
 * A turning point is none, for behind it the track goes back the way that it came; nor is a hairpin.
 */
final class Spikes {
    /** No spike is nearer, m. Estimate: errors of a receiver are smaller. */
    private static final double NEAREST_M = 100;

    /** From here on it need not be long beside the others, m: the sparsest Tour track at hand leaves 434 m between two points. */
    private static final double ALWAYS_FAR_M = 500;

    /** So many times the usual step is far on a dense track. Estimate. */
    private static final double FAR_STEPS = 20;

    /** How near the points around it are to each other, as a share of the way there. Estimate. */
    private static final double BACK_SHARE = 0.5;

    private final String course;
    private final List<TrackPoint> points;

    private Spikes(String course, List<TrackPoint> points) {
        this.course = course;
        this.points = points;
    }

    /**
     * Looks at each point between two others.
     *
     * @param points no two neighbours at the same place
     * @param numbers of the points in the file, from 1 on
     * @throws IllegalArgumentException at the first spike
     */
    static void check(String course, List<TrackPoint> points, List<Integer> numbers) {
        new Spikes(course, points).check(numbers);
    }

    private void check(List<Integer> numbers) {
        double farM = Math.min(ALWAYS_FAR_M, Math.max(NEAREST_M, FAR_STEPS * usualStepM()));
        double atM = 0;
        for (int i = 1; i < points.size() - 1; i++) {
            double thereM = stepM(i - 1, i);
            double backM = stepM(i, i + 1);
            double sideM = Math.min(thereM, backM);
            if (sideM > farM && stepM(i - 1, i + 1) < BACK_SHARE * sideM && goesOn(i)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "course %s: point %d, at km %.1f, is %.0f m beside the road: the track goes there and comes back."
                                + " One of its coordinates is wrong: correct it, or remove the point. If the road does that,"
                                + " add points on the way.",
                        course,
                        numbers.get(i),
                        atM / 1_000,
                        sideM));
            }
            atM += thereM;
        }
    }

    /** Whether the road behind a point leads on as the one before it did; there is nothing else at the ends of a track. */
    private boolean goesOn(int i) {
        if (i < 2 || i + 2 >= points.size()) {
            return true;
        }
        double[] before = Trace.wayM(points.get(i - 2), points.get(i - 1));
        double[] behind = Trace.wayM(points.get(i + 1), points.get(i + 2));
        return before[0] * behind[0] + before[1] * behind[1] > 0;
    }

    private double usualStepM() {
        double[] steps = new double[points.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = stepM(i, i + 1);
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }

    private double stepM(int from, int to) {
        double[] way = Trace.wayM(points.get(from), points.get(to));
        return StrictMath.hypot(way[0], way[1]);
    }
}
