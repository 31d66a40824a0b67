package io.paceline.optimizer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PowerCurveTest {
    private static final double NONE = Double.NaN;

    private static PowerSeries seconds(double... powerW) {
        double[] timeS = new double[powerW.length];
        Arrays.setAll(timeS, s -> s);
        return PowerSeries.of(timeS, powerW);
    }

    private static double[] watts(PowerSeries ride) {
        double[] powerW = new double[ride.durationS()];
        Arrays.setAll(powerW, ride::powerW);
        return powerW;
    }

    @Test
    void aSampleCountsForFourMoreSecondsAndThenNothingIsKnown() {
        PowerSeries ride = PowerSeries.of(new double[] {100, 101, 108}, new double[] {200, 300, 100});

        assertThat(watts(ride)).containsExactly(200, 300, 300, 300, 300, 300, 0, 0, 100);
        assertThat(ride.missingS()).isEqualTo(2);
        assertThat(ride.isMissing(5)).isFalse();
        assertThat(ride.isMissing(6)).isTrue();
    }

    @Test
    void samplesOfOneSecondAreAveragedAndSilentOnesHeld() {
        PowerSeries ride = PowerSeries.of(new double[] {0, 0.5, 1, 2}, new double[] {200, 300, NONE, 100});

        assertThat(watts(ride)).containsExactly(250, 250, 100);
        assertThat(ride.missingS()).isZero();
    }

    @Test
    void powerThatNoRiderHasIsTakenOut() {
        // over 2 500 W; a lonely 900 W; a real sprint stays
        PowerSeries ride = seconds(200, 3_000, 210, 900, 220, 600, 1_200, 1_100, 400);

        assertThat(watts(ride)).containsExactly(200, 200, 210, 210, 220, 600, 1_200, 1_100, 400);
        assertThat(ride.spikes()).isEqualTo(2);
    }

    @Test
    void aTailOfZerosIsLeftOut() {
        double[] powerW = new double[160];
        Arrays.fill(powerW, 0, 100, 150);

        PowerSeries ride = seconds(powerW);

        assertThat(ride.durationS()).isEqualTo(100);
        assertThat(ride.tailS()).isEqualTo(60);
        assertThat(ride.meanPowerW()).isEqualTo(150);
        assertThat(seconds(Arrays.copyOf(powerW, 159)).tailS()).isZero();
    }

    @Test
    void aPauseOfDaysTakesAnHour() {
        PowerSeries ride = PowerSeries.of(new double[] {0, 1e9, 1e9 + 1}, new double[] {200, 100, 300});

        assertThat(ride.durationS()).isEqualTo(3_602);
        assertThat(ride.powerW(3_600)).isEqualTo(100);
        assertThat(ride.powerW(3_601)).isEqualTo(300);
        assertThat(ride.missingS()).isEqualTo(3_595);
    }

    @Test
    void refusesTimesThatDoNotRise() {
        assertThatThrownBy(() -> PowerSeries.of(new double[] {0, 1, 1}, new double[3]))
                .hasMessage("power series: time 1.0 s does not come after 1.0 s. Sort the samples.");
        assertThatThrownBy(() -> PowerSeries.of(new double[2], new double[3]))
                .hasMessage("power series: 2 times and 3 powers. Give one power a time.");
        assertThatThrownBy(() -> PowerSeries.of(new double[] {0, NONE}, new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPointIsTheBestThatASlowSearchFinds() {
        for (int trial = 0; trial < 20; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            List<PowerSeries> rides = List.of(random(random, 400), random(random, 700));
            PowerCurve curve = PowerCurve.of(rides);

            // 1 to 600 s of the durations
            assertThat(curve.efforts()).hasSize(16);
            for (BestEffort best : curve.efforts()) {
                int durationS = (int) best.effort().durationS();
                double slowW = 0;
                for (PowerSeries ride : rides) {
                    for (int start = 0; start + durationS <= ride.durationS(); start++) {
                        slowW = Math.max(slowW, mean(ride, start, durationS));
                    }
                }
                // two orders of summation
                assertThat(best.effort().powerW())
                        .as("trial %s, %s s", trial, durationS)
                        .isCloseTo(slowW, within(1e-9));
                assertThat(mean(rides.get(best.ride()), best.startS(), durationS))
                        .isCloseTo(slowW, within(1e-9));
            }
        }
    }

    private static PowerSeries random(SplittableRandom random, int lengthS) {
        double[] powerW = new double[lengthS];
        Arrays.setAll(powerW, s -> 100 + random.nextDouble(300));
        return seconds(powerW);
    }

    private static double mean(PowerSeries ride, int start, int durationS) {
        double sum = 0;
        for (int s = start; s < start + durationS; s++) {
            sum += ride.powerW(s);
        }
        return sum / durationS;
    }

    @Test
    void aRideWithoutPowerHasNoCurve() {
        assertThat(PowerCurve.of(List.of(seconds(0, 0, 0))).efforts()).isEmpty();
        assertThat(PowerCurve.of(List.of(seconds())).efforts()).isEmpty();
    }

    @Test
    void effortsOverlapWhenTheyShareASecondOfOneRide() {
        BestEffort one = new BestEffort(new Effort(10, 300), 0, 100, 0);

        assertThat(one.overlaps(new BestEffort(new Effort(5, 300), 0, 109, 0))).isTrue();
        assertThat(one.overlaps(new BestEffort(new Effort(5, 300), 0, 110, 0))).isFalse();
        assertThat(one.overlaps(new BestEffort(new Effort(5, 300), 1, 105, 0))).isFalse();
    }
}
