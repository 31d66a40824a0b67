package io.paceline.kernel;

import static io.paceline.kernel.LaneBlock.LANES;
import static io.paceline.kernel.VectorElementary.SPECIES;
import static io.paceline.kernel.VectorElementary.fma;
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
            int road = a.at(script.swingStretch[k], b.first) + lane;
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
        int block = b.first / LANES * a.stretches;
        int[] stretch = script.stretch;
        int[] fromMoment = script.fromMoment;
        int[] toMoment = script.toMoment;
        double[] fromS = script.fromS;
        double[] toS = script.toS;
        double[] momentS = b.momentS;
        double[] startS = a.startS;
        double[] endS = a.endS;
        double[] lastsS = b.lastsS;
        int[] phases = script.phase;
        int[] phase = b.phase;
        int kept = 0;
        for (int k = 0; k < intervals; k++) {
            int road = (block + stretch[k]) * LANES;
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
            phase[kept] = phases[k];
            kept += any ? 1 : 0;
        }
        b.kept = kept;
    }

    /** What everybody needs in each phase. */
    static void need(LaneScript script, LaneArrays a, LaneBlock b) {
        b.listPhases(script);
        for (int n = 0; n < b.phases; n++) {
            int p = b.phaseOnce[n];
            for (int lane = 0; lane < LANES; lane += STEP) {
                need(script, a, b, p, lane);
            }
        }
    }

    private static void need(LaneScript script, LaneArrays a, LaneBlock b, int phase, int lane) {
        int road = a.roadAt(script.phaseStretch[phase], b.first + lane);
        int first = phase * script.riders;
        int end = first + script.riders;
        double[] constantN = script.constantN;
        double[] dragAreaM2 = script.dragAreaM2;
        double[] powerW = b.powerW;
        DoubleVector air = load(a.road, road + LaneBlock.AIR);
        DoubleVector wheel = load(a.road, road + LaneBlock.WHEEL);
        DoubleVector perNewton = load(a.road, road + LaneBlock.PER_NEWTON);
        for (int i = first; i < end; i++) {
            power(air, wheel, perNewton, constantN[i], dragAreaM2[i]).intoArray(powerW, i * LANES + lane);
        }
    }

    /** What those need who drift back. */
    static void drift(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int n = 0; n < b.phases; n++) {
            int p = b.phaseOnce[n];
            if (script.phaseJoin[p] != LaneScript.PAST) {
                for (int lane = 0; lane < LANES; lane += STEP) {
                    drift(script, a, b, p, lane);
                }
            }
        }
    }

    private static void drift(LaneScript script, LaneArrays a, LaneBlock b, int phase, int lane) {
        int line = a.at(script.phaseStretch[phase], b.first + lane);
        int moment = script.phaseJoin[phase] * LANES + lane;
        int i = phase * script.riders + script.drifter[phase];
        DoubleVector v = notNegative(load(a.speedMPerS, line).sub(load(b.slowerMPerS, moment)));
        DoubleVector air = v.add(load(a.headwindMPerS, line));
        DoubleVector perNewton = v.mul(a.perEfficiency);
        DoubleVector drag = load(a.halfDensity, b.first + lane).mul(air).mul(air.lanewise(ABS));
        DoubleVector wheel = v.mul(RoadLoad.BEARING_N_S_PER_M).mul(perNewton);
        power(drag.mul(perNewton), wheel, perNewton, script.constantN[i], script.dragAreaM2[i])
                .intoArray(b.powerW, i * LANES + lane);
    }

    private static DoubleVector power(
            DoubleVector air, DoubleVector wheel, DoubleVector perNewton, double constantN, double dragAreaM2) {
        DoubleVector constant = DoubleVector.broadcast(SPECIES, constantN);
        DoubleVector area = DoubleVector.broadcast(SPECIES, dragAreaM2);
        return notNegative(fma(air, area, fma(perNewton, constant, wheel)));
    }
}
