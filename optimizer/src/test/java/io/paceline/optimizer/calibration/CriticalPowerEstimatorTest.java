package io.paceline.optimizer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.optimizer.calibration.Doubt.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPowerEstimatorTest {
    private static final double[] GOOD_S = {120, 180, 300, 480, 720, 900, 1_200};

    /** A day with one all-out effort of a rider with CP 300 W and W' 18 kJ, half an hour of easy riding around it. */
    private static PowerSeries day(double durationS) {
        double[] powerW = new double[3_600 + (int) durationS];
        Arrays.fill(powerW, 120);
        Arrays.fill(powerW, 1_800, 1_800 + (int) durationS, 300 + 18_000 / durationS);
        return series(powerW);
    }

    private static PowerSeries series(double[] powerW) {
        double[] timeS = new double[powerW.length];
        Arrays.setAll(timeS, s -> s);
        return PowerSeries.of(timeS, powerW);
    }

    private static List<PowerSeries> goodDays() {
        List<PowerSeries> days = new ArrayList<>();
        for (double durationS : GOOD_S) {
            days.add(day(durationS));
        }
        return days;
    }

    private static List<Kind> kinds(CriticalPowerEstimate estimate) {
        return estimate.doubts().stream().map(Doubt::kind).toList();
    }

    @Test
    void allOutDaysGiveTheRiderWithoutADoubt() {
        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofRides(goodDays());

        assertThat(estimate.refusal()).isEmpty();
        assertThat(estimate.doubts()).isEmpty();
        assertThat(estimate.best().criticalPowerW()).isCloseTo(300, within(1e-6));
        assertThat(estimate.best().wPrimeJ()).isCloseTo(18_000, within(1e-3));
        // no noise: the floors, 2 % and 10 %
        assertThat(estimate.criticalPowerBandW()).isCloseTo(6, within(1e-6));
        assertThat(estimate.wPrimeBandJ()).isCloseTo(1_800, within(1e-3));
    }

    @Test
    void publishedTestsGetTheirErrorTimesTheQuantile() throws IOException {
        List<Effort> trials = Trials.all().get("weigend_VO2_study_3");

        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofTests(trials);

        // trials of 155 to 708 s: power over 1/time has the least error, 1.5695 W and 393.291 J with two degrees of
        // freedom
        assertThat(estimate.best().model()).isEqualTo(CriticalPowerModel.INVERSE_TIME);
        assertThat(kinds(estimate)).containsExactly(Kind.NO_LONG_EFFORTS);
        // t(0.975, 2) = 4.302653; times 393.291 = 1692.19, once and a half for the doubt
        assertThat(estimate.wPrimeBandJ()).isCloseTo(1.5 * 1_692.19, within(0.1));
        // 4.302653 * 1.5695 = 6.753, more than 2 % of 237.96
        assertThat(estimate.criticalPowerBandW()).isCloseTo(1.5 * 6.753, within(0.001));
    }

    @Test
    void tooFewEffortsGiveNoNumber() {
        CriticalPowerEstimate estimate =
                CriticalPowerEstimator.ofTests(Trials.of(180, 400, 720, 330, 30, 900, 3_000, 280));

        assertThat(estimate.refusal())
                .hasValue("2 efforts of different length between 2 and 20 minutes: a curve needs three, and five are"
                        + " better. Ride all-out efforts of 3, 5, 8, 12 and 20 minutes on different days.");
        assertThat(estimate.doubts())
                .containsExactly(new Doubt(Kind.LEFT_OUT, "2 efforts outside of 2 to 20 minutes are left out."));
        assertThat(estimate.fits()).isEmpty();
        assertThatThrownBy(estimate::best).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shortEffortsAloneGiveNoNumber() {
        assertThat(CriticalPowerEstimator.ofTests(Trials.of(120, 450, 180, 400, 300, 360))
                        .refusal())
                .hasValue("The longest effort is 5 min: CP and W' cannot be told apart without one of 6 minutes, better"
                        + " two over 12.");
    }

    @Test
    void effortsOfOneLengthGiveNoNumber() {
        assertThat(CriticalPowerEstimator.ofTests(Trials.of(600, 330, 700, 326, 840, 321))
                        .refusal())
                .hasValue(
                        "All efforts are about equally long, 10 min to 14 min: CP and W' cannot be told apart. Add one"
                                + " of 3 minutes or one of 15.");
    }

    @Test
    void steadyRidingGivesNoNumber() {
        double[] powerW = new double[5_400];
        Arrays.setAll(powerW, s -> 200 + 8 * Math.sin(s / 40.0));

        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofRides(List.of(series(powerW)));

        assertThat(estimate.refusal().orElseThrow())
                .startsWith("The best 2 min are only ")
                .endsWith("that is steady riding, not all-out efforts, and says nothing about CP but that it is hardly"
                        + " below 200 W.");
    }

    @Test
    void effortsThatDoNotLieOnACurveGiveNoNumber() {
        assertThat(CriticalPowerEstimator.ofTests(Trials.of(120, 300, 300, 400, 720, 250, 1_200, 290))
                        .refusal())
                .isPresent();
    }

    @Test
    void aRangeThatIsTooWideIsNoAnswer() {
        // three efforts, a little off a curve: the standard errors are small, one degree of freedom makes them large
        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofTests(Trials.of(180, 401, 400, 352, 900, 318));

        assertThat(estimate.refusal().orElseThrow()).startsWith("CP would be ").endsWith(": too rough to plan with.");
        assertThat(estimate.fits()).hasSize(3);
    }

    @Test
    void numbersThatNoRiderHasAreNotGiven() {
        assertThat(CriticalPowerEstimator.ofTests(Trials.of(180, 2_000, 480, 1_900, 900, 1_880, 1_200, 1_870))
                        .refusal()
                        .orElseThrow())
                .contains("are not those of a rider. Check the units, and whether all efforts are of one rider.");
    }

    @Test
    void oneLazyEffortIsNamedAndWidensTheBand() {
        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofTests(
                Trials.of(120, 450, 180, 400, 300, 360, 480, 0.9 * 337.5, 720, 325, 900, 320, 1_200, 315));

        assertThat(kinds(estimate)).contains(Kind.LOW_EFFORT);
        assertThat(estimate.doubts().get(0).sentence())
                .startsWith("The 8 min at 304 W are ")
                .endsWith("not all-out?");
        assertThat(estimate.criticalPowerBandW()).isGreaterThan(1.5 * 6);
    }

    @Test
    void fewEffortsOfAFewMinutesAreDoubted() {
        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofTests(Trials.of(180, 401, 300, 360, 600, 330));

        assertThat(kinds(estimate)).containsExactly(Kind.FEW_EFFORTS, Kind.NO_LONG_EFFORTS);
        assertThat(estimate.doubts().get(1).sentence())
                .isEqualTo("No effort of 12 minutes or more: CP comes out too high without two.");
    }

    @Test
    void aSmallWPrimeIsDoubted() {
        // W' 6 kJ of a CP of 300 W: 20 s of it
        CriticalPowerEstimate estimate =
                CriticalPowerEstimator.ofTests(Trials.of(180, 333.4, 300, 320, 480, 312.5, 720, 308.3, 1_200, 305));

        assertThat(kinds(estimate)).containsExactly(Kind.SMALL_W_PRIME);
        assertThat(estimate.doubts().get(0).sentence()).startsWith("W' is small for this CP: 20 s of it");
    }

    @Test
    void oneLongEffortHoldsAllOthersAndIsDoubted() {
        double[] powerW = new double[2_000];
        Arrays.setAll(powerW, s -> s < 300 ? 380 : s < 1_300 ? 300 : 150);

        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofRides(List.of(series(powerW)));

        assertThat(kinds(estimate)).contains(Kind.OVERLAP);
    }

    @Test
    void aSpikeIsTakenOutAndSaid() {
        List<PowerSeries> days = goodDays();
        CriticalPowerEstimate clean = CriticalPowerEstimator.ofRides(days);
        double[] powerW = new double[1_000];
        Arrays.fill(powerW, 150);
        powerW[500] = 3_000;
        days.add(series(powerW));

        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofRides(days);

        assertThat(estimate.best()).isEqualTo(clean.best());
        assertThat(estimate.doubts())
                .containsExactly(new Doubt(
                        Kind.SPIKE,
                        "1 s of power that no rider has were taken out as faults of the meter. Look at the file."));
        assertThat(estimate.criticalPowerBandW()).isCloseTo(1.5 * clean.criticalPowerBandW(), within(1e-9));
    }

    @Test
    void aGapInAnEffortIsSaid() {
        List<PowerSeries> days = new ArrayList<>();
        for (double durationS : GOOD_S) {
            double[] powerW = new double[(int) durationS + 200];
            Arrays.fill(powerW, 100, 100 + (int) durationS, 300 + 18_000 / durationS);
            if (durationS == 300) {
                Arrays.fill(powerW, 300, 320, Double.NaN);
            }
            days.add(series(powerW));
        }

        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofRides(days);

        // the last sample counts four seconds more; 5 min of 360 W less 16 s are still the best 5 min
        assertThat(estimate.doubts())
                .contains(new Doubt(
                        Kind.GAP, "In the best 5 min, 16 s have no power and count as 0 W: he may have had more."));
        assertThat(estimate.best().combinedErrorPct()).isGreaterThan(0.5);
    }

    @Test
    void aTailWithoutPowerIsSaidAndWidensNothing() {
        List<PowerSeries> days = goodDays();
        double[] powerW = new double[700];
        Arrays.fill(powerW, 0, 600, 100);
        days.add(series(powerW));

        CriticalPowerEstimate estimate = CriticalPowerEstimator.ofRides(days);

        assertThat(estimate.doubts())
                .containsExactly(new Doubt(
                        Kind.TAIL,
                        "The last 100 s of a ride have no power and are left out. If he rode on, the meter failed."));
        assertThat(estimate.criticalPowerBandW()).isCloseTo(6, within(1e-6));
    }
}
