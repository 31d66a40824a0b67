package io.paceline.benchmarks;

import java.util.Locale;

/** Lines, dots and words of a picture, in pixels from the upper left corner. */
public final class SvgCanvas {
    private final StringBuilder svg = new StringBuilder();

    /** A white page. */
    public SvgCanvas(int width, int height, String title) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">%n"
                        + "<title>%s</title>%n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n",
                width,
                height,
                title,
                width,
                height));
    }

    /** A straight line. */
    public void line(double x1, double y1, double x2, double y2, String colour, int width) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                width));
    }

    /** A dot. */
    public void dot(double x, double y, String colour) {
        svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x, y, colour));
    }

    /**
     * Words.
     *
     * @param anchor start, middle or end
     */
    public void text(double x, double y, String anchor, String content) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, content));
    }

    /** The whole file. */
    public String finish() {
        return svg + "</svg>\n";
    }
}
