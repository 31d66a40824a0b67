package io.paceline.kernel;

import io.paceline.chase.Line;
import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;

/** One lane after the other: the reference. */
final class ScalarLaneKernel implements LaneKernel {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public boolean lasts(LaneArrays a, int stretch, double fromS, double toS, boolean drifting) {
        int row = stretch * a.lanes;
        boolean any = false;
        for (int lane = 0; lane < a.lanes; lane++) {
            double from = drifting ? fromS : Math.max(fromS, a.joinS[lane]);
            double to = drifting ? Math.min(toS, a.joinS[lane]) : toS;
            double start = Math.max(from, a.startS[row + lane]);
            double end = Math.min(to, a.endS[row + lane]);
            double lasts = Math.max(0, end - start);
            a.lastsS[lane] = lasts;
            any |= lasts > 0;
        }
        return any;
    }

    @Override
    public void swingOff(LaneArrays a, int stretch, double atS, double lineLengthM) {
        int row = stretch * a.lanes;
        for (int lane = 0; lane < a.lanes; lane++) {
            if (atS >= a.startS[row + lane] && atS < a.endS[row + lane]) {
                double slower = Line.driftMPerS(a.speedMPerS[row + lane]);
                a.driftSlowerMPerS[lane] = slower;
                a.joinS[lane] = atS + lineLengthM / slower;
            }
        }
    }

    @Override
    public void ride(LaneArrays a, int stretch, int slot, double constantN, double dragAreaM2) {
        int road = stretch * a.lanes;
        int rider = slot * a.lanes;
        for (int lane = 0; lane < a.lanes; lane++) {
            double otherW = FastFma.of(a.perNewtonW[road + lane], constantN, a.wheelW[road + lane]);
            double powerW = FastFma.of(a.airW[road + lane], dragAreaM2, otherW);
            hold(a, rider + lane, Math.max(0, powerW), a.lastsS[lane]);
        }
    }

    @Override
    public void drift(LaneArrays a, int stretch, int slot, double constantN, double dragAreaM2, double perEfficiency) {
        int road = stretch * a.lanes;
        int rider = slot * a.lanes;
        for (int lane = 0; lane < a.lanes; lane++) {
            double v = Math.max(0, a.speedMPerS[road + lane] - a.driftSlowerMPerS[lane]);
            double air = v + a.headwindMPerS[road + lane];
            double dragKgPerM = a.halfDensity[lane] * dragAreaM2;
            double rollN = FastFma.of(RoadLoad.BEARING_N_S_PER_M, v, constantN);
            double forceN = FastFma.of(dragKgPerM * air, Math.abs(air), rollN);
            hold(a, rider + lane, Math.max(0, forceN * v * perEfficiency), a.lastsS[lane]);
        }
    }

    private static void hold(LaneArrays a, int i, double powerW, double lastsS) {
        a.workJ[i] = FastFma.of(powerW, lastsS, a.workJ[i]);
        double aboveW = powerW - a.criticalPowerW[i];
        double stepJ = aboveW * lastsS;
        if (aboveW >= 0) {
            double kept = Elementary.exp(-a.exponent[i]);
            a.exponent[i] = 0;
            a.deficitJ[i] = FastFma.of(a.deficitJ[i], kept, stepJ);
            a.worstJ[i] = Math.max(a.worstJ[i], a.deficitJ[i]);
        } else {
            double recovered = a.elite ? Elementary.pow(-aboveW, RecoveryModel.ELITE_EXPONENT) * lastsS : -stepJ;
            a.exponent[i] = FastFma.of(recovered, a.perRecovery[i], a.exponent[i]);
        }
        if (a.elite) {
            a.linearJ[i] = Math.max(0, a.linearJ[i] + stepJ);
            a.worstJ[i] = Math.max(a.worstJ[i], a.linearJ[i]);
        }
    }

    @Override
    public void flush(LaneArrays a) {
        for (int i = 0; i < a.exponent.length; i++) {
            a.deficitJ[i] *= Elementary.exp(-a.exponent[i]);
            a.exponent[i] = 0;
        }
    }
}
