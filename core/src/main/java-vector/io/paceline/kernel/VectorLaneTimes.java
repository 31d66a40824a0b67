package io.paceline.kernel;

import static io.paceline.kernel.LaneBlock.LANES;
import static io.paceline.kernel.VectorElementary.SPECIES;
import static io.paceline.kernel.VectorElementary.later;
import static io.paceline.kernel.VectorElementary.load;
import static io.paceline.kernel.VectorElementary.notNegative;
import static io.paceline.kernel.VectorElementary.sooner;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import io.paceline.power.RoadLoad;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/** The passes of {@link VectorLaneKernel} over a block: what happens when, before anybody's account. */
final class VectorLaneTimes {
    private static final int STEP = SPECIES.length();

    private VectorLaneTimes() {}

    /** When each leader who swings off is in the line again. */
    static void join(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int lane = 0; lane < LANES; lane += STEP) {
            join(script, a, b, lane);
        }
    }

    private static void join(LaneScript script, LaneArrays a, LaneBlock b, int lane) {
        DoubleVector join = DoubleVector.zero(SPECIES);
        DoubleVector slower = DoubleVector.zero(SPECIES);
        for (int k = 0; k < script.swings; k++) {
            int road = script.swingStretch[k] * a.lanes + b.first + lane;
            int row = (LaneScript.FIRST_JOIN + k) * LANES + lane;
            DoubleVector at = DoubleVector.broadcast(SPECIES, script.swingAtS[k]);
            VectorMask<Double> here =
                    at.compare(GE, load(a.startS, road)).and(at.compare(LT, load(a.endS, road)));
            DoubleVector slowerHere = load(a.slowerMPerS, road);
            DoubleVector joinHere =
                    at.add(DoubleVector.broadcast(SPECIES, script.lineLengthM[k]).div(slowerHere));
            slower = slower.blend(slowerHere, here);
            join = join.blend(joinHere, here);
            slower.intoArray(b.slowerMPerS, row);
            join.intoArray(b.momentS, row);
        }
    }

    /** How long each interval lasts; keeps those that last in at least one lane. */
    static void last(LaneScript script, LaneArrays a, LaneBlock b) {
        int intervals = script.intervals;
        int first = b.first;
        int lanes = a.lanes;
        int[] stretch = script.stretch;
        int[] fromMoment = script.fromMoment;
        int[] toMoment = script.toMoment;
        double[] fromS = script.fromS;
        double[] toS = script.toS;
        double[] momentS = b.momentS;
        double[] startS = a.startS;
        double[] endS = a.endS;
        double[] lastsS = b.lastsS;
        int[] interval = b.interval;
        int kept = 0;
        for (int k = 0; k < intervals; k++) {
            int road = stretch[k] * lanes + first;
            int notBefore = fromMoment[k] * LANES;
            int notAfter = toMoment[k] * LANES;
            boolean any = false;
            for (int lane = 0; lane < LANES; lane += STEP) {
                DoubleVector from = DoubleVector.broadcast(SPECIES, fromS[k]);
                DoubleVector to = DoubleVector.broadcast(SPECIES, toS[k]);
                DoubleVector start = later(later(from, load(momentS, notBefore + lane)), load(startS, road + lane));
                DoubleVector end = sooner(sooner(to, load(momentS, notAfter + lane)), load(endS, road + lane));
                DoubleVector lasts = notNegative(end.sub(start));
                lasts.intoArray(lastsS, kept * LANES + lane);
                any |= lasts.compare(GT, 0).anyTrue();
            }
            interval[kept] = k;
            kept += any ? 1 : 0;
        }
        b.kept = kept;
    }

    /** The roads of those who drift back. */
    static void drift(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int k = 0; k < script.drifts; k++) {
            int line = script.driftStretch[k] * a.lanes + b.first;
            int moment = script.driftMoment[k] * LANES;
            int road = (a.stretches + k) * LaneBlock.ROAD;
            for (int lane = 0; lane < LANES; lane += STEP) {
                DoubleVector v = notNegative(load(a.speedMPerS, line + lane).sub(load(b.slowerMPerS, moment + lane)));
                DoubleVector air = v.add(load(a.headwindMPerS, line + lane));
                DoubleVector perNewton = v.mul(a.perEfficiency);
                DoubleVector drag = load(a.halfDensity, b.first + lane).mul(air).mul(air.lanewise(ABS));
                drag.mul(perNewton).intoArray(b.road, road + LaneBlock.AIR + lane);
                v.mul(RoadLoad.BEARING_N_S_PER_M).mul(perNewton).intoArray(b.road, road + LaneBlock.WHEEL + lane);
                perNewton.intoArray(b.road, road + LaneBlock.PER_NEWTON + lane);
            }
        }
    }
}
