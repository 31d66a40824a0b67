package io.paceline.benchmarks.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of lines over two linear axes, as SVG; each line is named at its end. */
final class LineChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 380;
    private static final int LEFT = 62;
    private static final int RIGHT = 190;
    private static final int TOP = 44;
    private static final int BOTTOM = 48;
    private static final int NAME_WIDTH = 40;
    private static final String[] COLOURS = {"#0b6e99", "#c2410c", "#4d7c0f", "#7e22ce", "#a16207"};

    private final String title;
    private final Axis across;
    private final Axis up;
    private final List<Line> lines = new ArrayList<>();

    /**
     * An axis.
     *
     * @param label with its unit
     * @param low value at its start
     * @param high value at its end
     * @param tick between its numbers
     */
    record Axis(String label, double low, double high, double tick) {
        double share(double value) {
            return (value - low) / (high - low);
        }
    }

    private record Line(String name, double[] x, double[] y) {}

    LineChart(String title, Axis across, Axis up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Adds a line. */
    void add(String name, double[] x, double[] y) {
        lines.add(new Line(name, x, y));
    }

    /** The document, with a line end. */
    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>%s</title>
                <rect width="%d" height="%d" fill="white"/>
                """, WIDTH, HEIGHT, title, WIDTH, HEIGHT));
        text(svg, LEFT, 22, "start", title);
        axes(svg);
        List<Line> fromTop = new ArrayList<>(lines);
        fromTop.sort((a, b) -> Double.compare(last(b), last(a)));
        double free = Double.NEGATIVE_INFINITY;
        double before = Double.NEGATIVE_INFINITY;
        for (Line line : fromTop) {
            String colour = COLOURS[lines.indexOf(line) % COLOURS.length];
            path(svg, line, colour);
            double x = x(line.x()[line.x().length - 1]) + 8;
            // names must not cover one another
            double lowest = Math.abs(x - before) < NAME_WIDTH ? free + 15 : Double.NEGATIVE_INFINITY;
            free = Math.max(lowest, y(last(line)) + 4);
            before = x;
            svg.append(String.format(
                    Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>\n", x, free, colour, line.name()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static double last(Line line) {
        return line.y()[line.y().length - 1];
    }

    private void axes(StringBuilder svg) {
        for (double tick = across.low(); tick <= across.high() + 1e-9; tick += across.tick()) {
            rule(svg, x(tick), y(up.low()), x(tick), y(up.high()));
            text(svg, x(tick), HEIGHT - BOTTOM + 18, "middle", number(tick));
        }
        for (double tick = up.low(); tick <= up.high() + 1e-9; tick += up.tick()) {
            rule(svg, x(across.low()), y(tick), x(across.high()), y(tick));
            text(svg, LEFT - 6, y(tick) + 4, "end", number(tick));
        }
        text(svg, (x(across.low()) + x(across.high())) / 2, HEIGHT - 12, "middle", across.label());
        text(svg, LEFT - 40, TOP - 8, "start", up.label());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }

    private void path(StringBuilder svg, Line line, String colour) {
        svg.append("<polyline fill=\"none\" stroke=\"").append(colour).append("\" stroke-width=\"2\" points=\"");
        for (int i = 0; i < line.x().length; i++) {
            svg.append(String.format(Locale.ROOT, i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", x(line.x()[i]), y(line.y()[i])));
        }
        svg.append("\"/>\n");
    }

    private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>\n",
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String content) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, content));
    }

    private double x(double value) {
        return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
    }
}
