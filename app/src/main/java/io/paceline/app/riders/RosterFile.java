package io.paceline.app.riders;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.paceline.app.report.OutputFile;
import io.paceline.app.scenario.InputException;
import io.paceline.app.scenario.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A riders.csv to which a rider is added, or whose line of him is replaced; everything else stays as it is. */
public final class RosterFile {
    private static final List<String> NEEDED = List.of("id", "mass_kg", "cp_w", "w_prime_j", "drag_area_m2");
    private static final List<String> NEW = List.of("id", "mass_kg", "cp_w", "w_prime_j", "pmax_w", "drag_area_m2");

    private final OutputFile output;
    private final List<String> lines;
    private final List<String> columns;

    private RosterFile(OutputFile output, List<String> lines, List<String> columns) {
        this.output = output;
        this.lines = lines;
        this.columns = columns;
    }

    /**
     * Makes sure that the file can be written, and reads what is there, before the work begins.
     *
     * @throws IllegalArgumentException if it cannot be written
     * @throws InputException if it is there and is not a riders' file
     */
    public static RosterFile checked(Path file) {
        OutputFile output = OutputFile.checked(file);
        if (!Files.exists(file)) {
            return new RosterFile(output, new ArrayList<>(List.of(String.join(",", NEW))), NEW);
        }
        List<String> lines = new ArrayList<>(InputFile.text(file).lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            if (isData(lines.get(i))) {
                List<String> columns = cells(lines.get(i));
                if (!columns.containsAll(NEEDED)) {
                    throw new InputException(
                            file,
                            i + 1,
                            "is not the header of a riders' file, so no rider can be added. It needs "
                                    + String.join(",", NEEDED) + ".");
                }
                return new RosterFile(output, lines, columns);
            }
        }
        throw new InputException(file, 0, "has no header, so no rider can be added. Delete it or name another.");
    }

    /**
     * Writes a rider. Values of his old line that are not given stay.
     *
     * @param row by column, with an id; columns that the file does not have are left out
     */
    public void write(Map<String, String> row) {
        String id = String.valueOf(row.get("id"));
        int at = -1;
        boolean header = true;
        for (int i = 0; i < lines.size(); i++) {
            if (isData(lines.get(i)) && !header && id.equals(cell(lines.get(i), columns.indexOf("id")))) {
                at = i;
            }
            header &= !isData(lines.get(i));
        }
        List<String> old = at < 0 ? List.of() : cells(lines.get(at));
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String before = i < old.size() ? old.get(i) : "";
            cells.add(quoted(row.getOrDefault(columns.get(i), before)));
        }
        if (at < 0) {
            lines.add(String.join(",", cells));
        } else {
            lines.set(at, String.join(",", cells));
        }
        output.write(String.join("\n", lines) + "\n");
    }

    private static boolean isData(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private static String cell(String line, int column) {
        List<String> cells = cells(line);
        return column < cells.size() ? cells.get(column) : "";
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        CsvFactory factory =
                new CsvFactory().enable(CsvParser.Feature.TRIM_SPACES).enable(CsvParser.Feature.WRAP_AS_ARRAY);
        try (CsvParser parser = factory.createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    cells.add(parser.getText().strip());
                }
            }
        } catch (IOException e) {
            // a line that is broken is nobody's, and stays as it is
            return List.of();
        }
        return cells;
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
