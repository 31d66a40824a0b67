package io.paceline.oracle;

import io.paceline.chase.Bunch;
import io.paceline.chase.Chase;
import io.paceline.chase.Exchange;
import io.paceline.chase.Line;
import io.paceline.chase.ObservedBreak;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Crosswind;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Freshness;
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

/** A chase and a plan drawn from one seed: every rule of the model is met by some of them. */
record RandomChase(long seed, Chase chase, RotationPlan plan) {

    static RandomChase of(long seed) {
        return of(seed, 1);
    }

    /** With every length scaled: short roads for the slow stepper. */
    static RandomChase of(long seed, double lengthFactor) {
        Random random = new Random(seed);
        Chase chase = chase(random, lengthFactor);
        return new RandomChase(seed, chase, plan(random, chase));
    }

    /** The same chase with air from the side on most of its roads, and something computed from it; drawn apart. */
    static RandomChase crossed(long seed, double lengthFactor) {
        RandomChase still = of(seed, lengthFactor);
        Random random = new Random(seed + 7_000_000);
        Crosswind[] kinds = {
            new Crosswind(Crosswind.Drag.APPARENT_WIND, Crosswind.Formation.STILL_AIR),
            new Crosswind(Crosswind.Drag.HEADWIND, Crosswind.Formation.LINE),
            new Crosswind(Crosswind.Drag.APPARENT_WIND, Crosswind.Formation.LINE, between(random, 0.1, 0.8)),
            new Crosswind(Crosswind.Drag.APPARENT_WIND, Crosswind.Formation.ECHELON),
        };
        Crosswind kind = kinds[random.nextInt(kinds.length)];
        Chase chase = still.chase();
        Chase crossed = chase.toBuilder()
                .line(chase.line().withCrosswind(kind))
                .approach(crossed(random, chase.approach()))
                .road(chase.road().withStretches(crossed(random, chase.road().stretches())))
                .breakaway(((ObservedBreak) chase.breakaway()).withCrosswind(kind))
                .build();
        // pulls are drawn again: crossed air makes everybody slower, and exchanges longer
        return new RandomChase(seed, crossed, plan(random, crossed));
    }

    private static List<Stretch> crossed(Random random, List<Stretch> road) {
        return road.stream()
                .map(stretch -> stretch.withCrosswindMPerS(random.nextInt(4) == 0 ? 0 : between(random, -8, 8)))
                .toList();
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static Chase chase(Random random, double lengthFactor) {
        Team team = team(random);
        boolean longFlat = random.nextInt(5) == 0;
        List<Stretch> stretches = new ArrayList<>();
        int count = longFlat ? 1 + random.nextInt(2) : 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            stretches.add(longFlat ? longFlat(random, lengthFactor) : stretch(random, lengthFactor));
        }
        List<Stretch> approach = new ArrayList<>();
        for (int i = random.nextInt(6); i > 3; i--) {
            approach.add(stretch(random, lengthFactor));
        }
        double lengthM = stretches.stream().mapToDouble(Stretch::lengthM).sum();
        int riders = 1 + random.nextInt(6);
        ObservedBreak ahead = new ObservedBreak(
                random.nextInt(4) == 0 ? 0 : Math.min(3_600, lengthM / 12 * between(random, 0, 0.12)),
                riders,
                between(random, 65, 90),
                between(random, 0.26, 0.34),
                between(random, 180, 340),
                random.nextBoolean() ? 0 : between(random, 0, 0.05),
                between(random, 0.55, 1),
                new Air(1.18),
                Drivetrain.MARTIN_1998,
                22);
        return Chase.builder(team, Road.of(stretches, sectors(random, count)), new Air(between(random, 1, 1.25)), ahead)
                .freshness(new Freshness(between(random, 0.85, 1), between(random, 0.5, 1)))
                .recovery(random.nextBoolean() ? RecoveryModel.CONSERVATIVE : RecoveryModel.ELITE)
                .line(new Line(
                        gap(random), DragTables.blocken2018(), new Shelter(between(random, 0, 0.5)), exchange(lengthM)))
                .approach(approach)
                .bunch(new Bunch(between(random, 9, 13)))
                .spentJ(spentJ(random, team))
                .build();
    }

