package io.paceline.app.scenario;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseChange;
import io.paceline.road.Course;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import io.paceline.road.Wind;
import io.paceline.stakes.Stakes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A chase as a user described it, read and checked.
 *
 * @param file where it stands, as the user named it
 * @param name for the report
 * @param course the whole course
 * @param goal start, launch and catch on it
 * @param day wind, air and surface
 * @param names of the riders, by id; only those who have one
 * @param chase the problem; a break whose riders are known has to be planned before it is compiled
 * @param breakRiders the riders ahead; empty for a break that was only observed
 * @param stakes what a catch is worth to the teams; empty if the scenario does not say
 * @param sprint who is led out after the catch; empty if nobody is
 */
public record Scenario(
        Path file,
        String name,
        Course course,
        Goal goal,
        Day day,
        Map<String, String> names,
        Chase chase,
        Optional<BreakRiders> breakRiders,
        Optional<Stakes> stakes,
        Optional<SprintGoal> sprint) {

    private static final double MEAN_STEP_M = 500;

    /** Copies the names. */
    public Scenario {
        names = Map.copyOf(names);
    }

    /** The same place and people with another question. */
    public Scenario withChase(Chase value) {
        return new Scenario(file, name, course, goal, day, names, value, breakRiders, stakes, sprint);
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
                .approach(approach(course, earlier, day))
                .road(road(course, earlier, day))
                .build();
    }

    /** The same scenario with another goal and the chase for it. */
    public Scenario withGoal(Goal other, Chase chaseForIt) {
        return new Scenario(file, name, course, other, day, names, chaseForIt, breakRiders, stakes, sprint);
    }

    /** The same scenario with its break on the road. */
    public Scenario withBreak(BreakRiders planned) {
        Chase behindIt = chase.toBuilder().breakaway(planned.onTheRoad()).build();
        return new Scenario(file, name, course, goal, day, names, behindIt, Optional.of(planned), stakes, sprint);
    }

    /**
     * The same chase, launched and ending elsewhere.
     *
     * @param launchKm km to go; between the start and the end
     * @param endKm km to go; 0 is the finish
     * @throws IllegalArgumentException if the course does not hold that
     */
    public Chase between(double launchKm, double endKm) {
        Goal other = new Goal(goal.startKm(), launchKm, endKm);
        return chase.toBuilder()
                .approach(approach(course, other, day))
                .road(road(course, other, day))
                .build();
    }

    /** The mean wind from the start to the catch: the mean speed, from where the mean vector comes. */
    public Wind meanWind() {
        if (day.wind() instanceof Wind steady) {
            return steady;
        }
        double fromM = positionM(goal.startKm());
        double lengthM = positionM(goal.catchKm()) - fromM;
        int places = (int) Math.ceil(lengthM / MEAN_STEP_M);
        double speed = 0;
        double north = 0;
        double east = 0;
        double factor = 0;
        for (int i = 0; i < places; i++) {
            Wind here = day.wind().at(fromM + lengthM * (i + 0.5) / places);
            speed += here.speedMPerS() / places;
            factor += here.profileFactor() / places;
            north += here.speedMPerS() * Math.cos(here.fromRad());
            east += here.speedMPerS() * Math.sin(here.fromRad());
        }
        return new Wind(speed, Math.atan2(east, north), factor);
    }

    /** The same chase in another wind; its stretches and sectors stay. */
    public Chase inWind(UnaryOperator<Wind> change) {
        Day changed = day.withWind(day.wind().map(change));
        return chase.toBuilder()
                .approach(approach(course, goal, changed))
                .road(chase.road().withStretches(stretches(course, goal, changed)))
                .build();
    }

    /**
     * The same chase with a headwind more everywhere, whatever the heading: what a still day may turn into.
     *
     * @param at10mMPerS as a report would give it; negative from behind
     */
    public Chase withHeadwind(double at10mMPerS) {
        double addedMPerS = at10mMPerS * Wind.OPEN_COUNTRY_FACTOR;
        return chase.toBuilder()
                .approach(windier(chase.approach(), addedMPerS))
                .road(chase.road().withStretches(windier(chase.road().stretches(), addedMPerS)))
                .build();
    }

    private static List<Stretch> windier(List<Stretch> road, double addedMPerS) {
        return road.stream()
                .map(stretch -> stretch.withHeadwindMPerS(stretch.headwindMPerS() + addedMPerS))
                .toList();
    }

    /** The same chase on a warmer or colder day, with the break as it was seen. */
    public Chase atTemperatureK(double temperatureK) {
        return new ChaseChange(chase, day.breakSeen())
                .air(day.air().atTemperatureK(temperatureK).air());
    }

    static double positionM(Course course, double kmToGo) {
        // rounding of km to m must not step off the course
        return Math.min(course.lengthM(), Math.max(0, course.lengthM() - kmToGo * 1_000));
    }

    static List<Stretch> approach(Course course, Goal goal, Day day) {
        return goal.startKm() == goal.launchKm()
                ? List.of()
                : course.stretches(
                        positionM(course, goal.startKm()),
                        positionM(course, goal.launchKm()),
                        day.wind(),
                        day.surface());
    }

    static Road road(Course course, Goal goal, Day day) {
        return Road.of(stretches(course, goal, day));
    }

    private static List<Stretch> stretches(Course course, Goal goal, Day day) {
        return course.stretches(
                positionM(course, goal.launchKm()), positionM(course, goal.catchKm()), day.wind(), day.surface());
    }
}
