package io.paceline.optimizer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.road.Air;
import io.paceline.road.Stretch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rides made with the power equation forwards, second by second, from a rider who is known. */
class DragEstimatorTest {
    private static final double MASS_KG = 83;
    private static final double DRAG_AREA_M2 = 0.315;
    private static final double ROLLING = 0.0047;
    private static final Air AIR = new Air(1.18);

    private static DragEstimator estimator(OptionalDouble rolling) {
        return new DragEstimator(MASS_KG, AIR, rolling);
    }

    /**
     * A ride of an hour over waves of 3 %, at a power that swings.
     *
     * @param swingW how much the power swings in ten minutes
     * @param steep how steep the waves are
     * @param noise standard deviations: of power 10 W, of altitude 0.2 m, of speed 0.05 m/s, times this
     * @param dragAreaLaterM2 CdA in the second half
     */
    private static DragSamples ride(double swingW, double steep, double noise, double dragAreaLaterM2, long seed) {
        int seconds = 3_601;
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[4][seconds];
        double speed = 9;
        double altitude = 200;
        double distance = 0;
        for (int s = 0; s < seconds; s++) {
            double gradient = steep * Math.sin(distance / 900);
            double powerW = 230 + swingW * Math.sin(2 * Math.PI * s / 600);
            Stretch stretch = new Stretch(100, gradient, 0, 0, ROLLING);
            double dragAreaM2 = s < seconds / 2 ? DRAG_AREA_M2 : dragAreaLaterM2;
            RoadLoad load = RoadLoad.of(stretch, AIR, Drivetrain.MARTIN_1998, MASS_KG, dragAreaM2);
            double inertiaKg = MASS_KG + 0.14 / (0.311 * 0.311);
            double cos = 1 / Math.sqrt(1 + gradient * gradient);
            // a hundred small steps a second
            double before = speed;
            for (int i = 0; i < 100 && s > 0; i++) {
                double step = 0.01 * speed;
                speed += 0.01 * (powerW * 0.976 / speed - load.forceN(speed)) / inertiaKg;
                distance += step;
                altitude += step * gradient * cos;
            }
            assertThat(before).isPositive();
            columns[0][s] = s;
            columns[1][s] = powerW + noise * 10 * normal(random);
            columns[2][s] = speed + noise * 0.05 * normal(random);
            columns[3][s] = altitude + noise * 0.2 * normal(random);
        }
        return new DragSamples(columns[0], columns[1], columns[2], columns[3]);
    }

    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    @Test
    void withoutNoiseTheRiderIsFound() {
        DragEstimate found = estimator(OptionalDouble.empty()).estimate(List.of(ride(90, 0.03, 0, DRAG_AREA_M2, 1)));

        assertThat(found.refusal()).isEmpty();
        // seconds against hundredths of a second: the trapezoids leave 0.1 %
        assertThat(found.dragAreaM2()).isCloseTo(DRAG_AREA_M2, within(0.0005));
        assertThat(found.rollingResistance()).isCloseTo(ROLLING, within(0.00005));
        assertThat(found.minutes() + found.dropped()).isEqualTo(60);
        assertThat(found.warnings()).hasSize(1).first().asString().contains("Ride out and back.");
    }

    @Test
    void withNoiseTheRiderIsWithinThreeStandardErrors() {
        int within = 0;
        for (long seed = 1; seed <= 10; seed++) {
            DragEstimate found =
                    estimator(OptionalDouble.empty()).estimate(List.of(ride(90, 0.03, 1, DRAG_AREA_M2, seed)));

            assertThat(found.refusal()).as("seed %s", seed).isEmpty();
            double off = Math.abs(found.dragAreaM2() - DRAG_AREA_M2);
            assertThat(off).as("seed %s", seed).isLessThan(3 * found.dragAreaErrorM2());
            assertThat(Math.abs(found.rollingResistance() - ROLLING))
                    .as("seed %s", seed)
                    .isLessThan(3 * found.rollingResistanceError());
            assertThat(found.dragAreaErrorM2()).isBetween(0.0005, 0.02);
            within += off < found.dragAreaErrorM2() ? 1 : 0;
        }
        // two thirds of the time within one standard error; 10 seeds
        assertThat(within).isBetween(4, 10);
    }

    @Test
    void anEvenRideOnTheFlatCannotTellAirFromTyres() {
        DragEstimate found = estimator(OptionalDouble.empty()).estimate(List.of(ride(3, 0, 1, DRAG_AREA_M2, 5)));

        assertThat(found.refusal().orElseThrow())
                .endsWith("The ride cannot tell air from tyres: its minutes are all about equally fast. Ride fast and"
                        + " slow parts on the same road, or give the rolling resistance (--crr).");
    }

    @Test
    void withTheTyresKnownTheSameRideTellsTheAir() {
        DragEstimate found = estimator(OptionalDouble.of(ROLLING)).estimate(List.of(ride(3, 0, 1, DRAG_AREA_M2, 5)));

        assertThat(found.refusal()).isEmpty();
        assertThat(found.dragAreaM2()).isCloseTo(DRAG_AREA_M2, within(3 * found.dragAreaErrorM2()));
        assertThat(found.dragAreaErrorM2()).isLessThan(0.005);
        assertThat(found.rollingResistance()).isEqualTo(ROLLING);
        assertThat(found.rollingResistanceError()).isZero();
    }

    @Test
    void aPositionThatChangesIsSaid() {
        DragEstimate found = estimator(OptionalDouble.empty()).estimate(List.of(ride(90, 0.03, 0.3, 0.40, 3)));

        assertThat(found.warnings()).hasSize(2);
        assertThat(found.warnings().get(1))
                .startsWith("The first half of the ride gives 0.3")
                .contains("the second 0.");
    }

    @Test
    void aWheelAheadIsNotARider() {
        DragSamples ride = ride(3, 0, 0, DRAG_AREA_M2, 1);
        double[] lessW = Arrays.stream(ride.powerW()).map(w -> 0.4 * w).toArray();

        DragEstimate found = estimator(OptionalDouble.of(ROLLING))
                .estimate(List.of(new DragSamples(ride.timeS(), lessW, ride.speedMPerS(), ride.altitudeM())));

        assertThat(found.refusal().orElseThrow())
                .contains("are not those of a rider on a road: there was wind, a wheel ahead, or the mass or the"
                        + " altitudes are wrong.");
    }

    @Test
    void tooFewSteadyMinutesAreRefused() {
        DragSamples ride = ride(90, 0.03, 0, DRAG_AREA_M2, 1);
        double[] stops = ride.speedMPerS().clone();
        for (int s = 0; s < stops.length; s += 55) {
            stops[s] = 1;
        }

        DragEstimate found = estimator(OptionalDouble.empty())
                .estimate(List.of(new DragSamples(ride.timeS(), ride.powerW(), stops, ride.altitudeM())));

        assertThat(found.refusal())
                .hasValue("0 minutes of steady riding with power, speed and altitude: at least 12 are needed, without"
                        + " stops and long coasting.");
        assertThat(String.format(Locale.ROOT, "%.1f", found.dragAreaM2())).isEqualTo("NaN");
    }
}
