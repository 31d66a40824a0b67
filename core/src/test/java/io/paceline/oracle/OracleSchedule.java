package io.paceline.oracle;

import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;

/** How fast the group rides where: the approach as the bunch does, then the pace that just catches. */
final class OracleSchedule {
    private final Chase chase;
    private final double massKg;
    private final double dragAreaM2;
    private final double meanFraction;

    final List<Double> approachSpeeds = new ArrayList<>();
    final List<Double> speeds = new ArrayList<>();
    final double targetS;
    final double approachS;
    double evenPowerW;

    OracleSchedule(Chase chase, RotationPlan plan) {
        this(chase);
        evenPowerW = solve(plan.sectorEfforts());
    }

    private OracleSchedule(Chase chase) {
        this.chase = chase;
        List<Rider> riders = chase.team().riders();
        // The power is linear in mass and in drag area, so the mean of the powers is the power of the means.
        massKg = riders.stream().mapToDouble(Rider::massKg).average().orElseThrow();
        dragAreaM2 = riders.stream().mapToDouble(Rider::dragAreaM2).average().orElseThrow();
        meanFraction = new OracleDrag(chase.line().wheelGapM()).mean(riders.size());
        targetS = breakS() - chase.breakaway().gapS();
        approachS = rideApproach();
    }

    /** From the launch to the latest moment at the catch point, s. */
    static double availableS(Chase chase) {
        OracleSchedule schedule = new OracleSchedule(chase);
        return schedule.targetS - schedule.approachS;
    }

    private double rideApproach() {
        double seconds = 0;
        for (Stretch stretch : chase.approach()) {
            Stretch level = new Stretch(1_000, 0, 0, 0, smoothest());
            double k = chase.bunch().dragFraction();
            double watts = OraclePhysics.powerW(
                    chase.bunch().levelSpeedMPerS(), massKg, dragAreaM2, k, OracleAir.onBunch(chase, level));
            double v = OraclePhysics.speedMPerS(watts, massKg, dragAreaM2, k, OracleAir.onBunch(chase, stretch));
            approachSpeeds.add(Math.min(chase.topSpeedMPerS(), v));
            seconds += stretch.lengthM() / Math.min(chase.topSpeedMPerS(), v);
        }
        return seconds;
    }

    private double smoothest() {
        double least = 1;
        for (Stretch stretch : chase.approach()) {
            least = Math.min(least, stretch.rollingResistance());
        }
        for (Stretch stretch : chase.road().stretches()) {
            least = Math.min(least, stretch.rollingResistance());
        }
        return least;
    }

    /** Halves an interval of P0 until nothing is left of it, or until every stretch is at top speed. */
    private double solve(List<Double> efforts) {
        double available = targetS - approachS;
        double low = 0;
        double high = 0;
        if (ride(0, efforts) > available) {
            high = 100;
            while (ride(high, efforts) > available && high < 1e7) {
                high *= 4;
            }
            for (int i = 0; i < 75; i++) {
                double middle = (low + high) / 2;
                if (ride(middle, efforts) > available) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
        ride(high, efforts);
        return high;
    }

    private double ride(double evenW, List<Double> efforts) {
        speeds.clear();
        double seconds = 0;
        for (int i = 0; i < chase.road().stretches().size(); i++) {
            Stretch stretch = chase.road().stretches().get(i);
            double watts = evenW * efforts.get(chase.road().sectorOf(i));
            double v = Math.min(
                    chase.topSpeedMPerS(),
                    OraclePhysics.speedMPerS(
                            watts, massKg, dragAreaM2, meanFraction, OracleAir.onLine(chase, stretch)));
            speeds.add(v);
            seconds += stretch.lengthM() / v;
        }
        return seconds;
    }

    /** When the break reaches the catch point, s after it passed the start point. */
    private double breakS() {
        List<Stretch> road = new ArrayList<>(chase.approach());
        road.addAll(chase.road().stretches());
        if (!(chase.breakaway() instanceof ObservedBreak)) {
            double[] times = chase.breakaway().timesS(road);
            return times[times.length - 1];
        }
        ObservedBreak ahead = (ObservedBreak) chase.breakaway();
        double seconds = 0;
        for (Stretch stretch : road) {
            int pieces = (int) Math.ceil(stretch.lengthM() / 1_000);
            for (int piece = 0; piece < pieces; piece++) {
                double watts = ahead.powerW() - ahead.powerW() * ahead.decayPerHour() * seconds / 3_600;
                double v = OraclePhysics.speedMPerS(
                        watts,
                        ahead.massKg(),
                        ahead.dragAreaM2(),
                        ahead.meanDragFraction(),
                        new OracleAir(
                                stretch, ahead.air().densityKgPerM3(), ahead.drivetrain(), ahead.crosswind(), true));
                seconds += stretch.lengthM() / pieces / Math.min(ahead.topSpeedMPerS(), v);
            }
        }
        return seconds;
    }
}
