package io.paceline.optimizer.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * CP and W′ of a rider, with the range in which they probably are, or why they cannot be told.
 *
 * @param efforts what was fitted, shortest first
 * @param fits of every model that the efforts allow
 * @param doubts reasons to trust it less; some make the bands wider
 * @param refusal why there is no answer, as a sentence; empty if there is one
 */
public record CriticalPowerEstimate(
        List<Effort> efforts, List<CriticalPowerFit> fits, List<Doubt> doubts, Optional<String> refusal) {
    /** Probability that the bands are made for. */
    public static final double CONFIDENCE = 0.95;

    /** CP of one rider comes out this much apart from day to day, as a fraction. Estimate, not measured. */
    public static final double CRITICAL_POWER_FLOOR = 0.02;

    /** The same of W′. Estimate, not measured. */
    public static final double W_PRIME_FLOOR = 0.10;

    /** Each doubt that widens adds this part of a band. Estimate, not measured. */
    public static final double WIDER_PER_DOUBT = 0.5;

    /** Errors in percent that differ less than this are equal: the simpler model is taken. */
    private static final double EQUAL_PCT = 0.01;

    /** Copies the lists. */
    public CriticalPowerEstimate {
        efforts = List.copyOf(efforts);
        fits = List.copyOf(fits);
        doubts = List.copyOf(doubts);
    }

    /**
     * The fit with the least combined standard error.
     *
     * @throws IllegalStateException if there is none: see {@link #refusal}
     */
    public CriticalPowerFit best() {
        return best(fits).orElseThrow(() -> new IllegalStateException(refusal.orElse("critical power: no fit.")));
    }

    /**
     * The fit with the least combined standard error; of equal ones the first. Three parameters through four efforts leave one degree of
     * freedom, and an error that is small by luck: they are not chosen.
     */
    static Optional<CriticalPowerFit> best(List<CriticalPowerFit> fits) {
        return fits.stream().filter(CriticalPowerEstimate::eligible).min(Comparator.comparingLong(fit ->
                (long) Math.floor(fit.combinedErrorPct() / EQUAL_PCT)));
    }

    /** Whether a fit may be chosen: three parameters need two degrees of freedom. */
    public static boolean eligible(CriticalPowerFit fit) {
        return fit.model().parameters() == 2 || fit.freedom() > 1;
    }

    /** Half the width of the range of CP, W. */
    public double criticalPowerBandW() {
        CriticalPowerFit fit = best();
        return band(fit, fit.criticalPowerErrorW(), CRITICAL_POWER_FLOOR * fit.criticalPowerW());
    }

    /** Half the width of the range of W′, J. */
    public double wPrimeBandJ() {
        CriticalPowerFit fit = best();
        return band(fit, fit.wPrimeErrorJ(), W_PRIME_FLOOR * fit.wPrimeJ());
    }

    private double band(CriticalPowerFit fit, double error, double floor) {
        double quantile = new TDistribution(fit.freedom()).inverseCumulativeProbability(0.5 + CONFIDENCE / 2);
        long wider = doubts.stream().filter(doubt -> doubt.kind().widens()).count();
        return Math.max(quantile * error, floor) * (1 + WIDER_PER_DOUBT * wider);
    }
}
