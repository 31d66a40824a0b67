package io.paceline.oracle;

import io.paceline.chase.Chase;
import io.paceline.power.Crosswind;
import io.paceline.power.Drivetrain;
import io.paceline.road.Stretch;

/**
 * What blows on a stretch, worked out with angles. The scenario says which parts of it count.
 *
 * @param fades whether shelter can be lost here; that of a bunch is not
 */
record OracleAir(Stretch stretch, double density, Drivetrain drivetrain, Crosswind crosswind, boolean fades) {

    static OracleAir onLine(Chase chase, Stretch stretch) {
        return new OracleAir(
                stretch,
                chase.air().densityKgPerM3(),
                chase.drivetrain(),
                chase.line().crosswind(),
                true);
    }

    static OracleAir onBunch(Chase chase, Stretch stretch) {
        return new OracleAir(
                stretch,
                chase.air().densityKgPerM3(),
                chase.drivetrain(),
                chase.line().crosswind(),
                false);
    }

    /** Force against a drag area, N; negative when the air pushes. */
    double dragN(double v, double k, double dragAreaM2) {
        double along = v + stretch.headwindMPerS();
        double across = stretch.crosswindMPerS();
        double yaw = Math.atan2(Math.abs(across), Math.abs(along));
        double fraction = 1 - (1 - k) * (fades ? kept(yaw) : 1);
        double area = fraction * dragAreaM2 + drivetrain.wheelDragAreaM2();
        double speed = Math.abs(along);
        if (crosswind.drag() == Crosswind.Drag.APPARENT_WIND) {
            // the drag along the air, and the cosine of it along the road
            double whole = Math.hypot(along, across);
            return Math.signum(along) * 0.5 * density * area * whole * whole * Math.cos(yaw);
        }
        return Math.signum(along) * 0.5 * density * area * speed * speed;
    }

    private double kept(double yaw) {
        double atFull = switch (crosswind.shelter()) {
            case STILL_AIR -> 1;
            case LINE -> 0;
            case ECHELON -> 0.536 / 0.553;
        };
        double share = Math.sin(yaw) / crosswind.fadedSine();
        return share >= 1 ? atFull : 1 + share * (atFull - 1);
    }
}
