package io.paceline.kernel;

import io.paceline.chase.Bunch;
import io.paceline.chase.Chase;
import io.paceline.chase.Doubt;
import io.paceline.power.Crosswind;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a ridden plan leaves the ground on which the model stands. The amounts are what would be lost in a plain bad case, not
 * predictions; {@code docs/model.md} lists them.
 */
public final class ModelLimits {
    /** From this yaw on crosswind is worth a word, rad: 10 degrees. Estimate: 90 % of riding is below 16 degrees (Cooper 2003, second-hand). */
    public static final double NOTABLE_YAW_RAD = Math.toRadians(10);

    /**
     * At this yaw a straight line has lost its shelter in the bad case, rad: that of the echelon study. Estimate: the study gives no mean
     * for the line.
     */
    public static final double SHELTERLESS_YAW_RAD = Crosswind.STUDIED_YAW_RAD;

    /** Uphill drafting was measured from about this speed on, m/s. Source: van Druenen and Blocken 2021: 6 and 8 m/s at 7.5 %. */
    public static final double SLOW_CLIMB_M_PER_S = 8;

    /** Climbs are steeper than this, rise over run. */
    public static final double CLIMB_GRADIENT = 0.02;

    /** Descents are steeper than this, rise over run. */
    public static final double DESCENT_GRADIENT = -0.03;

    /** Faster than this downhill, bends count, m/s: 54 km/h. Estimate. */
    public static final double FAST_DESCENT_M_PER_S = 15;

    /** How much slower a descent is taken in the bad case. Estimate. */
    public static final double SLOWER_SHARE = 0.10;

    /** From this gap on a fit to Kyle 1979, attributed to Olds, has no shelter at all, m; Blocken 2018 has 30 to 40 % at 5 m. */
    public static final double WIDE_GAP_M = 3;

    /** A third less drag than alone: what is said of bunches from field data. */
    public static final double OPEN_BUNCH_FRACTION = 2.0 / 3;

    /** Shorter pieces together are not worth a word, m. */
    private static final double NOTABLE_M = 500;

    private final Chase chase;
    private final List<Double> speedsMPerS;
    private final double meanFraction;
    private final double meanDragAreaM2;

    private ModelLimits(Chase chase, List<Double> speedsMPerS) {
        this.chase = chase;
        this.speedsMPerS = speedsMPerS;
        meanFraction = chase.line()
                .dragTable()
                .meanDragFraction(chase.team().size(), chase.line().wheelGapM());
        meanDragAreaM2 = chase.team().riders().stream()
                .mapToDouble(Rider::dragAreaM2)
                .average()
                .orElseThrow();
    }

    /**
     * The doubts about a plan.
     *
     * @param speedsMPerS of the group on each stretch from the launch on, m/s
     */
    public static List<Doubt> of(Chase chase, List<Double> speedsMPerS) {
        ModelLimits limits = new ModelLimits(chase, speedsMPerS);
        List<Doubt> doubts = new ArrayList<>();
        limits.crosswind().ifPresent(doubts::add);
        limits.slowClimb().ifPresent(doubts::add);
        limits.fastDescent().ifPresent(doubts::add);
        limits.wideGap().ifPresent(doubts::add);
        limits.bunch().ifPresent(doubts::add);
        return List.copyOf(doubts);
    }

    private Optional<Doubt> crosswind() {
        Doubt.Kind kind = switch (chase.line().crosswind().shelter()) {
            case STILL_AIR -> Doubt.Kind.CROSSWIND;
            case LINE -> Doubt.Kind.CROSSWIND_LINE;
            case ECHELON -> Doubt.Kind.CROSSWIND_ECHELON;
        };
        double lengthM = 0;
        double worst = 0;
        double energyJ = 0;
        for (int s = 0; s < speedsMPerS.size(); s++) {
            Stretch stretch = chase.road().stretches().get(s);
            double yaw = yawRad(stretch, speedsMPerS.get(s));
            if (yaw > NOTABLE_YAW_RAD) {
                lengthM += stretch.lengthM();
                worst = Math.max(worst, yaw);
                energyJ += shareInDoubt(kind, s, yaw) * shelterJ(s);
            }
        }
        return notable(new Doubt(kind, lengthM, worst, energyJ, 0));
    }

    /** How much of the shelter that still air would give the model counts and the riders may not have: by the bad case of each formation. */
    private double shareInDoubt(Doubt.Kind kind, int s, double yawRad) {
        if (kind == Doubt.Kind.CROSSWIND) {
            return Math.min(1, yawRad / SHELTERLESS_YAW_RAD);
        }
        Crosswind now = chase.line().crosswind();
        if (kind == Doubt.Kind.CROSSWIND_LINE) {
            return 1 - lostShare(now, s); // all of it gone already
        }
        return lostShare(now.withShelter(Crosswind.Formation.LINE), s) - lostShare(now, s); // no room: a straight line
    }

