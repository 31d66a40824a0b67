package io.paceline.benchmarks.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.Exchange;
import io.paceline.drafting.Shelter;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;

/**
 * The same physics step by step, as one writes it when it has to be quick: arrays by slot, shelter tabulated once, no objects, one
 * {@link Math#exp} for each rider below CP in each step. No burned riders.
 */
final class LeanStepper implements Stepper {
    private final double stepS;
    private final int riders;
    private final boolean elite;
    private final double lineStepM;
    private final Exchange exchange;
    private final double perEfficiency;
    private final double wheelKgPerM;
    private final double[] headwindMPerS;
    private final double[] criticalPowerW;
    private final double[] wPrimeJ;
    private final double[] recoveryFactor;
    private final double[] airKgPerM;
    /** By {@code stretch·riders + slot}. */
    private final double[] constantN;
    /** By {@code (ridersInLine·(riders + 1) + place)·riders·riders + own·riders + ahead}. */
    private final double[] dragFraction;

    private final int[] line;
    private final double[] pullS;
    private final double[] deficitJ;
    private final double[] linearJ;
    private final double[] worstJ;

    LeanStepper(Chase chase, double stepS) {
        this.stepS = stepS;
        riders = chase.team().size();
        elite = chase.recovery() == RecoveryModel.ELITE;
        exchange = chase.line().exchange();
        lineStepM = chase.line().stepM();
        perEfficiency = 1 / chase.drivetrain().efficiency();
        wheelKgPerM = 0.5 * chase.air().densityKgPerM3() * chase.drivetrain().wheelDragAreaM2();
        int stretches = chase.road().stretches().size();
        headwindMPerS = new double[stretches];
        constantN = new double[stretches * riders];
        criticalPowerW = new double[riders];
        wPrimeJ = new double[riders];
        recoveryFactor = new double[riders];
        airKgPerM = new double[riders];
        dragFraction = new double[(riders + 1) * (riders + 1) * riders * riders];
        for (int slot = 0; slot < riders; slot++) {
            fillRider(chase, slot);
        }
        fillShelter(chase);
        line = new int[riders];
        pullS = new double[riders];
        deficitJ = new double[riders];
        linearJ = new double[riders];
        worstJ = new double[riders];
    }

    private void fillRider(Chase chase, int slot) {
        Rider rider = chase.team().riders().get(slot);
        criticalPowerW[slot] = rider.criticalPowerW() * chase.freshness().criticalPowerFactor();
        wPrimeJ[slot] = rider.wPrimeJ() * chase.freshness().wPrimeFactor();
        recoveryFactor[slot] = rider.recoveryFactor();
        airKgPerM[slot] = 0.5 * chase.air().densityKgPerM3() * rider.dragAreaM2();
        for (int s = 0; s < headwindMPerS.length; s++) {
            headwindMPerS[s] = chase.road().stretches().get(s).headwindMPerS();
            constantN[s * riders + slot] = RoadLoad.of(
                            chase.road().stretches().get(s), chase.air(), chase.drivetrain(), rider.massKg(), 0)
                    .constantN();
        }
    }

    private void fillShelter(Chase chase) {
        Shelter shelter = chase.line().shelter();
        for (int n = 1; n <= riders; n++) {
            for (int place = 1; place <= n; place++) {
                double fraction = chase.line()
                        .dragTable()
                        .dragFraction(n, place, chase.line().wheelGapM());
                for (int pair = 0; pair < riders * riders; pair++) {
                    double ownM2 = chase.team().riders().get(pair / riders).dragAreaM2();
                    double aheadM2 = chase.team().riders().get(pair % riders).dragAreaM2();
                    dragFraction[(n * (riders + 1) + place) * riders * riders + pair] =
                            place == 1 ? fraction : shelter.dragFraction(fraction, aheadM2, ownM2);
                }
            }
        }
    }

    @Override
    public double leastBalanceJ(int slot) {
        return wPrimeJ[slot] - worstJ[slot];
    }

    @Override
    public double collectiveJ(Pace pace, LinePlan plan) {
        start(plan);
        int working = plan.working;
        double durationS = pace.durationS();
        double workJ = 0;
        int stretch = 0;
        int inLine = riders;
        int drifter = -1;
        double driftMPerS = 0;
        double joinS = Double.POSITIVE_INFINITY;
        double turnEndS = pullS[line[0]];
        for (double timeS = 0; timeS < durationS; timeS += stepS) {
            while (timeS >= pace.endS(stretch)) {
                stretch++;
            }
            double speedMPerS = pace.speedMPerS(stretch);
            if (drifter >= 0 && (timeS >= joinS || timeS >= turnEndS)) {
                System.arraycopy(line, working - 1, line, working, riders - working);
                line[working - 1] = drifter;
                inLine = riders;
                drifter = -1;
            }
            if (timeS >= turnEndS && working > 1) {
                drifter = line[0];
                System.arraycopy(line, 1, line, 0, riders - 1);
                inLine = riders - 1;
                driftMPerS = exchange.slowerMPerS(speedMPerS);
                joinS = turnEndS + (working - 1) * lineStepM / driftMPerS;
                turnEndS += pullS[line[0]];
            }
            double lastsS = Math.min(stepS, durationS - timeS);
            workJ += rideLine(inLine, stretch, speedMPerS, lastsS);
            if (drifter >= 0) {
                workJ += ride(drifter, 1, stretch, Math.max(0, speedMPerS - driftMPerS), lastsS);
            }
        }
        return workJ;
    }

    private void start(LinePlan plan) {
        for (int i = 0; i < riders; i++) {
            line[i] = plan.slot[i];
            pullS[plan.slot[i]] = plan.pullS[i];
            deficitJ[i] = 0;
            linearJ[i] = 0;
            worstJ[i] = 0;
        }
    }

    private double rideLine(int inLine, int stretch, double speedMPerS, double lastsS) {
        double workJ = 0;
        int ahead = line[0];
        int table = (inLine * (riders + 1) + 1) * riders * riders;
        for (int i = 0; i < inLine; i++) {
            int slot = line[i];
            double fraction = dragFraction[table + i * riders * riders + slot * riders + ahead];
            workJ += ride(slot, fraction, stretch, speedMPerS, lastsS);
            ahead = slot;
        }
        return workJ;
    }

    private double ride(int slot, double fraction, int stretch, double speedMPerS, double lastsS) {
        double airMPerS = speedMPerS + headwindMPerS[stretch];
        double forceN = (airKgPerM[slot] * fraction + wheelKgPerM) * airMPerS * Math.abs(airMPerS)
                + constantN[stretch * riders + slot]
                + RoadLoad.BEARING_N_S_PER_M * speedMPerS;
        double powerW = Math.max(0, forceN * speedMPerS * perEfficiency);
        double aboveW = powerW - criticalPowerW[slot];
        if (aboveW >= 0) {
            deficitJ[slot] += aboveW * lastsS;
        } else {
            double ratePerS = elite
                    ? Math.pow(-aboveW, RecoveryModel.ELITE_EXPONENT)
                            / (recoveryFactor[slot] * RecoveryModel.ELITE_SCALE_S)
                    : -aboveW / wPrimeJ[slot];
            deficitJ[slot] *= Math.exp(-ratePerS * lastsS);
        }
        if (elite) {
            linearJ[slot] = Math.max(0, linearJ[slot] + aboveW * lastsS);
        }
        worstJ[slot] = Math.max(worstJ[slot], Math.max(deficitJ[slot], linearJ[slot]));
        return powerW * lastsS;
    }
}
