package io.paceline.optimizer.sprint;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.rider.WBalance;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Rides a train. The speed rises evenly over its road, from the start to the drop; in steps of at most {@value #STEP_M} m everybody holds
 * the power of the step's mean speed and of its gain in speed. W′ is accounted for as in the chase. The rest is the sprinter's: {@link
 * FinishRide}.
 */
public final class TrainRide {
    /** Longest step of the train, m; halving it changes balances by less than 0.1 % (a test). */
    static final double STEP_M = 25;

    private final Chase chase;
    private final ChaseLoads loads;
    private final LeadOut leadOut;
    private final double dropMPerS;
    private final Map<String, Starter> starters = new LinkedHashMap<>();

    /** One of the riders, and what he does in the bunch before the train. */
    private record Starter(Rider rider, PowerSteps roll) {}

    /** A rider in the line, and what he does there. */
    private record Wheel(Rider rider, PowerSteps steps) {}

    /** Who is where between two steps, and what was done. */
    private static final class Line {
        final List<Wheel> riding = new ArrayList<>();
        final TurnCount count = new TurnCount();
        double doneM;
        double tooStrongJ;
    }

    /**
     * For one speed at the drop.
     *
     * @param dropMPerS m/s; from the start speed of the train to the top speed of the chase
     * @throws IllegalArgumentException if the speed is outside its range, or a rider is not in the chase
     */
    public TrainRide(Chase chase, LeadOut leadOut, double dropMPerS) {
        this.chase = chase;
        loads = new ChaseLoads(chase);
        this.leadOut = leadOut;
        this.dropMPerS = dropMPerS;
        if (!(dropMPerS >= leadOut.startMPerS() && dropMPerS <= chase.topSpeedMPerS())) {
            throw new IllegalArgumentException("lead-out: dropMPerS = " + dropMPerS + " m/s is outside ["
                    + leadOut.startMPerS() + ", " + chase.topSpeedMPerS()
                    + "] m/s. A train does not slow down, and nobody exceeds the top speed.");
        }
        List<Rider> riders = new ArrayList<>();
        riders.add(rider(leadOut.sprinterId()));
        leadOut.helperIds().forEach(id -> riders.add(rider(id)));
        BunchRoll roll = new BunchRoll(chase, leadOut.roll(), riders);
        riders.forEach(rider -> starters.put(rider.id(), new Starter(rider, roll.of(rider))));
    }

    private Rider rider(String id) {
        return chase.team().riders().get(chase.team().slot(id));
    }

    /** Whether the train cannot do without a rider. */
    boolean needs(String id) {
        return starters.containsKey(id);
    }

    /**
     * Rides it.
     *
     * @param train its metres sum to the train's road
     * @param balanceAtCatchJ W′bal of a rider at the catch, J; 0 or less lets him start with nothing
     */
    public TrainOutcome ride(Train train, ToDoubleFunction<String> balanceAtCatchJ) {
        TrainLoad load = load(train);
        Map<String, WBalance> balances = balances(load, balanceAtCatchJ);
        TrainNeeds needs = needs(load, balances);
        Map<String, Double> least = new LinkedHashMap<>();
        balances.forEach((id, balance) -> least.put(id, balance.leastBalanceJ()));
        FinishRide.Finish finish =
                new FinishRide(chase, leadOut, dropMPerS, rider(leadOut.sprinterId())).ride(needs.sprinterLeftJ());
        return new TrainOutcome(
                load.turns(),
                least,
                needs.sprinterLeftJ(),
                needs.shortJ(),
                needs.tooStrongJ(),
                load.turns().stream().mapToDouble(TurnRide::seconds).sum(),
                finish.powerW(),
                finish.seconds(),
                finish.lineMPerS());
    }

    /** What {@link #ride} says of a train, without the way to the line. */
    TrainNeeds needs(TrainLoad load, ToDoubleFunction<String> balanceAtCatchJ) {
        return needs(load, balances(load, balanceAtCatchJ));
    }

    private TrainNeeds needs(TrainLoad load, Map<String, WBalance> balances) {
        double shortJ = 0;
        double leftJ = 0;
        for (Map.Entry<String, WBalance> entry : balances.entrySet()) {
            shortJ += Math.max(0, -entry.getValue().leastBalanceJ());
            leftJ = entry.getKey().equals(leadOut.sprinterId())
                    ? entry.getValue().balanceJ()
                    : leftJ;
        }
        return new TrainNeeds(leftJ, shortJ, load.tooStrongJ());
    }

    /** From the catch through the bunch and the train. */
    private Map<String, WBalance> balances(TrainLoad load, ToDoubleFunction<String> balanceAtCatchJ) {
        Map<String, WBalance> balances = new LinkedHashMap<>();
        load.steps().forEach((id, steps) -> {
            Starter starter = starter(id);
            WBalance balance = new WBalance(chase.recovery(), starter.rider(), chase.freshness());
            balance.spend(Math.max(0, balance.balanceJ() - balanceAtCatchJ.applyAsDouble(id)));
            starter.roll().ride(balance);
            steps.ride(balance);
            balances.put(id, balance);
        });
        return balances;
    }

    private Starter starter(String id) {
        Starter starter = starters.get(id);
        if (starter == null) {
            throw new IllegalArgumentException("train: rider " + id + " is not in the lead-out.");
        }
        return starter;
    }

    /** Powers and times of everybody in a train. */
    TrainLoad load(Train train) {
        Line line = new Line();
        train.order().forEach(id -> line.riding.add(new Wheel(starter(id).rider(), new PowerSteps())));
        line.riding.add(new Wheel(rider(leadOut.sprinterId()), new PowerSteps()));
        Map<String, PowerSteps> steps = new LinkedHashMap<>();
        line.riding.forEach(wheel -> steps.put(wheel.rider().id(), wheel.steps()));
        lead(train, line);
        return new TrainLoad(train, steps, line.count.turns(), line.tooStrongJ);
    }

    private void lead(Train train, Line line) {
        double turnEndM = train.metres().get(0);
        int turn = 0;
        double stretchEndM = 0;
        for (Stretch stretch : leadOut.train()) {
            stretchEndM += stretch.lengthM();
            while (stretchEndM - line.doneM > 1e-9) {
                double stepM =
                        Math.min(STEP_M, Math.min(stretchEndM - line.doneM, Math.max(1e-6, turnEndM - line.doneM)));
                step(stretch, line, stepM);
                boolean last = turn == train.metres().size() - 1;
                if (!last && turnEndM - line.doneM < 1e-6) {
                    line.riding.remove(0);
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

    /** One step of everybody in the line. */
    private void step(Stretch stretch, Line line, double stepM) {
        double from = speedAt(line.doneM);
        double to = speedAt(line.doneM + stepM);
        double speed = 0.5 * (from + to);
        double seconds = stepM / speed;
        for (int place = 1; place <= line.riding.size(); place++) {
            Rider rider = line.riding.get(place - 1).rider();
            RoadLoad load = loads.inLine(stretch, rider.massKg(), rider.dragAreaM2(), dragFraction(line.riding, place));
            double powerW = Math.max(0, load.powerW(speed) + load.kineticPowerW(rider.massKg(), from, to, seconds));
            line.tooStrongJ += Math.max(0, powerW - leadOut.mostW(rider.id())) * seconds;
            line.riding.get(place - 1).steps().add(powerW, seconds);
            if (place == 1) {
                line.count.add(rider.id(), from, to, stepM, powerW);
            }
        }
        line.doneM += stepM;
    }

    private double dragFraction(List<Wheel> line, int place) {
        double fraction = chase.line()
                .dragTable()
                .dragFraction(line.size(), place, chase.line().wheelGapM());
        if (place == 1) {
            return fraction;
        }
        double aheadM2 = line.get(place - 2).rider().dragAreaM2();
        double ownM2 = line.get(place - 1).rider().dragAreaM2();
        return chase.line().shelter().dragFraction(fraction, aheadM2, ownM2);
    }
}
