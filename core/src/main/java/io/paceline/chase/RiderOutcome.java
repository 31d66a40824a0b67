package io.paceline.chase;

/**
 * What the chase costs one rider, from the start point to the catch point.
 *
 * @param riderId who
 * @param workJ at the pedals, J
 * @param meanPowerW work over time, W
 * @param normalizedPowerW Coggan's fourth-power mean, W
 * @param aboveCriticalPowerJ work above CP, J
 * @param metabolicJ work over his efficiency, J
 * @param leastBalanceJ the least W′bal at any time, J; negative when overdrawn
 * @param endBalanceJ W′bal at the catch, J
 * @param wPrimeJ W′ as he is today, J
 * @param frontS time at the front, s
 * @param frontShare of the time since the launch; 0 to 1
 * @param turns times he came to the front
 */
public record RiderOutcome(
        String riderId,
        double workJ,
        double meanPowerW,
        double normalizedPowerW,
        double aboveCriticalPowerJ,
        double metabolicJ,
        double leastBalanceJ,
        double endBalanceJ,
        double wPrimeJ,
        double frontS,
        double frontShare,
        int turns) {

    /** The least balance as a share of today's W′; negative when overdrawn. */
    public double leastBalanceFraction() {
        return leastBalanceJ / wPrimeJ;
    }
}
