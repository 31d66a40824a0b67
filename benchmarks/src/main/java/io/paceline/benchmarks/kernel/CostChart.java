package io.paceline.benchmarks.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.benchmarks.SvgCanvas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws what one plan costs against minutes, riders and futures, from the JSON of the benchmarks, as SVG: the least of the
 * sampled times, which a busy machine disturbs least. Both axes are logarithmic: a
 * straight line with slope 1 grows in proportion.
 *
 * <pre>
 *   results/{minutes,riders,futures}-jdk*.json --least of each row--&gt; three panels, one line for each method
 * </pre>
 */
public final class CostChart {
    private static final int PANEL_WIDTH = 300;
    private static final int PANEL_HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int TOP = 40;
    private static final int LEGEND_HEIGHT = 130;
    private static final String[] COLOURS = {"#0b6e99", "#c2410c", "#4d7c0f", "#7e22ce", "#a16207"};

    private final SvgCanvas svg = new SvgCanvas(
            3 * PANEL_WIDTH,
            TOP + PANEL_HEIGHT + LEGEND_HEIGHT,
            "Least time of one plan, eight riders unless said otherwise");

    private CostChart() {}

    /** One point: a method, where it is on the axis, what it took. */
    private record Point(String method, double at, double nanoseconds) {}

    /** From values to pixels; {@code low} and {@code high} are decades of nanoseconds. */
    private record Scale(double leftPx, double leastAt, double mostAt, double low, double high) {
        static final double WIDTH_PX = PANEL_WIDTH - LEFT - 16.0;

        static Scale of(int panel, List<Point> points) {
            DoubleSummaryStatistics at = points.stream().mapToDouble(Point::at).summaryStatistics();
            DoubleSummaryStatistics decades = points.stream()
                    .mapToDouble(point -> Math.log10(point.nanoseconds()))
                    .summaryStatistics();
            return new Scale(
                    panel * PANEL_WIDTH + LEFT,
                    at.getMin(),
                    at.getMax(),
                    Math.floor(decades.getMin()),
                    Math.ceil(decades.getMax()));
        }

        double x(double at) {
            return leftPx + WIDTH_PX * Math.log(at / leastAt) / Math.log(mostAt / leastAt);
        }

        double y(double decade) {
            return TOP + PANEL_HEIGHT * (high - decade) / (high - low);
        }
    }

    /**
     * Draws the chart.
     *
     * @param arguments folder with the JSON files, JDK such as {@code 25}, file to write
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CostChart chart = new CostChart();
        String[] axes = {"minutes", "riders", "futures"};
        for (int panel = 0; panel < axes.length; panel++) {
            Path file = folder.resolve(axes[panel] + "-jdk" + arguments[1] + ".json");
            chart.panel(panel, axes[panel], points(file, axes[panel]));
        }
        Files.writeString(Path.of(arguments[2]), chart.svg.finish());
    }

    private static List<Point> points(Path file, String axis) throws IOException {
        List<Point> points = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(file.toFile())) {
            JsonNode metric = row.path("primaryMetric");
            JsonNode least = metric.path("scorePercentiles").path("0.0");
            JsonNode at = row.path("params").path(axis);
            if (!least.isNumber() || at.isMissingNode()) {
                throw new IllegalArgumentException(
                        "chart: " + file + ": row " + (points.size() + 1) + " has no parameter " + axis
                                + " or no least time. Write it with JMH's -rf json, in mode SampleTime.");
            }
            double scale = metric.path("scoreUnit").asText().startsWith("us") ? 1e3 : 1;
            points.add(new Point(method(row), at.asDouble(), scale * least.asDouble()));
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("chart: " + file + " has no rows. Measure first.");
        }
        points.sort(Comparator.comparing(Point::method).thenComparingDouble(Point::at));
        return points;
    }

    /** The benchmark, with what else tells its rows apart. */
    private static String method(JsonNode row) {
        String benchmark = row.path("benchmark").asText();
        JsonNode params = row.path("params");
        String model = params.path("recovery").asText().equals("ELITE") ? "elite" : "";
        return Stream.of(
                        benchmark.substring(benchmark.lastIndexOf('.') + 1),
                        params.path("kernel").asText(),
                        model)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void panel(int index, String axis, List<Point> points) {
        Scale scale = Scale.of(index, points);
        drawAxes(scale, axis, points);
        int colour = -1;
        Point before = null;
        for (Point point : points) {
            double x = scale.x(point.at());
            double y = scale.y(Math.log10(point.nanoseconds()));
            if (before != null && before.method().equals(point.method())) {
                svg.line(scale.x(before.at()), scale.y(Math.log10(before.nanoseconds())), x, y, COLOURS[colour], 2);
            } else {
                colour++;
                double legendY = TOP + PANEL_HEIGHT + 40.0 + 16 * colour;
                svg.line(scale.leftPx(), legendY - 4, scale.leftPx() + 18, legendY - 4, COLOURS[colour], 2);
                svg.text(scale.leftPx() + 24, legendY, "start", point.method());
            }
            svg.dot(x, y, COLOURS[colour]);
            before = point;
        }
    }

    private void drawAxes(Scale scale, String axis, List<Point> points) {
        svg.text(scale.leftPx(), TOP - 18.0, "start", "least time of one plan against " + axis);
        for (double decade = scale.low(); decade <= scale.high(); decade++) {
            double y = scale.y(decade);
            svg.line(scale.leftPx(), y, scale.leftPx() + Scale.WIDTH_PX, y, "#ddd", 1);
            svg.text(scale.leftPx() - 4, y + 4, "end", time(decade));
        }
        points.stream()
                .mapToDouble(Point::at)
                .distinct()
                .forEach(at -> svg.text(
                        scale.x(at), TOP + PANEL_HEIGHT + 16.0, "middle", String.format(Locale.ROOT, "%.0f", at)));
    }

    private static String time(double decade) {
        String[] units = {"ns", "us", "ms", "s"};
        int unit = (int) decade / 3;
        return String.format(Locale.ROOT, "%.0f %s", Math.pow(10, decade - 3 * unit), units[unit]);
    }
}
