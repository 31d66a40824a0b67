package io.paceline.benchmarks.accuracy;

import java.util.Locale;

/** A page in Markdown. */
final class Page {
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();

    /** A heading of the second level. */
    void heading(String title) {
        text.append("\n## ").append(title).append('\n');
    }

    /** A paragraph, wrapped. */
    void paragraph(String format, Object... values) {
        text.append('\n');
        int column = 0;
        for (String word : String.format(Locale.ROOT, format, values).split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            }
            text.append(column == 0 ? "" : " ").append(word);
            column += word.length() + (column == 0 ? 0 : 1);
        }
        text.append('\n');
    }

    /** The head of a table: one cell per column, numbers to the right but for the first column. */
    void head(String... cells) {
        text.append('\n');
        row((Object[]) cells);
        text.append("|--|").append("--:|".repeat(cells.length - 1)).append('\n');
    }

    /** A line of a table. */
    void row(Object... cells) {
        text.append('|');
        for (Object cell : cells) {
            text.append(' ').append(cell).append(" |");
        }
        text.append('\n');
    }

    /** A number with so many digits; no minus before a zero. */
    static String fixed(int digits, double value) {
        if (Double.isInfinite(value)) {
            return "for ever";
        }
        String number = String.format(Locale.ROOT, "%." + digits + "f", value);
        return number.matches("-0(\\.0*)?") ? number.substring(1) : number;
    }

    /** A difference, with its sign. */
    static String signed(int digits, double value) {
        String number = fixed(digits, value);
        return number.startsWith("-") || Double.parseDouble(number) == 0 ? number : "+" + number;
    }

    /** The page. */
    String text() {
        return text.toString();
    }
}
