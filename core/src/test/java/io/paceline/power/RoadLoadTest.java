package io.paceline.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.road.Air;
import io.paceline.road.Stretch;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoadLoadTest {
    private static final int TRIALS = 10_000;
    private static final long SEED = 7_301;
    private static final double SPEED = 1e-9;

    private static RoadLoad draw(Random random) {
        Stretch stretch = new Stretch(
                1_000,
                random.nextDouble() * 0.5 - 0.25,
                0,
                random.nextDouble() * 40 - 20,
                0.002 + 0.01 * random.nextDouble());
        return RoadLoad.of(
                stretch,
                new Air(0.9 + 0.4 * random.nextDouble()),
                Drivetrain.MARTIN_1998,
                50 + 60 * random.nextDouble(),
                0.1 + 0.3 * random.nextDouble());
    }

    @Test
    void speedInvertsPower() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < TRIALS; trial++) {
            RoadLoad load = draw(random);
            double watts = 2_000 * random.nextDouble();
            double v = load.speedMPerS(watts);
            String what = "trial " + trial + ", seed " + SEED + ", " + load + ", " + watts + " W";
            // the other way round is the hard one: where power hardly rises a rounding of it moves the speed
            double slack = 1e-13 * watts / load.powerSlope(v);
            assertThat(load.speedMPerS(load.powerW(v))).as(what).isCloseTo(v, within(SPEED + slack));
            assertThat(load.powerW(v)).as(what).isCloseTo(watts, within(1e-9 + SPEED * load.powerSlope(v)));
        }
    }

    @Test
    void everySpeedAboveCoastingComesBack() {
        Random random = new Random(SEED + 1);
        for (int trial = 0; trial < TRIALS; trial++) {
            RoadLoad load = draw(random);
            double v = load.coastingSpeedMPerS() + 0.01 + 15 * random.nextDouble();
            assertThat(load.speedMPerS(load.powerW(v)))
                    .as("trial %d, seed %d, %s, %s m/s", trial, SEED + 1, load, v)
                    .isCloseTo(v, within(SPEED));
        }
    }

    @Test
    void aCoastingRiderFeelsNoForceAndNeedsNoPower() {
        Random random = new Random(SEED + 2);
        int coasting = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            RoadLoad load = draw(random);
            double v = load.coastingSpeedMPerS();
            String what = "trial " + trial + ", seed " + (SEED + 2) + ", " + load;
            if (v > 0) {
                coasting++;
                assertThat(load.forceN(v)).as(what).isCloseTo(0, within(1e-9));
            } else {
                assertThat(load.forceN(0)).as(what).isNotNegative();
            }
            assertThat(load.speedMPerS(0)).as(what).isCloseTo(v, within(SPEED));
        }
        assertThat(coasting).isBetween(TRIALS / 4, 3 * TRIALS / 4);
    }

    @Test
    void morePowerIsMoreSpeedAndMoreSpeedIsMoreForce() {
        Random random = new Random(SEED + 3);
        for (int trial = 0; trial < TRIALS / 10; trial++) {
            RoadLoad load = draw(random);
            double before = -1;
            for (int watts = 0; watts <= 2_000; watts += 100) {
                double v = load.speedMPerS(watts);
                assertThat(v)
                        .as("trial %d, seed %d, %s, %d W", trial, SEED + 3, load, watts)
                        .isGreaterThan(before);
                assertThat(load.forceN(v + 0.1)).isGreaterThan(load.forceN(v));
                before = v;
            }
        }
    }

    @Test
    void theSlopeIsTheDerivativeOfThePower() {
        Random random = new Random(SEED + 4);
        for (int trial = 0; trial < TRIALS / 10; trial++) {
            RoadLoad load = draw(random);
            double v = 1 + 15 * random.nextDouble();
            double h = 1e-4;
            double difference = (load.powerW(v + h) - load.powerW(v - h)) / (2 * h);
            // the second derivative jumps where the air stands still: h times that jump
            assertThat(load.powerSlope(v))
                    .as("trial %d, seed %d, %s", trial, SEED + 4, load)
                    .isCloseTo(difference, within(1e-3));
        }
    }

    @Test
    void theTermsByHand() {
        RoadLoad load =
                RoadLoad.of(new Stretch(1, 0.75 / 3, 0, -3, 0.004), new Air(1.2), new Drivetrain(0.95, 0.005), 80, 0.3);
        // air: 0.5 · 1.2 · 0.305 = 0.183 kg/m; at 2 m/s against a tailwind of 3: 0.183 · (-1) · 1 = -0.183 N
        // slope 1 in 4: hypotenuse sqrt(17)/4, cos 0.970 142 500 145, sin 0.242 535 625 036
        // 80 · 9.80665 · (0.004 · 0.970 142 500 + 0.242 535 625) = 784.532 · 0.246 416 195 037 = 193.321 390 3 N
        // bearings 0.091 + 0.0087 · 2 = 0.1084 N; sum 193.246 790 3 N; times 2 over 0.95 = 406.835 347 9 W
        assertThat(load.forceN(2)).isCloseTo(193.246_790_3, within(1e-6));
        assertThat(load.powerW(2)).isCloseTo(406.835_347_9, within(1e-6));
    }

    @Test
    void changingSpeedTakesTheKineticEnergyOfBikeAndWheels() {
        RoadLoad load = RoadLoad.of(new Stretch(1, 0, 0, 0, 0.004), new Air(1.2), new Drivetrain(0.8, 0), 80, 0.3);
        // 80 + 0.14 / 0.311² = 81.447 462 kg; 0.5 · 81.447 462 · (144 - 100) / 10 / 0.8 = 223.980 52 W
        assertThat(load.kineticPowerW(80, 10, 12, 10)).isCloseTo(223.980_52, within(1e-4));
        assertThat(load.kineticPowerW(80, 12, 10, 10)).isCloseTo(-223.980_52, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-12, Double.NaN, Double.NEGATIVE_INFINITY})
    void refusesToPedalBackwards(double watts) {
        RoadLoad load = RoadLoad.of(new Stretch(1, 0, 0, 0, 0.004), new Air(1.2), Drivetrain.MARTIN_1998, 80, 0.3);
        assertThatThrownBy(() -> load.speedMPerS(watts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("power = " + watts + " W is negative. A rider who does not pedal has 0 W.");
    }

    @Test
    void drivetrainsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new Drivetrain(97.6, 0.0044))
                .hasMessage(
                        "drivetrain: efficiency = 97.6 is outside [0.8, 1.0]. Maybe it is in percent: divide by 100.");
        assertThatThrownBy(() -> new Drivetrain(0.976, 0.44))
                .hasMessage("drivetrain: wheelDragAreaM2 = 0.44 m² is outside [0.0, 0.02] m². 0.0044 is usual.");
    }
}
