package io.paceline.optimizer.calibration;

import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.road.Air;
import java.util.ArrayList;
import java.util.List;

/** Cuts a ride into minutes of steady riding: no stop, no long coasting, no gap. */
final class DragWindows {
    static final double WINDOW_S = 60;
    private static final double SLOWEST_M_PER_S = 3;
    private static final double MOST_COASTING = 0.1;
    private static final double LONGEST_STEP_S = 2.5;

    private final DragSamples ride;
    private final double massKg;
    private final Air air;
    private final Drivetrain drivetrain = Drivetrain.MARTIN_1998;

    DragWindows(DragSamples ride, double massKg, Air air) {
        this.ride = ride;
        this.massKg = massKg;
        this.air = air;
    }

    List<DragWindow> all() {
        List<DragWindow> windows = new ArrayList<>();
        int from = 0;
        for (int to = 1; to < ride.timeS().length; to++) {
            if (!usable(to)) {
                from = to;
            } else if (ride.timeS()[to] - ride.timeS()[from] >= WINDOW_S) {
                if (coasting(from, to) <= MOST_COASTING) {
                    windows.add(window(from, to));
                }
                from = to;
            }
        }
        return windows;
    }

    /** Whether the step that ends here belongs to steady riding. */
    private boolean usable(int i) {
        return ride.timeS()[i] - ride.timeS()[i - 1] <= LONGEST_STEP_S
                && ride.speedMPerS()[i - 1] >= SLOWEST_M_PER_S
                && ride.speedMPerS()[i] >= SLOWEST_M_PER_S
                && ride.powerW()[i] >= 0
                && ride.powerW()[i] <= PowerSeries.HIGHEST_W
                && !Double.isNaN(ride.altitudeM()[i - 1])
                && !Double.isNaN(ride.altitudeM()[i]);
    }

    private double coasting(int from, int to) {
        int zero = 0;
        for (int i = from + 1; i <= to; i++) {
            zero += ride.powerW()[i] == 0 ? 1 : 0;
        }
        return (double) zero / (to - from);
    }

    private DragWindow window(int from, int to) {
        double workJ = 0;
        double distanceM = 0;
        double cubesM3PerS2 = 0;
        double bearingsJ = 0;
        for (int i = from + 1; i <= to; i++) {
            double stepS = ride.timeS()[i] - ride.timeS()[i - 1];
            double a = ride.speedMPerS()[i - 1];
            double b = ride.speedMPerS()[i];
            workJ += ride.powerW()[i] * stepS;
            distanceM += (a + b) / 2 * stepS;
            cubesM3PerS2 += (a * a * a + b * b * b) / 2 * stepS;
            bearingsJ += (RoadLoad.BEARING_N * (a + b) / 2 + RoadLoad.BEARING_N_S_PER_M * (a * a + b * b) / 2) * stepS;
        }
        double climbM = ride.altitudeM()[to] - ride.altitudeM()[from];
        double slope = Math.min(1, Math.abs(climbM) / distanceM);
        double inertiaKg = massKg + RoadLoad.WHEEL_INERTIA_KG_M2 / (RoadLoad.TYRE_RADIUS_M * RoadLoad.TYRE_RADIUS_M);
        double fasterM2PerS2 =
                ride.speedMPerS()[to] * ride.speedMPerS()[to] - ride.speedMPerS()[from] * ride.speedMPerS()[from];
        double airJPerM2 = 0.5 * air.densityKgPerM3() * cubesM3PerS2;
        double restJ = drivetrain.efficiency() * workJ
                - massKg * RoadLoad.GRAVITY_M_PER_S2 * climbM
                - 0.5 * inertiaKg * fasterM2PerS2
                - bearingsJ
                - drivetrain.wheelDragAreaM2() * airJPerM2;
        double weightJ = massKg * RoadLoad.GRAVITY_M_PER_S2 * distanceM * Math.sqrt(1 - slope * slope);
        return new DragWindow(ride.timeS()[from], restJ, airJPerM2, weightJ);
    }
}
