package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.power.Crosswind;
import io.paceline.power.RoadLoad;
import io.paceline.road.Stretch;
import java.util.List;

/** What the speeds of a pace make of power: per ½ρ·CdA, of wheels and bearings, per newton; and how much of the shelter yaw takes. */
final class PowerTerms {
    private final double[] headwindMPerS;
    private final double[] crosswindMPerS;
    private final Crosswind crosswind;
    private final boolean crossed;
    private final double efficiency;
    private final double wheelKgPerM;

    PowerTerms(Chase chase) {
        List<Stretch> road = chase.road().stretches();
        headwindMPerS = road.stream().mapToDouble(Stretch::headwindMPerS).toArray();
        crosswindMPerS = road.stream().mapToDouble(Stretch::crosswindMPerS).toArray();
        crosswind = chase.line().crosswind();
        crossed = crosswind.matters(road);
        efficiency = chase.drivetrain().efficiency();
        wheelKgPerM = 0.5 * chase.air().densityKgPerM3() * chase.drivetrain().wheelDragAreaM2();
    }

    void fill(Pace pace) {
        pace.crossed = crossed;
        for (int s = 0; s < headwindMPerS.length; s++) {
            double v = pace.speedMPerS[s];
            double airSpeed = v + headwindMPerS[s];
            double pressure = airSpeed * Math.abs(airSpeed);
            if (crossed) {
                pressure = crosswind.pressure(airSpeed, crosswindMPerS[s]);
                pace.lostShare[s] = crosswind.lostShare(airSpeed, crosswindMPerS[s]);
            }
            double perNewton = v / efficiency;
            pace.perNewtonW[s] = perNewton;
            pace.airW[s] = pressure * perNewton;
            pace.wheelW[s] = (RoadLoad.BEARING_N_S_PER_M * v + wheelKgPerM * pressure) * perNewton;
        }
    }
}
