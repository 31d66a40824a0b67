package io.paceline.optimizer.decision;

import io.paceline.optimizer.game.Coalition;
import io.paceline.optimizer.game.JointTask;
import io.paceline.optimizer.game.ShapleyValue;
import io.paceline.optimizer.game.Sharing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for coalitions that stay together where there are too many teams to plan them all: the small ones; those that come together in orders
 * drawn at random; and of each order what is left if, once enough are there, whoever can leave does.
 */
final class Exploration {
    /** As many small coalitions as this are planned, so that those which need few teams are not left to chance. */
    private static final int MOST_SMALL = 400;

    private final AskedCoalitions asked;
    private final List<Double> gains;
    private final Sharing sharing;
    private final JointTask onDemand;
    private final DecisionOptions options;
    private final Set<Coalition> prepared = new HashSet<>();

    /** Of a table, with what each team gains. */
    Exploration(
            CoalitionTable table, AskedCoalitions asked, List<Double> gains, Sharing sharing, DecisionOptions options) {
        this.asked = asked;
        this.gains = gains;
        this.sharing = sharing;
        this.options = options;
        onDemand = new JointTask(
                gains,
                coalition -> {
                    asked.plan(List.of(coalition));
                    return table.effort(coalition);
                },
                sharing);
    }

    /** Plans. */
    void run() {
        Coalition all = Coalition.ofFirst(gains.size());
        List<Coalition> first = small();
        first.addAll(met(all));
        asked.plan(first);
        ShapleyValue.orders(all, options.orders(), options.seed()).forEach(this::comeAndLeave);
    }

    /** The game as far as it is known. */
    JointTask known() {
        return JointTask.partly(gains, asked.planned(), onDemand::effort, sharing);
    }

    private List<Coalition> small() {
        List<Coalition> small = new ArrayList<>();
        for (int size = 1; size < gains.size(); size++) {
            List<Coalition> level = Coalition.ofSize(gains.size(), size);
            if (size > 2 && small.size() + level.size() > MOST_SMALL) {
                break;
            }
            small.addAll(level);
        }
        return small;
    }

    /** The coalitions that come together in the orders drawn, all of its members among them. */
    private Set<Coalition> met(Coalition members) {
        Set<Coalition> met = new HashSet<>();
        for (int[] order : ShapleyValue.orders(members, options.orders(), options.seed())) {
            Coalition soFar = Coalition.NOBODY;
            for (int team : order) {
                soFar = soFar.with(team);
                met.add(soFar);
            }
        }
        return met;
    }

    /** Teams come in this order until some go on together; then they leave in this order as long as the others go on. */
    private void comeAndLeave(int[] order) {
        Coalition soFar = Coalition.NOBODY;
        Coalition goesOn = Coalition.NOBODY;
        for (int team : order) {
            soFar = soFar.with(team);
            goesOn = goesOn.isEmpty() ? onDemand.settled(soFar) : goesOn;
        }
        for (int team : order) {
            if (goesOn.has(team)) {
                Coalition rest = onDemand.settled(goesOn.without(team));
                goesOn = rest.isEmpty() ? goesOn : rest;
            }
        }
        onDemand.stable(goesOn); // asks for all that this hangs on
    }

    /**
     * Plans what the fair shares of a coalition need: its parts, if they are few enough for exact shares, else those that come together in
     * orders drawn; and what becomes of it if a member leaves.
     *
     * @return whether that is new
     */
    boolean planForShares(Optional<Coalition> coalition) {
        if (coalition.isEmpty() || !prepared.add(coalition.get())) {
            return false;
        }
        Coalition members = coalition.get();
        asked.plan(members.size() <= JointTask.MOST_EXACT ? members.parts() : met(members));
        for (int team : members.members()) {
            onDemand.leavingPayoff(members, team);
        }
        return true;
    }
}
