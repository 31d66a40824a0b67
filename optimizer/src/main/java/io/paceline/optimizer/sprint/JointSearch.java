package io.paceline.optimizer.sprint;

import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Descends from a chase and a train to a pair that no single change improves: a pull longer or shorter, seconds from one pull to another, all
 * pulls scaled, two riders in each other's place, one rider more or less at work, metres from one turn of the train to another, two helpers in each other's turn. Deterministic. The efforts of the chase stay.
 */
final class JointSearch {
    private static final double[] PULL_STEPS_S = {60, 20, 5};
    private static final double[] TURN_STEPS_M = {200, 50, 10};
    private static final double[] SCALES = {0.4, 0.7, 0.9, 1.1, 1.4};
    private static final double LONGEST_PULL_S = 600;
    /** Shorter turns are not ridden, m. Estimate. */
    private static final double LEAST_TURN_M = 50;
    /** A descent ends long before; an end in any case. */
    private static final int MOST_ROUNDS = 200;

    /**
     * What a pair costs; no amount of a later part makes up for an earlier one.
     *
     * @param hard joules and milliseconds that make it impossible, of the chase and the train together; 0 if it can be ridden
     * @param energyJ of the chase
     * @param sprinterLeftJ at the drop
     */
    private record Cost(double hard, double energyJ, double sprinterLeftJ) {
        boolean beats(Cost other) {
            if (hard != other.hard) {
                return hard < other.hard;
            }
            return energyJ != other.energyJ ? energyJ < other.energyJ : sprinterLeftJ > other.sprinterLeftJ;
        }
    }

    /** A chase, a train, and what they cost together. */
    private record Pair(RotationPlan chase, Train train, Cost cost) {}

    private final ChaseKernel kernel;
    private final TrainRide ride;
    private final PlanEvaluator evaluator;
    private final Pace pace;
    private @Nullable Pair now;
    private @Nullable Pair best;

    JointSearch(ChaseKernel kernel, TrainRide ride) {
        this.kernel = kernel;
        this.ride = ride;
        evaluator = kernel.newEvaluator();
        pace = kernel.newPace();
    }

    /** Begins at a pair. */
    void start(RotationPlan chase, Train train) {
        double[] efforts =
                chase.sectorEfforts().stream().mapToDouble(Double::doubleValue).toArray();
        kernel.solvePace(efforts, pace);
        now = measured(chase, train);
        keep(now);
    }

    private Pair measured(RotationPlan chase, Train train) {
        LinePlan line = LinePlan.of(chase, kernel.chase().team());
        evaluator.evaluate(pace, line);
        TrainOutcome ridden = outcome(train);
        double lateMs = pace.lateS() > Outcome.TIME_TOLERANCE_S ? 1_000 * pace.lateS() : 0;
        double hard = evaluator.overdrawnJ()
                + lateMs
                + 1_000 * evaluator.pullShortS()
                + ridden.shortJ()
                + ridden.tooStrongJ();
        return new Pair(chase, train, new Cost(hard, evaluator.collectiveJ(), ridden.sprinterLeftJ()));
    }

    /** The train after the chase that was evaluated last. */
    private TrainOutcome outcome(Train train) {
        return ride.ride(
                train, id -> evaluator.endBalanceJ(kernel.chase().team().slot(id)));
    }

    private void keep(Pair pair) {
        if (best == null || pair.cost().beats(best.cost())) {
            best = pair;
        }
    }

