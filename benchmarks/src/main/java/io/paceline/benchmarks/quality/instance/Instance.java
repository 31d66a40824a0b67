package io.paceline.benchmarks.quality.instance;

import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.drafting.DragTables;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.power.Drivetrain;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * One chase of the benchmark: invented riders from a seed, a road, and a break of four whose speed says how hard it is. The fastest speeds
 * were found once by {@code Quality calibrate} (bisection to 0.05 km/h, searches of 20,000 plans) and are part of the definition now.
 */
public enum Instance {
    FLAT_2_EASY(Roads.FLAT, 2, 0, Level.EASY, RecoveryModel.CONSERVATIVE, 46.34),
    FLAT_3_LIMIT(Roads.FLAT, 3, 0, Level.LIMIT, RecoveryModel.ELITE, 48.78),
    FLAT_4_HARD(Roads.FLAT, 4, 0, Level.HARD, RecoveryModel.CONSERVATIVE, 49.06),
    FLAT_5_LIMIT(Roads.FLAT, 5, 0, Level.LIMIT, RecoveryModel.CONSERVATIVE, 49.95),
    FLAT_6_HARD(Roads.FLAT, 6, 1, Level.HARD, RecoveryModel.ELITE, 51.50),
    FLAT_8_EASY(Roads.FLAT, 8, 0, Level.EASY, RecoveryModel.CONSERVATIVE, 51.92),
    FLAT_8_HARD(Roads.FLAT, 8, 0, Level.HARD, RecoveryModel.ELITE, 52.63),
    FLAT_8_LIMIT(Roads.FLAT, 8, 1, Level.LIMIT, RecoveryModel.CONSERVATIVE, 51.73),
    FLAT_12_HARD(Roads.FLAT, 12, 1, Level.HARD, RecoveryModel.CONSERVATIVE, 52.58),
    FLAT_16_LIMIT(Roads.FLAT, 16, 2, Level.LIMIT, RecoveryModel.ELITE, 53.47),
    BACK_4_HARD(Roads.THERE_AND_BACK, 4, 0, Level.HARD, RecoveryModel.ELITE, 49.67),
    WINDY_8_LIMIT(Roads.WINDY, 8, 0, Level.LIMIT, RecoveryModel.ELITE, 51.92),
    ROLLING_3_LIMIT(Roads.ROLLING, 3, 0, Level.LIMIT, RecoveryModel.CONSERVATIVE, 49.25),
    ROLLING_5_HARD(Roads.ROLLING, 5, 0, Level.HARD, RecoveryModel.ELITE, 50.05),
    ROLLING_6_LIMIT(Roads.ROLLING, 6, 1, Level.LIMIT, RecoveryModel.CONSERVATIVE, 49.81),
    ROLLING_8_EASY(Roads.ROLLING, 8, 0, Level.EASY, RecoveryModel.ELITE, 51.36),
    ROLLING_8_HARD(Roads.ROLLING, 8, 1, Level.HARD, RecoveryModel.CONSERVATIVE, 50.75),
    ROLLING_8_LIMIT(Roads.ROLLING, 8, 0, Level.LIMIT, RecoveryModel.ELITE, 52.02),
    ROLLING_12_LIMIT(Roads.ROLLING, 12, 2, Level.LIMIT, RecoveryModel.CONSERVATIVE, 51.64),
    STAGE18_6_HARD(Roads.STAGE_18, 6, 1, Level.HARD, RecoveryModel.CONSERVATIVE, 49.53),
    STAGE18_8_LIMIT(Roads.STAGE_18, 8, 1, Level.LIMIT, RecoveryModel.ELITE, 51.50),
    STAGE6_8_HARD(Roads.STAGE_6, 8, 0, Level.HARD, RecoveryModel.CONSERVATIVE, 51.88),
    STAGE6_10_LIMIT(Roads.STAGE_6, 10, 1, Level.LIMIT, RecoveryModel.CONSERVATIVE, 52.16),
    STAGE18_16_EASY(Roads.STAGE_18, 16, 2, Level.EASY, RecoveryModel.ELITE, 52.20);

