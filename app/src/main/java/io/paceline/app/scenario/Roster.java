package io.paceline.app.scenario;

import io.paceline.rider.Rider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The riders of a CSV file, by id, without their bicycles. */
final class Roster {
    private static final String[] REQUIRED = {"id", "mass_kg", "cp_w", "w_prime_j", "drag_area_m2"};
    private static final String[] OPTIONAL = {
        "name", "team", "role", "pmax_w", "efficiency", "recovery_factor", "spent_j"
    };
    private static final Limit MASS = Limit.of(35, 130, "kg", "It is the rider alone, in kilograms.");
    private static final Limit CP = Limit.of(100, 600, "W", "Maybe it is in W/kg: multiply by the mass.");
    private static final Limit W_PRIME = Limit.of(1_000, 60_000, "J", "Maybe it is in kJ: multiply by 1000.");
    private static final Limit P_MAX = Limit.of(200, 3_000, "W", "It is the best power of a few seconds.");
    private static final Limit DRAG_AREA =
            Limit.of(0.10, 0.60, "m2", "It is drag coefficient times frontal area; on the hoods about 0.30.");
    private static final Limit EFFICIENCY = Limit.of(0.15, 0.35, "", "Maybe it is in percent: divide by 100.");
    private static final Limit RECOVERY = Limit.of(0.2, 5, "", "1 is usual, 2 recovers half as fast.");

    private static final Limit SPENT = Limit.of(0, 60_000, "J", "Maybe it is in kJ: multiply by 1000.");

    private final Path file;
    private final Map<String, CsvTable.Row> rows = new LinkedHashMap<>();

    private Roster(Path file) {
        this.file = file;
    }

    /**
     * Reads a roster.
     *
     * @param more columns that may be there besides those of every riders' file
     * @throws InputException at the first fault
     */
    static Roster read(Path file, String... more) {
        Roster roster = new Roster(file);
        String[] optional =
                Stream.concat(Arrays.stream(OPTIONAL), Arrays.stream(more)).toArray(String[]::new);
        for (CsvTable.Row row : CsvTable.read(file, REQUIRED, optional).rows()) {
            String id = row.text("id");
            CsvTable.Row before = roster.rows.put(id, row);
            if (before != null) {
                throw new InputException(
                        file,
                        row.line(),
                        "rider " + id + " is there twice, first on line " + before.line() + ". Ids must differ.");
            }
            roster.rider(id, ChaseReader.DEFAULT_BICYCLE_KG);
            roster.spentJ(id);
        }
        return roster;
    }

    /** The names by id of those who have one. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        rows.forEach((id, row) -> {
            if (row.has("name")) {
                names.put(id, row.text("name"));
            }
        });
        return names;
    }

    /** Every rider, as listed. */
    List<String> ids() {
        return List.copyOf(rows.keySet());
    }

    /**
     * What a column says of a known rider: true or false.
     *
     * @throws InputException if it says something else
     */
    boolean flag(String id, String column, boolean fallback) {
        CsvTable.Row row = rows.get(id);
        if (row == null || !row.has(column)) {
            return fallback;
        }
        String text = row.text(column);
        if (!text.equals("true") && !text.equals("false")) {
            throw new InputException(
                    file,
                    row.line(),
                    "rider " + id + ": " + column + " = " + Node.shortened(text) + " is neither true nor false.");
        }
        return text.equals("true");
    }

    /** The team of a known rider; empty if the file names none. */
    Optional<String> team(String id) {
        CsvTable.Row row = rows.get(id);
        return row != null && row.has("team") ? Optional.of(row.text("team")) : Optional.empty();
    }

    boolean has(String id) {
        return rows.containsKey(id);
    }

    /**
     * What a known rider's W′ lacks at the start point, J.
     *
     * @throws InputException if the value is outside its range
     */
    double spentJ(String id) {
        CsvTable.Row row = rows.get(id);
        return row != null && row.has("spent_j") ? row.number("rider " + id + ": ", "spent_j", SPENT) : 0;
    }

    /**
     * The best power of a few seconds of a known rider, W.
     *
     * @throws InputException if the file does not say
     */
    double mostPowerW(String id) {
        CsvTable.Row row = rows.get(id);
        if (row == null || !row.has("pmax_w")) {
            throw new InputException(
                    file,
                    row == null ? 0 : row.line(),
                    "rider " + id + ": pmax_w is missing, and he is in the sprint. Give his best power of a few seconds"
                            + " in " + P_MAX.range() + ".");
        }
        return row.number("rider " + id + ": ", "pmax_w", P_MAX);
    }

    /** A question naming the nearest id, or nothing. */
    String nearest(String id) {
        return Nearest.question(id, rows.keySet());
    }

    /**
     * A rider with his bicycle.
     *
     * @throws InputException if a value is outside its range
     */
    Rider rider(String id, double bicycleKg) {
        CsvTable.Row row = rows.get(id);
        if (row == null) {
            throw new InputException(file, 0, "rider " + id + " is not there." + nearest(id));
        }
        String who = "rider " + id + ": ";
        double criticalPowerW = row.number(who, "cp_w", CP);
        if (row.has("pmax_w") && row.number(who, "pmax_w", P_MAX) <= criticalPowerW) {
            throw new InputException(
                    file,
                    row.line(),
                    who + "pmax_w = " + row.text("pmax_w") + " W is not above cp_w = " + row.text("cp_w")
                            + " W. Maybe the columns are swapped.");
        }
        return new Rider(
                id,
                row.number(who, "mass_kg", MASS) + bicycleKg,
                row.number(who, "drag_area_m2", DRAG_AREA),
                criticalPowerW,
                row.number(who, "w_prime_j", W_PRIME),
                row.has("efficiency") ? row.number(who, "efficiency", EFFICIENCY) : Rider.DEFAULT_EFFICIENCY,
                row.has("recovery_factor") ? row.number(who, "recovery_factor", RECOVERY) : 1);
    }
}
