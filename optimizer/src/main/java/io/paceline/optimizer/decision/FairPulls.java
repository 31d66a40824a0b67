package io.paceline.optimizer.decision;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.stakes.RivalTeam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns shares of the work into pulls: the pulls of a plan are scaled team by team until each team's work above being carried has its share;
 * then they are rounded to seconds. If riders cannot do that, the pulls nearest to it on the way from the plan that can be ridden.
 */
final class FairPulls {
    private static final int ROUNDS = 40;
    private static final int HALVINGS = 6;
    /** Rotations grow up to eight times as long. */
    private static final int GROWTHS = 3;
    /** Shares within a hundredth are as fair as people ride. */
    private static final double CLOSE = 0.01;

    /** Pulls are no shorter than this on average: below, whole seconds and the shortest pull leave no room for shares. Estimate. */
    private static final double MEAN_PULL_S = 30;

    /** A round changes pulls by no more than this factor, so that the fixed point is met, not jumped over. */
    private static final double MOST_CHANGE = 1.5;

    private final CoalitionTable table;
    private final PlannedRide ride;
    private final ChaseKernel kernel;
    private final Map<Integer, RivalTeam> teams;
    private final Map<Integer, Double> shares;

    /**
     * A task.
     *
     * @param ride that does it with the least energy
     * @param teams those that ride, by number
     * @param shares that are fair, by number of the team; they sum to 1
     */
    FairPulls(CoalitionTable table, PlannedRide ride, Map<Integer, RivalTeam> teams, Map<Integer, Double> shares) {
        this.table = table;
        this.ride = ride;
        this.kernel = ride.kernel();
        this.teams = new TreeMap<>(teams);
        this.shares = shares;
    }

    /**
     * Pulls with what they do.
     *
     * @param ride the plan and its outcome; one that can be ridden
     * @param nearness 1 if the shares are as fair as pulls in whole seconds can be, 0 for the plan of least energy
     */
    record Result(PlannedRide ride, double nearness) {}

    Result find() {
        Map<String, Double> fair = fairSeconds();
        double near = 1;
        double step = 0.5;
        PlannedRide best = ride;
        double bestNear = 0;
        for (int i = 0; i <= HALVINGS; i++) {
            PlannedRide tried = ridden(mixed(fair, near));
            if (tried.outcome().feasible()) {
                best = tried;
                bestNear = near;
                near += step;
            } else {
                near -= step;
            }
            step /= 2;
            if (bestNear == 1) {
                break;
            }
        }
        return new Result(best, bestNear);
    }

    /** What each team has of the burden of a ride, by number; sums to 1. */
    Map<Integer, Double> sharesOf(PlannedRide of) {
        Map<Integer, Double> burdens = new TreeMap<>();
        teams.forEach((number, team) -> burdens.put(number, table.costs().burdenJ(team, of)));
        double sum = burdens.values().stream().mapToDouble(b -> b).sum();
        burdens.replaceAll((number, burden) -> burden / sum);
        return burdens;
    }

    /** Seconds at the front by rider, not rounded; 0 sits on. Where whole seconds and shortest pulls leave no room, rotations grow. */
    private Map<String, Double> fairSeconds() {
        Map<String, Double> start = seconds(ride.plan());
        for (RivalTeam team : teams.values()) {
            startPulling(team, start);
        }
        double rotationS = Math.max(
                seconds(ride.plan()).values().stream().mapToDouble(s -> s).sum(),
                MEAN_PULL_S * start.values().stream().filter(FairPulls::pulls).count());
        Nearest nearest = new Nearest(start, Double.POSITIVE_INFINITY);
        for (int growth = 0; growth <= GROWTHS && nearest.distance > CLOSE; growth++) {
            nearest = approach(new TreeMap<>(start), rotationS * (1 << growth), nearest);
        }
        return nearest.seconds;
    }

    /** Pulls tried, and how far their shares are from what is fair: the largest difference of a team. */
    private record Nearest(Map<String, Double> seconds, double distance) {}

