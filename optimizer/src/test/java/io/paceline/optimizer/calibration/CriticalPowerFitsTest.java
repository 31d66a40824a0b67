package io.paceline.optimizer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriticalPowerFitsTest {
    private static CriticalPowerModel model(String method) {
        return method.startsWith("linear")
                ? CriticalPowerModel.LINEAR_WORK
                : method.startsWith("1/time") ? CriticalPowerModel.INVERSE_TIME : CriticalPowerModel.HYPERBOLIC;
    }

    /** What the hyperbola makes least: squared errors of time, s². */
    private static double squares(List<Effort> efforts, double criticalPowerW, double wPrimeJ) {
        return efforts.stream()
                .mapToDouble(effort -> wPrimeJ / (effort.powerW() - criticalPowerW) - effort.durationS())
                .map(error -> error * error)
                .sum();
    }

    @Test
    void publishedTrialsGiveThePublishedValues() throws IOException {
        Map<String, List<Effort>> trials = Trials.all();
        List<String> expected = Trials.lines("cp_fit_expected.csv");
        assertThat(trials).hasSize(10);
        assertThat(expected).hasSize(30);
        for (String line : expected) {
            // two methods have commas between quotes
            String[] cells =
                    line.replaceFirst("\"([^\"]*), ([^\"]*)\"", "$1; $2").split(",");
            List<Effort> efforts = trials.get(cells[0]);
            CriticalPowerFit fit =
                    CriticalPowerFits.fit(model(cells[1]), efforts).orElseThrow();

            assertThat(fit.efforts()).as(line).isEqualTo(Integer.parseInt(cells[2]));
            // printed digits; the hyperbola of the file was fitted by steps that stop early: up to 1.1e-5 of the value
            boolean stepped = fit.model() == CriticalPowerModel.HYPERBOLIC;
            double[] found = {
                fit.criticalPowerW(),
                fit.wPrimeJ(),
                fit.criticalPowerErrorW(),
                fit.wPrimeErrorJ(),
                fit.criticalPowerErrorPct(),
                fit.wPrimeErrorPct()
            };
            double[] printed = {5e-5, 5e-4, 5e-5, 5e-4, 5e-3, 5e-3};
            for (int i = 0; i < found.length; i++) {
                double value = Double.parseDouble(cells[3 + i]);
                double tolerance = 1.001 * printed[i] + (stepped ? 2e-5 * value : 0);
                assertThat(found[i]).as("column %s of %s", 3 + i, line).isCloseTo(value, within(tolerance));
            }
            if (stepped) {
                double theirs = squares(efforts, Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
                assertThat(squares(efforts, fit.criticalPowerW(), fit.wPrimeJ()))
                        .as(line)
                        .isLessThanOrEqualTo(theirs);
            }
            assertThat(fit.maximumW()).as(line).isInfinite();
        }
    }

    @Test
    void threeParametersFindTheRiderWhoHasThree() throws IOException {
        List<Effort> efforts = Trials.all().get("synthetic_3p_CP400_W20000_Pmax1200_t120-1200");

        CriticalPowerFit fit = CriticalPowerFits.fit(CriticalPowerModel.THREE_PARAMETER, efforts)
                .orElseThrow();

        // made from CP 400 W, W' 20 kJ and Pmax 1200 W without noise
        assertThat(fit.criticalPowerW()).isCloseTo(400, within(1e-5));
        assertThat(fit.wPrimeJ()).isCloseTo(20_000, within(0.01));
        assertThat(fit.maximumW()).isCloseTo(1_200, within(1e-2));
        assertThat(fit.powerW(300)).isCloseTo(461.53846153846155, within(1e-6));
        assertThat(fit.combinedErrorPct()).isLessThan(1e-6);
    }

    @Test
    void theSmallestCombinedErrorChoosesAndOfEqualOnesTheSimplest() throws IOException {
        for (Map.Entry<String, List<Effort>> trial : Trials.all().entrySet()) {
            List<CriticalPowerFit> fits = CriticalPowerFits.all(trial.getValue());
            double least = fits.stream()
                    .filter(fit -> fit.model() != CriticalPowerModel.THREE_PARAMETER || fit.freedom() > 1)
                    .min(Comparator.comparingDouble(CriticalPowerFit::combinedErrorPct))
                    .orElseThrow()
                    .combinedErrorPct();

            CriticalPowerFit chosen = CriticalPowerEstimate.best(fits).orElseThrow();

            // errors that agree to a hundredth of a point count as equal
            assertThat(chosen.combinedErrorPct()).as(trial.getKey()).isLessThan(least + 0.01);
        }
        CriticalPowerFit exact = CriticalPowerEstimate.best(
                        CriticalPowerFits.all(Trials.all().get("synthetic_exact_2p_CP400_W20000")))
                .orElseThrow();
        assertThat(exact.model()).isEqualTo(CriticalPowerModel.LINEAR_WORK);
    }

    @Test
    void thePowerOfATwoParameterFitIsItsHyperbola() {
        CriticalPowerFit fit =
                new CriticalPowerFit(CriticalPowerModel.HYPERBOLIC, 5, 300, 15_000, 3, 600, Double.POSITIVE_INFINITY);

        // 300 + 15 000 / 300
        assertThat(fit.powerW(300)).isEqualTo(350);
        // 1 % and 4 %
        assertThat(fit.combinedErrorPct()).isCloseTo(5, within(1e-12));
        assertThat(fit.freedom()).isEqualTo(3);
    }

    @Test
    void threeParametersThroughFourEffortsAreLuckAndNotChosen() throws IOException {
        List<CriticalPowerFit> fits = CriticalPowerFits.all(Trials.all().get("weigend_VO2_study_3"));

        // an error of 0.1 %, with one degree of freedom
        assertThat(fits.get(3).model()).isEqualTo(CriticalPowerModel.THREE_PARAMETER);
        assertThat(fits.get(3).combinedErrorPct()).isLessThan(fits.get(2).combinedErrorPct());
        assertThat(CriticalPowerEstimate.best(fits)).hasValue(fits.get(1));
    }

    @Test
    void threeParametersNeedFourEfforts() {
        List<Effort> three = Trials.of(180, 498, 300, 462, 720, 427);

        assertThat(CriticalPowerFits.fit(CriticalPowerModel.THREE_PARAMETER, three))
                .isEmpty();
        assertThat(CriticalPowerFits.all(three)).hasSize(3);
    }

    @Test
    void powerThatRisesWithTimeFitsNothing() {
        assertThat(CriticalPowerFits.all(Trials.of(180, 200, 300, 250, 600, 300, 900, 340)))
                .isEmpty();
    }

    @Test
    void twoDurationsAreRefused() {
        assertThatThrownBy(() -> CriticalPowerFits.all(Trials.of(180, 400, 180, 402, 600, 350)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("critical power: 3 efforts; a fit with an error needs three durations.");
        assertThatThrownBy(() -> new Effort(0, 200)).hasMessage("effort: durationS = 0.0 s is not above 0.");
        assertThatThrownBy(() -> new Effort(60, Double.NaN)).hasMessage("effort: powerW = NaN W is not above 0.");
    }
}