    private static List<Double> spentJ(Random random, Team team) {
        return random.nextInt(3) > 0
                ? List.of()
                : team.riders().stream()
                        .map(rider -> between(random, 0, 0.6) * rider.wPrimeJ())
                        .toList();
    }

    private static double gap(Random random) {
        return random.nextBoolean() ? 0.5 : between(random, 0.05, random.nextInt(4) == 0 ? 5 : 1);
    }

    /** Usual for half of them; drawn apart, from the length of the road, so that all else stays as it was. */
    private static Exchange exchange(double lengthM) {
        Random random = new Random(Double.doubleToLongBits(lengthM));
        return random.nextBoolean()
                ? Exchange.USUAL
                : new Exchange(between(random, 1.5, 2), between(random, 1, 3), between(random, 0.15, 0.35));
    }

    private static int[] sectors(Random random, int stretches) {
        int[] sectorOf = new int[stretches];
        for (int i = 1; i < stretches; i++) {
            sectorOf[i] = sectorOf[i - 1] + random.nextInt(2);
        }
        return sectorOf;
    }

    private static Team team(Random random) {
        int n = random.nextInt(12) == 0 ? 20 : 2 + random.nextInt(11);
        List<Rider> riders = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            riders.add(new Rider(
                    "r" + i,
                    between(random, 58, 95),
                    between(random, 0.20, 0.40),
                    between(random, 260, 450),
                    between(random, 10_000, 30_000),
                    between(random, 0.2, 0.25),
                    between(random, 0.5, 2)));
        }
        return new Team(riders, Set.of());
    }

    private static Stretch stretch(Random random, double factor) {
        double steep = random.nextInt(5) == 0 ? 0.2 : 0.06;
        double gradient = random.nextInt(3) == 0 ? 0 : between(random, -steep, steep);
        double windMPerS = random.nextInt(3) == 0 ? 0 : between(random, -9, 9);
        return new Stretch(factor * between(random, 100, 6_000), gradient, 0, windMPerS, between(random, 0.003, 0.007));
    }

    private static Stretch longFlat(Random random, double factor) {
        return new Stretch(
                factor * between(random, 20_000, 200_000),
                between(random, -0.004, 0.004),
                0,
                between(random, -3, 3),
                0.004);
    }

    private static RotationPlan plan(Random random, Chase chase) {
        List<Double> efforts = new ArrayList<>();
        for (int i = 0; i < chase.road().sectorCount(); i++) {
            efforts.add(between(random, 0.5, 1.4));
        }
        int n = chase.team().size();
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, random);
        int working = random.nextInt(3) == 0 ? n : 1 + random.nextInt(n);
        double shortestS = shortestPullS(chase, working);
        boolean quick = random.nextInt(3) == 0;
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < working; i++) {
            double extraS = random.nextBoolean() ? between(random, 0, 20) : between(random, 0, quick ? 40 : 400);
            double seconds = shortestS + (random.nextBoolean() ? extraS : 5 * Math.floor(extraS / 5));
            boolean burned = i < working - 1 && random.nextInt(5) == 0;
            pulls.add(new Pull("r" + order.get(i), seconds, burned ? 1 + random.nextInt(8) : 0));
        }
        Collections.shuffle(pulls, random);
        return new RotationPlan(
                pulls, order.subList(working, n).stream().map(i -> "r" + i).toList(), efforts);
    }

    /** At least 10 s and an exchange at the mean speed; whole seconds. A group that only coasts is faster still. */
    private static double shortestPullS(Chase chase, int working) {
        double availableS = OracleSchedule.availableS(chase);
        double topMPerS = chase.topSpeedMPerS();
        double meanMPerS = availableS > 0 ? Math.min(topMPerS, chase.road().lengthM() / availableS) : topMPerS;
        Exchange exchange = chase.line().exchange();
        double driftMPerS = Math.min(exchange.driftMPerS(), exchange.mostDriftShare() * meanMPerS);
        double exchangeS =
                (working - 1) * (exchange.bicycleLengthM() + chase.line().wheelGapM()) / driftMPerS;
        return Math.max(10, Math.ceil(exchangeS));
    }

    @Override
    public String toString() {
        return "seed " + seed + " (" + chase.team().size() + " riders, "
                + plan.pulls().size() + " pull, " + chase.recovery() + ", "
                + chase.road().stretches().size() + " stretches)";
    }
}
