package io.paceline.chase;

import java.util.List;

/**
 * What a plan does: whether it catches, when, and what it costs.
 *
 * @param timeS from the start point to the catch point, s
 * @param marginS how much earlier than the break the chase is there, s; negative when late; 0 without a break
 * @param evenPowerW P0: mean power of a rider at an effort of 1, W
 * @param speedsMPerS group speed on each stretch from the launch on, m/s
 * @param collectiveJ work of all riders, J: what the search makes least
 * @param metabolicJ energy that their bodies spend on it, J
 * @param overdrawnJ sum over the riders of what they would need and do not have, J; 0 for a plan that can be ridden
 * @param reserveShortJ sum over the riders of what is missing of the reserve (overdrafts included), J
 * @param ridersMissing by how many fewer riders are left in the line than the goal wants
 * @param riders one outcome each, by slot
 */
public record Outcome(
        double timeS,
        double marginS,
        double evenPowerW,
        List<Double> speedsMPerS,
        double collectiveJ,
        double metabolicJ,
        double overdrawnJ,
        double reserveShortJ,
        int ridersMissing,
        List<RiderOutcome> riders) {

    /** Later than this counts as late, s: far below what a stopwatch shows, above the rounding of a solved pace. */
    public static final double TIME_TOLERANCE_S = 1e-6;

    /** Copies the lists. */
    public Outcome {
        speedsMPerS = List.copyOf(speedsMPerS);
        riders = List.copyOf(riders);
    }

    /** Whether the chase is there in time. */
    public boolean inTime() {
        return marginS >= -TIME_TOLERANCE_S;
    }

    /** Whether the chase is there in time with no rider overdrawn and as many left as the goal wants. */
    public boolean feasible() {
        return inTime() && overdrawnJ <= 0 && ridersMissing == 0;
    }

    /** The largest share of today's W′ that any rider has spent at his worst moment; above 1 when overdrawn. */
    public double mostSpentShare() {
        return riders.stream()
                .mapToDouble(rider -> 1 - rider.leastBalanceFraction())
                .max()
                .orElse(0);
    }
}
