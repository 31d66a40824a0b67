package io.paceline.benchmarks.wagner;

import java.util.Arrays;

/**
 * The published instances at a time step of 0.1 s, and the two that the published program really solved.
 *
 * <p>For the instances "both" that program maps its variables from 0 to 1 to powers of 200 to 300 W ({@code 100 x + 200}), not to the 200 to
 * 1200 W of the other instances. Its 338 s and 246 s belong to the narrow range: {@link #MEN_BOTH_CAPPED} and {@link #WOMEN_BOTH_CAPPED}.
 */
public enum Instance {
    MEN_PACING("men pacing only (transitions alternate)", Pursuit.MEN, Free.POWER, 1200),
    MEN_TRANSITIONS("men transition only (550 W)", Pursuit.MEN, Free.HANDOVER, 550),
    MEN_BOTH("men both", Pursuit.MEN, Free.BOTH, 1200),
    MEN_BOTH_CAPPED("men both", Pursuit.MEN, Free.BOTH, 300),
    WOMEN_PACING("women pacing only (transitions alternate)", Pursuit.WOMEN, Free.POWER, 1200),
    WOMEN_TRANSITIONS("women transition only (400 W)", Pursuit.WOMEN, Free.HANDOVER, 400),
    WOMEN_BOTH("women both", Pursuit.WOMEN, Free.BOTH, 1200),
    WOMEN_BOTH_CAPPED("women both", Pursuit.WOMEN, Free.BOTH, 300);

    /** Time step of the published results, s. */
    public static final double STEP_S = 0.1;

    private static final double MIN_POWER_W = 200;

    private final String published;
    private final Pursuit pursuit;
    private final Free free;
    private final double maxPowerW;

    Instance(String published, Pursuit pursuit, Free free, double maxPowerW) {
        this.published = published;
        this.pursuit = pursuit;
        this.free = free;
        this.maxPowerW = maxPowerW;
    }

    /** Name in the file of published results. */
    public String published() {
        return published;
    }

    /** Name in our tables. */
    public String title() {
        return free == Free.BOTH ? published + " [200, " + (int) maxPowerW + "] W" : published;
    }

    public Pursuit pursuit() {
        return pursuit;
    }

    public boolean powerIsFree() {
        return free != Free.HANDOVER;
    }

    public boolean handOverIsFree() {
        return free != Free.POWER;
    }

    /** Whether the powers may be so high that the energy, not the power, bounds the time. */
    boolean energyBinds() {
        return maxPowerW > 1000;
    }

    /** Least power, W; equal to the greatest where the powers are given. */
    public double minPowerW() {
        return powerIsFree() ? MIN_POWER_W : maxPowerW;
    }

    /** Greatest power, W. */
    public double maxPowerW() {
        return maxPowerW;
    }

    /** The powers of the instance where they are given, W; the least ones elsewhere. */
    public double[] givenPowerW() {
        double[] result = new double[pursuit.segments()];
        Arrays.fill(result, minPowerW());
        return result;
    }

    /** Every other change of the leader, beginning with the first: what the instance gives where they are not free. */
    public boolean[] givenHandOver() {
        boolean[] result = new boolean[pursuit.handovers()];
        for (int h = 0; h < result.length; h += 2) {
            result[h] = true;
        }
        return result;
    }

    private enum Free {
        POWER,
        HANDOVER,
        BOTH
    }
}
