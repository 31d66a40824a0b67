package io.paceline.app.report;

import io.paceline.app.report.Tornado.Row;
import io.paceline.app.report.Tornado.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** What a plan hangs on, as tables and bars; and in a few lines for the report of a plan. */
public final class TornadoText {
    /** Wider bars say no more. */
    private static final int MOST_BAR = 60;

    private static final int LEAST_BAR = 12;
    private static final int HINGES = 3;

    private TornadoText() {}

    /**
     * The whole study.
     *
     * @param width of the terminal, columns
     */
    public static List<String> lines(String scenario, Tornado tornado, int width, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        Side now = tornado.now();
        lines.add(Styled.text(ansi, "bold", scenario + ": what the plan hangs on"));
        lines.add("Order, pulls and efforts are held. A search for the changed chase may find a better plan.");
        lines.add(String.format(
                Locale.ROOT,
                "Now: %s kJ together, least W' %s kJ; %s.",
                Units.kj(0, now.collectiveJ()),
                Units.kj(1, now.leastBalanceJ()),
                now.catches() ? "it catches" : "it does not catch"));
        lines.add("");
        lines.add(Styled.text(
                ansi, "bold", "Least W' of any rider, kJ, at the speeds that are just in time (- loses, + gains)"));
        lines.addAll(bars(tornado, width));
        lines.add("");
        lines.add(Styled.text(
                ansi, "bold", "Energy of all at those speeds, and seconds before the break at the power of now"));
        lines.addAll(numbers(tornado));
        return lines;
    }

    private static List<String> bars(Tornado tornado, int width) {
        List<String> plain = table(tornado, 0);
        int used = plain.stream()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .max()
                .orElse(0);
        int bar = Math.min(MOST_BAR, width - used - 2);
        return bar < LEAST_BAR ? plain : table(tornado, bar);
    }

    private static List<String> table(Tornado tornado, int bar) {
        Table table = new Table("<input", "now", "change", "less", "more", "<");
        double now = tornado.now().leastBalanceJ();
        double most = tornado.rows().stream()
                .flatMap(row -> Stream.of(row.low(), row.high()).flatMap(Optional::stream))
                .mapToDouble(side -> Math.abs(side.leastBalanceJ() - now))
                .max()
                .orElse(0);
        for (Row row : tornado.rows()) {
            TornadoLine line = TornadoLine.of(row, tornado.now());
            table.add(
                    line.label(),
                    line.now(),
                    line.change(),
                    row.low().map(side -> Units.kj(1, side.leastBalanceJ())).orElse(""),
                    row.high().map(side -> Units.kj(1, side.leastBalanceJ())).orElse(""),
                    bar == 0 || most == 0 ? "" : bar(row, now, most, bar / 2));
        }
        return table.lines();
    }

    /** Losses to the left of the axis, gains to the right. */
    private static String bar(Row row, double now, double most, int half) {
        double loss = 0;
        double gain = 0;
        for (Optional<Side> side : List.of(row.low(), row.high())) {
            double change = side.map(s -> s.leastBalanceJ() - now).orElse(0.0);
            loss = Math.max(loss, -change);
            gain = Math.max(gain, change);
        }
        int left = (int) Math.round(loss / most * half);
        int right = (int) Math.round(gain / most * half);
        return " ".repeat(half - left) + "-".repeat(left) + "|" + "+".repeat(right);
    }

    private static List<String> numbers(Tornado tornado) {
        Table table = new Table(
                "<input", "energy %: less", "more", "seconds: less", "more", "<" + breakEvenTitle(tornado.now()));
        for (Row row : tornado.rows()) {
            TornadoLine line = TornadoLine.of(row, tornado.now());
            table.add(
                    line.label(),
                    percent(row.low(), tornado.now()),
                    percent(row.high(), tornado.now()),
                    seconds(row.low(), tornado.now()),
                    seconds(row.high(), tornado.now()),
                    line.turns());
        }
        return table.lines();
    }

    private static String breakEvenTitle(Side now) {
        return now.catches() ? "stops catching" : "would catch";
    }

    private static String percent(Optional<Side> side, Side now) {
        return side.map(s -> Units.fixed(2, 100 * (s.collectiveJ() / now.collectiveJ() - 1)))
                .orElse("");
    }

    private static String seconds(Optional<Side> side, Side now) {
        return side.map(s -> Units.fixed(0, s.marginS() - now.marginS())).orElse("");
    }

    /** The inputs that matter most, a line each, for the report of a plan. */
    static List<String> hinges(Tornado tornado) {
        List<String> lines = new ArrayList<>();
        Table table = new Table("<input", "<now", "<" + breakEvenTitle(tornado.now()));
        for (Row row : tornado.hinges(HINGES)) {
            TornadoLine line = TornadoLine.of(row, tornado.now());
            table.add(line.label(), line.now(), line.turns().isEmpty() ? nowhere(row, tornado.now()) : line.turns());
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String nowhere(Row row, Side now) {
        String never = now.catches() ? "catches " : "fails ";
        return row.base().isEmpty()
                ? never + "with " + row.high().map(Side::choice).orElse("") + " too"
                : never + "at every value tried";
    }
}
