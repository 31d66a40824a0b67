package io.paceline.app.scenario;

import io.paceline.chase.Chase;
import io.paceline.road.Course;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import io.paceline.road.Wind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chase as a user described it, read and checked.
 *
 * @param file where it stands, as the user named it
 * @param name for the report
 * @param course the whole course
 * @param goal start, launch and catch on it
 * @param wind over it
 * @param rollingResistance Crr of its surface
 * @param names of the riders, by id; only those who have one
 * @param chase the problem; a break whose riders are known has to be planned before it is compiled
 * @param breakRiders the riders ahead; empty for a break that was only observed
 */
public record Scenario(
        Path file,
        String name,
        Course course,
        Goal goal,
        Wind wind,
        double rollingResistance,
        Map<String, String> names,
        Chase chase,
        Optional<BreakRiders> breakRiders) {

    /** Copies the names. */
    public Scenario {
        names = Map.copyOf(names);
    }

    /** The same place and people with another question. */
    public Scenario withChase(Chase value) {
        return new Scenario(file, name, course, goal, wind, rollingResistance, names, value, breakRiders);
    }

    /** A place on the course, m from its start. */
    public double positionM(double kmToGo) {
        return positionM(course, kmToGo);
    }

    /**
     * How much earlier the launch could be, m: as far as the course goes back, but behind riders who have a plan only to the start point,
     * for nobody knows what they did before.
     */
    public double roomBeforeLaunchM() {
        return breakRiders.isPresent()
                ? positionM(goal.launchKm()) - positionM(goal.startKm())
                : positionM(goal.launchKm());
    }

    /**
     * The same chase, launched earlier. Before the start point the start moves with the launch, and the gap is taken to be the same there.
     *
     * @param earlierM 0 to {@link #roomBeforeLaunchM()}
     * @throws IllegalArgumentException if the course does not go back that far
     */
    public Chase launchedEarlier(double earlierM) {
        double launchKm = goal.launchKm() + earlierM / 1_000;
        Goal earlier = new Goal(Math.max(goal.startKm(), launchKm), launchKm, goal.catchKm());
        return chase.toBuilder()
                .approach(approach(course, earlier, wind, rollingResistance))
                .road(road(course, earlier, wind, rollingResistance))
                .build();
    }

    /** The same scenario with another goal and the chase for it. */
    public Scenario withGoal(Goal other, Chase chaseForIt) {
        return new Scenario(file, name, course, other, wind, rollingResistance, names, chaseForIt, breakRiders);
    }

    /** The same scenario with its break on the road. */
    public Scenario withBreak(BreakRiders planned) {
        Chase behindIt = chase.toBuilder().breakaway(planned.onTheRoad()).build();
        return new Scenario(file, name, course, goal, wind, rollingResistance, names, behindIt, Optional.of(planned));
    }

    static double positionM(Course course, double kmToGo) {
        // rounding of km to m must not step off the course
        return Math.min(course.lengthM(), Math.max(0, course.lengthM() - kmToGo * 1_000));
    }

    static List<Stretch> approach(Course course, Goal goal, Wind wind, double rollingResistance) {
        return goal.startKm() == goal.launchKm()
                ? List.of()
                : course.stretches(
                        positionM(course, goal.startKm()), positionM(course, goal.launchKm()), wind, rollingResistance);
    }

    static Road road(Course course, Goal goal, Wind wind, double rollingResistance) {
        return Road.of(course.stretches(
                positionM(course, goal.launchKm()), positionM(course, goal.catchKm()), wind, rollingResistance));
    }
}
