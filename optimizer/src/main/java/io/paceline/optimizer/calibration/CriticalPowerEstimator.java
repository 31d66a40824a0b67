package io.paceline.optimizer.calibration;

import io.paceline.optimizer.calibration.Doubt.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Estimates CP and W′ and says how far to trust them. The practice behind it: all-out efforts of 2 to 20 minutes, two of them over 12; the
 * model with the least combined standard error is taken. Where that cannot be had it says so, and where nothing can be told it gives no
 * number. Its limits are estimates, not measured.
 */
public final class CriticalPowerEstimator {
    /** The shortest effort that is fitted, s: two minutes, and what a test to exhaustion may fall short of them. */
    public static final double SHORTEST_S = 100;

    /** The longest effort that is fitted, s: twenty minutes and a little. */
    public static final double LONGEST_S = 1_320;

    /** An effort that long is a long one, s. */
    static final double LONG_S = 720;

    /** Without an effort that long CP and W′ are not told apart, s. */
    private static final double LONGEST_AT_LEAST_S = 360;

    /** The longest effort is at least so many times the shortest. */
    private static final double SPREAD = 2;

    private static final int LONG_ONES = 2;
    /** So many durations at least. */
    static final int FEWEST = 3;

    /** Below it no rider was found, J. */
    private static final double LEAST_W_PRIME_J = 5_000;

    private static final double MOST_W_PRIME_J = 60_000;
    private static final double LEAST_CP_W = 100;
    private static final double MOST_CP_W = 600;

    /** Usual riders have 40 to 90 s of CP as W′. */
    private static final double SMALL_W_PRIME_S = 30;

    private static final double MOST_CP_ERROR_PCT = 10;
    private static final double MOST_W_PRIME_ERROR_PCT = 50;

    /** A band wider than this part of CP, or of W', is no answer. */
    private static final double WIDEST_CP = 0.15;

    private static final double WIDEST_W_PRIME = 0.6;

    /** An effort this far below the curve was not all-out. */
    private static final double LOW = 0.05;

    /** The durations that are fitted from rides, s. */
    private static final int[] FROM_RIDES_S = {120, 180, 300, 480, 720, 900, 1_200};

    private final List<Doubt> doubts = new ArrayList<>();

    private CriticalPowerEstimator() {}

    /** From tests: every effort was all-out and stands for itself. */
    public static CriticalPowerEstimate ofTests(List<Effort> tests) {
        return new CriticalPowerEstimator().estimate(tests);
    }

    /** From rides: the best mean powers, of which nobody knows whether they were all-out. */
    public static CriticalPowerEstimate ofRides(List<PowerSeries> rides) {
        CriticalPowerEstimator estimator = new CriticalPowerEstimator();
        PowerCurve curve = PowerCurve.of(rides);
        List<BestEffort> best = new ArrayList<>();
        for (int durationS : FROM_RIDES_S) {
            curve.best(durationS).ifPresent(best::add);
        }
        estimator.doubts.addAll(RideDoubts.of(rides, best));
        return estimator.estimate(best.stream().map(BestEffort::effort).toList());
    }

    private CriticalPowerEstimate estimate(List<Effort> given) {
        List<Effort> efforts = given.stream()
                .filter(effort -> effort.durationS() >= SHORTEST_S && effort.durationS() <= LONGEST_S)
                .sorted(Comparator.comparingDouble(Effort::durationS))
                .toList();
        if (efforts.size() < given.size()) {
            doubt(Kind.LEFT_OUT, "%d efforts outside of 2 to 20 minutes are left out.", given.size() - efforts.size());
        }
        Optional<String> refusal = tooLittle(efforts);
        List<CriticalPowerFit> fits = refusal.isPresent() ? List.of() : CriticalPowerFits.all(efforts);
        Optional<CriticalPowerFit> best = CriticalPowerEstimate.best(fits);
        if (best.isPresent()) {
            refusal = unlikely(best.get(), efforts);
            doubtFit(best.get(), efforts);
        } else if (refusal.isEmpty()) {
            refusal = Optional.of("Power does not fall with time as it does in all-out efforts, so no model fits.");
        }
        CriticalPowerEstimate estimate = new CriticalPowerEstimate(efforts, fits, doubts, refusal);
        return refusal.isPresent() ? estimate : narrowEnough(estimate);
    }

