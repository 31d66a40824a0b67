package io.paceline.app.scenario;

import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a plan: what {@code paceline plan --json} wrote, or what somebody wrote by hand, in JSON or YAML. */
public final class PlanReader {
    private static final Limit SECONDS =
            Limit.of(Pull.MIN_SECONDS, Pull.MAX_SECONDS, "s", "A rider who never pulls belongs under sitsOn.");
    private static final Limit TURNS = Limit.of(1, 10_000, "", "A rider who stays is not listed.");
    private static final Limit KM_TO_GO = Limit.of(0, 500, "km", "");
    private static final Limit VERSION = Limit.of(1, 1, "", "Another version of Paceline wrote it: plan anew.");

    /** What any command may have written around the plan; only some of it is read. */
    private static final String[] WHOLE_KEYS = {
        "version",
        "scenario",
        "feasible",
        "goal",
        "launchKmToGo",
        "catch",
        "plan",
        "energy",
        "search",
        "breakaway",
        "bound",
        "boundAtAnySpeeds",
        "boundAtAnySpeedsNobodyBurned",
        "limit",
        "sprint",
        "sensitivity",
        "suggestions",
        "warnings",
        "explanation"
    };

    private static final String[] PLAN_KEYS = {"order", "pulls", "sitsOn", "burned", "sectors"};

    private final Path file;
    private final Scenario scenario;
    private final List<String> team;
    private final Fields plan;

    private PlanReader(Path file, Scenario scenario) {
        this.file = file;
        this.scenario = scenario;
        this.team = scenario.chase().team().riders().stream().map(Rider::id).toList();
        Node root = Tree.read(file);
        if (root.fields() != null && root.fields().containsKey("plan")) {
            Fields whole = new Fields(file, "", root, WHOLE_KEYS);
            whole.number("version", VERSION, 1);
            double launchKm = scenario.goal().launchKm();
            if (Math.abs(whole.number("launchKmToGo", KM_TO_GO, launchKm) - launchKm) > 1e-6) {
                throw whole.fault(
                        "launchKmToGo",
                        "is not where the scenario launches, " + Limit.plain(launchKm)
                                + " km to go. The plan belongs to another scenario.");
            }
            plan = whole.group("plan", PLAN_KEYS);
        } else {
            plan = new Fields(file, "", root, PLAN_KEYS);
        }
    }

    /**
     * Reads a plan for a scenario.
     *
     * @throws InputException if it does not fit
     */
    public static RotationPlan read(Path file, Scenario scenario) {
        return new PlanReader(file, scenario).plan();
    }

    private RotationPlan plan() {
        Map<String, Double> seconds = seconds();
        Map<String, Integer> burned = burned(seconds.keySet());
        Map<String, Integer> sitsOn = plan.words("sitsOn", "ids of riders");
        sitsOn.forEach(this::checkKnown);
        List<Pull> pulls = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        for (String id : order(seconds.keySet(), sitsOn.keySet())) {
            if (seconds.containsKey(id) && !sitsOn.containsKey(id)) {
                if (!behind.isEmpty()) {
                    throw plan.fault(
                            "order",
                            "has " + behind.get(0) + " ahead of " + id + ", but " + behind.get(0)
                                    + " sits on. Riders who sit on ride behind all who pull.");
                }
                pulls.add(new Pull(id, seconds.getOrDefault(id, 0.0), burned.getOrDefault(id, 0)));
            } else {
                behind.add(id);
            }
        }
        checkAll(pulls, behind, seconds.keySet(), sitsOn.keySet());
        try {
            return new RotationPlan(pulls, behind, SectorEfforts.of(file, plan, scenario));
        } catch (IllegalArgumentException e) {
            throw new InputException(file, 0, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (Fields pull : plan.groups("pulls", "groups of rider and seconds", "rider", "seconds")) {
            String id = knownRider(pull);
            if (seconds.put(id, pull.number("seconds", SECONDS)) != null) {
                throw pull.fault("rider", "= " + id + " is there twice. Keep one pull of each rider.");
            }
        }
        if (seconds.isEmpty()) {
            throw plan.fault(
                    "pulls", "is missing or empty: nobody would ride. List rider and seconds of those who pull.");
        }
        return seconds;
    }

    private Map<String, Integer> burned(Set<String> pulling) {
        Map<String, Integer> burned = new LinkedHashMap<>();
        for (Fields entry : plan.groups("burned", "groups of rider and afterTurns", "rider", "afterTurns")) {
            String id = knownRider(entry);
            if (!pulling.contains(id)) {
                throw entry.fault("rider", "= " + id + " does not pull, so he cannot be burned.");
            }
            burned.put(id, entry.count("afterTurns", TURNS));
        }
        return burned;
    }

    private List<String> order(Set<String> pulling, Set<String> sitsOn) {
        if (plan.has("order")) {
            Map<String, Integer> order = plan.words("order", "ids of riders, front first");
            order.forEach(this::checkKnown);
            return List.copyOf(order.keySet());
        }
        List<String> order = new ArrayList<>(pulling);
        order.addAll(sitsOn);
        return order.stream().distinct().toList();
    }

    private void checkAll(List<Pull> pulls, List<String> behind, Set<String> pulling, Set<String> sitsOn) {
        for (String id : team) {
            if (pulling.contains(id) && sitsOn.contains(id)) {
                throw plan.fault("sitsOn", "names " + id + ", who is under pulls too. Keep him in one list.");
            }
            if (!behind.contains(id)
                    && pulls.stream().noneMatch(pull -> pull.riderId().equals(id))) {
                throw plan.fault(
                        plan.has("order") ? "order" : "pulls",
                        "leaves out rider " + id + " of the scenario. Every rider of the chase pulls or sits on.");
            }
        }
    }

    private String knownRider(Fields fields) {
        String id = fields.text("rider", "the id of a rider");
        checkKnown(id, fields.line("rider"));
        return id;
    }

    private void checkKnown(String id, int line) {
        if (!team.contains(id)) {
            throw new InputException(
                    file,
                    line,
                    "rider " + id + " is not in the chase." + Nearest.question(id, team) + " It has: "
                            + String.join(", ", team) + ".");
        }
    }
}
