package io.paceline.optimizer.exact;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Crosswind;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Chases of invented riders with a fixed time to the catch, and random plans for them. */
final class ExactCases {
    private static final double[] MASS_KG = {86, 84, 88, 80, 78, 72, 68, 87};
    private static final double[] DRAG_AREA_M2 = {0.300, 0.300, 0.310, 0.295, 0.290, 0.275, 0.265, 0.310};
    private static final double[] CRITICAL_POWER_W = {450, 425, 430, 400, 385, 395, 360, 390};
    private static final double[] W_PRIME_J = {23_000, 24_000, 25_000, 21_000, 20_000, 18_000, 16_500, 28_000};

    private ExactCases() {}

    static Team team(int riders, Set<String> protectedIds) {
        List<Rider> team = new ArrayList<>();
        for (int i = 0; i < riders; i++) {
            int k = i % MASS_KG.length;
            int again = i / MASS_KG.length;
            team.add(new Rider(
                    "R" + (i + 1), MASS_KG[k] + again, DRAG_AREA_M2[k], CRITICAL_POWER_W[k] - 5 * again, W_PRIME_J[k]));
        }
        return new Team(team, protectedIds);
    }

    /** One flat stretch at this speed for so many minutes. */
    static Chase flat(int riders, double speedMPerS, double minutes, RecoveryModel recovery) {
        List<Stretch> road = List.of(new Stretch(speedMPerS * 60 * minutes, 0, 0, 0, 0.004));
        return chase(team(riders, Set.of()), road, 60 * minutes, recovery, Shelter.DEFAULT);
    }

    static Chase chase(Team team, List<Stretch> road, double timeS, RecoveryModel recovery, Shelter shelter) {
        return Chase.builder(
                        team,
                        Road.of(road, IntStream.range(0, road.size()).toArray()),
                        new Air(1.16),
                        new Deadline(timeS))
                .recovery(recovery)
                .line(new Line(0.5, DragTables.blocken2018(), shelter))
                .build();
    }

    /** Two to six riders on one to eight stretches, so hard that few plans can be ridden, or easy. */
    static Chase random(Random random) {
        int riders = 2 + random.nextInt(5);
        List<Stretch> road = new ArrayList<>();
        int stretches = random.nextInt(3) == 0 ? 1 : 2 + random.nextInt(7);
        double steepest = random.nextInt(3) == 0 ? 0.08 : 0.02;
        double timeS = 0;
        double pace = 0.8 + 0.25 * random.nextDouble();
        for (int i = 0; i < stretches; i++) {
            double gradient = stretches == 1 ? 0 : steepest * (2 * random.nextDouble() - 1);
            double headwind = random.nextInt(3) == 0 ? 8 * random.nextDouble() - 4 : 0;
            double lengthM = 500 + 12_000.0 / stretches * random.nextDouble();
            road.add(new Stretch(lengthM, gradient, 0, headwind, 0.004));
            timeS += lengthM / (pace * Math.max(5, Math.min(20, 12 - 120 * gradient - 0.5 * headwind)));
        }
        Set<String> protectedIds = riders > 2 && random.nextInt(3) == 0 ? Set.of("R2") : Set.of();
        return chase(
                team(riders, protectedIds),
                road,
                timeS,
                random.nextBoolean() ? RecoveryModel.CONSERVATIVE : RecoveryModel.ELITE,
                random.nextBoolean() ? Shelter.DEFAULT : Shelter.NONE);
    }

    /** The same with air from the side, and a way to compute with it. */
    static Chase crossed(Random random) {
        Chase still = random(random);
        Crosswind crosswind = new Crosswind(
                random.nextBoolean() ? Crosswind.Drag.HEADWIND : Crosswind.Drag.APPARENT_WIND,
                random.nextInt(3) == 0 ? Crosswind.Formation.ECHELON : Crosswind.Formation.LINE,
                0.1 + 0.6 * random.nextDouble());
        List<Stretch> road = still.road().stretches().stream()
                .map(stretch -> stretch.withCrosswindMPerS(random.nextInt(4) == 0 ? 0 : 12 * random.nextDouble() - 6))
                .toList();
        return still.toBuilder()
                .road(still.road().withStretches(road))
                .line(still.line().withCrosswind(crosswind))
                .build();
    }

    /** Any order, any workers, pulls on the grid of the search; short ones more often. */
    static RotationPlan randomPlan(Random random, ChaseKernel kernel, List<Double> efforts) {
        Team team = kernel.chase().team();
        List<String> able = new ArrayList<>();
        List<String> sitsOn = new ArrayList<>();
        for (Rider rider : team.riders()) {
            (team.protectedIds().contains(rider.id()) ? sitsOn : able).add(rider.id());
        }
        Collections.shuffle(able, random);
        int working = 1 + random.nextInt(able.size());
        int shortest = 5 * (int) Math.ceil((kernel.shortestPullS(working) + 1e-6) / 5);
        int spread = random.nextBoolean() ? 10 : random.nextBoolean() ? 40 : 118;
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < working; i++) {
            pulls.add(new Pull(able.get(i), Math.min(600, shortest + 5 * random.nextInt(spread))));
        }
        sitsOn.addAll(able.subList(working, able.size()));
        Collections.shuffle(sitsOn, random);
        return new RotationPlan(pulls, sitsOn, efforts);
    }

    static List<Double> randomEfforts(Random random, Chase chase) {
        List<Double> efforts = new ArrayList<>();
        for (int i = 0; i < chase.road().sectorCount(); i++) {
            efforts.add(0.7 + 0.6 * random.nextDouble());
        }
        return efforts;
    }

    /** A break that reaches the catch point at a given time. */
    record Deadline(double timeS) implements Breakaway {
        @Override
        public double gapS() {
            return 0;
        }

        @Override
        public double[] timesS(List<Stretch> road) {
            double lengthM = road.stream().mapToDouble(Stretch::lengthM).sum();
            double[] times = new double[road.size()];
            double atM = 0;
            for (int i = 0; i < times.length; i++) {
                atM += road.get(i).lengthM();
                times[i] = timeS * atM / lengthM;
            }
            return times;
        }
    }
}
