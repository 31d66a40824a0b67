package io.paceline.app.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.paceline.app.activity.Activity.RiddenEffort;
import io.paceline.app.activity.Activity.Sample;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.InputFile;
import io.paceline.app.scenario.Limit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A ride as a table, {@code seconds,watts} and more, or a list of efforts, {@code duration_s,mean_w}: the header says which. Columns that
 * are not known are left out, because other programs write many. Blank lines and lines that begin with # are left out too.
 */
final class ActivityCsv {
    private static final String TIME = "seconds";
    private static final String POWER = "watts";
    private static final String DURATION = "duration_s";
    private static final String MEAN = "mean_w";
    private static final double S_PER_H = 3.6;

    /** What other programs call the columns. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("secs", TIME),
            Map.entry("time_s", TIME),
            Map.entry("power_w", POWER),
            Map.entry("kph", "speed_kmh"),
            Map.entry("km", "distance_km"),
            Map.entry("alt", "altitude_m"),
            Map.entry("temp", "temperature_c"),
            Map.entry("lat", "latitude_deg"),
            Map.entry("lon", "longitude_deg"));

    private static final Map<String, Limit> LIMITS = Map.ofEntries(
            Map.entry(TIME, Limit.of(0, 1e10, "s", "Count from the start of the ride.")),
            Map.entry(POWER, Limit.of(0, 65_535, "W", "Leave it empty where the meter was silent.")),
            Map.entry("speed_kmh", Limit.of(0, 200, "km/h", "")),
            Map.entry("distance_km", Limit.of(0, 10_000, "km", "Maybe it is in metres: divide by 1000.")),
            Map.entry("altitude_m", Limit.of(-500, 9_000, "m", "Maybe it is in feet: multiply by 0.3048.")),
            Map.entry("temperature_c", Limit.of(-60, 80, "degC", "")),
            Map.entry("latitude_deg", Limit.of(-90, 90, "deg", "")),
            Map.entry("longitude_deg", Limit.of(-180, 180, "deg", "")),
            Map.entry(DURATION, Limit.of(1, 86_400, "s", "Maybe it is in minutes: multiply by 60.")),
            Map.entry(MEAN, Limit.of(1, 3_000, "W", "It is the mean power of the effort.")));

    private final Path file;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Samples samples = new Samples();
    private final List<RiddenEffort> efforts = new ArrayList<>();
    private boolean isRide;
    private int width;

    private ActivityCsv(Path file) {
        this.file = file;
    }

    /**
     * Reads a table.
     *
     * @throws InputException at the first fault
     */
    static Activity read(Path file) {
        ActivityCsv csv = new ActivityCsv(file);
        String text = InputFile.text(file);
        try (CsvParser parser = factory().createParser(text)) {
            csv.rows(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String why = e.getOriginalMessage().lines().findFirst().orElse("unknown fault");
            throw new InputException(file, line, "is not well-formed CSV: " + why + ".");
        } catch (IOException e) {
            throw new InputException(file, 0, "cannot be read (" + e.getMessage() + ").");
        }
        if (csv.samples.isEmpty() && csv.efforts.isEmpty()) {
            throw new InputException(file, 0, "has no row. " + wanted());
        }
        return new Activity(file, csv.samples.all(), csv.efforts, csv.samples.warnings());
    }

    private static CsvFactory factory() {
        return new CsvFactory()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.ALLOW_COMMENTS)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES);
    }

    private void rows(CsvParser parser) throws IOException {
        List<String> cells = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token != JsonToken.START_ARRAY
                    || parser.getParsingContext().getParent().inRoot()) {
                continue;
            }
            cells.clear();
            int line = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                line = line == 0 ? parser.currentTokenLocation().getLineNr() : line;
                cells.add(parser.getText().strip());
            }
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (columns.isEmpty()) {
                header(line, cells);
            } else {
                row(line, cells);
            }
        }
    }

    private void header(int line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).toLowerCase(Locale.ROOT);
            String column = ALSO.getOrDefault(name, name);
            if (LIMITS.containsKey(column) && columns.put(column, i) != null) {
                throw new InputException(file, line, "column " + column + " is there twice. Keep one.");
            }
        }
        isRide = columns.containsKey(TIME) && columns.containsKey(POWER);
        boolean isEfforts = columns.containsKey(DURATION) && columns.containsKey(MEAN);
        if (isRide == isEfforts) {
            throw new InputException(file, line, "is neither a ride nor a list of efforts. " + wanted());
        }
        width = cells.size();
    }

    private static String wanted() {
        return "The first line names the columns, with commas between: " + TIME + "," + POWER + " for a ride, "
                + DURATION + "," + MEAN + " for efforts.";
    }

    private void row(int line, List<String> cells) {
        if (cells.size() != width) {
            throw new InputException(
                    file,
                    line,
                    "has " + cells.size() + " values for " + width
                            + " columns. Leave a value empty between two commas; write decimals with a point.");
        }
        if (!isRide) {
            efforts.add(new RiddenEffort(needed(line, cells, DURATION), needed(line, cells, MEAN)));
            return;
        }
        Sample sample = new Sample(
                needed(line, cells, TIME),
                number(line, cells, POWER),
                number(line, cells, "speed_kmh") / S_PER_H,
                number(line, cells, "distance_km") * 1_000,
                number(line, cells, "altitude_m"),
                number(line, cells, "temperature_c"),
                number(line, cells, "latitude_deg"),
                number(line, cells, "longitude_deg"));
        if (!samples.add(sample)) {
            throw new InputException(file, line, "has more than " + Samples.MOST + " samples. Give one ride a file.");
        }
    }

    private double needed(int line, List<String> cells, String column) {
        double value = number(line, cells, column);
        if (Double.isNaN(value)) {
            throw new InputException(file, line, column + " is empty. Every row needs one.");
        }
        return value;
    }

    /** The number in a column; NaN where there is none. */
    private double number(int line, List<String> cells, String column) {
        Integer at = columns.get(column);
        if (at == null || cells.get(at).isEmpty()) {
            return Double.NaN;
        }
        try {
            return limit(column).parse(column, cells.get(at));
        } catch (IllegalArgumentException e) {
            throw new InputException(file, line, String.valueOf(e.getMessage()));
        }
    }

    private static Limit limit(String column) {
        Limit limit = LIMITS.get(column);
        if (limit == null) {
            throw new IllegalStateException("no limit for column " + column);
        }
        return limit;
    }
}