    private double lostShare(Crosswind crosswind, int s) {
        Stretch stretch = chase.road().stretches().get(s);
        return crosswind.lostShare(speedsMPerS.get(s) + stretch.headwindMPerS(), stretch.crosswindMPerS());
    }

    /** The angle between the road and the air that the riders meet; with the wind behind them it may be a right angle and more. */
    private static double yawRad(Stretch stretch, double speedMPerS) {
        return StrictMath.atan2(Math.abs(stretch.crosswindMPerS()), speedMPerS + stretch.headwindMPerS());
    }

    /** What the shelter of the line would save all riders on a stretch if it were that of still air, J. */
    private double shelterJ(int s) {
        Stretch stretch = chase.road().stretches().get(s);
        double air = speedsMPerS.get(s) + stretch.headwindMPerS();
        double perPressureN = 0.5 * chase.air().densityKgPerM3() * meanDragAreaM2 * (1 - meanFraction);
        Crosswind crosswind = chase.line().crosswind();
        double savedN = crosswind.isIgnored()
                ? perPressureN * air * Math.abs(air)
                : perPressureN * crosswind.pressure(air, stretch.crosswindMPerS());
        double savedJ = chase.team().size() * savedN * stretch.lengthM();
        return Math.max(0, savedJ / chase.drivetrain().efficiency());
    }

    /** What it saves them in the model, J. */
    private double keptJ(int s) {
        return (1 - lostShare(chase.line().crosswind(), s)) * shelterJ(s);
    }

    private Optional<Doubt> slowClimb() {
        double lengthM = 0;
        double slowest = SLOW_CLIMB_M_PER_S;
        double energyJ = 0;
        for (int s = 0; s < speedsMPerS.size(); s++) {
            Stretch stretch = chase.road().stretches().get(s);
            if (stretch.gradient() > CLIMB_GRADIENT && speedsMPerS.get(s) < SLOW_CLIMB_M_PER_S) {
                lengthM += stretch.lengthM();
                slowest = Math.min(slowest, speedsMPerS.get(s));
                energyJ += keptJ(s);
            }
        }
        return notable(new Doubt(Doubt.Kind.SLOW_CLIMB, lengthM, slowest, energyJ, 0));
    }

    private Optional<Doubt> fastDescent() {
        double lengthM = 0;
        double fastest = 0;
        double timeS = 0;
        for (int s = 0; s < speedsMPerS.size(); s++) {
            Stretch stretch = chase.road().stretches().get(s);
            double speed = speedsMPerS.get(s);
            if (stretch.gradient() < DESCENT_GRADIENT && speed > FAST_DESCENT_M_PER_S) {
                lengthM += stretch.lengthM();
                fastest = Math.max(fastest, speed);
                timeS += stretch.lengthM() / speed * (1 / (1 - SLOWER_SHARE) - 1);
            }
        }
        return notable(new Doubt(Doubt.Kind.FAST_DESCENT, lengthM, fastest, 0, timeS));
    }

    private static Optional<Doubt> notable(Doubt doubt) {
        return doubt.lengthM() >= NOTABLE_M ? Optional.of(doubt) : Optional.empty();
    }

    private Optional<Doubt> wideGap() {
        double gapM = chase.line().wheelGapM();
        if (gapM <= WIDE_GAP_M) {
            return Optional.empty();
        }
        double energyJ = 0;
        for (int s = 0; s < speedsMPerS.size(); s++) {
            energyJ += keptJ(s);
        }
        return Optional.of(new Doubt(Doubt.Kind.WIDE_GAP, chase.road().lengthM(), gapM, energyJ, 0));
    }

    private Optional<Doubt> bunch() {
        double lengthM = chase.approach().stream().mapToDouble(Stretch::lengthM).sum();
        double fraction = chase.bunch().dragFraction();
        if (lengthM < NOTABLE_M || fraction >= OPEN_BUNCH_FRACTION) {
            return Optional.empty();
        }
        Bunch open = new Bunch(chase.bunch().levelSpeedMPerS(), OPEN_BUNCH_FRACTION);
        double moreJ = approachJ(chase.toBuilder().bunch(open).build()) - approachJ(chase);
        return Optional.of(new Doubt(Doubt.Kind.BUNCH, lengthM, fraction, moreJ, 0));
    }

    private static double approachJ(Chase chase) {
        double sumJ = 0;
        for (double workJ : new BunchRide(chase).workJ) {
            sumJ += workJ;
        }
        return sumJ;
    }
}
