package io.paceline.rider;

/**
 * How fast a rider below critical power wins back what he spent above it: {@code D' = -D/τ}, with {@code D} the deficit
 * {@code W′ - W′bal}, J.
 */
public enum RecoveryModel {
    /**
     * {@code τ = W′/(CP - P)}. Source: Froncioni, Skiba and Clarke; Skiba and Clarke 2021, doi:10.1123/ijspp.2021-0205. Slow for
     * elite riders; mean power above CP always ends in exhaustion.
     */
    CONSERVATIVE(false) {
        @Override
        public double ratePerS(double belowCriticalPowerW, double wPrimeJ, double recoveryFactor) {
            return belowCriticalPowerW / wPrimeJ;
        }
    },

    /**
     * {@code τ = κ·2287.2·(CP - P)^-0.688} s. Source: Bartram et al. 2018, doi:10.1123/ijspp.2017-0034; four elite track riders.
     * Alone it lets mean power exceed CP for ever, so it comes with the {@linkplain #hasLinearBound() linear bound}.
     */
    ELITE(true) {
        @Override
        public double ratePerS(double belowCriticalPowerW, double wPrimeJ, double recoveryFactor) {
            return StrictMath.pow(belowCriticalPowerW, ELITE_EXPONENT) / (recoveryFactor * ELITE_SCALE_S);
        }
    };

    /** Scale of τ with power in watts, s. Source: Bartram et al. 2018, regression. */
    public static final double ELITE_SCALE_S = 2287.2;

    /** How the rate grows with the watts below CP. Source: Bartram et al. 2018, regression. */
    public static final double ELITE_EXPONENT = 0.688;

    private final boolean linearBound;

    RecoveryModel(boolean linearBound) {
        this.linearBound = linearBound;
    }

    /**
     * Whether the balance also carries {@code L' = P - CP, L ≥ 0} and is {@code W′ - max(D, L)}. Our own addition: it keeps work
     * above CP from exceeding what is recovered in joules.
     */
    public boolean hasLinearBound() {
        return linearBound;
    }

    /**
     * {@code 1/τ}, 1/s.
     *
     * @param belowCriticalPowerW CP - P, W; not negative
     * @param recoveryFactor κ of the rider
     */
    public abstract double ratePerS(double belowCriticalPowerW, double wPrimeJ, double recoveryFactor);
}
