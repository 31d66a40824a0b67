package io.paceline.kernel;

import static io.paceline.kernel.LaneBlock.LANES;

import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;
import java.util.List;

/** One lane after the other: the reference. A rider's state stays in registers from the start to the catch point. */
final class ScalarLaneKernel implements LaneKernel {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int step(boolean elite) {
        return LANES;
    }

    @Override
    public List<LanePass> blockPasses() {
        return List.of(ScalarLaneKernel::join, ScalarLaneKernel::last, ScalarLaneKernel::need);
    }

    @Override
    public List<LanePass> riderPasses(boolean elite) {
        return List.of(elite ? ScalarLaneKernel::rideElite : ScalarLaneKernel::ride);
    }

    private static void join(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int lane = 0; lane < LANES; lane++) {
            double joinS = 0;
            double slower = 0;
            for (int k = 0; k < script.swings; k++) {
                int road = a.at(script.swingStretch[k], b.first) + lane;
                double atS = script.swingAtS[k];
                if (atS >= a.startS[road] && atS < a.endS[road]) {
                    slower = a.slowerMPerS[road];
                    joinS = atS + script.lineLengthM[k] / slower;
                }
                int row = (LaneScript.FIRST_JOIN + k) * LANES;
                b.momentS[row + lane] = joinS;
                b.slowerMPerS[row + lane] = slower;
            }
        }
    }

    private static void last(LaneScript script, LaneArrays a, LaneBlock b) {
        int kept = 0;
        for (int k = 0; k < script.intervals; k++) {
            int road = a.at(script.stretch[k], b.first);
            int notBefore = script.fromMoment[k] * LANES;
            int notAfter = script.toMoment[k] * LANES;
            boolean any = false;
            for (int lane = 0; lane < LANES; lane++) {
                double startS = later(later(script.fromS[k], b.momentS[notBefore + lane]), a.startS[road + lane]);
                double endS = sooner(sooner(script.toS[k], b.momentS[notAfter + lane]), a.endS[road + lane]);
                double lastsS = notNegative(endS - startS);
                b.lastsS[kept * LANES + lane] = lastsS;
                any |= lastsS > 0;
            }
            b.phase[kept] = script.phase[k];
            kept += any ? 1 : 0;
        }
        b.kept = kept;
    }

    /** What everybody needs in each phase. */
    private static void need(LaneScript script, LaneArrays a, LaneBlock b) {
        b.listPhases(script);
        for (int n = 0; n < b.phases; n++) {
            int p = b.phaseOnce[n];
            int road = a.roadAt(script.phaseStretch[p], b.first);
            for (int lane = 0; lane < LANES; lane++) {
                double airW = a.road[road + LaneBlock.AIR + lane];
                double wheelW = a.road[road + LaneBlock.WHEEL + lane];
                double perNewtonW = a.road[road + LaneBlock.PER_NEWTON + lane];
                for (int i = p * script.riders; i < (p + 1) * script.riders; i++) {
                    b.powerW[i * LANES + lane] = powerW(script, i, airW, wheelW, perNewtonW);
                }
            }
            if (script.phaseJoin[p] != LaneScript.PAST) {
                drift(script, a, b, p);
            }
        }
    }

    /** What he needs who drifts back. */
    private static void drift(LaneScript script, LaneArrays a, LaneBlock b, int phase) {
        int line = a.at(script.phaseStretch[phase], b.first);
        int moment = script.phaseJoin[phase] * LANES;
        int i = phase * script.riders + script.drifter[phase];
        for (int lane = 0; lane < LANES; lane++) {
            double v = notNegative(a.speedMPerS[line + lane] - b.slowerMPerS[moment + lane]);
            double air = v + a.headwindMPerS[line + lane];
            double perNewtonW = v * a.perEfficiency;
            double airW = a.halfDensity[b.first + lane] * air * Math.abs(air) * perNewtonW;
            double wheelW = v * RoadLoad.BEARING_N_S_PER_M * perNewtonW;
            b.powerW[i * LANES + lane] = powerW(script, i, airW, wheelW, perNewtonW);
        }
    }

    private static double powerW(LaneScript script, int i, double airW, double wheelW, double perNewtonW) {
        double otherW = FastFma.of(perNewtonW, script.constantN[i], wheelW);
        return notNegative(FastFma.of(airW, script.dragAreaM2[i], otherW));
    }

    private static void ride(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int lane = 0; lane < LANES; lane++) {
            ride(script, a, b, lane);
        }
    }

    private static void ride(LaneScript script, LaneArrays a, LaneBlock b, int lane) {
        int rider = b.slot * a.lanes + b.first + lane;
        double criticalPowerW = a.criticalPowerW[rider];
        double perRecovery = a.perRecovery[rider];
        double workJ = a.startWorkJ[rider];
        double deficitJ = a.startDeficitJ[rider];
        double worstJ = a.startWorstJ[rider];
        double recovery = 0;
        for (int k = 0; k < b.kept; k++) {
            double powerW = b.powerW[(b.phase[k] * script.riders + b.slot) * LANES + lane];
            double lastsS = b.lastsS[k * LANES + lane];
            workJ = FastFma.of(powerW, lastsS, workJ);
            double belowJ = (criticalPowerW - powerW) * lastsS;
            if (belowJ < 0) {
                deficitJ = FastFma.of(deficitJ, Elementary.exp(-recovery), -belowJ);
                worstJ = later(worstJ, deficitJ);
                recovery = 0;
            } else {
                recovery = FastFma.of(belowJ, perRecovery, recovery);
            }
        }
        a.workJ[rider] = workJ;
        a.worstJ[rider] = worstJ;
    }

    private static void rideElite(LaneScript script, LaneArrays a, LaneBlock b) {
        for (int lane = 0; lane < LANES; lane++) {
            rideElite(script, a, b, lane);
        }
    }

    private static void rideElite(LaneScript script, LaneArrays a, LaneBlock b, int lane) {
        int rider = b.slot * a.lanes + b.first + lane;
        double criticalPowerW = a.criticalPowerW[rider];
        double perRecovery = a.perRecovery[rider];
        double workJ = a.startWorkJ[rider];
        double deficitJ = a.startDeficitJ[rider];
        double linearJ = a.startLinearJ[rider];
        double worstJ = a.startWorstJ[rider];
        double recovery = 0;
        for (int k = 0; k < b.kept; k++) {
            double powerW = b.powerW[(b.phase[k] * script.riders + b.slot) * LANES + lane];
            double lastsS = b.lastsS[k * LANES + lane];
            workJ = FastFma.of(powerW, lastsS, workJ);
            double belowW = criticalPowerW - powerW;
            double belowJ = belowW * lastsS;
            linearJ = notNegative(linearJ - belowJ);
            worstJ = later(worstJ, linearJ);
            if (belowJ < 0) {
                deficitJ = FastFma.of(deficitJ, Elementary.exp(-recovery), -belowJ);
                worstJ = later(worstJ, deficitJ);
                recovery = 0;
            } else if (belowJ > 0) {
                double rate = Elementary.pow(belowW, RecoveryModel.ELITE_EXPONENT) * perRecovery;
                recovery = FastFma.of(rate, lastsS, recovery);
            }
        }
        a.workJ[rider] = workJ;
        a.worstJ[rider] = worstJ;
    }

    // not Math.max and Math.min: they spend several instructions on what is not a number and on the sign of zero

    private static double notNegative(double x) {
        return x > 0 ? x : 0;
    }

    private static double later(double x, double y) {
        return y > x ? y : x;
    }

    private static double sooner(double x, double y) {
        return y < x ? y : x;
    }
}
