package io.paceline.app.report.ride;

import io.paceline.chase.Chase;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Trace;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The ride of one rider, role after role.
 *
 * @param riderId who
 * @param steps without gaps, from the start point to the catch; two after another differ in role or sector
 */
public record RiderRide(String riderId, List<RiderStep> steps) {
    /** The longest time between two rows of the trace: nothing changes between them, so it may be long, s. */
    private static final double AT_MOST_S = 600;

    /** Of distances summed in another order, m. */
    private static final double ROUNDING_M = 1e-3;

    /** Copies the steps. */
    public RiderRide {
        steps = List.copyOf(steps);
    }

    /** One for each rider, front of the line at the launch first. */
    public static List<RiderRide> of(ChaseKernel kernel, RotationPlan plan) {
        return of(kernel, plan, row -> 0);
    }

    /** The same with a new step at each sector of the road too. */
    public static List<RiderRide> bySector(ChaseKernel kernel, RotationPlan plan) {
        Trace trace = kernel.traceChanges(plan, AT_MOST_S);
        List<Integer> sectors = new ArrayList<>();
        List<Double> endsM = sectorEndsM(kernel.chase());
        int sector = 0;
        for (double atM : trace.distanceM()) {
            while (sector < endsM.size() - 1 && atM >= endsM.get(sector) - ROUNDING_M) {
                sector++;
            }
            sectors.add(sector);
        }
        return of(kernel, plan, sectors::get);
    }

    private static List<Double> sectorEndsM(Chase chase) {
        List<Double> endsM = new ArrayList<>();
        double atM = chase.approach().stream().mapToDouble(Stretch::lengthM).sum();
        List<Stretch> stretches = chase.road().stretches();
        for (int s = 0; s < stretches.size(); s++) {
            atM += stretches.get(s).lengthM();
            if (s == stretches.size() - 1
                    || chase.road().sectorOf(s + 1) != chase.road().sectorOf(s)) {
                endsM.add(atM);
            }
        }
        return endsM;
    }

    private static List<RiderRide> of(ChaseKernel kernel, RotationPlan plan, IntUnaryOperator pieceOfRow) {
        Trace trace = kernel.traceChanges(plan, AT_MOST_S);
        Role[][] roles = roles(trace, kernel.chase().team(), plan);
        List<RiderRide> rides = new ArrayList<>();
        for (int slot : order(kernel.chase().team(), plan)) {
            rides.add(new RiderRide(
                    kernel.chase().team().riders().get(slot).id(), steps(trace, roles[slot], slot, pieceOfRow)));
        }
        return rides;
    }

    /** The slots of the riders, front of the line at the launch first. */
    public static int[] order(Team team, RotationPlan plan) {
        List<String> ids = new ArrayList<>();
        plan.pulls().forEach(pull -> ids.add(pull.riderId()));
        ids.addAll(plan.sitsOn());
        return ids.stream().mapToInt(team::slot).toArray();
    }

    /** His work in a role, J. */
    public double workJ(Role role) {
        return steps.stream()
                .filter(step -> step.role() == role)
                .mapToDouble(RiderStep::workJ)
                .sum();
    }

    private static Role[][] roles(Trace trace, Team team, RotationPlan plan) {
        int rows = trace.timeS().size() - 1;
        Role[][] roles = new Role[team.size()][rows];
        int[] turns = new int[team.size()];
        int[] lastTurn = lastTurns(team, plan);
        int before = -1;
        for (int row = 0; row < rows; row++) {
            int leader = trace.leader().get(row);
            if (leader >= 0 && leader != before) {
                turns[leader]++;
            }
            before = leader;
            for (int slot = 0; slot < roles.length; slot++) {
                boolean through = turns[slot] >= lastTurn[slot];
                roles[slot][row] = role(trace, row, slot, through);
            }
        }
        return roles;
    }

    private static int[] lastTurns(Team team, RotationPlan plan) {
        int[] last = new int[team.size()];
        Arrays.fill(last, Integer.MAX_VALUE);
        for (Pull pull : plan.pulls()) {
            if (pull.burnedAfterTurns() > 0) {
                last[team.slot(pull.riderId())] = pull.burnedAfterTurns();
            }
        }
        return last;
    }

    private static Role role(Trace trace, int row, int slot, boolean through) {
        int leader = trace.leader().get(row);
        if (leader < 0) {
            return Role.BUNCH;
        }
        if (leader == slot) {
            return Role.FRONT;
        }
        if (trace.exchanging().get(row) == slot) {
            return Role.EXCHANGE;
        }
        return through ? Role.LEFT : Role.LINE;
    }

    private static List<RiderStep> steps(Trace trace, Role[] roles, int slot, IntUnaryOperator pieceOfRow) {
        List<RiderStep> steps = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= roles.length; to++) {
            if (to < roles.length
                    && roles[to] == roles[from]
                    && pieceOfRow.applyAsInt(to) == pieceOfRow.applyAsInt(from)) {
                continue;
            }
            double workJ = 0;
            for (int row = from; row < to; row++) {
                workJ += trace.powerW().get(row).get(slot)
                        * (trace.timeS().get(row + 1) - trace.timeS().get(row));
            }
            double fromS = trace.timeS().get(from);
            steps.add(new RiderStep(
                    roles[from],
                    fromS,
                    trace.timeS().get(to) - fromS,
                    trace.distanceM().get(from),
                    workJ,
                    trace.balanceJ().get(to).get(slot)));
            from = to;
        }
        return steps;
    }
}
