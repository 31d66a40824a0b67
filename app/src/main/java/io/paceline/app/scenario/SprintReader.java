package io.paceline.app.scenario;

import io.paceline.rider.Team;
import io.paceline.road.Course;
import io.paceline.road.Stretch;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads who is led out for the sprint, by whom and where. */
final class SprintReader {
    private static final Limit DROP = Limit.of(100, 500, "m", "150 to 250 are usual.");
    private static final Limit TRAIN = Limit.of(400, 5_000, "m", "1000 are usual.");
    private static final Limit SPEED = Limit.of(18, 90, "km/h", "Maybe it is in m/s: multiply by 3.6.");
    private static final double DEFAULT_DROP_M = 200;
    private static final double DEFAULT_TRAIN_M = 1_000;
    private static final int MOST_HELPERS = 8;

    /** Of a road that is ridden before the train, m: what a stretch needs. */
    private static final double LEAST_ROLL_M = 100;

    /** Of differences between decimal numbers. */
    private static final double ROUNDING_M = 1e-6;

    private final Path file;
    private final Fields fields;
    private final Roster roster;

    SprintReader(Path file, Fields root, Roster roster) {
        this.file = file;
        this.roster = roster;
        fields = root.group("goal", GoalReader.KEYS);
    }

    /** Whether the scenario ends with a sprint, so that its roads go to the finish. */
    static boolean wanted(Fields root) {
        return root.group("goal", GoalReader.KEYS).has("sprint");
    }

    /**
     * The sprint; empty if the scenario names none.
     *
     * @param chase how the group rides
     * @throws InputException at the first fault
     */
    Optional<SprintGoal> sprint(Team team, ChaseReader chase, Course course, Goal goal, Day day) {
        if (!fields.has("sprint")) {
            for (String key : GoalReader.SPRINT_KEYS) {
                if (fields.has(key)) {
                    throw fields.fault(key, "has no use without goal.sprint. Name the sprinter, or leave it out.");
                }
            }
            return Optional.empty();
        }
        String sprinter = sprinter(team);
        List<String> helpers = helpers(team, sprinter);
        Map<String, Double> most = new LinkedHashMap<>();
        most.put(sprinter, roster.mostPowerW(sprinter));
        helpers.forEach(id -> most.put(id, roster.mostPowerW(id)));
        double dropM = fields.number("drop_off_m", DROP, DEFAULT_DROP_M);
        double trainM = fields.number("train_m", TRAIN, DEFAULT_TRAIN_M);
        double topMPerS = chase.topSpeedMPerS();
        double startMPerS = speedMPerS("train_from_kmh", 5, topMPerS, chase.bunchSpeedMPerS());
        OptionalDouble dropMPerS = fields.has("drop_off_kmh")
                ? OptionalDouble.of(speedMPerS("drop_off_kmh", startMPerS, topMPerS, 0))
                : OptionalDouble.empty();
        double rollM = rollM(goal, trainM + dropM);
        double finishM = Scenario.positionM(course, 0);
        double dropAtM = finishM - dropM;
        double trainAtM = dropAtM - trainM;
        List<Stretch> roll = rollM == 0
                ? List.of()
                : course.stretches(Scenario.positionM(course, goal.catchKm()), trainAtM, day.wind(), day.surface());
        return Optional.of(new SprintGoal(
                sprinter,
                helpers,
                most,
                dropM,
                trainM,
                startMPerS,
                dropMPerS,
                roll,
                course.stretches(trainAtM, dropAtM, day.wind(), day.surface()),
                course.stretches(dropAtM, finishM, day.wind(), day.surface())));
    }

    private String sprinter(Team team) {
        if (!fields.choice(
                        "objective",
                        "collective_energy",
                        "collective_energy",
                        "metabolic_energy",
                        "fairness",
                        "fastest")
                .equals("collective_energy")) {
            throw fields.fault(
                    "sprint",
                    "goes with goal.objective collective_energy alone. Choose that, or leave the sprint out.");
        }
        String id = fields.text("sprint", "the id of the sprinter");
        if (team.riders().stream().noneMatch(rider -> rider.id().equals(id))) {
            throw fields.fault(
                    "sprint",
                    "= " + Node.shortened(id) + ": he is not in the chase." + roster.nearest(id)
                            + " Name somebody of chase.protected or chase.workers.");
        }
        return id;
    }

    private List<String> helpers(Team team, String sprinter) {
        Map<String, Integer> helpers = fields.words("lead_out", "ids of riders");
        if (helpers.isEmpty()) {
            throw fields.fault(
                    "lead_out",
                    (fields.has("lead_out") ? "is empty" : "is missing") + ": nobody would lead " + sprinter
                            + " out. Name at least one worker, such as [TT1].");
        }
        if (helpers.size() > MOST_HELPERS) {
            throw fields.fault(
                    "lead_out", "names " + helpers.size() + " riders. At most " + MOST_HELPERS + ": leave some out.");
        }
        helpers.forEach((id, line) -> {
            if (id.equals(sprinter)) {
                throw new InputException(
                        file, line, "goal.lead_out: rider " + id + " is goal.sprint too. He cannot lead himself out.");
            }
            if (team.protectedIds().contains(id)
                    || team.riders().stream().noneMatch(rider -> rider.id().equals(id))) {
                throw new InputException(
                        file,
                        line,
                        "goal.lead_out: rider " + Node.shortened(id) + " is not a worker."
                                + " Name riders of chase.workers.");
            }
        });
        return List.copyOf(helpers.keySet());
    }

    private double speedMPerS(String key, double leastMPerS, double mostMPerS, double usualMPerS) {
        double speedMPerS = fields.has(key) ? fields.number(key, SPEED) / 3.6 : usualMPerS;
        if (!(speedMPerS >= leastMPerS - ROUNDING_M && speedMPerS <= mostMPerS + ROUNDING_M)) {
            throw fields.fault(
                    key,
                    String.format(
                            Locale.ROOT,
                            "= %.1f km/h is outside [%.1f, %.1f] km/h. A train does not slow down, and nobody exceeds"
                                    + " chase.top_speed_kmh.",
                            3.6 * speedMPerS,
                            3.6 * leastMPerS,
                            3.6 * mostMPerS));
        }
        return Math.min(mostMPerS, Math.max(leastMPerS, speedMPerS));
    }

    private double rollM(Goal goal, double neededM) {
        double rollM = goal.catchKm() * 1_000 - neededM;
        if (Math.abs(rollM) < ROUNDING_M) {
            return 0;
        }
        if (rollM < LEAST_ROLL_M - ROUNDING_M) {
            throw fields.fault(
                    "catch_by_km_to_go",
                    "= " + Limit.plain(goal.catchKm())
                            + " km leaves the sprint too little road: train_m and drop_off_m are "
                            + Limit.plain(neededM / 1_000)
                            + " km. Catch there, or at least 0.1 km before, or make the train shorter.");
        }
        return rollM;
    }
}
