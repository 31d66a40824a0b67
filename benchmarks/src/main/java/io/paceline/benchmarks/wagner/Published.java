package io.paceline.benchmarks.wagner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The best that other optimisers reached on an instance in 3,000 evaluations, ten runs each.
 *
 * @param bestS     best of all runs of all optimisers, s
 * @param bestBy    who reached it
 * @param bestMeanS least mean over the runs of one optimiser, s
 * @param meanBy    who reached that
 */
public record Published(double bestS, String bestBy, double bestMeanS, String meanBy) {
    private static final String FILE = "nevergrad_cycling_published.csv";
    private static final int INSTANCE = 0;
    private static final int OPTIMIZER = 4;
    private static final int BEST = 6;
    private static final int MEAN = 7;

    /**
     * Reads the rows of one instance. A run that never finished has no mean.
     *
     * @throws IllegalStateException if the file has none
     */
    public static Published of(Instance instance) {
        double bestS = Double.POSITIVE_INFINITY;
        double meanS = Double.POSITIVE_INFINITY;
        String bestBy = "";
        String meanBy = "";
        for (String line : lines()) {
            String[] cells = line.split(",", -1);
            if (!cells[INSTANCE].equals(instance.published()) || cells[MEAN].isEmpty()) {
                continue;
            }
            if (Double.parseDouble(cells[BEST]) < bestS) {
                bestS = Double.parseDouble(cells[BEST]);
                bestBy = cells[OPTIMIZER];
            }
            if (Double.parseDouble(cells[MEAN]) < meanS) {
                meanS = Double.parseDouble(cells[MEAN]);
                meanBy = cells[OPTIMIZER];
            }
        }
        if (bestBy.isEmpty()) {
            throw new IllegalStateException(FILE + ": no row for " + instance.published());
        }
        return new Published(bestS, bestBy, meanS, meanBy);
    }

    private static List<String> lines() {
        InputStream stream = Published.class.getResourceAsStream(FILE);
        if (stream == null) {
            throw new IllegalStateException(FILE + " is not beside the classes");
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
