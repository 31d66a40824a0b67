package io.paceline.rider;

/** Figures of a whole ride from its power, one sample a second. */
public final class PowerMetrics {
    private static final int NP_WINDOW_S = 30;
    /** Smoothing of xPower: an average over 25 s that fades by 25/26 a second. Source: Skiba's BikeScore. */
    private static final double XPOWER_FADE = 25.0 / 26.0;

    private PowerMetrics() {}

    /**
     * Normalized power, W: the fourth-power mean of the 30-s moving average, which starts from zeros. Source: Coggan, as
     * GoldenCheetah computes it.
     *
     * @param powerW one sample a second; empty gives 0
     */
    public static double normalizedPowerW(double[] powerW) {
        double windowW = 0;
        double fourth = 0;
        for (int i = 0; i < powerW.length; i++) {
            windowW += powerW[i] - (i >= NP_WINDOW_S ? powerW[i - NP_WINDOW_S] : 0);
            double mean = Math.max(0, windowW / NP_WINDOW_S);
            fourth += mean * mean * mean * mean;
        }
        return powerW.length == 0 ? 0 : Math.sqrt(Math.sqrt(fourth / powerW.length));
    }

    /**
     * xPower, W: the fourth-power mean of the exponentially weighted average, which starts from zero. Source: Skiba, as
     * GoldenCheetah computes it.
     *
     * @param powerW one sample a second; empty gives 0
     */
    public static double xPowerW(double[] powerW) {
        double weighted = 0;
        double fourth = 0;
        for (double sampleW : powerW) {
            weighted = weighted * XPOWER_FADE + sampleW * (1 - XPOWER_FADE);
            fourth += weighted * weighted * weighted * weighted;
        }
        return powerW.length == 0 ? 0 : Math.sqrt(Math.sqrt(fourth / powerW.length));
    }
}
