package io.paceline.optimizer.sprint;

import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.drafting.DragTables;
import io.paceline.power.Drivetrain;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An invented team of five: 20 km behind a break, 3 km back in the bunch, 1 km of train, 200 m of sprint. */
final class Trains {
    static final Air AIR = Air.moist(293.15, 101_325, 0.5);

    private Trains() {}

    static Chase chase(RecoveryModel recovery, double gapS, double breakKmH) {
        double fraction = DragTables.blocken2018().meanDragFraction(3, Chase.DEFAULT_WHEEL_GAP_M);
        double powerW =
                ObservedBreak.levelPowerW(breakKmH / 3.6, 0.004, 78, 0.30, fraction, AIR, Drivetrain.MARTIN_1998);
        List<Rider> riders = List.of(
                new Rider("W1", 84, 0.30, 430, 23_000),
                new Rider("W2", 80, 0.29, 400, 21_000),
                new Rider("L1", 82, 0.30, 410, 24_000),
                new Rider("L2", 85, 0.31, 400, 26_000),
                new Rider("SPR", 87, 0.31, 385, 28_000));
        return Chase.builder(
                        new Team(riders, Set.of("SPR")),
                        Road.of(List.of(level(20_000))),
                        AIR,
                        new ObservedBreak(gapS, 3, 78, 0.30, powerW, 0, fraction, AIR, Drivetrain.MARTIN_1998, 22))
                .recovery(recovery)
                .build();
    }

    static LeadOut leadOut() {
        return new LeadOut(
                "SPR",
                List.of("L1", "L2"),
                Map.of("L1", 1_200.0, "L2", 1_300.0, "SPR", 1_600.0),
                List.of(level(3_000)),
                List.of(new Stretch(600, 0.005, 0, 1, 0.004), new Stretch(400, -0.002, 0, 0.5, 0.004)),
                List.of(new Stretch(200, 0, 0, 0, 0.004)),
                13);
    }

    static Stretch level(double lengthM) {
        return new Stretch(lengthM, 0, 0, 0, 0.004);
    }
}
