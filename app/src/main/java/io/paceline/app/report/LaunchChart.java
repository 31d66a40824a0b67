package io.paceline.app.report;

/** The fan of gaps: what happens to the lead of the break for each launch, and if nobody chases. */
public final class LaunchChart {
    /** The highest launch is not at the edge; where nobody chases, the line may leave the frame. */
    private static final double ROOM = 1.3;

    private LaunchChart() {}

    /** The picture. */
    public static String svg(LaunchAnswer answer) {
        boolean anyCatches = answer.feasible();
        double mostS = answer.lines().stream()
                .filter(line -> !anyCatches || line.kind() != GapLine.Kind.NOBODY)
                .flatMap(line -> line.gapS().stream())
                .mapToDouble(gap -> gap)
                .max()
                .orElse(0);
        SvgPlot plot = new SvgPlot(
                answer.scenario().name() + ": gap after each launch",
                String.join(" ", LaunchExplanation.of(answer)),
                new SvgPlot.Axis(
                        "km to go",
                        answer.scenario().goal().startKm(),
                        answer.scenario().goal().catchKm()),
                new SvgPlot.Axis("gap to the break, s", 0, Math.max(10, ROOM * mostS)));
        for (GapLine.Kind kind : GapLine.Kind.values()) {
            boolean first = true;
            for (GapLine line : answer.lines()) {
                if (line.kind() == kind) {
                    draw(plot, line, first);
                    first = false;
                }
            }
        }
        return plot.svg();
    }

    private static void draw(SvgPlot plot, GapLine line, boolean first) {
        SvgPlot.Pen pen = pen(line.kind());
        plot.line(pen, line.km(), line.gapS());
        boolean marked = line.kind() != GapLine.Kind.NOBODY && line.kind() != GapLine.Kind.LAUNCH;
        for (int i = 0; marked && i < line.km().size(); i++) {
            if (line.km().get(i) <= line.launchKm()) {
                plot.dot(pen, line.km().get(i), line.gapS().get(i));
                break;
            }
        }
        if (first) {
            plot.legend(pen, text(line));
        }
    }

    /** Colours that the colour-blind can tell apart (Okabe and Ito). */
    private static SvgPlot.Pen pen(GapLine.Kind kind) {
        return switch (kind) {
            case NOBODY -> new SvgPlot.Pen("#555555", 2, "7 5");
            case LAUNCH -> new SvgPlot.Pen("#9ecae1", 1.2, "");
            case SAFE -> new SvgPlot.Pen("#0072b2", 2.6, "");
            case CHEAPEST -> new SvgPlot.Pen("#009e73", 2.6, "");
            case LATEST -> new SvgPlot.Pen("#d55e00", 2.6, "");
        };
    }

    private static String text(GapLine line) {
        String km = Units.km(line.launchKm());
        return switch (line.kind()) {
            case NOBODY -> "nobody chases: the bunch rolls on";
            case LAUNCH -> "other launches that catch";
            case SAFE -> "latest safe launch, " + km + " km to go, without the surprise";
            case CHEAPEST -> "cheapest launch, " + km + " km to go";
            case LATEST -> "latest launch, " + km + " km to go";
        };
    }
}
