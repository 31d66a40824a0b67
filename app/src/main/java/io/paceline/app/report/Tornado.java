package io.paceline.app.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a plan hangs on: the plan held, one input changed at a time.
 *
 * @param now what the plan does as things are
 * @param rows one per input, what moves the least balance most first
 */
public record Tornado(Side now, List<Row> rows) {
    /** Copies the list. */
    public Tornado {
        rows = List.copyOf(rows);
    }

    /**
     * What the plan does with one value.
     *
     * @param value of the input, SI; absent for a choice
     * @param choice in words; empty for a number
     * @param collectiveJ work of all riders, speeds solved so that the chase is just in time, J
     * @param leastBalanceJ least balance of any rider, likewise, J
     * @param marginS how much earlier than the break the chase is there at the power of the plan as it is, s
     * @param catches whether it is in time with nobody overdrawn
     */
    public record Side(
            Optional<Double> value,
            String choice,
            double collectiveJ,
            double leastBalanceJ,
            double marginS,
            boolean catches) {}

    /**
     * One input.
     *
     * @param key such as {@code gap}
     * @param unit SI; empty for a pure number or a choice
     * @param base its value as things are; absent for a choice
     * @param choice as things are; empty for a number
     * @param low with a standard change down; absent where there is no such value
     * @param high with a standard change up, or with the other choice
     * @param slope for small changes; absent for a choice
     * @param breakEven the nearest value at which the plan stops catching, or would begin to
     */
    public record Row(
            String key,
            String unit,
            Optional<Double> base,
            String choice,
            Optional<Side> low,
            Optional<Side> high,
            Optional<Slope> slope,
            Optional<Double> breakEven) {

        /** How many standard changes the break-even is away; 1 for a choice that turns the answer; endless where none was found. */
        double breakEvenChanges(boolean catchesNow) {
            if (base.isEmpty()) {
                boolean turns = high.isPresent() && high.get().catches() != catchesNow;
                return turns ? 1 : Double.POSITIVE_INFINITY;
            }
            double step = Math.max(away(low), away(high));
            return breakEven.isEmpty() || step == 0
                    ? Double.POSITIVE_INFINITY
                    : Math.abs(breakEven.get() - base.get()) / step;
        }

        private double away(Optional<Side> side) {
            return side.flatMap(Side::value)
                    .map(value -> Math.abs(value - base.orElseThrow()))
                    .orElse(0.0);
        }
    }

    /** The rows that the answer hangs on: nearest break-even first, then the greatest change of the least balance. */
    List<Row> hinges(int most) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(row -> row.breakEvenChanges(now.catches())))
                .limit(most)
                .toList();
    }

    /**
     * What a small change does.
     *
     * @param energyElasticity percent of energy for a percent of the input; absent where the input is 0
     * @param balancePerUnit least balance, J for a unit of the input
     * @param marginPerUnit margin at held power, s for a unit of the input
     */
    public record Slope(Optional<Double> energyElasticity, double balancePerUnit, double marginPerUnit) {}
}
