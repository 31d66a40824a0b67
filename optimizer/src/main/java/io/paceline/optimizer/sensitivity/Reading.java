package io.paceline.optimizer.sensitivity;

/**
 * What the plan does in one chase, asked in two ways.
 *
 * <p><em>In time</em>: order, pulls and efforts are held and the speeds are solved anew, so that the chase is at the catch point just
 * when the break is. Then energy and balances tell. <em>At held power</em>: order, pulls and efforts are held and so is P0, the power
 * of the mean rider at an effort of 1; the speeds follow. Then the clock tells.
 *
 * @param collectiveJ work of all riders, in time, J
 * @param leastBalanceJ the least balance of any rider at any moment, in time, J; negative when overdrawn
 * @param lateS how late even the top speed is, s; 0 when the plan is in time
 * @param marginS at held power: how much earlier than the break the chase is there, s
 */
public record Reading(double collectiveJ, double leastBalanceJ, double lateS, double marginS) {
    /** Whether the plan catches with nobody overdrawn. */
    public boolean catches() {
        return lateS <= 0 && leastBalanceJ >= 0;
    }

    /** How far from not catching: the least balance, J; where even the top speed is late, minus the seconds. */
    double distance() {
        return lateS > 0 ? -lateS : leastBalanceJ;
    }
}
