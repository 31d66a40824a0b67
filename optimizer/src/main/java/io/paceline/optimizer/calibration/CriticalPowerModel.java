package io.paceline.optimizer.calibration;

/** How power and time to exhaustion hang together, and which error is made least. */
public enum CriticalPowerModel {
    /** {@code W = W′ + CP·t}, least squares in work. Source: Moritani et al. 1981, second-hand. */
    LINEAR_WORK("linear work-time", 2),

    /** {@code P = CP + W′/t}, least squares in power. Source: Whipp et al. 1982, second-hand. */
    INVERSE_TIME("power over 1/time", 2),

    /** {@code t = W′/(P - CP)}, least squares in time. Source: Monod and Scherrer 1965, second-hand. */
    HYPERBOLIC("hyperbolic", 2),

    /** {@code t = W′/(P - CP) - W′/(Pmax - CP)}, least squares in time. Source: Morton 1996, second-hand. */
    THREE_PARAMETER("3-parameter", 3);

    private final String label;
    private final int parameters;

    CriticalPowerModel(String label, int parameters) {
        this.label = label;
        this.parameters = parameters;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** How many numbers are fitted. */
    public int parameters() {
        return parameters;
    }
}
