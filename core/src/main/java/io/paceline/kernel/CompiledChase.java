package io.paceline.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.Exchange;
import io.paceline.chase.Line;
import io.paceline.power.Crosswind;
import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.List;

/** The constants of a chase in flat arrays: by slot, by stretch, or by {@code slot·stretches + stretch}. Immutable once built. */
final class CompiledChase {
    final int riders;
    final int stretches;
    final boolean elite;
    final double[] criticalPowerW;
    final double[] wPrimeJ;
    /** Recovery times this is the exponent: 1/W′, or that of the elite model. */
    final double[] perRecovery;
    /** ½ρ·CdA alone, kg/m. */
    final double[] airKgPerM;
    /** ½ρ·Fw, kg/m. */
    final double wheelKgPerM;
    /** Rolling, climbing and bearings at rest, N. */
    final double[] constantN;

    final double[] lengthM;
    final double[] headwindMPerS;
    final double[] crosswindMPerS;
    /** Whether anything is computed from air across the road. */
    final boolean crossed;

    final Crosswind crosswind;
    /** One less the table's drag fraction, by {@code (riders in line)·(riders + 1) + place}. */
    final double[] saving;
    /** Factor on the saving by {@code own·riders + ahead}. */
    final double[] savingFactor;

    final double perEfficiency;
    /** From wheel to the next wheel's: bicycle and gap, m. */
    final double lineStepM;

    final Exchange exchange;

    final double totalM;
    final double reserveFraction;
    /** Whether a rider who left the line may do as he likes: what he has left then does not count. */
    final boolean leaversAreFree;

    CompiledChase(Chase chase) {
        List<Rider> team = chase.team().riders();
        List<Stretch> road = chase.road().stretches();
        riders = team.size();
        stretches = road.size();
        elite = chase.recovery().hasLinearBound();
        perEfficiency = 1 / chase.drivetrain().efficiency();
        lineStepM = chase.line().stepM();
        exchange = chase.line().exchange();
        totalM = chase.road().lengthM();
        reserveFraction = chase.reserveFraction();
        leaversAreFree = chase.goal().fastest();
        wheelKgPerM = 0.5 * chase.air().densityKgPerM3() * chase.drivetrain().wheelDragAreaM2();
        criticalPowerW = new double[riders];
        wPrimeJ = new double[riders];
        perRecovery = new double[riders];
        airKgPerM = new double[riders];
        constantN = new double[stretches * riders];
        lengthM = new double[stretches];
        headwindMPerS = new double[stretches];
        crosswindMPerS = new double[stretches];
        crosswind = chase.line().crosswind();
        crossed = crosswind.matters(road);
        saving = new double[(riders + 1) * (riders + 1)];
        savingFactor = new double[riders * riders];
        for (int i = 0; i < riders; i++) {
            compileRider(chase, i);
        }
        for (int s = 0; s < stretches; s++) {
            lengthM[s] = road.get(s).lengthM();
            headwindMPerS[s] = road.get(s).headwindMPerS();
            crosswindMPerS[s] = road.get(s).crosswindMPerS();
            for (int i = 0; i < riders; i++) {
                constantN[i * stretches + s] =
                        load(chase, road.get(s), team.get(i)).constantN();
            }
        }
        Line line = chase.line();
        for (int n = 1; n <= riders; n++) {
            for (int place = 1; place <= n; place++) {
                saving[n * (riders + 1) + place] = 1 - line.dragTable().dragFraction(n, place, line.wheelGapM());
            }
        }
    }

    private void compileRider(Chase chase, int slot) {
        Rider rider = chase.team().riders().get(slot);
        criticalPowerW[slot] = rider.criticalPowerW() * chase.freshness().criticalPowerFactor();
        wPrimeJ[slot] = rider.wPrimeJ() * chase.freshness().wPrimeFactor();
        perRecovery[slot] = 1 / (elite ? rider.recoveryFactor() * RecoveryModel.ELITE_SCALE_S : wPrimeJ[slot]);
        airKgPerM[slot] = 0.5 * chase.air().densityKgPerM3() * rider.dragAreaM2();
        for (int ahead = 0; ahead < riders; ahead++) {
            savingFactor[slot * riders + ahead] = chase.line()
                    .shelter()
                    .savingFactor(chase.team().riders().get(ahead).dragAreaM2(), rider.dragAreaM2());
        }
    }

    private static RoadLoad load(Chase chase, Stretch stretch, Rider rider) {
        return RoadLoad.of(stretch, chase.air(), chase.drivetrain(), rider.massKg(), rider.dragAreaM2());
    }
}
