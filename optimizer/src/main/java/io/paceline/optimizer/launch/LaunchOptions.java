package io.paceline.optimizer.launch;

import java.util.Locale;

/**
 * How finely to look for a launch.
 *
 * @param stepM between the launches that are planned, m; 100 to 50 000
 * @param evaluations plans tried for each of them; 100 to 10 000 000
 * @param seed of the searches
 * @param threads that search at once; 1 to 256. The result does not depend on it
 * @param surprise how much faster the break may ride after the launch than it is taken to, for a launch to be safe; 0 to 0.2
 */
public record LaunchOptions(double stepM, int evaluations, long seed, int threads, double surprise) {
    /** One percent of speed: about 3 % of power on the flat. Estimate. */
    public static final double DEFAULT_SURPRISE = 0.01;

    /** Plans tried for each launch: energies are within some tenths of a percent of those of long searches. */
    public static final int DEFAULT_EVALUATIONS = 4_000;

    private static final double[] STEPS_M = {500, 1_000, 2_000, 5_000};
    private static final int MOST_LAUNCHES = 60;

    /** @throws IllegalArgumentException if a value is outside its range */
    public LaunchOptions {
        within(stepM, 100, 50_000, "stepM", "m", "Maybe it is in km: multiply by 1000.");
        within(evaluations, 100, 10_000_000, "evaluations", "", "4000 are usual.");
        within(threads, 1, 256, "threads", "", "");
        within(surprise, 0, 0.2, "surprise", "", "Maybe it is in percent: divide by 100.");
    }

    private static void within(double value, double min, double max, String what, String unit, String cure) {
        if (!(value >= min && value <= max)) {
            String after = unit.isEmpty() ? "" : " " + unit;
            throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "launch: %s = %s%s is outside [%s, %s]%s. %s",
                            what,
                            value,
                            after,
                            min,
                            max,
                            after,
                            cure)
                    .strip());
        }
    }

    /** For a road of this length: a step that gives at most 60 launches, and every core. */
    public static LaunchOptions forRoad(double lengthM) {
        double stepM = STEPS_M[STEPS_M.length - 1];
        for (int i = STEPS_M.length - 1; i >= 0 && lengthM / STEPS_M[i] < MOST_LAUNCHES; i--) {
            stepM = STEPS_M[i];
        }
        int threads = Math.min(256, Runtime.getRuntime().availableProcessors());
        return new LaunchOptions(stepM, DEFAULT_EVALUATIONS, 0, threads, DEFAULT_SURPRISE);
    }
}