    /** An estimate, or the same without an answer if its bands are too wide to plan with. */
    private static CriticalPowerEstimate narrowEnough(CriticalPowerEstimate estimate) {
        CriticalPowerFit best = estimate.best();
        double bandW = estimate.criticalPowerBandW();
        double bandJ = estimate.wPrimeBandJ();
        if (bandW <= WIDEST_CP * best.criticalPowerW() && bandJ <= WIDEST_W_PRIME * best.wPrimeJ()) {
            return estimate;
        }
        String why = String.format(
                Locale.ROOT,
                "CP would be %.0f W ± %.0f and W' %.1f kJ ± %.1f: too rough to plan with.",
                best.criticalPowerW(),
                bandW,
                best.wPrimeJ() / 1_000,
                bandJ / 1_000);
        return new CriticalPowerEstimate(estimate.efforts(), estimate.fits(), estimate.doubts(), Optional.of(why));
    }

    private static Optional<String> tooLittle(List<Effort> efforts) {
        long durations =
                efforts.stream().mapToDouble(Effort::durationS).distinct().count();
        if (durations < FEWEST) {
            return Optional.of(durations + " efforts of different length between 2 and 20 minutes: a curve needs three,"
                    + " and five are better. Ride all-out efforts of 3, 5, 8, 12 and 20 minutes on different days.");
        }
        double shortestS = efforts.get(0).durationS();
        double longestS = efforts.get(efforts.size() - 1).durationS();
        if (longestS < LONGEST_AT_LEAST_S) {
            return Optional.of("The longest effort is " + minutes(longestS)
                    + ": CP and W' cannot be told apart without one of 6 minutes, better two over 12.");
        }
        if (longestS < SPREAD * shortestS) {
            return Optional.of("All efforts are about equally long, " + minutes(shortestS) + " to " + minutes(longestS)
                    + ": CP and W' cannot be told apart. Add one of 3 minutes or one of 15.");
        }
        return Optional.empty();
    }

    private static Optional<String> unlikely(CriticalPowerFit fit, List<Effort> efforts) {
        boolean likely = fit.criticalPowerW() >= LEAST_CP_W
                && fit.criticalPowerW() <= MOST_CP_W
                && fit.wPrimeJ() <= MOST_W_PRIME_J;
        if (!likely) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "CP %.0f W and W' %.0f J are not those of a rider. Check the units, and whether all efforts are of"
                            + " one rider.",
                    fit.criticalPowerW(),
                    fit.wPrimeJ()));
        }
        if (fit.wPrimeJ() < LEAST_W_PRIME_J) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The best %s are only %.0f W above the best %s: that is steady riding, not all-out efforts, and says"
                            + " nothing about CP but that it is hardly below %.0f W.",
                    minutes(efforts.get(0).durationS()),
                    efforts.get(0).powerW() - efforts.get(efforts.size() - 1).powerW(),
                    minutes(efforts.get(efforts.size() - 1).durationS()),
                    efforts.get(efforts.size() - 1).powerW()));
        }
        if (fit.criticalPowerErrorPct() > MOST_CP_ERROR_PCT || fit.wPrimeErrorPct() > MOST_W_PRIME_ERROR_PCT) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The efforts do not lie on one curve: the standard errors are %.0f %% of CP and %.0f %% of W'. Some"
                            + " were not all-out.",
                    fit.criticalPowerErrorPct(),
                    fit.wPrimeErrorPct()));
        }
        return Optional.empty();
    }

    private void doubtFit(CriticalPowerFit fit, List<Effort> efforts) {
        if (efforts.size() == FEWEST) {
            doubt(Kind.FEW_EFFORTS, "Only %d efforts: one that was not all-out would not show.", FEWEST);
        }
        long longOnes =
                efforts.stream().filter(effort -> effort.durationS() >= LONG_S).count();
        if (longOnes < LONG_ONES) {
            doubt(
                    Kind.NO_LONG_EFFORTS,
                    "%s of 12 minutes or more: CP comes out too high without two.",
                    longOnes == 0 ? "No effort" : "Only one effort");
        }
        for (Effort effort : efforts) {
            double shouldW = fit.powerW(effort.durationS());
            if (effort.powerW() < (1 - LOW) * shouldW) {
                doubt(
                        Kind.LOW_EFFORT,
                        "The %s at %.0f W are %.0f %% below the curve of the others: not all-out?",
                        minutes(effort.durationS()),
                        effort.powerW(),
                        100 * (1 - effort.powerW() / shouldW));
            }
        }
        if (fit.wPrimeJ() < SMALL_W_PRIME_S * fit.criticalPowerW()) {
            doubt(
                    Kind.SMALL_W_PRIME,
                    "W' is small for this CP: %.0f s of it, and 40 to 90 are usual. Were the efforts of a few minutes"
                            + " all-out?",
                    fit.wPrimeJ() / fit.criticalPowerW());
        }
    }

    private void doubt(Kind kind, String format, Object... values) {
        doubts.add(new Doubt(kind, String.format(Locale.ROOT, format, values)));
    }

    /** Such as {@code 12 min} or {@code 2 min 37 s}. */
    static String minutes(double durationS) {
        long s = Math.round(durationS);
        return s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s");
    }
}
