package io.paceline.app.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, numbers to the right. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] left;

    /**
     * A table with a header.
     *
     * @param header one per column; a leading {@code <} aligns the column to the left
     */
    public Table(String... header) {
        left = new boolean[header.length];
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.length; i++) {
            left[i] = header[i].startsWith("<");
            cells.add(left[i] ? header[i].substring(1) : header[i]);
        }
        rows.add(cells);
    }

    /** Adds a row: one cell per column. */
    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, header first, without blanks at their ends. */
    public List<String> lines() {
        int[] width = new int[left.length];
        for (List<String> row : rows) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], length(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < width.length; i++) {
                String blanks = " ".repeat(width[i] - length(row.get(i)));
                line.append("  ").append(left[i] ? row.get(i) + blanks : blanks + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
