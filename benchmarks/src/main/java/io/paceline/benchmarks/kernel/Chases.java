package io.paceline.benchmarks.kernel;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.kernel.LinePlan;
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

/** The chases that the kernel is measured on: invented riders, like the eight of the examples. */
final class Chases {
    private static final double SPEED_M_PER_S = 13.2;
    private static final double[] MASS_KG = {86, 84, 88, 80, 78, 72, 68, 87};
    private static final double[] DRAG_AREA_M2 = {0.300, 0.300, 0.310, 0.295, 0.290, 0.275, 0.265, 0.310};
    private static final double[] CRITICAL_POWER_W = {450, 425, 430, 400, 385, 395, 360, 390};
    private static final double[] W_PRIME_J = {23_000, 24_000, 25_000, 21_000, 20_000, 18_000, 16_500, 28_000};

    private Chases() {}

    static Team team(int riders) {
        List<Rider> team = new ArrayList<>();
        for (int i = 0; i < riders; i++) {
            int k = i % MASS_KG.length;
            team.add(new Rider("R" + (i + 1), MASS_KG[k], DRAG_AREA_M2[k], CRITICAL_POWER_W[k], W_PRIME_J[k]));
        }
        return new Team(team, Set.of());
    }

    /** One flat stretch, so many minutes long at {@value #SPEED_M_PER_S} m/s. */
    static Chase flat(int riders, double minutes, RecoveryModel recovery) {
        double lengthM = SPEED_M_PER_S * 60 * minutes;
        return chase(team(riders), List.of(new Stretch(lengthM, 0, 0, 0, 0.004)), recovery);
    }

    /** The first so many stretches of the last 60 km of stage 18; all 86 are the case that counts. */
    static Chase stage18(int riders, int stretches, RecoveryModel recovery) {
        return chase(team(riders), Stage18.stretches(stretches), recovery);
    }

    /** Any road, ridden at {@value #SPEED_M_PER_S} m/s on average. */
    static Chase chase(Team team, List<Stretch> road, RecoveryModel recovery) {
        double lengthM = road.stream().mapToDouble(Stretch::lengthM).sum();
        return Chase.builder(team, Road.of(road), new Air(1.16), new Deadline(lengthM / SPEED_M_PER_S))
                .recovery(recovery)
                .build();
    }

    /** Everybody works, in slot order, pulls of 20 to 90 s. */
    static LinePlan plan(int riders) {
        LinePlan plan = new LinePlan(riders);
        for (int i = 0; i < riders; i++) {
            plan.slot[i] = i;
            plan.pullS[i] = 20 + 35 * (i % 3);
        }
        plan.working = riders;
        return plan;
    }

    /** The plan with the same riders and pulls in another order, drawn by the generator. */
    static LinePlan shuffled(LinePlan plan, Random random) {
        int n = plan.slot.length;
        LinePlan other = new LinePlan(n);
        other.working = plan.working;
        System.arraycopy(plan.slot, 0, other.slot, 0, n);
        System.arraycopy(plan.pullS, 0, other.pullS, 0, n);
        for (int i = n - 1; i > 0; i--) {
            other.swap(i, random.nextInt(i + 1));
        }
        return other;
    }

    /** A break that reaches the catch point at a given time. */
    private record Deadline(double timeS) implements Breakaway {
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
