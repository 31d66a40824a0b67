package io.paceline.app.scenario;

import io.paceline.road.Stretch;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A sprint after the catch: who is led out by whom, and where.
 *
 * @param sprinterId who is led out
 * @param helperIds who lead him out, as listed
 * @param mostPowerW Pmax of all of them, W
 * @param dropM from the drop to the line, m
 * @param trainM from the start of the train to the drop, m
 * @param startMPerS speed at which the train begins, m/s
 * @param dropMPerS speed at the drop, m/s; empty for the one that is fastest at the line
 * @param roll from the catch to the train; empty if it begins at the catch
 * @param train its road
 * @param sprint from the drop to the line
 */
public record SprintGoal(
        String sprinterId,
        List<String> helperIds,
        Map<String, Double> mostPowerW,
        double dropM,
        double trainM,
        double startMPerS,
        OptionalDouble dropMPerS,
        List<Stretch> roll,
        List<Stretch> train,
        List<Stretch> sprint) {

    /** Copies the lists. */
    public SprintGoal {
        helperIds = List.copyOf(helperIds);
        mostPowerW = Map.copyOf(mostPowerW);
        roll = List.copyOf(roll);
        train = List.copyOf(train);
        sprint = List.copyOf(sprint);
    }
}
