package io.paceline.kernel;

import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;

/**
 * A plan's line in flat form, for callers who evaluate many: positions are the order at the launch, front first; the first
 * {@link #working} of them pull. Owned and changed by the caller; it checks nothing, see {@link RotationPlan} for that.
 */
public final class LinePlan {
    /** Slot of the rider in each position. A permutation of 0 to n-1. */
    public final int[] slot;

    /** Pull of each position, s; ignored for those who sit on. */
    public final double[] pullS;

    /** After how many turns the rider in each position leaves; 0 if he stays. */
    public final int[] burnedAfterTurns;

    /** How many pull; 1 to n. At least one of them must not be burned. */
    public int working;

    /** Room for so many riders. */
    public LinePlan(int riders) {
        slot = new int[riders];
        pullS = new double[riders];
        burnedAfterTurns = new int[riders];
    }

    /**
     * The flat form of a plan.
     *
     * @throws IllegalArgumentException if the plan does not place every rider of the team, or lets a protected rider pull
     */
    public static LinePlan of(RotationPlan plan, Team team) {
        int named = plan.pulls().size() + plan.sitsOn().size();
        LinePlan line = new LinePlan(team.size());
        int position = 0;
        for (Pull pull : plan.pulls()) {
            int slot = team.slot(pull.riderId());
            if (team.isProtected(slot)) {
                throw new IllegalArgumentException("plan: rider " + pull.riderId()
                        + " is protected but pulls. List him under sitsOn, or do not protect him.");
            }
            if (position < line.slot.length) {
                line.slot[position] = slot;
                line.pullS[position] = pull.seconds();
                line.burnedAfterTurns[position] = pull.burnedAfterTurns();
            }
            position++;
        }
        line.working = position;
        for (String id : plan.sitsOn()) {
            int slot = team.slot(id);
            if (position < line.slot.length) {
                line.slot[position] = slot;
            }
            position++;
        }
        if (named != team.size()) {
            throw new IllegalArgumentException("plan: it places " + named + " riders, the team has " + team.size()
                    + ". Every rider of the team pulls or sits on.");
        }
        return line;
    }

    /** Two riders change places; their pulls and turns go with them. */
    public void swap(int position, int other) {
        int rider = slot[position];
        slot[position] = slot[other];
        slot[other] = rider;
        double pull = pullS[position];
        pullS[position] = pullS[other];
        pullS[other] = pull;
        int turns = burnedAfterTurns[position];
        burnedAfterTurns[position] = burnedAfterTurns[other];
        burnedAfterTurns[other] = turns;
    }
}
