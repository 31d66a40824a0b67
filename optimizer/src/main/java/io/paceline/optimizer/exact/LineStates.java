package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.chase.Exchange;
import io.paceline.chase.Line;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.Pace;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.List;

/**
 * Every power that a line can ask of a rider at given speeds: by stretch, rider, place and rider ahead, in the full line and in the line
 * that is one shorter while a rider drifts back; and what he needs himself to drift back.
 */
final class LineStates {
    /** How finely linear programmes see the road. */
    private static final int CELLS = 80;

    /** Where a moment of the grid is so near to something else that rounding decides, both sides count, s. */
    static final double EDGE_S = 1e-6;

    /** Nobody drifts back. */
    static final int FULL = 0;
    /** A rider drifts back, so that the line is one shorter. */
    static final int EXCHANGE = 1;

    final int riders;
    final int stretches;
    /** Time on each stretch, s. */
    final double[] durationS;

    final double totalS;
    /** Begin of each stretch, s after the launch. */
    final double[] beginS;
    /** How long one place takes to drop back for a rider who swings off on a stretch, s. */
    final double[] placeS;
    /** Shortest pull by number of working riders, s. */
    final double[] shortestPullS;
    /** How long one place takes to drop back for a rider who drifts on a stretch, s: the least, by stretch. */
    final double[] leastPlaceS;
    /** And the most. */
    final double[] mostPlaceS;

    final RoadPieces pieces;
    private final double[] lineW;
    private final double[] driftW;

    LineStates(ChaseKernel kernel, Pace pace) {
        Chase chase = kernel.chase();
        List<Stretch> road = chase.road().stretches();
        Exchange exchange = chase.line().exchange();
        riders = chase.team().size();
        stretches = road.size();
        durationS = new double[stretches];
        double slowest = Double.POSITIVE_INFINITY;
        for (int s = 0; s < stretches; s++) {
            durationS[s] = pace.endS(s) - (s == 0 ? 0 : pace.endS(s - 1));
            slowest = Math.min(slowest, exchange.slowerMPerS(pace.speedMPerS(s)));
        }
        totalS = pace.durationS();
        double meanDriftMPerS = exchange.slowerMPerS(chase.road().lengthM() / totalS);
        double placeM = chase.line().stepM();
        beginS = new double[stretches];
        placeS = new double[stretches];
        shortestPullS = new double[riders + 1];
        for (int working = 1; working <= riders; working++) {
            shortestPullS[working] = kernel.shortestPullS(working);
        }
        leastPlaceS = new double[stretches];
        mostPlaceS = new double[stretches];
        lineW = new double[stretches * 2 * riders * riders * riders];
        driftW = new double[stretches * riders];
        for (int s = 0; s < stretches; s++) {
            double[] drift = driftsMPerS(exchange, pace, s, riders * placeM / slowest);
            beginS[s] = s == 0 ? 0 : pace.endS(s - 1);
            placeS[s] = placeM / exchange.slowerMPerS(pace.speedMPerS(s));
            mostPlaceS[s] = placeM / drift[0];
            // a pull may cut an exchange on a slow climb short, but is no shorter than one at the mean speed
            leastPlaceS[s] = placeM / Math.max(drift[1], meanDriftMPerS);
            for (int i = 0; i < riders; i++) {
                fill(chase, road.get(s), s, i, pace.speedMPerS(s));
                Rider rider = chase.team().riders().get(i);
                driftW[s * riders + i] =
                        power(chase, road.get(s), rider, 1, Math.max(0, pace.speedMPerS(s) - drift[1]));
            }
        }
        pieces = new RoadPieces(chase.road(), pace, demandW(chase), CELLS);
    }

    /** By stretch: by how much the riders are above CP in a line where each is in each place for the same time, on average. */
    private double[] demandW(Chase chase) {
        double[] demandW = new double[stretches];
        for (int i = 0; i < riders; i++) {
            double criticalW = chase.team().riders().get(i).criticalPowerW()
                    * chase.freshness().criticalPowerFactor();
            for (int s = 0; s < stretches; s++) {
                for (int place = 1; place <= riders; place++) {
                    demandW[s] += (lineW[index(s, FULL, i, place, i)] - criticalW) / (riders * riders);
                }
            }
        }
        return demandW;
    }

    /** A rider who drifts back here may have swung off on an earlier stretch: of all that are near enough, the slowest and fastest drift. */
    private static double[] driftsMPerS(Exchange exchange, Pace pace, int stretch, double reachS) {
        double startS = stretch == 0 ? 0 : pace.endS(stretch - 1);
        double[] drift = {Double.POSITIVE_INFINITY, 0};
        for (int s = stretch; s >= 0 && (s == stretch || pace.endS(s) >= startS - reachS); s--) {
            drift[0] = Math.min(drift[0], exchange.slowerMPerS(pace.speedMPerS(s)));
            drift[1] = Math.max(drift[1], exchange.slowerMPerS(pace.speedMPerS(s)));
        }
        return drift;
    }

    /** Grid moments of {@value LineSearch#STEP_S} s before the catch. */
    int moments() {
        return (int) Math.ceil(totalS / LineSearch.STEP_S);
    }

    /** The shortest pull on the grid, in steps. */
    int shortestSteps(int working) {
        return (int) Math.ceil((shortestPullS[working] - EDGE_S) / LineSearch.STEP_S);
    }

    /** The least time for one place on a piece of the road, s. */
    double leastPlaceIn(int piece) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < stretches; s++) {
            least = pieces.of(s) == piece ? Math.min(least, leastPlaceS[s]) : least;
        }
        return least;
    }

    /** The most, s. */
    double mostPlaceIn(int piece) {
        double most = 0;
        for (int s = 0; s < stretches; s++) {
            most = pieces.of(s) == piece ? Math.max(most, mostPlaceS[s]) : most;
        }
        return most;
    }

    private void fill(Chase chase, Stretch stretch, int s, int slot, double speedMPerS) {
        Line line = chase.line();
        Rider rider = chase.team().riders().get(slot);
        for (int mode = FULL; mode <= EXCHANGE; mode++) {
            int inLine = riders - mode;
            for (int place = 1; place <= inLine; place++) {
                double table = line.dragTable().dragFraction(inLine, place, line.wheelGapM());
                for (int ahead = 0; ahead < riders; ahead++) {
                    double aheadM2 = place == 1
                            ? rider.dragAreaM2()
                            : chase.team().riders().get(ahead).dragAreaM2();
                    double fraction = line.shelter().dragFraction(table, aheadM2, rider.dragAreaM2());
                    lineW[index(s, mode, slot, place, ahead)] = power(chase, stretch, rider, fraction, speedMPerS);
                }
            }
        }
    }

    private static double power(Chase chase, Stretch stretch, Rider rider, double dragFraction, double speedMPerS) {
        RoadLoad load = new ChaseLoads(chase).inLine(stretch, rider.massKg(), rider.dragAreaM2(), dragFraction);
        return Math.max(0, load.powerW(speedMPerS));
    }

    /** How many entries a table by stretch, mode, rider, place and rider ahead has. */
    int size() {
        return lineW.length;
    }

    /** Where in such a table a rider is; the rider ahead of place 1 does not matter. */
    int index(int stretch, int mode, int slot, int place, int ahead) {
        return (((stretch * 2 + mode) * riders + slot) * riders + place - 1) * riders + ahead;
    }

    /** Power in the line, W. */
    double lineW(int index) {
        return lineW[index];
    }

    /** The least power of a rider who drifts back on a stretch, W. */
    double driftW(int stretch, int slot) {
        return driftW[stretch * riders + slot];
    }
}
