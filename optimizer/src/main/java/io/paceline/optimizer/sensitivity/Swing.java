package io.paceline.optimizer.sensitivity;

import java.util.List;
import java.util.Optional;

/**
 * What the change of one input does.
 *
 * @param key of the input
 * @param unit of its values; empty for a pure number or a choice
 * @param base its value; absent for a choice
 * @param choice what the chase has; empty for a number
 * @param low with a standard change down; absent where there is no such value
 * @param high with a standard change up; for a choice, with the other one
 * @param slope for small changes; absent for a choice
 * @param breakEven the nearest value at which the plan stops catching, or, when it does not catch, at which it would; absent where
 *     none is within its range or 28 standard changes
 */
public record Swing(
        String key,
        String unit,
        Optional<Double> base,
        String choice,
        Optional<Point> low,
        Optional<Point> high,
        Optional<Slope> slope,
        Optional<Double> breakEven) {

    /**
     * The plan with one value.
     *
     * @param value of the input; absent for a choice
     * @param choice in words; empty for a number
     * @param reading what the plan does there
     */
    public record Point(Optional<Double> value, String choice, Reading reading) {}

    /**
     * What a small change does.
     *
     * @param energyElasticity percent of energy for a percent of the input, in time; absent where the input is 0
     * @param balancePerUnit least balance, J for a unit of the input, in time
     * @param marginPerUnit catch margin at held power, s for a unit of the input
     */
    public record Slope(Optional<Double> energyElasticity, double balancePerUnit, double marginPerUnit) {}

    /** The most that the least balance changes, J: what the inputs are ranked by. */
    double balanceSwingJ(Reading now) {
        double most = 0;
        for (Optional<Point> point : List.of(low, high)) {
            if (point.isPresent()) {
                most = Math.max(most, Math.abs(point.get().reading().leastBalanceJ() - now.leastBalanceJ()));
            }
        }
        return most;
    }
}
