package io.paceline.optimizer.exact;

import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.util.Arrays;

/**
 * All formations of a team: up to rotation, and up to riders who are alike. In a fixed order.
 */
final class Formations {
    private final int riders;
    private final boolean[] protectedSlot;
    /** The rider before him in the team who is alike; -1 if there is none. */
    private final int[] alikeBefore;

    private long[] codes = new long[1_024];
    private int count;
    private final long limit;

    private Formations(Team team, boolean food, long limit) {
        this.limit = limit;
        riders = team.size();
        protectedSlot = new boolean[riders];
        alikeBefore = new int[riders];
        for (int i = 0; i < riders; i++) {
            protectedSlot[i] = team.isProtected(i);
            alikeBefore[i] = -1;
            for (int k = 0; k < i; k++) {
                boolean sameFood = team.riders().get(k).efficiency()
                        == team.riders().get(i).efficiency();
                if (team.isProtected(k) == protectedSlot[i]
                        && (sameFood || !food)
                        && alike(team.riders().get(k), team.riders().get(i))) {
                    alikeBefore[i] = k;
                }
            }
        }
    }

    private static boolean alike(Rider one, Rider other) {
        return new Rider(
                        other.id(),
                        one.massKg(),
                        one.dragAreaM2(),
                        one.criticalPowerW(),
                        one.wPrimeJ(),
                        other.efficiency(),
                        one.recoveryFactor())
                .equals(other);
    }

    /** The codes of all formations; of no more than the limit, which then are not all. */
    static long[] codes(Team team, long limit) {
        return codes(team, false, limit);
    }

    /**
     * The same where riders are alike only if they need equally much food.
     *
     * @param food whether that counts
     */
    static long[] codes(Team team, boolean food, long limit) {
        Formations all = new Formations(team, food, limit);
        for (int working = 1; working <= all.riders; working++) {
            all.place(new int[all.riders], 0, working, 0);
        }
        return Arrays.copyOf(all.codes, all.count);
    }

    private void place(int[] slot, int position, int working, int used) {
        if (count >= limit) {
            return;
        }
        if (position == riders) {
            add(new Formation(slot, working).code());
            return;
        }
        for (int i = 0; i < riders; i++) {
            boolean free = (used & 1 << i) == 0 && (alikeBefore[i] < 0 || (used & 1 << alikeBefore[i]) != 0);
            // the rotation starts with the first of its riders in the team
            boolean fits = position >= working || (!protectedSlot[i] && (position == 0 || i > slot[0]));
            if (free && fits) {
                slot[position] = i;
                place(slot, position + 1, working, used | 1 << i);
            }
        }
    }

    private void add(long code) {
        if (count == codes.length) {
            codes = Arrays.copyOf(codes, 2 * count);
        }
        codes[count++] = code;
    }
}
