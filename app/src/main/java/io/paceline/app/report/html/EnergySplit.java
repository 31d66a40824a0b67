package io.paceline.app.report.html;

import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Trace;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a rider's work goes; the parts add up to his work.
 *
 * @param rider id
 * @param frontJ in front, J
 * @param lineJ in the line behind, J
 * @param exchangeJ drifting back, J
 * @param bunchJ before the launch, J
 * @param leftJ charged after he was burned, J
 */
record EnergySplit(String rider, double frontJ, double lineJ, double exchangeJ, double bunchJ, double leftJ) {
    private static final int FRONT = 0;
    private static final int LINE = 1;
    private static final int EXCHANGE = 2;
    private static final int BUNCH = 3;
    private static final int LEFT = 4;

    /** The longest step of the trace, s: as long as it may be, for power does not change between rows. */
    private static final double STEP_S = 600;

    /** One split for each rider, front of the line first. */
    static List<EnergySplit> of(ChaseKernel kernel, RotationPlan plan) {
        Trace trace = kernel.traceChanges(plan, STEP_S);
        int riders = kernel.chase().team().size();
        double[][] workJ = new double[riders][5];
        Turns turns = new Turns(kernel, plan);
        for (int row = 0; row < trace.timeS().size() - 1; row++) {
            double lastsS = trace.timeS().get(row + 1) - trace.timeS().get(row);
            turns.leads(trace.leader().get(row));
            for (int slot = 0; slot < riders; slot++) {
                int part = part(trace, row, slot, turns);
                workJ[slot][part] += trace.powerW().get(row).get(slot) * lastsS;
            }
        }
        List<EnergySplit> splits = new ArrayList<>();
        for (int slot : RideRows.order(kernel.chase().team(), plan)) {
            double[] j = workJ[slot];
            splits.add(new EnergySplit(
                    kernel.chase().team().riders().get(slot).id(), j[FRONT], j[LINE], j[EXCHANGE], j[BUNCH], j[LEFT]));
        }
        return splits;
    }

    private static int part(Trace trace, int row, int slot, Turns turns) {
        int leader = trace.leader().get(row);
        if (leader < 0) {
            return BUNCH;
        }
        if (leader == slot) {
            return FRONT;
        }
        if (trace.exchanging().get(row) == slot) {
            return EXCHANGE;
        }
        return turns.left(slot) ? LEFT : LINE;
    }

    /** Counts turns, to know who has left. */
    private static final class Turns {
        private final Map<Integer, Integer> last = new HashMap<>();
        private final int[] taken;
        private int leader = -1;

        Turns(ChaseKernel kernel, RotationPlan plan) {
            taken = new int[kernel.chase().team().size()];
            for (Pull pull : plan.pulls()) {
                if (pull.burnedAfterTurns() > 0) {
                    last.put(kernel.chase().team().slot(pull.riderId()), pull.burnedAfterTurns());
                }
            }
        }

        void leads(int slot) {
            if (slot >= 0 && slot != leader) {
                taken[slot]++;
            }
            leader = slot;
        }

        boolean left(int slot) {
            return slot != leader && taken[slot] >= last.getOrDefault(slot, Integer.MAX_VALUE);
        }
    }
}
