package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.SvgCanvas;
import io.paceline.benchmarks.quality.instance.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The gap to the best plan known against processor time, both logarithmic: for each solver the median over its searches. A line begins when
 * half of them have a plan that keeps what the best keeps; what is below the floor is drawn on it.
 */
final class GapChart {
    private static final int PANEL_WIDTH = 300;
    private static final int PANEL_HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int TOP = 40;
    private static final int LEGEND_HEIGHT = 150;
    private static final double LEAST_S = 0.01;
    private static final double MOST_S = 10;
    private static final double LEAST_PERCENT = 0.001;
    private static final double MOST_PERCENT = 10;
    private static final int STEPS = 120;
    private static final String[] COLOURS = {"#0b6e99", "#c2410c", "#4d7c0f", "#7e22ce", "#a16207", "#57534e"};

    private final BestKnown best;
    private final SvgCanvas canvas = new SvgCanvas(
            3 * PANEL_WIDTH, TOP + PANEL_HEIGHT + LEGEND_HEIGHT, "Gap to the best plan known against processor time");

    GapChart(BestKnown best) {
        this.best = best;
    }

    /** The picture of some runs. */
    String draw(List<Run> runs) {
        panel(0, "all instances", runs, run -> true);
        panel(1, "eight riders", runs, run -> run.instance().contains("-8-"));
        panel(2, "roads of Tour stages", runs, run -> run.instance().startsWith("stage"));
        return canvas.finish();
    }

    private void panel(int index, String title, List<Run> runs, Predicate<Run> which) {
        axes(index, title);
        int colour = 0;
        for (Map.Entry<String, List<Run>> group :
                QualityReport.grouped(runs, Run::solver).entrySet()) {
            List<Run> own = group.getValue().stream().filter(which).toList();
            if (!own.isEmpty()) {
                curve(index, own, COLOURS[colour % COLOURS.length]);
                double y = TOP + PANEL_HEIGHT + 48.0 + 16 * colour;
                canvas.line(left(index), y - 4, left(index) + 18, y - 4, COLOURS[colour % COLOURS.length], 2);
                canvas.text(left(index) + 24, y, "start", group.getKey() + ", " + own.size() + " searches");
            }
            colour++;
        }
    }

    private void curve(int index, List<Run> runs, String colour) {
        double longest = runs.stream().mapToDouble(Run::seconds).max().orElse(0);
        double beforeS = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            double seconds = LEAST_S * Math.pow(MOST_S / LEAST_S, step / (double) STEPS);
            if (seconds > 1.1 * longest) {
                return;
            }
            double gap = QualityReport.samples(
                            runs, run -> Gap.percent(run.at(seconds), best.cost(Instance.of(run.instance()))))
                    .median();
            if (gap <= MOST_PERCENT && before <= MOST_PERCENT) {
                canvas.line(x(index, beforeS), y(before), x(index, seconds), y(gap), colour, 2);
            }
            beforeS = seconds;
            before = gap;
        }
    }

    private void axes(int index, String title) {
        canvas.text(left(index), TOP - 18.0, "start", "median gap, " + title);
        for (double percent = LEAST_PERCENT; percent < 1.5 * MOST_PERCENT; percent *= 10) {
            canvas.line(left(index), y(percent), left(index) + width(), y(percent), "#ddd", 1);
            canvas.text(left(index) - 4, y(percent) + 4, "end", number(percent) + " %");
        }
        for (double seconds = LEAST_S; seconds < 1.5 * MOST_S; seconds *= 10) {
            canvas.line(x(index, seconds), TOP, x(index, seconds), TOP + (double) PANEL_HEIGHT, "#ddd", 1);
            canvas.text(x(index, seconds), TOP + PANEL_HEIGHT + 16.0, "middle", number(seconds) + " s");
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    private static double left(int index) {
        return index * (double) PANEL_WIDTH + LEFT;
    }

    private static double width() {
        return PANEL_WIDTH - LEFT - 16.0;
    }

    private static double x(int index, double seconds) {
        return left(index) + width() * Math.log(seconds / LEAST_S) / Math.log(MOST_S / LEAST_S);
    }

    private static double y(double percent) {
        double shown = Math.max(percent, LEAST_PERCENT);
        return TOP + PANEL_HEIGHT * Math.log(MOST_PERCENT / shown) / Math.log(MOST_PERCENT / LEAST_PERCENT);
    }
}
