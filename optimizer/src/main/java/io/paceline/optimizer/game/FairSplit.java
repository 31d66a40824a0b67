package io.paceline.optimizer.game;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What coalitions of a game can get by themselves, and the split of work that is fair by it; {@link JointTask#fairShares} says how. */
final class FairSplit {
    private final JointTask task;
    private final Efforts efforts;
    private final Map<Coalition, Double> worth = new HashMap<>();

    FairSplit(JointTask task, Efforts efforts) {
        this.task = task;
        this.efforts = efforts;
    }

    double worth(Coalition coalition) {
        return worth.computeIfAbsent(coalition, asked -> {
            double best = 0;
            for (Coalition part : partsOf(asked)) {
                if (task.can(part)) {
                    double sum = 0;
                    for (int player : asked.members()) {
                        sum += task.payoff(part, player);
                    }
                    best = Math.max(best, sum);
                }
            }
            return best;
        });
    }

    private List<Coalition> partsOf(Coalition coalition) {
        return efforts.knownParts(coalition)
                .orElseGet(() -> coalition.size() <= JointTask.MOST_EXACT ? coalition.parts() : List.of(coalition));
    }

    boolean isExact(Coalition coalition) {
        return coalition.size() <= JointTask.MOST_EXACT
                && coalition.parts().stream().allMatch(efforts::knows);
    }

    List<FairShare> shares(Coalition coalition, int orders, long seed) {
        Effort effort = task.effort(coalition)
                .orElseThrow(() -> new IllegalArgumentException(
                        "game: a coalition that cannot do the job has no work to share. Ask can() first."));
        ShapleyValue.Estimate value = isExact(coalition)
                ? new ShapleyValue.Estimate(
                        ShapleyValue.exact(coalition, this::worth), new double[Coalition.MAX_PLAYERS])
                : ShapleyValue.sampled(coalition, this::worth, orders, seed);
        double sum = 0;
        for (int player : coalition.members()) {
            sum += Math.max(0, burden(effort, player, value));
        }
        List<FairShare> shares = new ArrayList<>();
        for (int player : coalition.members()) {
            double burden = burden(effort, player, value);
            double error = value.standardError()[player];
            double share = sum > 0 ? Math.max(0, burden) / sum : 1.0 / coalition.size();
            shares.add(new FairShare(player, burden, share, error, sum > 0 ? error / sum : 0));
        }
        return shares;
    }

    private double burden(Effort effort, int player, ShapleyValue.Estimate value) {
        return task.idle(effort, player) - value.value()[player];
    }
}
