package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Seeded chases that differ as futures do: wind, air, deadline and form. */
final class Futures {
    private Futures() {}

    static List<Chase> of(long seed, int count, int riders, int stretches, RecoveryModel recovery) {
        Random random = new Random(seed);
        double[] gradient = random.doubles(stretches, -0.05, 0.06).toArray();
        double[] lengthM = random.doubles(stretches, 400, 6_000).toArray();
        double[] massKg = random.doubles(riders, 60, 95).toArray();
        double[] areaM2 = random.doubles(riders, 0.22, 0.36).toArray();
        double roadM =
                IntStream.range(0, stretches).mapToDouble(i -> lengthM[i]).sum();
        List<Chase> futures = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            List<Stretch> road = new ArrayList<>();
            for (int s = 0; s < stretches; s++) {
                road.add(new Stretch(lengthM[s], gradient[s], 0, random.nextDouble() * 8 - 4, 0.004));
            }
            List<Rider> team = new ArrayList<>();
            for (int i = 0; i < riders; i++) {
                double cp = 320 + 120 * random.nextDouble();
                team.add(new Rider("R" + i, massKg[i], areaM2[i], cp, 12_000 + 14_000 * random.nextDouble()));
            }
            futures.add(Chase.builder(
                            new Team(team, Set.of()),
                            Road.of(road, IntStream.range(0, stretches).toArray()),
                            new Air(1.1 + 0.15 * random.nextDouble()),
                            new LineCase.Deadline(roadM / (10.5 + 2 * random.nextDouble())))
                    .freshness(new Freshness(0.9 + 0.1 * random.nextDouble(), 0.8 + 0.2 * random.nextDouble()))
                    .recovery(recovery)
                    .line(new Line(0.5, DragTables.blocken2018(), Shelter.DEFAULT))
                    .build());
        }
        return futures;
    }

    /** Some pull, the rest sits on; one is burned if that leaves somebody. */
    static LinePlan plan(long seed, int riders) {
        Random random = new Random(seed);
        LinePlan plan = new LinePlan(riders);
        plan.working = 1 + random.nextInt(riders);
        for (int i = 0; i < riders; i++) {
            plan.slot[i] = (i + 1) % riders;
            plan.pullS[i] = 45 + 5 * random.nextInt(20);
        }
        if (plan.working > 1 && random.nextBoolean()) {
            plan.burnedAfterTurns[random.nextInt(plan.working - 1)] = 1 + random.nextInt(3);
        }
        return plan;
    }

    static double[] efforts(long seed, int sectors) {
        return new Random(seed).doubles(sectors, 0.7, 1.2).toArray();
    }
}
