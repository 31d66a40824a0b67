package io.paceline.app.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Lines in a frame with two axes, as SVG. Text stays text and no font is measured, so a picture has the same bytes on every machine and
 * can be read by a screen reader; {@code docs/adr} says why no library draws it.
 */
final class SvgPlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final int LEFT = 70;
    private static final int RIGHT = 24;
    private static final int TOP = 48;
    private static final int BOTTOM = 56;
    private static final int LEGEND_LINE = 20;

    /** One axis: its values at the left or lower, and at the right or upper end; may fall. */
    record Axis(String label, double from, double to) {}

    /** How a line is drawn. */
    record Pen(String colour, double width, String dash) {}

    private record Line(Pen pen, String points) {}

    private record Dot(Pen pen, double x, double y) {}

    private record Entry(Pen pen, String text) {}

    private final String title;
    private final String description;
    private final Axis across;
    private final Axis up;
    private final List<Line> lines = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();
    private final List<Entry> legend = new ArrayList<>();

    SvgPlot(String title, String description, Axis across, Axis up) {
        this.title = title;
        this.description = description;
        this.across = across;
        this.up = up;
    }

    void line(Pen pen, List<Double> xs, List<Double> ys) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.size(); i++) {
            points.append(i == 0 ? "" : " ")
                    .append(number(x(xs.get(i))))
                    .append(',')
                    .append(number(y(ys.get(i))));
        }
        lines.add(new Line(pen, points.toString()));
    }

    void dot(Pen pen, double x, double y) {
        dots.add(new Dot(pen, x(x), y(y)));
    }

    void legend(Pen pen, String text) {
        legend.add(new Entry(pen, text));
    }

    private double x(double value) {
        return LEFT + (value - across.from) / (across.to - across.from) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - up.from) / (up.to - up.from) * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The document, with a line end. */
    String svg() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter svg = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            int height = HEIGHT + LEGEND_LINE * ((legend.size() + 1) / 2) + 6;
            svg.writeStartElement("svg");
            attributes(svg, "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + WIDTH + " " + height);
            attributes(svg, "width", String.valueOf(WIDTH), "height", String.valueOf(height), "role", "img");
            attributes(svg, "font-family", "Helvetica, Arial, sans-serif", "font-size", "14", "fill", "#222");
            element(svg, "title", title);
            element(svg, "desc", description);
            empty(svg, "rect", "width", "100%", "height", "100%", "fill", "#fff");
            label(svg, LEFT, 28, "start", title, "font-size", "17", "font-weight", "bold");
            grid(svg);
            drawLines(svg);
            drawLegend(svg);
            svg.writeEndElement();
            svg.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory cannot be written", e);
        }
        return text.append('\n').toString();
    }

    private void grid(XMLStreamWriter svg) throws XMLStreamException {
        double bottom = HEIGHT - BOTTOM;
        for (double value : ticks(across)) {
            gridLine(svg, x(value), TOP, x(value), bottom);
            label(svg, x(value), bottom + 20, "middle", Units.plain(value));
        }
        for (double value : ticks(up)) {
            gridLine(svg, LEFT, y(value), WIDTH - RIGHT, y(value));
            label(svg, LEFT - 8, y(value) + 5, "end", Units.plain(value));
        }
        label(svg, LEFT + (WIDTH - LEFT - RIGHT) / 2.0, bottom + 44, "middle", across.label);
        String turned = "rotate(-90 18 " + number((TOP + bottom) / 2) + ")";
        label(svg, 18, (TOP + bottom) / 2, "middle", up.label, "transform", turned);
    }

    private static void gridLine(XMLStreamWriter svg, double x1, double y1, double x2, double y2)
            throws XMLStreamException {
        empty(svg, "line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "stroke", "#ddd");
    }

    /** About eight round values. */
    private static List<Double> ticks(Axis axis) {
        double low = Math.min(axis.from, axis.to);
        double high = Math.max(axis.from, axis.to);
        double rough = (high - low) / 8;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step =
                rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** Inside the frame only: a line may leave it. */
    private void drawLines(XMLStreamWriter svg) throws XMLStreamException {
        svg.writeStartElement("clipPath");
        attributes(svg, "id", "frame");
        String across = number(WIDTH - LEFT - RIGHT);
        String frame = number(HEIGHT - TOP - BOTTOM);
        empty(svg, "rect", "x", number(LEFT), "y", number(TOP), "width", across, "height", frame);
        svg.writeEndElement();
        for (Line line : lines) {
            empty(svg, "polyline", "points", line.points, "fill", "none", "stroke", line.pen.colour);
            attributes(svg, "clip-path", "url(#frame)");
            pen(svg, line.pen);
        }
        for (Dot dot : dots) {
            empty(svg, "circle", "cx", number(dot.x), "cy", number(dot.y), "r", "4.5", "fill", dot.pen.colour);
        }
    }

    private void drawLegend(XMLStreamWriter svg) throws XMLStreamException {
        int columnWidth = (WIDTH - LEFT - RIGHT) / 2;
        for (int i = 0; i < legend.size(); i++) {
            double left = LEFT + i % 2 * columnWidth;
            double middle = HEIGHT + i / 2 * LEGEND_LINE + 4;
            String at = number(middle);
            Pen pen = legend.get(i).pen;
            empty(svg, "line", "x1", number(left), "y1", at, "x2", number(left + 30), "y2", at, "stroke", pen.colour);
            pen(svg, pen);
            label(svg, left + 38, middle + 5, "start", legend.get(i).text);
        }
    }

    private static void pen(XMLStreamWriter svg, Pen pen) throws XMLStreamException {
        attributes(svg, "stroke-width", number(pen.width), "stroke-linejoin", "round");
        if (!pen.dash.isEmpty()) {
            attributes(svg, "stroke-dasharray", pen.dash);
        }
    }

    private static void label(XMLStreamWriter svg, double x, double y, String anchor, String text, String... more)
            throws XMLStreamException {
        svg.writeCharacters("\n");
        svg.writeStartElement("text");
        attributes(svg, "x", number(x), "y", number(y), "text-anchor", anchor);
        attributes(svg, more);
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    private static void element(XMLStreamWriter svg, String name, String text) throws XMLStreamException {
        svg.writeCharacters("\n");
        svg.writeStartElement(name);
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    private static void empty(XMLStreamWriter svg, String name, String... attributes) throws XMLStreamException {
        svg.writeCharacters("\n");
        svg.writeEmptyElement(name);
        attributes(svg, attributes);
    }

    private static void attributes(XMLStreamWriter svg, String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            svg.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }
}
