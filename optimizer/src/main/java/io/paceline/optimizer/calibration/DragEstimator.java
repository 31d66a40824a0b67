package io.paceline.optimizer.calibration;

import io.paceline.road.Air;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Estimates CdA and Crr from rides with power, speed and altitude: the work that hills and speed do not explain went into air and tyres.
 * That is the energy form of virtual elevation (Chung 2003, second-hand), solved by least squares over minutes. It takes the air to be
 * still and the rider to be alone in one position on one surface; nobody can see from the data whether that was so, so the warnings say it.
 */
public final class DragEstimator {
    private static final int FEWEST_MINUTES = 12;
    /** Windows this many standard deviations off are left out, once. */
    private static final double FAR = 3;

    private static final double MOST_DRAG_ERROR_M2 = 0.02;
    private static final double MOST_ROLLING_ERROR = 0.0008;
    private static final double[] DRAG_AREAS_M2 = {0.15, 0.60};
    private static final double[] ROLLING = {0.001, 0.015};

    private final double massKg;
    private final Air air;
    private final OptionalDouble rollingResistance;

    /**
     * An estimator for one rider.
     *
     * @param massKg rider with bicycle
     * @param rollingResistance Crr where it is known: then the drag area alone is estimated
     */
    public DragEstimator(double massKg, Air air, OptionalDouble rollingResistance) {
        this.massKg = massKg;
        this.air = air;
        this.rollingResistance = rollingResistance;
    }

    /** Estimates from one ride or several of the same kind. */
    public DragEstimate estimate(List<DragSamples> rides) {
        List<DragWindow> windows = new ArrayList<>();
        for (DragSamples ride : rides) {
            windows.addAll(new DragWindows(ride, massKg, air).all());
        }
        if (windows.size() < FEWEST_MINUTES) {
            return DragEstimate.refused(
                    windows.size(),
                    windows.size() + " minutes of steady riding with power, speed and altitude: at least "
                            + FEWEST_MINUTES + " are needed, without stops and long coasting.");
        }
        Optional<Regression> first = regress(windows);
        List<DragWindow> near = first.isPresent() ? near(windows, first.get()) : windows;
        Optional<Regression> last = regress(near);
        if (last.isEmpty()) {
            return DragEstimate.refused(near.size(), cannotTell());
        }
        return answer(near, windows.size() - near.size(), last.get());
    }

    private static String cannotTell() {
        return "The ride cannot tell air from tyres: its minutes are all about equally fast. Ride fast and slow parts"
                + " on the same road, or give the rolling resistance (--crr).";
    }

    private DragEstimate answer(List<DragWindow> windows, int dropped, Regression found) {
        List<String> warnings = new ArrayList<>();
        warnings.add(
                "It holds for still air and a rider alone: a steady headwind of 1 m/s at 36 km/h makes CdA 20 % too"
                        + " high. Ride out and back.");
        halves(windows).ifPresent(warnings::add);
        return new DragEstimate(
                found.dragAreaM2,
                found.dragAreaErrorM2,
                found.rolling,
                found.rollingError,
                windows.size(),
                dropped,
                warnings,
                refusal(found));
    }

    private static Optional<String> refusal(Regression found) {
        if (found.dragAreaErrorM2 > MOST_DRAG_ERROR_M2 || found.rollingError > MOST_ROLLING_ERROR) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "CdA %.3f ± %.3f m² and Crr %.4f ± %.4f: too rough to use. %s",
                    found.dragAreaM2,
                    found.dragAreaErrorM2,
                    found.rolling,
                    found.rollingError,
                    cannotTell()));
        }
        boolean drag = found.dragAreaM2 >= DRAG_AREAS_M2[0] && found.dragAreaM2 <= DRAG_AREAS_M2[1];
        boolean rolling = found.rolling >= ROLLING[0] && found.rolling <= ROLLING[1];
        return drag && rolling
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "CdA %.3f m² and Crr %.4f are not those of a rider on a road: there was wind, a wheel ahead, or"
                                + " the mass or the altitudes are wrong.",
                        found.dragAreaM2,
                        found.rolling));
    }

    /** The two halves apart: they should say the same. */
    private Optional<String> halves(List<DragWindow> windows) {
        int half = windows.size() / 2;
        Optional<Regression> one = regress(windows.subList(0, half));
        Optional<Regression> two = regress(windows.subList(half, windows.size()));
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        double apartM2 = Math.abs(one.get().dragAreaM2 - two.get().dragAreaM2);
        double errorM2 = Math.hypot(one.get().dragAreaErrorM2, two.get().dragAreaErrorM2);
        return apartM2 <= FAR * errorM2
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The first half of the ride gives %.3f m² and the second %.3f m²: wind, position or surface"
                                + " changed. The error is larger than it looks.",
                        one.get().dragAreaM2,
                        two.get().dragAreaM2));
    }

    private static List<DragWindow> near(List<DragWindow> windows, Regression fit) {
        List<DragWindow> near = new ArrayList<>();
        for (DragWindow window : windows) {
            double offJ = window.restJ() - fit.dragAreaM2 * window.airJPerM2() - fit.rolling * window.weightJ();
            if (Math.abs(offJ) <= FAR * fit.deviationJ) {
                near.add(window);
            }
        }
        return near;
    }

    /** Least squares through the origin; empty if the windows cannot tell the two apart. */
    private Optional<Regression> regress(List<DragWindow> windows) {
        int unknowns = rollingResistance.isPresent() ? 1 : 2;
        if (windows.size() <= unknowns) {
            return Optional.empty();
        }
        double[] y = new double[windows.size()];
        double[][] x = new double[windows.size()][unknowns];
        for (int i = 0; i < y.length; i++) {
            DragWindow window = windows.get(i);
            y[i] = window.restJ() - rollingResistance.orElse(0) * window.weightJ();
            x[i][0] = window.airJPerM2();
            if (unknowns == 2) {
                x[i][1] = window.weightJ();
            }
        }
        OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
        ols.setNoIntercept(true);
        try {
            ols.newSampleData(y, x);
            double[] found = ols.estimateRegressionParameters();
            double[] errors = ols.estimateRegressionParametersStandardErrors();
            return Optional.of(new Regression(
                    found[0],
                    errors[0],
                    unknowns == 2 ? found[1] : rollingResistance.orElseThrow(),
                    unknowns == 2 ? errors[1] : 0,
                    ols.estimateRegressionStandardError()));
        } catch (MathRuntimeException e) {
            // a singular matrix: all windows have the same proportion of air to weight
            return Optional.empty();
        }
    }

    /** One solution: values, their standard errors, and the standard deviation of a window. */
    private record Regression(
            double dragAreaM2, double dragAreaErrorM2, double rolling, double rollingError, double deviationJ) {}
}
