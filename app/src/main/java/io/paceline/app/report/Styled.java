package io.paceline.app.report;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;

/** Colours, where there is a terminal. The text itself is never read as markup: names come from users. */
final class Styled {
    private Styled() {}

    /**
     * The text between the codes of a style.
     *
     * @param style such as {@code "bold,green"}
     */
    static String text(Ansi ansi, String style, String text) {
        if (!ansi.enabled()) {
            return text;
        }
        IStyle[] styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
