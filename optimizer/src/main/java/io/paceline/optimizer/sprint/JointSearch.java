package io.paceline.optimizer.sprint;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Descends from chases and trains to pairs that no single change of either improves, and keeps the best. Deterministic. */
final class JointSearch {
    private static final double[] PULL_STEPS_S = {60, 20, 5};
    private static final double[] TURN_STEPS_M = {200, 50, 10};
    /** A descent ends long before; an end in any case. */
    private static final int MOST_ROUNDS = 200;

    /**
     * What a pair costs; no amount of a later part makes up for an earlier one.
     *
     * @param hard joules and milliseconds that make it impossible, of the chase and the train together; 0 if it can be ridden
     * @param reserveShortJ what the chase leaves too little of reserves, in whole joules
     * @param energyJ of the chase
     * @param sprinterLeftJ at the drop
     */
    private record Cost(double hard, double reserveShortJ, double energyJ, double sprinterLeftJ) {
        boolean beats(Cost other) {
            if (hard != other.hard) {
                return hard < other.hard;
            }
            if (reserveShortJ != other.reserveShortJ) {
                return reserveShortJ < other.reserveShortJ;
            }
            return energyJ != other.energyJ ? energyJ < other.energyJ : sprinterLeftJ > other.sprinterLeftJ;
        }
    }

    /** A chase, a train, and what they cost together. */
    private record Pair(RotationPlan chase, TrainLoad load, Cost cost) {}

    private final ChaseKernel kernel;
    private final Optional<TrainRide> ride;
    private final PlanEvaluator evaluator;
    private final Pace pace;
    private final ChaseMoves moves;
    private final BooleanSupplier stopped;
    private @Nullable Pair best;
    private long evaluations;

    /**
     * A search among chases of the same efforts.
     *
     * @param ride of the train; empty to look at the chase alone
     * @param efforts of every chase that it descends from
     * @param stopped asked between pairs; true ends the descent
     */
    JointSearch(ChaseKernel kernel, Optional<TrainRide> ride, List<Double> efforts, BooleanSupplier stopped) {
        this.stopped = stopped;
        this.kernel = kernel;
        this.ride = ride;
        evaluator = kernel.newEvaluator();
        moves = new ChaseMoves(kernel);
        pace = kernel.newPace();
        kernel.solvePace(efforts.stream().mapToDouble(Double::doubleValue).toArray(), pace);
    }

    /** Looks at a pair and changes nothing. */
    void look(RotationPlan chase, Train train) {
        keep(measured(chase, load(train)));
    }

    private void keep(Pair pair) {
        best = best == null ? pair : better(best, pair);
    }

    /** Descends from a pair: takes the best of all changes until none helps. */
    void descend(RotationPlan chase, Train train) {
        Pair now = measured(chase, load(train));
        for (int step = 0; step < PULL_STEPS_S.length; step++) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Pair next = next(now, PULL_STEPS_S[step], TURN_STEPS_M[step]);
                if (!next.cost().beats(now.cost())) {
                    break;
                }
                now = next;
            }
        }
        keep(now);
    }

    private Pair next(Pair from, double pullS, double turnM) {
        Pair winner = from;
        for (RotationPlan chase : moves.of(from.chase(), pullS)) {
            if (stopped.getAsBoolean()) {
                return from; // half a round shows nothing
            }
            winner = better(winner, measured(chase, from.load()));
        }
        if (ride.isPresent()) {
            for (Train train : from.load().train().changed(turnM)) {
                winner = better(winner, measured(from.chase(), load(train)));
            }
        }
        return winner;
    }

    private static Pair better(Pair one, Pair other) {
        return other.cost().beats(one.cost()) ? other : one;
    }

    private TrainLoad load(Train train) {
        return ride.map(r -> r.load(train)).orElseGet(() -> new TrainLoad(train, Map.of(), List.of(), 0));
    }

    private Pair measured(RotationPlan chase, TrainLoad load) {
        evaluator.evaluate(pace, LinePlan.of(chase, kernel.chase().team()));
        TrainNeeds needs = ride.map(r -> r.needs(load, this::endBalanceJ)).orElse(TrainNeeds.NONE);
        double lateMs = pace.lateS() > Outcome.TIME_TOLERANCE_S ? 1_000 * pace.lateS() : 0;
        double hard = evaluator.overdrawnJ()
                + lateMs
                + 1_000 * evaluator.pullShortS()
                + needs.shortJ()
                + needs.tooStrongJ()
                + missingJ(chase);
        evaluations++;
        return new Pair(
                chase,
                load,
                new Cost(hard, Math.ceil(evaluator.reserveShortJ()), evaluator.collectiveJ(), needs.sprinterLeftJ()));
    }

    /** After the chase that was evaluated last. */
    private double endBalanceJ(String id) {
        return evaluator.endBalanceJ(kernel.chase().team().slot(id));
    }

    /** All W′ of those who are burned in the chase and so are not there for the train, J. */
    private double missingJ(RotationPlan chase) {
        double missingJ = 0;
        for (Pull pull : chase.pulls()) {
            if (pull.burnedAfterTurns() > 0 && ride.isPresent() && ride.get().needs(pull.riderId())) {
                Team team = kernel.chase().team();
                missingJ += team.riders().get(team.slot(pull.riderId())).wPrimeJ();
            }
        }
        return missingJ;
    }

    private Pair known() {
        Pair pair = best;
        if (pair == null) {
            throw new IllegalStateException("sprint: nothing was looked at. Call descend() first.");
        }
        return pair;
    }

    /** Pairs looked at. */
    long evaluations() {
        return evaluations;
    }

    /** The chase of the best pair. */
    RotationPlan chase() {
        return known().chase();
    }

    /** The best pair, with its whole account. */
    SprintPlan best(TrainRide train, double dropMPerS) {
        Pair found = known();
        evaluator.evaluate(pace, LinePlan.of(found.chase(), kernel.chase().team()));
        return new SprintPlan(
                dropMPerS,
                found.chase(),
                kernel.evaluate(found.chase()),
                found.load().train(),
                train.ride(found.load().train(), this::endBalanceJ));
    }
}
