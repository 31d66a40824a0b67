package io.paceline.app.report;

import io.paceline.app.report.Tornado.Row;
import io.paceline.app.report.Tornado.Side;
import java.util.List;
import java.util.Optional;

/**
 * One input of a tornado, as people read it.
 *
 * @param label such as {@code break's level speed}
 * @param now its value as things are, with its unit
 * @param change to either side, or the other choice
 * @param low with a standard change down; absent where there is no such value
 * @param high with a standard change up, or with the other choice
 * @param turns where the plan stops catching, or would begin to; empty where it does not
 */
public record TornadoLine(
        String label, String now, String change, Optional<Step> low, Optional<Step> high, String turns) {

    /**
     * One standard change.
     *
     * @param value of the input with its unit, or the other choice
     * @param side what the plan does with it
     */
    public record Step(String value, Side side) {}

    /** One for each input, what moves the least balance most first. */
    public static List<TornadoLine> of(Tornado tornado) {
        return tornado.rows().stream().map(row -> of(row, tornado.now())).toList();
    }

    static TornadoLine of(Row row, Side now) {
        InputName name = InputName.of(row.key());
        return new TornadoLine(
                name.label(),
                row.base().map(name::value).orElse(row.choice()),
                change(row),
                row.low().map(side -> step(name, side)),
                row.high().map(side -> step(name, side)),
                turns(row, now));
    }

    private static Step step(InputName name, Side side) {
        return new Step(side.value().map(name::value).orElse(side.choice()), side);
    }

    private static String change(Row row) {
        if (row.base().isEmpty()) {
            return row.high().map(Side::choice).orElse("");
        }
        double base = row.base().get();
        double most = 0;
        for (Optional<Side> side : List.of(row.low(), row.high())) {
            most = Math.max(
                    most, side.flatMap(Side::value).map(v -> Math.abs(v - base)).orElse(0.0));
        }
        String sign = row.low().isEmpty() ? "+" : row.high().isEmpty() ? "-" : "+-";
        return sign + InputName.of(row.key()).change(most);
    }

    private static String turns(Row row, Side now) {
        if (row.base().isEmpty()) {
            boolean turns =
                    row.high().map(other -> other.catches() != now.catches()).orElse(false);
            return turns ? "with " + row.high().map(Side::choice).orElse("") : "";
        }
        double base = row.base().get();
        InputName name = InputName.of(row.key());
        return row.breakEven()
                .map(value -> (value > base ? "above " : "below ") + name.finely(value))
                .orElse("");
    }
}
