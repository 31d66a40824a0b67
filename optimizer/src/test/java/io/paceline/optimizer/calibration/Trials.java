package io.paceline.optimizer.calibration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The published trials to exhaustion. */
final class Trials {
    private Trials() {}

    /** Efforts by case, in the order of the file. */
    static Map<String, List<Effort>> all() throws IOException {
        Map<String, List<Effort>> trials = new LinkedHashMap<>();
        for (String line : lines("cp_fit_points.csv")) {
            String[] cells = line.split(",");
            trials.computeIfAbsent(cells[0], name -> new ArrayList<>())
                    .add(new Effort(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
        }
        return trials;
    }

    /** Lines of values, without comments and header. */
    static List<String> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Trials.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
        }
    }

    /** Efforts as {@code seconds, watts} in turn. */
    static List<Effort> of(double... secondsAndWatts) {
        List<Effort> efforts = new ArrayList<>();
        for (int i = 0; i < secondsAndWatts.length; i += 2) {
            efforts.add(new Effort(secondsAndWatts[i], secondsAndWatts[i + 1]));
        }
        return efforts;
    }
}
