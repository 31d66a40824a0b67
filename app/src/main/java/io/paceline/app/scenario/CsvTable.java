package io.paceline.app.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A comma-separated file with a header. Blank lines, lines that begin with # and a byte order mark are left out.
 *
 * @param rows at least one
 */
record CsvTable(List<CsvTable.Row> rows) {

    /**
     * One line of values.
     *
     * @param file of the row
     * @param line from 1 on
     * @param values by column; empty ones are left out
     */
    record Row(Path file, int line, Map<String, String> values) {

        boolean has(String column) {
            return values.containsKey(column);
        }

        /**
         * A value that has to be there.
         *
         * @throws InputException if it is empty
         */
        String text(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new InputException(file, line, column + " is empty. Every row needs one.");
            }
            return value;
        }

        /**
         * A number that has to be there.
         *
         * @param who prefix for messages
         * @throws InputException if it is empty, not a number or outside its limit
         */
        double number(String who, String column, Limit limit) {
            try {
                return limit.parse(who + column, text(column));
            } catch (IllegalArgumentException e) {
                throw new InputException(file, line, String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it has no header or row, a column is unknown, missing or there twice, or a row has too few or too many
     *     values
     */
    static CsvTable read(Path file, String[] required, String[] optional) {
        String text = InputFile.text(file);
        List<String> header = List.of();
        List<Row> rows = new ArrayList<>();
        CsvFactory factory = new CsvFactory()
                .enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.ALLOW_COMMENTS)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES);
        try (CsvParser parser = factory.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_ARRAY
                        || parser.getParsingContext().getParent().inRoot()) {
                    continue;
                }
                List<String> cells = new ArrayList<>();
                int line = cells(parser, cells);
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = header(file, line, cells, required, optional);
                } else {
                    rows.add(row(file, line, header, cells));
                }
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InputException(
                    file,
                    line,
                    "is not well-formed CSV: "
                            + e.getOriginalMessage().lines().findFirst().orElse("unknown fault") + ".");
        } catch (IOException e) {
            throw new InputException(file, 0, "cannot be read (" + e.getMessage() + ").");
        }
        if (rows.isEmpty()) {
            throw new InputException(
                    file,
                    0,
                    "has no row" + (header.isEmpty() ? " and no header" : "") + ". The first line names the "
                            + "columns: " + String.join(",", required) + "; each line after it is one row.");
        }
        return new CsvTable(rows);
    }

    /** Reads the values of a row; returns its line. Before its first value the parser is still on the line before. */
    private static int cells(CsvParser parser, List<String> cells) throws IOException {
        int line = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            line = line == 0 ? parser.currentTokenLocation().getLineNr() : line;
            cells.add(parser.getText().strip());
        }
        return line;
    }

    private static List<String> header(Path file, int line, List<String> cells, String[] required, String[] optional) {
        List<String> known = new ArrayList<>(List.of(required));
        known.addAll(List.of(optional));
        if (cells.size() == 1 && (cells.get(0).contains(";") || cells.get(0).contains("\t"))) {
            throw new InputException(
                    file,
                    line,
                    "the columns are not separated by commas. Save it as CSV with commas and decimal points.");
        }
        Set<String> seen = new HashSet<>();
        for (String column : cells) {
            if (!known.contains(column)) {
                throw new InputException(
                        file,
                        line,
                        "column " + (column.isEmpty() ? "(without a name)" : Node.shortened(column))
                                + " is not known." + Nearest.question(column, known) + " Known: "
                                + String.join(",", known) + ".");
            }
            if (!seen.add(column)) {
                throw new InputException(file, line, "column " + column + " is there twice. Keep one.");
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                throw new InputException(
                        file, line, "column " + column + " is missing. Needed: " + String.join(",", required) + ".");
            }
        }
        return cells;
    }

    private static Row row(Path file, int line, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new InputException(
                    file,
                    line,
                    "has " + cells.size() + " values for " + header.size()
                            + " columns. Leave a value empty between two commas; write decimals with a point.");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                values.put(header.get(i), cells.get(i));
            }
        }
        return new Row(file, line, values);
    }
}
