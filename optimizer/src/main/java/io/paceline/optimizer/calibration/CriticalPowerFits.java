package io.paceline.optimizer.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.stat.regression.SimpleRegression;
import org.hipparchus.util.Pair;

/** Fits CP and W′ to efforts, by each model. */
public final class CriticalPowerFits {
    private static final int MOST_STEPS = 2_000;

    /** CP stays this far below the lowest power, of it: at the power itself the time is infinite. */
    private static final double CLOSEST = 1e-6;

    /** Below it two parameters are not told apart. */
    private static final double SINGULAR = 1e-14;

    private CriticalPowerFits() {}

    /**
     * Fits every model that the efforts allow, in the order of {@link CriticalPowerModel}.
     *
     * @param efforts at least three durations
     * @throws IllegalArgumentException if there are fewer than three efforts, or all of one duration
     */
    public static List<CriticalPowerFit> all(List<Effort> efforts) {
        if (efforts.stream().mapToDouble(Effort::durationS).distinct().count() < 3) {
            throw new IllegalArgumentException(
                    "critical power: " + efforts.size() + " efforts; a fit with an error needs three durations.");
        }
        List<CriticalPowerFit> fits = new ArrayList<>();
        for (CriticalPowerModel model : CriticalPowerModel.values()) {
            fit(model, efforts).ifPresent(fits::add);
        }
        return fits;
    }

    /** The fit of one model; empty if there are too few efforts for it or they do not bend the way it does. */
    public static Optional<CriticalPowerFit> fit(CriticalPowerModel model, List<Effort> efforts) {
        if (efforts.size() <= model.parameters()) {
            return Optional.empty();
        }
        CriticalPowerFit fit = switch (model) {
            case LINEAR_WORK -> linear(efforts);
            case INVERSE_TIME -> inverseTime(efforts);
            case HYPERBOLIC, THREE_PARAMETER -> inTime(model, efforts);
        };
        boolean sound = fit.criticalPowerW() > 0
                && fit.wPrimeJ() > 0
                && fit.maximumW() > fit.criticalPowerW()
                && fit.criticalPowerErrorW() >= 0
                && fit.wPrimeErrorJ() >= 0;
        return sound ? Optional.of(fit) : Optional.empty();
    }

    private static CriticalPowerFit linear(List<Effort> efforts) {
        SimpleRegression line = new SimpleRegression();
        efforts.forEach(effort -> line.addData(effort.durationS(), effort.workJ()));
        return new CriticalPowerFit(
                CriticalPowerModel.LINEAR_WORK,
                efforts.size(),
                line.getSlope(),
                line.getIntercept(),
                line.getSlopeStdErr(),
                line.getInterceptStdErr(),
                Double.POSITIVE_INFINITY);
    }

    private static CriticalPowerFit inverseTime(List<Effort> efforts) {
        SimpleRegression line = new SimpleRegression();
        efforts.forEach(effort -> line.addData(1 / effort.durationS(), effort.powerW()));
        return new CriticalPowerFit(
                CriticalPowerModel.INVERSE_TIME,
                efforts.size(),
                line.getIntercept(),
                line.getSlope(),
                line.getInterceptStdErr(),
                line.getSlopeStdErr(),
                Double.POSITIVE_INFINITY);
    }

    /** The two models whose errors are in time: parameters CP, W′ and, for three, W′/(Pmax - CP). */
    private static CriticalPowerFit inTime(CriticalPowerModel model, List<Effort> efforts) {
        int parameters = model.parameters();
        double lowestW = efforts.stream().mapToDouble(Effort::powerW).min().orElseThrow();
        double highestW = (1 - CLOSEST) * lowestW;
        CriticalPowerFit first = linear(efforts);
        double[] start = new double[parameters];
        start[0] = Math.min(Math.max(first.criticalPowerW(), 0.5 * lowestW), 0.98 * lowestW);
        start[1] = Math.max(first.wPrimeJ(), 1_000);
        LeastSquaresProblem problem = new LeastSquaresBuilder()
                .model(times(efforts))
                .target(efforts.stream().mapToDouble(Effort::durationS).toArray())
                .start(start)
                .parameterValidator(point -> {
                    point.setEntry(0, Math.min(point.getEntry(0), highestW));
                    return point;
                })
                .lazyEvaluation(false)
                .maxEvaluations(MOST_STEPS)
                .maxIterations(MOST_STEPS)
                .build();
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(1e-14)
                    .withParameterRelativeTolerance(1e-12)
                    .optimize(problem);
            return solved(model, efforts.size(), optimum);
        } catch (MathRuntimeException e) {
            // no minimum within the steps, or parameters that cannot be told apart: no fit of this model
            return none(model, efforts.size());
        }
    }

    private static CriticalPowerFit solved(CriticalPowerModel model, int efforts, Optimum optimum) {
        RealVector point = optimum.getPoint();
        RealMatrix covariances = optimum.getCovariances(SINGULAR);
        double squares = optimum.getCost() * optimum.getCost();
        double variance = squares / (efforts - model.parameters());
        double shiftS = model == CriticalPowerModel.THREE_PARAMETER ? point.getEntry(2) : 0;
        double maximumW = shiftS == 0 ? Double.POSITIVE_INFINITY : point.getEntry(0) + point.getEntry(1) / shiftS;
        return new CriticalPowerFit(
                model,
                efforts,
                point.getEntry(0),
                point.getEntry(1),
                Math.sqrt(covariances.getEntry(0, 0) * variance),
                Math.sqrt(covariances.getEntry(1, 1) * variance),
                maximumW);
    }

    private static CriticalPowerFit none(CriticalPowerModel model, int efforts) {
        return new CriticalPowerFit(model, efforts, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private static MultivariateJacobianFunction times(List<Effort> efforts) {
        return point -> {
            double criticalPowerW = point.getEntry(0);
            double wPrimeJ = point.getEntry(1);
            boolean three = point.getDimension() == 3;
            double[] timeS = new double[efforts.size()];
            double[][] slopes = new double[efforts.size()][point.getDimension()];
            for (int i = 0; i < timeS.length; i++) {
                double aboveW = efforts.get(i).powerW() - criticalPowerW;
                timeS[i] = wPrimeJ / aboveW - (three ? point.getEntry(2) : 0);
                slopes[i][0] = wPrimeJ / (aboveW * aboveW);
                slopes[i][1] = 1 / aboveW;
                if (three) {
                    slopes[i][2] = -1;
                }
            }
            return new Pair<>(new ArrayRealVector(timeS, false), MatrixUtils.createRealMatrix(slopes));
        };
    }
}
