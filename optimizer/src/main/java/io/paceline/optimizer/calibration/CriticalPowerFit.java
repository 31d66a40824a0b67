package io.paceline.optimizer.calibration;

/**
 * CP and W′ of one model through some efforts.
 *
 * @param model which
 * @param efforts how many
 * @param criticalPowerW CP, W
 * @param wPrimeJ W′, J
 * @param criticalPowerErrorW standard error of CP, W
 * @param wPrimeErrorJ standard error of W′, J
 * @param maximumW Pmax of the model of three parameters, W; infinite for the others
 */
public record CriticalPowerFit(
        CriticalPowerModel model,
        int efforts,
        double criticalPowerW,
        double wPrimeJ,
        double criticalPowerErrorW,
        double wPrimeErrorJ,
        double maximumW) {

    /** Standard error of CP, percent of it. */
    public double criticalPowerErrorPct() {
        return 100 * criticalPowerErrorW / criticalPowerW;
    }

    /** Standard error of W′, percent of it. */
    public double wPrimeErrorPct() {
        return 100 * wPrimeErrorJ / wPrimeJ;
    }

    /** The sum of both in percent: the least of it chooses among the models. */
    public double combinedErrorPct() {
        return criticalPowerErrorPct() + wPrimeErrorPct();
    }

    /** What is left of the efforts after the parameters are fitted: the degrees of freedom of the errors. */
    public int freedom() {
        return efforts - model.parameters();
    }

    /** The power that the model gives for a duration, W. */
    public double powerW(double durationS) {
        double extraS = Double.isInfinite(maximumW) ? 0 : wPrimeJ / (maximumW - criticalPowerW);
        return criticalPowerW + wPrimeJ / (durationS + extraS);
    }
}