    /** Takes the best of all changes until none helps. */
    void descend() {
        for (int step = 0; step < PULL_STEPS_S.length; step++) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                if (!improved(PULL_STEPS_S[step], TURN_STEPS_M[step])) {
                    break;
                }
            }
        }
    }

    private boolean improved(double pullS, double turnM) {
        Pair from = now;
        if (from == null) {
            throw new IllegalStateException("sprint: descend() before start(). Start from a plan.");
        }
        Pair winner = from;
        for (RotationPlan chase : chases(from.chase(), pullS)) {
            Pair tried = measured(chase, from.train());
            winner = tried.cost().beats(winner.cost()) ? tried : winner;
        }
        for (Train train : trains(from.train(), turnM)) {
            Pair tried = measured(from.chase(), train);
            winner = tried.cost().beats(winner.cost()) ? tried : winner;
        }
        now = winner;
        keep(winner);
        return winner.cost().beats(from.cost());
    }

    private List<RotationPlan> chases(RotationPlan plan, double stepS) {
        List<RotationPlan> changed = new ArrayList<>();
        for (int i = 0; i < plan.pulls().size(); i++) {
            for (double sign : new double[] {1, -1}) {
                Pull pull = plan.pulls().get(i);
                double seconds = pull.seconds() + sign * stepS;
                if (seconds >= Pull.MIN_SECONDS && seconds <= LONGEST_PULL_S) {
                    List<Pull> pulls = new ArrayList<>(plan.pulls());
                    pulls.set(i, withSeconds(pull, seconds));
                    changed.add(new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts()));
                }
            }
            for (int other = i + 1; other < plan.pulls().size(); other++) {
                List<Pull> pulls = new ArrayList<>(plan.pulls());
                pulls.set(i, plan.pulls().get(other));
                pulls.set(other, plan.pulls().get(i));
                changed.add(new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts()));
            }
        }
        changed.addAll(shifted(plan, stepS));
        changed.addAll(whoWorks(plan));
        return changed;
    }

    /** Seconds from one pull to another, and all pulls longer or shorter: turns then fall elsewhere. */
    private static List<RotationPlan> shifted(RotationPlan plan, double stepS) {
        List<RotationPlan> changed = new ArrayList<>();
        int working = plan.pulls().size();
        for (int from = 0; from < working; from++) {
            for (int to = 0; to < working; to++) {
                double seconds = plan.pulls().get(from).seconds() - stepS;
                double more = plan.pulls().get(to).seconds() + stepS;
                if (from != to && seconds >= Pull.MIN_SECONDS && more <= LONGEST_PULL_S) {
                    List<Pull> pulls = new ArrayList<>(plan.pulls());
                    pulls.set(from, withSeconds(pulls.get(from), seconds));
                    pulls.set(to, withSeconds(pulls.get(to), more));
                    changed.add(new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts()));
                }
            }
        }
        for (double factor : SCALES) {
            List<Pull> pulls = new ArrayList<>(plan.pulls());
            pulls.replaceAll(pull -> withSeconds(
                    pull, Math.max(Pull.MIN_SECONDS, Math.min(LONGEST_PULL_S, Math.rint(pull.seconds() * factor)))));
            changed.add(new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts()));
        }
        return changed;
    }

    private static Pull withSeconds(Pull pull, double seconds) {
        return new Pull(pull.riderId(), seconds, pull.burnedAfterTurns());
    }

    /** One rider less who works, or one more. */
    private List<RotationPlan> whoWorks(RotationPlan plan) {
        List<RotationPlan> changed = new ArrayList<>();
        long stay = plan.pulls().stream()
                .filter(pull -> pull.burnedAfterTurns() == 0)
                .count();
        for (Pull pull : plan.pulls()) {
            if (stay > 1 || pull.burnedAfterTurns() > 0) {
                List<Pull> pulls = new ArrayList<>(plan.pulls());
                pulls.remove(pull);
                List<String> sitsOn = new ArrayList<>(plan.sitsOn());
                sitsOn.add(0, pull.riderId());
                changed.add(new RotationPlan(pulls, sitsOn, plan.sectorEfforts()));
            }
        }
        double shortestS = Math.ceil(kernel.shortestPullS(plan.pulls().size() + 1));
        for (String id : plan.sitsOn()) {
            if (!kernel.chase().team().protectedIds().contains(id)) {
                List<Pull> pulls = new ArrayList<>(plan.pulls());
                pulls.add(new Pull(id, shortestS));
                List<String> sitsOn = new ArrayList<>(plan.sitsOn());
                sitsOn.remove(id);
                changed.add(new RotationPlan(pulls, sitsOn, plan.sectorEfforts()));
            }
        }
        return changed;
    }

    private static List<Train> trains(Train train, double stepM) {
        List<Train> changed = new ArrayList<>();
        int turns = train.order().size();
        for (int one = 0; one < turns; one++) {
            for (int other = 0; other < turns; other++) {
                if (one != other) {
                    changed.add(train.moved(one, other, stepM, LEAST_TURN_M));
                    changed.add(train.swapped(one, other));
                }
            }
        }
        return changed;
    }

    /** The best pair of all starts, with its whole account. */
    SprintPlan best(double dropMPerS) {
        Pair found = best;
        if (found == null) {
            throw new IllegalStateException("sprint: best() before start(). Start from a plan.");
        }
        Pair account = measured(found.chase(), found.train());
        return new SprintPlan(
                dropMPerS,
                account.chase(),
                kernel.evaluate(account.chase()),
                account.train(),
                outcome(account.train()));
    }
}
