package io.paceline.optimizer.sprint;

import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All small changes of a chase: a pull longer or shorter, seconds from one pull to another, all pulls scaled, two riders in each other's place,
 * one rider more or less at work. The efforts stay.
 */
final class ChaseMoves {
    private static final double[] SCALES = {0.4, 0.7, 0.9, 1.1, 1.4};
    private static final double LONGEST_PULL_S = 600;

    private final ChaseKernel kernel;
    private final Set<String> protectedIds;

    ChaseMoves(ChaseKernel kernel) {
        this.kernel = kernel;
        protectedIds = kernel.chase().team().protectedIds();
    }

    /** Everything that one change makes of a plan, pulls by so many seconds. */
    List<RotationPlan> of(RotationPlan plan, double stepS) {
        List<RotationPlan> changed = new ArrayList<>();
        int working = plan.pulls().size();
        for (int i = 0; i < working; i++) {
            for (double sign : new double[] {1, -1}) {
                longer(changed, plan, i, sign * stepS);
            }
            for (int other = 0; other < working; other++) {
                if (other > i) {
                    changed.add(swapped(plan, i, other));
                }
                if (other != i) {
                    shifted(changed, plan, i, other, stepS);
                }
            }
        }
        for (double factor : SCALES) {
            changed.add(with(
                    plan,
                    pulls -> pulls.replaceAll(pull -> withSeconds(
                            pull,
                            Math.max(
                                    Pull.MIN_SECONDS, Math.min(LONGEST_PULL_S, Math.rint(pull.seconds() * factor)))))));
        }
        whoRests(changed, plan);
        whoWorks(changed, plan);
        return changed;
    }

    private static void longer(List<RotationPlan> changed, RotationPlan plan, int i, double moreS) {
        double seconds = plan.pulls().get(i).seconds() + moreS;
        if (seconds >= Pull.MIN_SECONDS && seconds <= LONGEST_PULL_S) {
            changed.add(with(plan, pulls -> pulls.set(i, withSeconds(pulls.get(i), seconds))));
        }
    }

    private static RotationPlan swapped(RotationPlan plan, int one, int other) {
        return with(plan, pulls -> pulls.set(other, pulls.set(one, pulls.get(other))));
    }

    /** Seconds from one pull to another: turns then fall elsewhere on the road. */
    private static void shifted(List<RotationPlan> changed, RotationPlan plan, int from, int to, double stepS) {
        double less = plan.pulls().get(from).seconds() - stepS;
        double more = plan.pulls().get(to).seconds() + stepS;
        if (less >= Pull.MIN_SECONDS && more <= LONGEST_PULL_S) {
            changed.add(with(plan, pulls -> {
                pulls.set(from, withSeconds(pulls.get(from), less));
                pulls.set(to, withSeconds(pulls.get(to), more));
            }));
        }
    }

    /** One rider less who works; somebody who is not burned always does. */
    private static void whoRests(List<RotationPlan> changed, RotationPlan plan) {
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
    }

    /** One rider more, as short as a pull may be. */
    private void whoWorks(List<RotationPlan> changed, RotationPlan plan) {
        double shortestS = Math.ceil(kernel.shortestPullS(plan.pulls().size() + 1));
        for (String id : plan.sitsOn()) {
            if (!protectedIds.contains(id)) {
                List<Pull> pulls = new ArrayList<>(plan.pulls());
                pulls.add(new Pull(id, shortestS));
                List<String> sitsOn = new ArrayList<>(plan.sitsOn());
                sitsOn.remove(id);
                changed.add(new RotationPlan(pulls, sitsOn, plan.sectorEfforts()));
            }
        }
    }

    private static RotationPlan with(RotationPlan plan, Change change) {
        List<Pull> pulls = new ArrayList<>(plan.pulls());
        change.of(pulls);
        return new RotationPlan(pulls, plan.sitsOn(), plan.sectorEfforts());
    }

    private static Pull withSeconds(Pull pull, double seconds) {
        return new Pull(pull.riderId(), seconds, pull.burnedAfterTurns());
    }

    /** What happens to the pulls. */
    private interface Change {
        void of(List<Pull> pulls);
    }
}
