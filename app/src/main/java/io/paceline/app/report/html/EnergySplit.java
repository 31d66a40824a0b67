package io.paceline.app.report.html;

import io.paceline.app.report.ride.RiderRide;
import io.paceline.app.report.ride.Role;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.util.List;

/**
 * Where a rider's work goes; the parts add up to his work.
 *
 * @param rider id
 * @param frontJ in front, J
 * @param lineJ in the line behind, J
 * @param exchangeJ drifting back, J
 * @param bunchJ before the launch, J
 * @param leftJ charged after he was burned, J
 */
record EnergySplit(String rider, double frontJ, double lineJ, double exchangeJ, double bunchJ, double leftJ) {
    /** One split for each rider, front of the line first. */
    static List<EnergySplit> of(ChaseKernel kernel, RotationPlan plan) {
        return RiderRide.of(kernel, plan).stream().map(EnergySplit::of).toList();
    }

    private static EnergySplit of(RiderRide ride) {
        return new EnergySplit(
                ride.riderId(),
                ride.workJ(Role.FRONT),
                ride.workJ(Role.LINE),
                ride.workJ(Role.EXCHANGE),
                ride.workJ(Role.BUNCH),
                ride.workJ(Role.LEFT));
    }
}