    /** The fixed point that shares tend to, in rotations of one length; the nearest on the way, for rounding keeps it from being met. */
    private Nearest approach(Map<String, Double> seconds, double rotationS, Nearest known) {
        Nearest nearest = known;
        for (int round = 0; round < ROUNDS; round++) {
            double scale =
                    rotationS / seconds.values().stream().mapToDouble(s -> s).sum();
            seconds.replaceAll((id, s) -> s * scale);
            Map<Integer, Double> has = sharesOf(ridden(seconds));
            double distance = teams.keySet().stream()
                    .mapToDouble(number -> Math.abs(shares.getOrDefault(number, 0.0) - has.getOrDefault(number, 0.0)))
                    .max()
                    .orElse(0);
            if (distance < nearest.distance) {
                nearest = new Nearest(new TreeMap<>(seconds), distance);
            }
            teams.forEach((number, team) -> {
                double wanted = shares.getOrDefault(number, 0.0);
                double factor = wanted <= 0
                        ? 0
                        : Math.max(1 / MOST_CHANGE, Math.min(MOST_CHANGE, wanted / has.getOrDefault(number, wanted)));
                team.spared().forEach(rider -> seconds.computeIfPresent(rider.id(), (id, s) -> s * factor));
            });
        }
        return nearest;
    }

    /** A team that should work but only sits on in the plan begins with that pull for each rider. */
    private static void startPulling(RivalTeam team, Map<String, Double> seconds) {
        if (team.spared().stream().noneMatch(rider -> pulls(seconds.getOrDefault(rider.id(), 0.0)))) {
            team.spared().forEach(rider -> seconds.put(rider.id(), MEAN_PULL_S));
        }
    }

    private Map<String, Double> seconds(RotationPlan plan) {
        Map<String, Double> seconds = new TreeMap<>();
        plan.pulls().forEach(pull -> seconds.put(pull.riderId(), pull.seconds()));
        plan.sitsOn().forEach(id -> seconds.put(id, 0.0));
        return seconds;
    }

    private Map<String, Double> mixed(Map<String, Double> fair, double nearness) {
        Map<String, Double> least = seconds(ride.plan());
        Map<String, Double> mixed = new TreeMap<>(fair);
        mixed.replaceAll((id, s) -> nearness * s + (1 - nearness) * least.getOrDefault(id, 0.0));
        return mixed;
    }

    /** Rides pulls of whole seconds, none shorter than an exchange, in the order of the plan; who has none sits on behind. */
    private PlannedRide ridden(Map<String, Double> seconds) {
        List<String> order = new ArrayList<>();
        Map<String, Integer> burned = new TreeMap<>();
        for (Pull pull : ride.plan().pulls()) {
            order.add(pull.riderId());
            burned.put(pull.riderId(), pull.burnedAfterTurns());
        }
        order.addAll(ride.plan().sitsOn());
        int working = (int) seconds.values().stream().filter(FairPulls::pulls).count();
        double shortestS = Math.ceil(kernel.shortestPullS(working) + 1e-6);
        List<Pull> pulls = new ArrayList<>();
        List<String> sitsOn = new ArrayList<>();
        for (String id : order) {
            double s = seconds.getOrDefault(id, 0.0);
            if (pulls(s)) {
                double rounded = Math.min(Pull.MAX_SECONDS, Math.max(shortestS, Math.rint(s)));
                pulls.add(new Pull(id, rounded, burned.getOrDefault(id, 0)));
            } else {
                sitsOn.add(id);
            }
        }
        if (pulls.stream().allMatch(pull -> pull.burnedAfterTurns() > 0)) {
            pulls.replaceAll(pull -> new Pull(pull.riderId(), pull.seconds()));
        }
        RotationPlan plan = new RotationPlan(pulls, sitsOn, ride.plan().sectorEfforts());
        Outcome outcome = kernel.evaluate(plan);
        return new PlannedRide(kernel, plan, outcome);
    }

    private static boolean pulls(double seconds) {
        return seconds >= 1;
    }

    /** Seconds at the front in one rotation of all riders of a team. */
    static double pullSeconds(RivalTeam team, RotationPlan plan) {
        double sum = 0;
        for (Pull pull : plan.pulls()) {
            for (Rider rider : team.spared()) {
                sum += rider.id().equals(pull.riderId()) ? pull.seconds() : 0;
            }
        }
        return sum;
    }
}
