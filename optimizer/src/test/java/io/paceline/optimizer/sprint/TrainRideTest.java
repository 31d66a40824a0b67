package io.paceline.optimizer.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.chase.Chase;
import io.paceline.drafting.DragTable;
import io.paceline.drafting.DragTables;
import io.paceline.rider.RecoveryModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainRideTest {
    private static final Train TRAIN = new Train(List.of("L1", "L2"), List.of(600.0, 400.0));
    private static final Map<String, Double> LEFT = Map.of("L1", 12_000.0, "L2", 15_000.0, "SPR", 19_000.0);

    private static TrainOutcome ride(Chase chase, double dropMPerS) {
        return new TrainRide(chase, Trains.leadOut(), dropMPerS).ride(TRAIN, id -> LEFT.getOrDefault(id, 0.0));
    }

    /** Everything once more by time steps of 0.01 s: plain numbers, nothing of the kernel but the table of drag. */
    @ParameterizedTest
    @EnumSource(RecoveryModel.class)
    void agreesWithAPlainStepper(RecoveryModel recovery) {
        TrainOutcome fast = ride(Trains.chase(recovery, 60, 44), 16.5);
        Stepper slow = new Stepper(recovery == RecoveryModel.ELITE);
        slow.ride(16.5);
        // steps of 25 m against 0.16 m: balances within 20 J of some 10 000, times within a hundredth
        assertThat(fast.sprinterLeftJ()).isEqualTo(slow.left.get("SPR"), within(20.0));
        assertThat(fast.leastBalanceJ().get("L1")).isEqualTo(slow.left.get("L1"), within(20.0));
        assertThat(fast.leastBalanceJ().get("L2")).isEqualTo(slow.left.get("L2"), within(20.0));
        assertThat(fast.trainS()).isEqualTo(slow.trainS, within(0.02));
    }

    @Test
    void theSprintUsesWhatIsLeftAndEndsAsEnergySays() {
        Chase chase = Trains.chase(RecoveryModel.CONSERVATIVE, 60, 44);
        TrainOutcome out = ride(chase, 16.5);
        double criticalW = 385 * 0.93;
        // not at Pmax, so all of it is gone at the line
        assertThat(out.sprintW()).isLessThan(1_600);
        assertThat((out.sprintW() - criticalW) * out.sprintS()).isEqualTo(out.sprinterLeftJ(), within(1e-3));
        // by time steps of a millisecond: work less resistance is gained in speed
        double v = 16.5;
        double x = 0;
        double t = 0;
        double rho = Trains.AIR.densityKgPerM3();
        double inertia = 87 + 0.14 / (0.311 * 0.311);
        while (x < 200) {
            double force = 0.5 * rho * (0.31 + 0.0044) * v * v + 0.004 * 87 * 9.80665 + 0.091 + 0.0087 * v;
            v += 0.001 * (0.976 * out.sprintW() / v - force) / inertia;
            x += 0.001 * v;
            t += 0.001;
        }
        assertThat(out.lineMPerS()).isEqualTo(v, within(0.002));
        assertThat(out.sprintS()).isEqualTo(t, within(0.002));
    }

    @Test
    void aFreshSprinterIsHeldByHisPmax() {
        Chase chase = Trains.chase(RecoveryModel.CONSERVATIVE, 60, 44);
        LeadOut weak = new LeadOut(
                "SPR",
                List.of("L1", "L2"),
                Map.of("SPR", 900.0),
                List.of(),
                Trains.leadOut().train(),
                Trains.leadOut().sprint(),
                13);
        TrainOutcome out = new TrainRide(chase, weak, 15).ride(TRAIN, id -> 1e6);
        assertThat(out.sprintW()).isEqualTo(900);
        assertThat((900 - 385 * 0.93) * out.sprintS()).isLessThan(out.sprinterLeftJ());
    }

    @Test
    void moreSpeedCostsEverybodyMore() {
        Chase chase = Trains.chase(RecoveryModel.CONSERVATIVE, 60, 44);
        TrainOutcome slow = ride(chase, 15);
        TrainOutcome fast = ride(chase, 16.5);
        assertThat(fast.leastBalanceJ().get("L2"))
                .isLessThan(slow.leastBalanceJ().get("L2"));
        assertThat(fast.sprinterLeftJ()).isLessThan(slow.sprinterLeftJ());
        assertThat(fast.trainS()).isLessThan(slow.trainS());
        // what the train takes from him he lacks in the sprint
        assertThat(fast.sprintW()).isLessThan(slow.sprintW());
    }

    /** What settles a trade-off: a pair for a speed is a pair for every slower one. */
    @Test
    void whoCanRideToASpeedCanRideToASlowerOne() {
        Random random = new Random(20230720);
        for (int trial = 0; trial < 500; trial++) {
            RecoveryModel recovery = trial % 2 == 0 ? RecoveryModel.CONSERVATIVE : RecoveryModel.ELITE;
            Chase chase = Trains.chase(recovery, 60, 44);
            double firstM = 100 + 800 * random.nextDouble();
            Train train = new Train(
                    random.nextBoolean() ? List.of("L1", "L2") : List.of("L2", "L1"), List.of(firstM, 1_000 - firstM));
            double fastMPerS = 13.2 + 6 * random.nextDouble();
            double slowMPerS = 13 + (fastMPerS - 13) * random.nextDouble();
            double leftJ = 18_000 * random.nextDouble();
            TrainRide fastRide = new TrainRide(chase, Trains.leadOut(), fastMPerS);
            TrainNeeds fast = fastRide.needs(fastRide.load(train), id -> leftJ);
            TrainRide slowRide = new TrainRide(chase, Trains.leadOut(), slowMPerS);
            TrainNeeds slow = slowRide.needs(slowRide.load(train), id -> leftJ);
            // 1e-6 J: rounding of sums of some hundred steps
            assertThat(slow.shortJ()).as("trial %d", trial).isLessThanOrEqualTo(fast.shortJ() + 1e-6);
            assertThat(slow.tooStrongJ()).as("trial %d", trial).isLessThanOrEqualTo(fast.tooStrongJ() + 1e-6);
            assertThat(slow.sprinterLeftJ()).as("trial %d", trial).isGreaterThanOrEqualTo(fast.sprinterLeftJ() - 1e-6);
            TrainOutcome whole = slowRide.ride(train, id -> leftJ);
            assertThat(new TrainNeeds(whole.sprinterLeftJ(), whole.shortJ(), whole.tooStrongJ()))
                    .isEqualTo(slow);
        }
    }

    @Test
    void whoHasNothingOrIsTooWeakIsReportedNotClipped() {
        Chase chase = Trains.chase(RecoveryModel.CONSERVATIVE, 60, 44);
        TrainOutcome empty = new TrainRide(chase, Trains.leadOut(), 18).ride(TRAIN, id -> 100);
        assertThat(empty.shortJ()).isGreaterThan(5_000);
        assertThat(empty.leastBalanceJ().get("L1")).isNegative();
        assertThat(empty.feasible()).isFalse();
        LeadOut weak = new LeadOut(
                "SPR",
                List.of("L1", "L2"),
                Map.of("L1", 500.0),
                List.of(),
                Trains.leadOut().train(),
                Trains.leadOut().sprint(),
                13);
        TrainOutcome tooWeak = new TrainRide(chase, weak, 15).ride(TRAIN, id -> 1e6);
        assertThat(tooWeak.tooStrongJ()).isPositive();
        assertThat(tooWeak.shortJ()).isZero();
        assertThat(tooWeak.feasible()).isFalse();
    }

    @Test
    void refusesSpeedsAndRidersThatMakeNoSense() {
        Chase chase = Trains.chase(RecoveryModel.CONSERVATIVE, 60, 44);
        assertThatThrownBy(() -> new TrainRide(chase, Trains.leadOut(), 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lead-out: dropMPerS = 12.0 m/s is outside [13.0, 22.0] m/s."
                        + " A train does not slow down, and nobody exceeds the top speed.");
        assertThatThrownBy(() -> new LeadOut(
                        "SPR",
                        List.of("SPR"),
                        Map.of(),
                        List.of(),
                        List.of(Trains.level(9)),
                        List.of(Trains.level(9)),
                        13))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lead-out: rider SPR is there twice. Each leads once, and the sprinter does not.");
        assertThatThrownBy(() -> new LeadOut(
                        "SPR",
                        List.of("L1"),
                        Map.of(),
                        List.of(),
                        List.of(Trains.level(9)),
                        List.of(Trains.level(9)),
                        47))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lead-out: startMPerS = 47.0 m/s is outside [5.0, 25.0] m/s."
                        + " Maybe it is in km/h: divide by 3.6.");
        assertThatThrownBy(() -> new Train(List.of("L1"), List.of(0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("train: rider L1: 0.0 m is not above 0 m.");
    }

    /** Shares no code with the ride but the drag table. */
    private static final class Stepper {
        private static final double DT = 0.01;
        private static final DragTable TABLE = DragTables.blocken2018();
        final Map<String, Double> left = new HashMap<>();
        double trainS;
        private final boolean elite;
        private final Map<String, double[]> rider = Map.of( // mass, CdA, CP, W' of the last hour
                "L1", new double[] {82, 0.30, 410 * 0.93, 24_000 * 0.80},
                "L2", new double[] {85, 0.31, 400 * 0.93, 26_000 * 0.80},
                "SPR", new double[] {87, 0.31, 385 * 0.93, 28_000 * 0.80});
        private final Map<String, double[]> deficit = new HashMap<>();

        Stepper(boolean elite) {
            this.elite = elite;
            LEFT.forEach((id, leftJ) -> {
                double spent = rider.get(id)[3] - leftJ;
                deficit.put(id, new double[] {spent, elite ? spent : 0});
            });
        }

        void ride(double dropMPerS) {
            double rho = Trains.AIR.densityKgPerM3();
            double rollV = 43 / 3.6;
            for (double t = 0; t < 3_000 / rollV; t += DT) {
                deficit.keySet()
                        .forEach(id -> hold(id, power(rho, rider.get(id)[0], 0.30 * rider.get(id)[1], rollV, 0, 0, 0)));
            }
            double x = 0;
            while (x < 1_000) {
                double v = 13 + x / 1_000 * (dropMPerS - 13);
                double acceleration = v * (dropMPerS - 13) / 1_000; // dv/dt = v dv/dx
                double gradient = x < 600 ? 0.005 : -0.002;
                double wind = x < 600 ? 1 : 0.5;
                List<String> line = x < 600 ? List.of("L1", "L2", "SPR") : List.of("L2", "SPR");
                for (int place = 1; place <= line.size(); place++) {
                    double[] r = rider.get(line.get(place - 1));
                    double k = TABLE.dragFraction(line.size(), place, 0.5);
                    if (place > 1) {
                        double ahead = rider.get(line.get(place - 2))[1];
                        k = 1 - (1 - k) * Math.pow(ahead / r[1], 0.25);
                    }
                    double w = power(rho, r[0], k * r[1], v, wind, gradient, acceleration);
                    hold(line.get(place - 1), w);
                }
                x += v * DT;
                trainS += DT;
            }
            deficit.forEach((id, d) -> left.put(id, rider.get(id)[3] - Math.max(d[0], d[1])));
        }

        private static double power(
                double rho, double kg, double m2, double v, double wind, double gradient, double acceleration) {
            double cos = 1 / Math.sqrt(1 + gradient * gradient);
            double force = 0.5 * rho * (m2 + 0.0044) * (v + wind) * (v + wind)
                    + kg * 9.80665 * (0.004 * cos + gradient * cos)
                    + 0.091
                    + 0.0087 * v
                    + (kg + 0.14 / (0.311 * 0.311)) * acceleration;
            return Math.max(0, force * v / 0.976);
        }

        private void hold(String id, double powerW) {
            double[] r = rider.get(id);
            double[] d = deficit.get(id);
            double above = powerW - r[2];
            if (above >= 0) {
                d[0] += above * DT;
            } else {
                double tau = elite ? 2287.2 * Math.pow(-above, -0.688) : r[3] / -above;
                d[0] -= d[0] / tau * DT;
            }
            d[1] = elite ? Math.max(0, d[1] + above * DT) : 0;
        }
    }
}
