package io.paceline.benchmarks.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One line of a file of published figures. The first lines of each file, which begin with #, name its source.
 *
 * @param values by column
 */
record Published(Map<String, String> values) {
    /**
     * All lines of a file.
     *
     * @param resource from the root of the class path
     * @param count how many there have to be: a file that was cut must not pass
     */
    static List<Published> read(String resource, int count) {
        List<Published> rows = new ArrayList<>();
        List<String> header = List.of();
        for (String line : lines(resource)) {
            List<String> cells = cells(line);
            if (header.isEmpty()) {
                header = cells;
                continue;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                values.put(header.get(i), cells.get(i));
            }
            rows.add(new Published(values));
        }
        if (rows.size() != count) {
            throw new IllegalStateException(resource + " has " + rows.size() + " rows, not " + count + ".");
        }
        return rows;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Published.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Cells between commas; a cell between quotes may have commas. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    String text(String column) {
        return Objects.requireNonNull(values.get(column), column);
    }

    boolean has(String column) {
        return !text(column).isBlank();
    }

    /** A number; {@code inf} is infinite. */
    double number(String column) {
        String text = text(column);
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    int whole(String column) {
        return Integer.parseInt(text(column));
    }
}
