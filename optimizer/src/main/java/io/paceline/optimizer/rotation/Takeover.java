package io.paceline.optimizer.rotation;

import io.paceline.chase.RiderOutcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Polish;
import io.paceline.optimizer.rotation.draft.Trials;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import java.util.ArrayList;
import java.util.List;

/**
 * Who takes over the turns of riders who are gone. A rotation that stays as long leaves the others on the hills on which they led before,
 * and a rotation that does not may cost each of them kilojoules; so every way to share a turn is ridden, each at a pace
 * that suits it, and the cheapest is taken.
 */
final class Takeover {
    /** Enough to descend the pace of some twenty sectors once; 0.1 to 0.2 s for all ways of eight riders there. */
    private static final int PLANS_BY_WAY = 300;

    private final ChaseKernel kernel;
    private final Team team;
    private final DraftSpace space;
    private final CostMeter meter;
    private final List<Double> efforts;

    /** For plans with these efforts. */
    Takeover(ChaseKernel kernel, List<Double> efforts) {
        this.kernel = kernel;
        this.efforts = efforts;
        team = kernel.chase().team();
        space = new DraftSpace(kernel);
        meter = new CostMeter(space);
    }

    /**
     * A turn that nobody rides.
     *
     * @param position of the one who rides next, among those who are left
     */
    record Turn(int position, double seconds) {}

    private record Line(List<Pull> pulls, List<String> sitsOn) {}

    /**
     * The cheapest plan in which somebody or nobody takes over each turn, one after the other, the last in the line first.
     *
     * @param pulls of those who are left; somebody pulls to the end
     * @param free in the order of the line
     */
    RotationPlan cheapest(List<Pull> pulls, List<String> sitsOn, List<Turn> free) {
        Line line = new Line(pulls, sitsOn);
        for (int i = free.size() - 1; i >= 0; i--) {
            line = cheapest(ways(line, free.get(i)));
        }
        return plan(line);
    }

    /** The shortest possible pull in a line of so many, s; on the grid of the search. */
    double shortestS(int working) {
        return DraftSpace.PULL_STEP_S * Math.ceil(kernel.shortestPullS(working) / DraftSpace.PULL_STEP_S + 1e-9);
    }

    private RotationPlan plan(Line line) {
        double shortestS = shortestS(line.pulls.size());
        return new RotationPlan(
                line.pulls.stream()
                        .map(pull ->
                                new Pull(pull.riderId(), Math.max(pull.seconds(), shortestS), pull.burnedAfterTurns()))
                        .toList(),
                line.sitsOn,
                efforts);
    }

    /** The first of equals. */
    private Line cheapest(List<Line> ways) {
        Line best = ways.get(0);
        Cost least = Cost.WORST;
        for (Line way : ways) {
            RotationPlan plan = plan(way);
            Cost cost = atItsPace(plan);
            if (cost.beats(least)) {
                least = cost;
                best = way;
            }
        }
        return best;
    }

    /** What a plan costs once each of its efforts is put right: others lead on the hills now, and the pace carried over suits none of them. */
    private Cost atItsPace(RotationPlan plan) {
        Trials trials = new Trials(space, PLANS_BY_WAY, Double.POSITIVE_INFINITY, (elapsedS, evaluations, cost) -> {});
        Draft draft = space.nearest(plan);
        trials.measure(meter, draft);
        new Polish(space, meter, trials).descend(draft);
        return trials.bestCost();
    }

    private List<Line> ways(Line line, Turn turn) {
        List<Line> ways = new ArrayList<>();
        ways.add(line);
        for (int position = 0; position < line.pulls.size(); position++) {
            Pull pull = line.pulls.get(position);
            if (pull.burnedAfterTurns() == 0 && pull.seconds() + turn.seconds <= DraftSpace.LONGEST_PULL_S) {
                ways.add(withLonger(line, position, turn.seconds));
            }
        }
        for (String id : line.sitsOn) {
            if (!team.protectedIds().contains(id)) {
                List<Pull> pulls = new ArrayList<>(line.pulls);
                pulls.add(turn.position, new Pull(id, turn.seconds));
                ways.add(new Line(
                        pulls,
                        line.sitsOn.stream().filter(other -> !other.equals(id)).toList()));
            }
        }
        ways.add(shared(line, turn.seconds));
        return ways;
    }

    private static Line withLonger(Line line, int position, double moreS) {
        List<Pull> pulls = new ArrayList<>(line.pulls);
        Pull pull = pulls.get(position);
        pulls.set(position, new Pull(pull.riderId(), pull.seconds() + moreS, pull.burnedAfterTurns()));
        return new Line(pulls, line.sitsOn);
    }

    /** Step by step to whoever has most left for each second that he has taken over so far. */
    private Line shared(Line line, double seconds) {
        double[] leftJ = leftJ(line);
        int[] steps = new int[leftJ.length];
        Line shared = line;
        for (long step = Math.round(seconds / DraftSpace.PULL_STEP_S); step > 0; step--) {
            int next = -1;
            for (int position = 0; position < leftJ.length; position++) {
                boolean may = leftJ[position] > 0
                        && shared.pulls.get(position).seconds() + DraftSpace.PULL_STEP_S <= DraftSpace.LONGEST_PULL_S;
                if (may && (next < 0 || leftJ[position] * (steps[next] + 1) > leftJ[next] * (steps[position] + 1))) {
                    next = position;
                }
            }
            if (next < 0) {
                return shared;
            }
            steps[next]++;
            shared = withLonger(shared, next, DraftSpace.PULL_STEP_S);
        }
        return shared;
    }

    /** What those who pull to the end have above their reserve when nobody takes the turn over, J, by position; 0 for the others. */
    private double[] leftJ(Line line) {
        List<RiderOutcome> riders = kernel.evaluate(plan(line)).riders();
        double[] leftJ = new double[line.pulls.size()];
        for (int position = 0; position < leftJ.length; position++) {
            Pull pull = line.pulls.get(position);
            if (pull.burnedAfterTurns() == 0) {
                RiderOutcome rider = riders.get(team.slot(pull.riderId()));
                leftJ[position] = rider.leastBalanceJ() - kernel.chase().reserveFraction() * rider.wPrimeJ();
            }
        }
        return leftJ;
    }
}
