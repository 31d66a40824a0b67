package io.paceline.benchmarks.accuracy;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.drafting.DragTable;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Riders and rides on a flat road in still air. */
final class Flat {
    /** A road rider, on the hoods; typical, not measured. */
    static final double MASS_KG = 80;

    static final double DRAG_AREA_M2 = 0.30;
    static final double ROLLING = 0.004;
    static final Air AIR = new Air(1.2);

    /** Six invented riders of the examples: mass with bicycle, CdA, CP, W'. */
    private static final double[][] RIDERS = {
        {86, 0.300, 450, 23_000},
        {84, 0.300, 425, 24_000},
        {88, 0.310, 430, 25_000},
        {80, 0.295, 400, 21_000},
        {78, 0.290, 385, 20_000},
        {87, 0.310, 390, 28_000}
    };

    private Flat() {}

    /** Power of one rider at a share of his drag, W. */
    static double powerW(double speedMPerS, double massKg, double dragAreaM2, double rolling) {
        return RoadLoad.of(new Stretch(1_000, 0, 0, 0, rolling), AIR, Drivetrain.MARTIN_1998, massKg, dragAreaM2)
                .powerW(speedMPerS);
    }

    static Team six() {
        List<Rider> riders = IntStream.range(0, RIDERS.length)
                .mapToObj(i -> new Rider("R" + (i + 1), RIDERS[i][0], RIDERS[i][1], RIDERS[i][2], RIDERS[i][3]))
                .toList();
        return new Team(riders, Set.of());
    }

    /** A flat chase that has to take a time. */
    static Chase chase(Team team, double lengthM, double timeS, DragTable table) {
        Chase chase = Chase.builder(
                        team, Road.of(List.of(new Stretch(lengthM, 0, 0, 0, ROLLING))), AIR, new Deadline(timeS))
                .build();
        return chase.toBuilder().line(chase.line().withDragTable(table)).build();
    }

    /** What happens when everybody pulls equally long, in the order of the team. */
    static Outcome equalPulls(Chase chase, double pullS) {
        List<Pull> pulls = chase.team().riders().stream()
                .map(rider -> new Pull(rider.id(), pullS))
                .toList();
        return ChaseKernel.compile(chase).evaluate(new RotationPlan(pulls, List.of(), List.of(1.0)));
    }

    /**
     * A break that is at the end of the road at a time.
     *
     * @param timeS after it passed the start, s
     */
    record Deadline(double timeS) implements Breakaway {
        @Override
        public double gapS() {
            return 0;
        }

        @Override
        public double[] timesS(List<Stretch> road) {
            double lengthM = road.stream().mapToDouble(Stretch::lengthM).sum();
            double[] times = new double[road.size()];
            double atM = 0;
            for (int i = 0; i < times.length; i++) {
                atM += road.get(i).lengthM();
                times[i] = timeS * atM / lengthM;
            }
            return times;
        }
    }
}