    /** Usual gap at the start, s. */
    public static final double GAP_S = 60;

    private static final Air AIR = new Air(1.16);
    private static final int BREAK_RIDERS = 4;
    private static final double BREAK_KG = 78;
    private static final double BREAK_DRAG_AREA_M2 = 0.30;
    private static final double BREAK_DECAY_PER_HOUR = 0;

    private final Roads roads;
    private final int riders;
    private final int protectedRiders;
    private final Level level;
    private final RecoveryModel recovery;
    private final double fastestKmH;

    Instance(Roads roads, int riders, int protectedRiders, Level level, RecoveryModel recovery, double fastestKmH) {
        this.roads = roads;
        this.riders = riders;
        this.protectedRiders = protectedRiders;
        this.level = level;
        this.recovery = recovery;
        this.fastestKmH = fastestKmH;
    }

    /** Such as {@code flat-8-limit}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The instance of a title. */
    public static Instance of(String title) {
        return Arrays.stream(values())
                .filter(instance -> instance.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no instance " + title + ". One of "
                        + Arrays.stream(values()).map(Instance::title).toList()));
    }

    /** How many riders chase. */
    public int riders() {
        return riders;
    }

    /** How their W' comes back. */
    public RecoveryModel recovery() {
        return recovery;
    }

    /** The chase. */
    public Chase chase() {
        return chase(level.share * fastestKmH, GAP_S, 0);
    }

    /** What a search works on. */
    public DraftSpace space() {
        return new DraftSpace(ChaseKernel.compile(chase()));
    }

    /** The chase with another gap, s, and with more wind, m/s. */
    public Chase changed(double gapS, double windMPerS) {
        return chase(level.share * fastestKmH, gapS, windMPerS);
    }

    /** The chase behind a break of another speed, as its level would have it on a level road, km/h. */
    public Chase at(double breakKmH) {
        return chase(breakKmH, GAP_S, 0);
    }

    @SuppressWarnings("EnumOrdinal") // the seed: their order is part of the definition, as the stored results are
    private Chase chase(double breakKmH, double gapS, double windMPerS) {
        double fraction = DragTables.blocken2018().meanDragFraction(BREAK_RIDERS, Chase.DEFAULT_WHEEL_GAP_M);
        double powerW = ObservedBreak.levelPowerW(
                breakKmH / 3.6, 0.004, BREAK_KG, BREAK_DRAG_AREA_M2, fraction, AIR, Drivetrain.MARTIN_1998);
        ObservedBreak ahead = new ObservedBreak(
                gapS,
                BREAK_RIDERS,
                BREAK_KG,
                BREAK_DRAG_AREA_M2,
                powerW,
                BREAK_DECAY_PER_HOUR,
                fraction,
                AIR,
                Drivetrain.MARTIN_1998,
                Chase.DEFAULT_TOP_SPEED_M_PER_S);
        Random random = new Random(ordinal());
        return Chase.builder(team(random), roads.road(windMPerS, random), AIR, ahead)
                .recovery(recovery)
                .build();
    }

    private Team team(Random random) {
        List<Rider> team = new ArrayList<>();
        Set<String> protectedIds = new HashSet<>();
        for (int i = 0; i < riders; i++) {
            String id = "R" + (i + 1);
            int massKg = 68 + random.nextInt(21);
            // heavier riders are larger and stronger, with some of each by itself
            double dragAreaM2 = (265 + 2 * (massKg - 68) + random.nextInt(16)) / 1_000.0;
            int criticalPowerW = 360 + 2 * (massKg - 68) + random.nextInt(61);
            int wPrimeJ = 100 * (150 + random.nextInt(121));
            team.add(new Rider(id, massKg, dragAreaM2, criticalPowerW, wPrimeJ));
            if (i >= riders - protectedRiders) {
                protectedIds.add(id);
            }
        }
        return new Team(team, protectedIds);
    }
}
