package io.paceline.optimizer.game;

import java.util.ArrayList;
import java.util.List;

/** The fair split of the work of one coalition; {@link JointTask#fairShares} says what is fair. */
final class FairSplit {
    private final JointTask task;
    private final Coalition coalition;
    private final Effort effort;

    FairSplit(JointTask task, Coalition coalition, Effort effort) {
        this.task = task;
        this.coalition = coalition;
        this.effort = effort;
    }

    List<FairShare> shares(ShapleyValue.Estimate value) {
        double sum = 0;
        for (int player : coalition.members()) {
            sum += Math.max(0, burden(player, value));
        }
        List<FairShare> shares = new ArrayList<>();
        for (int player : coalition.members()) {
            double burden = burden(player, value);
            double error = value.standardError()[player];
            double share = sum > 0 ? Math.max(0, burden) / sum : 1.0 / coalition.size();
            shares.add(new FairShare(player, burden, share, error, sum > 0 ? error / sum : 0));
        }
        return shares;
    }

    private double burden(int player, ShapleyValue.Estimate value) {
        return task.idle(effort, player) - value.value()[player];
    }
}
