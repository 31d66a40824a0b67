package io.paceline.optimizer.sprint;

import io.paceline.chase.Chase;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.rider.WBalance;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Rides a train. The speed rises evenly over its road, from the start to the drop; in steps of at most {@value #STEP_M} m everybody holds
 * the power of the step's mean speed and of its gain in speed. W′ is accounted for as in the chase. From the drop on the sprinter holds the
 * one power that leaves him nothing at the line, or his Pmax if that is less.
 */
public final class TrainRide {
    /** Longest step of the train, m; halving it changes balances by less than 0.1 % (a test). */
    static final double STEP_M = 25;

    /** Longest step of the sprint, m. */
    private static final double SPRINT_STEP_M = 2;

    private static final int HALVINGS = 60;
    private static final double MOST_SPRINT_W = 3_000;

    private final Chase chase;
    private final LeadOut leadOut;
    private final double dropMPerS;
    private final Map<String, Rider> riders = new HashMap<>();

    /**
     * For one speed at the drop.
     *
     * @param dropMPerS m/s; from the start speed of the train to the top speed of the chase
     * @throws IllegalArgumentException if the speed is outside its range, or a rider is not in the chase
     */
    public TrainRide(Chase chase, LeadOut leadOut, double dropMPerS) {
        this.chase = chase;
        this.leadOut = leadOut;
        this.dropMPerS = dropMPerS;
        if (!(dropMPerS >= leadOut.startMPerS() && dropMPerS <= chase.topSpeedMPerS())) {
            throw new IllegalArgumentException("lead-out: dropMPerS = " + dropMPerS + " m/s is outside ["
                    + leadOut.startMPerS() + ", " + chase.topSpeedMPerS()
                    + "] m/s. A train does not slow down, and nobody exceeds the top speed.");
        }
        add(leadOut.sprinterId());
        leadOut.helperIds().forEach(this::add);
    }

    private void add(String id) {
        riders.put(id, chase.team().riders().get(chase.team().slot(id)));
    }

    /**
     * Rides it.
     *
     * @param train its metres sum to the train's road
     * @param balanceAtCatchJ W′bal of a rider at the catch, J; 0 or less lets him start with nothing
     */
    public TrainOutcome ride(Train train, ToDoubleFunction<String> balanceAtCatchJ) {
        Map<String, WBalance> balances = new HashMap<>();
        riders.forEach((id, rider) -> {
            WBalance balance = new WBalance(chase.recovery(), rider, chase.freshness());
            balance.spend(Math.max(0, balance.balanceJ() - balanceAtCatchJ.applyAsDouble(id)));
            balances.put(id, balance);
        });
        roll(balances);
        double[] totals = new double[2]; // seconds, joules above Pmax
        lead(train, balances, totals);
        WBalance sprinter = balances.get(leadOut.sprinterId());
        double left = sprinter == null ? 0 : sprinter.balanceJ();
        double[] sprint = sprint(left);
        Map<String, Double> least = new HashMap<>();
        double shortJ = 0;
        for (Map.Entry<String, WBalance> entry : balances.entrySet()) {
            least.put(entry.getKey(), entry.getValue().leastBalanceJ());
            shortJ += Math.max(0, -entry.getValue().leastBalanceJ());
        }
        return new TrainOutcome(least, left, shortJ, totals[1], totals[0], sprint[0], sprint[1], sprint[2]);
    }

    /** In the bunch, at its effort, until the train begins. */
    private void roll(Map<String, WBalance> balances) {
        double fraction = chase.bunch().dragFraction();
        double meanKg =
                riders.values().stream().mapToDouble(Rider::massKg).average().orElseThrow();
        double meanM2 = riders.values().stream()
                        .mapToDouble(Rider::dragAreaM2)
                        .average()
                        .orElseThrow()
                * fraction;
        Stretch level = new Stretch(1_000, 0, 0, 0, chase.smoothestRollingResistance());
        double effortW = RoadLoad.of(level, chase.air(), chase.drivetrain(), meanKg, meanM2)
                .powerW(chase.bunch().levelSpeedMPerS());
        for (Stretch stretch : leadOut.roll()) {
            double speed = Math.min(
                    chase.topSpeedMPerS(),
                    RoadLoad.of(stretch, chase.air(), chase.drivetrain(), meanKg, meanM2)
                            .speedMPerS(effortW));
            riders.forEach((id, rider) -> {
                WBalance balance = balances.get(id);
                if (balance != null) {
                    double powerW = RoadLoad.of(
                                    stretch,
                                    chase.air(),
                                    chase.drivetrain(),
                                    rider.massKg(),
                                    rider.dragAreaM2() * fraction)
                            .powerW(speed);
                    balance.hold(Math.max(0, powerW), stretch.lengthM() / speed);
                }
            });
        }
    }

    private void lead(Train train, Map<String, WBalance> balances, double[] totals) {
        List<String> line = new ArrayList<>(train.order());
        line.add(leadOut.sprinterId());
        double doneM = 0;
        double turnEndM = train.metres().get(0);
        int turn = 0;
        double stretchEndM = 0;
        for (Stretch stretch : leadOut.train()) {
            stretchEndM += stretch.lengthM();
            while (stretchEndM - doneM > 1e-9) {
                double stepM = Math.min(STEP_M, Math.min(stretchEndM - doneM, Math.max(1e-6, turnEndM - doneM)));
                totals[0] += step(stretch, line, doneM, stepM, balances, totals);
                doneM += stepM;
                boolean last = turn == train.metres().size() - 1;
                if (!last && turnEndM - doneM < 1e-6) {
                    line.remove(0);
                    turn++;
                    turnEndM += train.metres().get(turn);
                } else if (last) {
                    turnEndM = Double.POSITIVE_INFINITY; // rounding of sums leaves no gap before the drop
                }
            }
        }
    }

    private double speedAt(double m) {
        double share = m / leadOut.trainM();
        return leadOut.startMPerS() + share * (dropMPerS - leadOut.startMPerS());
    }

    /** One step of everybody in the line; returns its time, s. */
    private double step(
            Stretch stretch,
            List<String> line,
            double fromM,
            double stepM,
            Map<String, WBalance> balances,
            double[] totals) {
        double from = speedAt(fromM);
        double to = speedAt(fromM + stepM);
        double speed = 0.5 * (from + to);
        double seconds = stepM / speed;
        for (int place = 1; place <= line.size(); place++) {
            String id = line.get(place - 1);
            double fraction = chase.line()
                    .dragTable()
                    .dragFraction(line.size(), place, chase.line().wheelGapM());
            if (place > 1) {
                double aheadM2 = rider(line.get(place - 2)).dragAreaM2();
                fraction = chase.line()
                        .shelter()
                        .dragFraction(fraction, aheadM2, rider(id).dragAreaM2());
            }
            RoadLoad load = load(stretch, rider(id), fraction);
            double powerW = Math.max(
                    0, load.powerW(speed) + load.kineticPowerW(rider(id).massKg(), from, to, seconds));
            totals[1] += Math.max(0, powerW - leadOut.mostW(id)) * seconds;
            WBalance balance = balances.get(id);
            if (balance != null) {
                balance.hold(powerW, seconds);
            }
        }
        return seconds;
    }

    private Rider rider(String id) {
        Rider rider = riders.get(id);
        if (rider == null) {
            throw new IllegalArgumentException("train: rider " + id + " is not in the lead-out.");
        }
        return rider;
    }

    private RoadLoad load(Stretch stretch, Rider rider, double fraction) {
        return RoadLoad.of(stretch, chase.air(), chase.drivetrain(), rider.massKg(), rider.dragAreaM2() * fraction);
    }

    /** Power, time and speed at the line: the power that uses up what is left, at most Pmax, at least CP. */
    private double[] sprint(double leftJ) {
        Rider sprinter = rider(leadOut.sprinterId());
        double criticalW = sprinter.criticalPowerW() * chase.freshness().criticalPowerFactor();
        double low = criticalW;
        double high = Math.max(criticalW, Math.min(MOST_SPRINT_W, leadOut.mostW(sprinter.id())));
        if (spentJ(high, criticalW) > leftJ) {
            for (int i = 0; i < HALVINGS; i++) {
                double middle = 0.5 * (low + high);
                if (spentJ(middle, criticalW) > leftJ) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
        } else {
            low = high;
        }
        double[] ridden = sprintAt(low);
        return new double[] {low, ridden[0], ridden[1]};
    }

    private double spentJ(double powerW, double criticalW) {
        return (powerW - criticalW) * sprintAt(powerW)[0];
    }

    /** Time and speed at the line with a power: work less what the road takes is gained in speed, {@code Δ(½(m + I/r²)v²)}. */
    private double[] sprintAt(double powerW) {
        Rider sprinter = rider(leadOut.sprinterId());
        double inertiaKg =
                sprinter.massKg() + RoadLoad.WHEEL_INERTIA_KG_M2 / (RoadLoad.TYRE_RADIUS_M * RoadLoad.TYRE_RADIUS_M);
        double speed = dropMPerS;
        double seconds = 0;
        for (Stretch stretch : leadOut.sprint()) {
            RoadLoad load = load(stretch, sprinter, 1);
            int steps = (int) Math.ceil(stretch.lengthM() / SPRINT_STEP_M);
            double stepM = stretch.lengthM() / steps;
            for (int i = 0; i < steps; i++) {
                // the midpoint of the step, twice corrected: error of the third order in its length
                double middle = speed;
                for (int round = 0; round < 2; round++) {
                    double forceN = load.efficiency() * powerW / middle - load.forceN(middle);
                    double next = Math.sqrt(Math.max(1, speed * speed + 2 * stepM * forceN / inertiaKg));
                    middle = 0.5 * (speed + next);
                }
                seconds += stepM / middle;
                speed = 2 * middle - speed;
            }
        }
        return new double[] {seconds, speed};
    }
}
