package io.paceline.road;

import io.paceline.check.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The stretches of a chase, grouped into sectors: the pieces of road, such as a climb or a headwind section, on which a
 * plan keeps one effort. Immutable.
 */
public final class Road {
    /**
     * Shortest sector that is made by itself, m; the riders cannot change their effort more often than that. Estimate.
     */
    static final double SHORTEST_SECTOR_M = 1_000;

    /** A sector's gradient matters from this difference on, rise over run. Estimate. */
    static final double GRADIENT_SCALE = 0.01;

    /**
     * A sector's headwind matters from this difference on, m/s. At 12 m/s and 0.2 m² it moves the resistance of 80 kg
     * as one percent does: ρ·CdA·v·Δw = 1.2 · 0.2 · 12 · 2.7 N = 7.8 N = 80 · 9.81 · 0.01 N.
     */
    static final double HEADWIND_SCALE_M_PER_S = 2.7;

    /** A sector's Crr matters from this difference on: it resists as much as the same gradient. */
    static final double ROLLING_SCALE = GRADIENT_SCALE;

    /**
     * Dearest merge, m: two sectors of 2 km that differ by 0.84 %, say. Estimate: 16 to 21 sectors in 60 km of two Tour
     * stages.
     */
    static final double LIMIT_M = 700;

    private final List<Stretch> stretches;
    private final int[] sectorOf;
    private final double lengthM;

    private Road(List<Stretch> stretches, int[] sectorOf) {
        this.stretches = List.copyOf(stretches);
        this.sectorOf = sectorOf;
        this.lengthM = stretches.stream().mapToDouble(Stretch::lengthM).sum();
    }

    /**
     * A road with sectors of its own: neighbours of like gradient, headwind and surface, none shorter than 1 km unless the road
     * is.
     *
     * @throws IllegalArgumentException if there is no stretch
     */
    public static Road of(List<Stretch> stretches) {
        checkNotEmpty(stretches);
        int[] first = Ward.cut(
                LIMIT_M,
                SHORTEST_SECTOR_M,
                stretches.stream().mapToDouble(Stretch::lengthM).toArray(),
                stretches.stream()
                        .mapToDouble(s -> s.gradient() / GRADIENT_SCALE)
                        .toArray(),
                stretches.stream()
                        .mapToDouble(s -> s.headwindMPerS() / HEADWIND_SCALE_M_PER_S)
                        .toArray(),
                stretches.stream()
                        .mapToDouble(s -> s.rollingResistance() / ROLLING_SCALE)
                        .toArray());
        int[] sectorOf = new int[stretches.size()];
        for (int sector = 0; sector < first.length; sector++) {
            Arrays.fill(sectorOf, first[sector], sectorOf.length, sector);
        }
        return new Road(stretches, sectorOf);
    }

    /**
     * A road with given sectors.
     *
     * @param sectorOfStretch one per stretch: begins with 0, then each the same as before or one more
     * @throws IllegalArgumentException if there is no stretch, or the sectors are not as said
     */
    public static Road of(List<Stretch> stretches, int[] sectorOfStretch) {
        checkNotEmpty(stretches);
        int n = stretches.size();
        Range.check(sectorOfStretch.length, n, n, "road: number of sector indices", "Give one per stretch.");
        int[] sectorOf = sectorOfStretch.clone();
        for (int i = 0; i < n; i++) {
            int before = i == 0 ? 0 : sectorOf[i - 1];
            int highest = i == 0 ? 0 : before + 1;
            if (sectorOf[i] < before || sectorOf[i] > highest) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "road: sector of stretch %d = %d is outside [%d, %d]. Number the sectors 0, 1, 2 ... along the road.",
                        i,
                        sectorOf[i],
                        before,
                        highest));
            }
        }
        return new Road(stretches, sectorOf);
    }

    /**
     * The same sectors with other stretches, for the same road in another wind or on another surface.
     *
     * @throws IllegalArgumentException if there are more or fewer of them
     */
    public Road withStretches(List<Stretch> others) {
        return of(others, sectorOf);
    }

    /** The stretches in riding order; unmodifiable. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /**
     * Sector of a stretch, from 0 on.
     *
     * @throws IndexOutOfBoundsException if there is no such stretch
     */
    public int sectorOf(int stretch) {
        return sectorOf[stretch];
    }

    public int sectorCount() {
        return sectorOf[sectorOf.length - 1] + 1;
    }

    public double lengthM() {
        return lengthM;
    }

    private static void checkNotEmpty(List<Stretch> stretches) {
        Range.check(stretches.size(), 1, Integer.MAX_VALUE, "road: stretches", "A road has at least one.");
    }
}
