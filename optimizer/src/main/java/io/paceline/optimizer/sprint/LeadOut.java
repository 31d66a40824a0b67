package io.paceline.optimizer.sprint;

import io.paceline.road.Stretch;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last kilometres: who is led out by whom, and where.
 *
 * @param sprinterId who is led out
 * @param helperIds who lead him out, in any order; at least one
 * @param mostPowerW Pmax by rider, W; those who are not named have no limit of their own
 * @param roll from the catch to where the train begins, in the bunch; may be empty
 * @param train from there to the drop
 * @param sprint from the drop to the line
 * @param startMPerS speed at which the train begins, m/s; 5 to 25
 */
public record LeadOut(
        String sprinterId,
        List<String> helperIds,
        Map<String, Double> mostPowerW,
        List<Stretch> roll,
        List<Stretch> train,
        List<Stretch> sprint,
        double startMPerS) {

    /** How far before the line the sprinter is dropped off, m. Estimate: 150 to 250 m are usual. */
    public static final double DROP_M = 200;

    private static final int MOST_HELPERS = 8;

    /** @throws IllegalArgumentException if a value is outside its range, or a rider is there twice */
    public LeadOut {
        helperIds = List.copyOf(helperIds);
        mostPowerW = Map.copyOf(mostPowerW);
        roll = List.copyOf(roll);
        train = List.copyOf(train);
        sprint = List.copyOf(sprint);
        check(startMPerS, 5, 25, "startMPerS", "m/s", "Maybe it is in km/h: divide by 3.6.");
        check(helperIds.size(), 1, MOST_HELPERS, "helpers", "riders", "Somebody has to lead.");
        check(train.size(), 1, Integer.MAX_VALUE, "road of the train", "stretches", "It needs a road.");
        check(sprint.size(), 1, Integer.MAX_VALUE, "road of the sprint", "stretches", "It needs a road.");
        Set<String> seen = new HashSet<>(Set.of(sprinterId));
        for (String id : helperIds) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(
                        "lead-out: rider " + id + " is there twice. Each leads once, and the sprinter does not.");
            }
        }
        mostPowerW.forEach(
                (id, powerW) -> check(powerW, 200, 3_000, "mostPowerW of rider " + id, "W", "It is of a few seconds."));
    }

    private static void check(double value, double min, double max, String what, String unit, String cure) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("lead-out: " + what + " = " + value + " " + unit + " is outside [" + min
                    + ", " + max + "] " + unit + ". " + cure);
        }
    }

    /** Length of the train's road, m. */
    public double trainM() {
        return train.stream().mapToDouble(Stretch::lengthM).sum();
    }

    /** The most a rider can do, W. */
    double mostW(String id) {
        return mostPowerW.getOrDefault(id, Double.POSITIVE_INFINITY);
    }
}
