package io.paceline.app.scenario;

import io.paceline.drafting.GridDragTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a drag table of the user: one row for each gap, number of riders and place. */
final class DragFile {
    private static final Limit GAP = Limit.of(0, 20, "m", "It is from wheel to wheel, in metres.");
    private static final Limit RIDERS = Limit.of(1, 20, "", "");
    private static final Limit FRACTION =
            Limit.of(0.02, 1.2, "", "It is drag in the line over drag alone. Maybe it is in percent: divide by 100.");

    private DragFile() {}

    /**
     * Reads a table.
     *
     * @throws InputException if a value is bad, or a place of a line is missing or there twice
     */
    static GridDragTable read(Path file) {
        Map<Double, Map<Integer, Map<Integer, Double>>> byGap = new TreeMap<>();
        String[] columns = {"gap_m", "n_riders", "position", "drag_fraction"};
        for (CsvTable.Row row : CsvTable.read(file, columns, new String[0]).rows()) {
            double gapM = row.number("", "gap_m", GAP);
            int riders = (int) row.number("", "n_riders", RIDERS);
            int place = (int) row.number("", "position", Limit.of(1, riders, "", "Place 1 is the front."));
            Double before = byGap.computeIfAbsent(gapM, gap -> new TreeMap<>())
                    .computeIfAbsent(riders, n -> new TreeMap<>())
                    .put(place, row.number("", "drag_fraction", FRACTION));
            if (before != null) {
                throw new InputException(
                        file,
                        row.line(),
                        "gap_m " + Limit.plain(gapM) + ", n_riders " + riders + ", position " + place
                                + " is there twice. Keep one.");
            }
        }
        return table(file, byGap);
    }

    private static GridDragTable table(Path file, Map<Double, Map<Integer, Map<Integer, Double>>> byGap) {
        double[] gapM = byGap.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        List<double[][]> blocks = new ArrayList<>();
        byGap.forEach((gap, lines) -> {
            double[][] block =
                    new double[lines.keySet().stream().mapToInt(n -> n).max().orElse(0)][];
            for (int n = 1; n <= block.length; n++) {
                Map<Integer, Double> line = lines.getOrDefault(n, Map.of());
                if (line.size() != n) {
                    throw new InputException(
                            file,
                            0,
                            "gap_m " + Limit.plain(gap) + ", n_riders " + n + " has " + line.size()
                                    + " positions. A line of " + n + " needs positions 1 to " + n + ".");
                }
                block[n - 1] =
                        line.values().stream().mapToDouble(Double::doubleValue).toArray();
            }
            blocks.add(block);
        });
        try {
            return new GridDragTable(String.valueOf(file.getFileName()), gapM, blocks.toArray(new double[0][][]));
        } catch (IllegalArgumentException e) {
            throw new InputException(file, 0, String.valueOf(e.getMessage()));
        }
    }
}
