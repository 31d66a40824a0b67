package io.paceline.optimizer.decision;

import io.paceline.chase.Bunch;
import io.paceline.chase.Chase;
import io.paceline.chase.ObservedBreak;
import io.paceline.drafting.DragTables;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import io.paceline.stakes.Classification;
import io.paceline.stakes.RivalTeam;
import io.paceline.stakes.Stakes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Three invented teams behind a break of two, on 20 km of level road, the catch agreed after 18. */
final class Rivals {
    static final Air AIR = Air.moist(293.15, 101_325, 0.5);
    private static final double CATCH_M = 18_000;
    private static final double FINISH_M = 20_000;

    final RivalTeam red;
    final RivalTeam blue;
    final RivalTeam green;
    private final double gapS;
    private final double breakKmH;

    /** With a lead and a speed of the break, and how much each team may win. */
    Rivals(double gapS, double breakKmH, double redWin, double blueWin, double greenWin) {
        this.gapS = gapS;
        this.breakKmH = breakKmH;
        red = new RivalTeam(
                "Red",
                List.of(rider("R1", 420), rider("R2", 400)),
                List.of(rider("R3", 380)),
                redWin,
                0.5,
                OptionalDouble.of(0));
        blue = new RivalTeam(
                "Blue", List.of(rider("B1", 410), rider("B2", 390)), List.of(), blueWin, 0.5, OptionalDouble.empty());
        green = new RivalTeam("Green", List.of(rider("G1", 400)), List.of(), greenWin, 0.5, OptionalDouble.of(60));
    }

    private static Rider rider(String id, double criticalPowerW) {
        return new Rider(id, 80, 0.30, criticalPowerW, 22_000);
    }

    List<RivalTeam> teams() {
        return List.of(red, blue, green);
    }

    Stakes stakes(Classification classification, double pointsPerKj) {
        return new Stakes(teams(), classification, pointsPerKj / 1_000, true, 10);
    }

    /** Each launch and end once, as a caller should. */
    Places places() {
        List<Chase> made = new ArrayList<>();
        return (laterM, toFinish) -> {
            Chase asked = chase(laterM, toFinish ? FINISH_M : CATCH_M);
            for (Chase chase : made) {
                if (chase.approach().equals(asked.approach())
                        && chase.road().stretches().equals(asked.road().stretches())) {
                    return chase;
                }
            }
            made.add(asked);
            return asked;
        };
    }

    Chase chase(double approachM, double endM) {
        List<Rider> riders = new ArrayList<>();
        teams().forEach(team -> riders.addAll(team.riders()));
        double fraction = DragTables.blocken2018().meanDragFraction(2, Chase.DEFAULT_WHEEL_GAP_M);
        double powerW =
                ObservedBreak.levelPowerW(breakKmH / 3.6, 0.004, 78, 0.30, fraction, AIR, Drivetrain.MARTIN_1998);
        List<Stretch> approach = approachM > 0 ? List.of(level(approachM)) : List.of();
        return Chase.builder(
                        new Team(riders, Set.of()),
                        Road.of(List.of(level(endM - approachM))),
                        AIR,
                        new ObservedBreak(gapS, 2, 78, 0.30, powerW, 0, fraction, AIR, Drivetrain.MARTIN_1998, 22))
                .approach(approach)
                .bunch(new Bunch(43 / 3.6))
                .build();
    }

    static Stretch level(double lengthM) {
        return new Stretch(lengthM, 0, 0, 0, 0.004);
    }
}
