package io.paceline.benchmarks.kernel;

import io.paceline.road.Stretch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The last 60 km of Tour de France 2023 stage 18, cut into stretches. The file's first lines name source and licence. */
final class Stage18 {
    private static final String FILE = "tdf2023_stage18_last60km.csv";
    private static final String HEADER = "length_m,gradient,headwind_mps";
    private static final double ROLLING_RESISTANCE = 0.004;

    private Stage18() {}

    /** The first so many stretches of it; there are 86. */
    static List<Stretch> stretches(int count) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Stage18.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            List<Stretch> road = lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.equals(HEADER))
                    .limit(count)
                    .map(Stage18::stretch)
                    .toList();
            if (road.size() != count) {
                throw new IllegalArgumentException(FILE + " has " + road.size() + " stretches, not " + count + ".");
            }
            return road;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Stretch stretch(String line) {
        String[] cells = line.split(",", -1);
        return new Stretch(
                Double.parseDouble(cells[0]),
                Double.parseDouble(cells[1]),
                0,
                Double.parseDouble(cells[2]),
                ROLLING_RESISTANCE);
    }
}
