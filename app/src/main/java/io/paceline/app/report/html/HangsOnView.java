package io.paceline.app.report.html;

import io.paceline.app.report.Tornado;
import io.paceline.app.report.TornadoLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answer hangs on: the plan held, one input changed at a time.
 *
 * @param catches whether it catches as things are
 * @param leastBalanceJ least balance of any rider as things are, J
 * @param rows one per input, what moves the least balance most first
 */
record HangsOnView(boolean catches, double leastBalanceJ, List<RowView> rows) {
    /**
     * One input.
     *
     * @param label in words
     * @param now its value with its unit
     * @param low with less; none where there is no such value
     * @param high with more, or with the other choice; none where there is no such value
     * @param turns where the plan stops catching, or would begin to; empty where it does not
     */
    record RowView(
            String label,
            String now,
            @Nullable SideView low,
            @Nullable SideView high,
            String turns) {}

    /**
     * A changed input, next to things as they are.
     *
     * @param value of the input with its unit
     * @param balanceJ more (or less) least balance, at the speeds that are just in time, J
     * @param energyShare more (or less) energy of all at those speeds, as a share
     * @param marginS earlier (or later) at the catch point at the power of now, s
     * @param catches whether the plan does
     */
    record SideView(String value, double balanceJ, double energyShare, double marginS, boolean catches) {}

    static HangsOnView of(Tornado tornado) {
        Tornado.Side now = tornado.now();
        return new HangsOnView(
                now.catches(),
                now.leastBalanceJ(),
                TornadoLine.of(tornado).stream()
                        .map(line -> new RowView(
                                line.label(),
                                line.now(),
                                line.low().map(step -> side(step, now)).orElse(null),
                                line.high().map(step -> side(step, now)).orElse(null),
                                line.turns()))
                        .toList());
    }

    private static SideView side(TornadoLine.Step step, Tornado.Side now) {
        Tornado.Side side = step.side();
        return new SideView(
                step.value(),
                RideRows.round(0, side.leastBalanceJ() - now.leastBalanceJ()),
                RideRows.round(5, side.collectiveJ() / now.collectiveJ() - 1),
                RideRows.round(1, side.marginS() - now.marginS()),
                side.catches());
    }
}
