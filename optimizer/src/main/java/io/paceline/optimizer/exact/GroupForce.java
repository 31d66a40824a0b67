package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.chase.Line;
import io.paceline.power.Crosswind;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.Arrays;
import java.util.List;

/**
 * The least that a group spends on a metre of road at a speed, each rider's work as it counts, in any order, with or without a rider who drifts back, and with any number
 * of burned riders. Rises with the speed.
 */
final class GroupForce {
    private final Chase chase;
    /** What a joule of each rider counts. */
    private final double[] weight;

    private final double weights;
    private final int riders;
    /** Drag areas as they are in the line, summed, m²: the least and the most of any arrangement. */
    private double leastLineM2 = Double.POSITIVE_INFINITY;

    private double mostLineM2;
    /** Drag areas alone, summed, m²: what they are where air from the side takes all shelter. */
    private double aloneM2;

    /** The least of all but the one who drifts back; infinite for one who never pulls. */
    private final double[] leastBesidesM2;

    /** Work at the pedals, whoever does it. */
    GroupForce(Chase chase) {
        this(chase, chase.team().riders().stream().mapToDouble(rider -> 1).toArray());
    }

    /** @param weight what a joule of each rider counts, by slot */
    GroupForce(Chase chase, double[] weight) {
        this.chase = chase;
        this.weight = weight.clone();
        riders = chase.team().size();
        weights = Arrays.stream(weight).sum();
        leastBesidesM2 = new double[riders];
        Arrays.fill(leastBesidesM2, Double.POSITIVE_INFINITY);
        boolean[] mayLead = new boolean[riders];
        for (int i = 0; i < riders; i++) {
            mayLead[i] = !chase.team().isProtected(i);
        }
        LeastArrangement arrangement = new LeastArrangement(riders);
        for (int inLine = 1; inLine <= riders; inLine++) {
            int row = inLine;
            arrangement.fill((rider, place, ahead) -> weight[rider] * areaM2(row, rider, place, ahead), row, mayLead);
            takeRow(arrangement, row, mayLead);
        }
        double most = 0;
        for (int i = 0; i < riders; i++) {
            most += weight[i] * areaM2(i) * largestFraction(i);
            aloneM2 += weight[i] * areaM2(i);
        }
        mostLineM2 = most;
    }

    private double areaM2(int slot) {
        return chase.team().riders().get(slot).dragAreaM2();
    }

    private double areaM2(int inLine, int rider, int place, int ahead) {
        Line line = chase.line();
        double table = line.dragTable().dragFraction(inLine, place, line.wheelGapM());
        double aheadM2 = place == 1 ? areaM2(rider) : areaM2(ahead);
        return areaM2(rider) * line.shelter().dragFraction(table, aheadM2, areaM2(rider));
    }

    private double largestFraction(int slot) {
        double most = 1;
        for (int inLine = 1; inLine <= riders; inLine++) {
            for (int place = 1; place <= inLine; place++) {
                for (int ahead = 0; ahead < riders; ahead++) {
                    most = Math.max(most, areaM2(inLine, slot, place, ahead) / areaM2(slot));
                }
            }
        }
        return most;
    }

    /** All lines of so many riders; those who are in none left longer ones, one each, and are charged as the last of it. */
    private void takeRow(LeastArrangement arrangement, int inLine, boolean[] mayLead) {
        for (int set = 1; set < 1 << riders; set++) {
            if (Integer.bitCount(set) != inLine) {
                continue;
            }
            double lineM2 = arrangement.of(set);
            int left = ((1 << riders) - 1) & ~set;
            leastLineM2 = Math.min(leastLineM2, lineM2 + leastLeftM2(left, inLine + 1));
            for (int i = 0; i < riders; i++) {
                if ((left & 1 << i) != 0 && mayLead[i]) {
                    double leftM2 = leastLeftM2(left & ~(1 << i), inLine + 2);
                    leastBesidesM2[i] = Math.min(leastBesidesM2[i], lineM2 + leftM2);
                }
            }
        }
    }

    /** The least that burned riders are charged who left lines of {@code from} riders and more: the largest has the best place. */
    private double leastLeftM2(int left, int from) {
        double[] area = new double[Integer.bitCount(left)];
        double[] fraction = new double[area.length];
        int count = 0;
        for (int i = 0; i < riders; i++) {
            if ((left & 1 << i) != 0) {
                area[count] = weight[i] * areaM2(i);
                int n = from + count;
                fraction[count++] =
                        chase.line().dragTable().dragFraction(n, n, chase.line().wheelGapM());
            }
        }
        Arrays.sort(area);
        Arrays.sort(fraction);
        double sumM2 = 0;
        for (int k = 0; k < count; k++) {
            sumM2 += area[k] * fraction[count - 1 - k];
        }
        return sumM2;
    }

    /** The group on one stretch. */
    OnStretch on(Stretch stretch) {
        return new OnStretch(stretch);
    }

    /** The group on one stretch. */
    final class OnStretch {
        private final double headwindMPerS;
        private final double crosswindMPerS;
        private final Crosswind crosswind;
        private final boolean crossed;
        private final double totalN;
        private final double airKgPerM3;
        private final double[] constantN;
        private final RoadLoad[] alone;
        private final double efficiency;
        private final double wheelM2;

        OnStretch(Stretch stretch) {
            List<Rider> team = chase.team().riders();
            headwindMPerS = stretch.headwindMPerS();
            crosswindMPerS = stretch.crosswindMPerS();
            crosswind = chase.line().crosswind();
            crossed = crosswind.matters(List.of(stretch));
            ChaseLoads loads = new ChaseLoads(chase);
            airKgPerM3 = 0.5 * chase.air().densityKgPerM3();
            efficiency = chase.drivetrain().efficiency();
            wheelM2 = chase.drivetrain().wheelDragAreaM2();
            constantN = new double[riders];
            alone = new RoadLoad[riders];
            double sumN = 0;
            for (int i = 0; i < riders; i++) {
                alone[i] =
                        loads.inLine(stretch, team.get(i).massKg(), team.get(i).dragAreaM2(), 1);
                constantN[i] = alone[i].constantN();
                sumN += weight[i] * constantN[i];
            }
            totalN = sumN;
        }

        /** Least energy for a metre at this speed, J/m. */
        double leastJPerM(double speedMPerS) {
            double least = forceN(speedMPerS, weights, leastLineM2, aloneM2, totalN);
            double driftMPerS = Math.max(0, speedMPerS - chase.line().exchange().driftMPerS());
            for (int i = 0; i < riders; i++) {
                if (leastBesidesM2[i] < Double.POSITIVE_INFINITY) {
                    double others = forceN(
                            speedMPerS,
                            weights - weight[i],
                            leastBesidesM2[i],
                            aloneM2 - weight[i] * areaM2(i),
                            totalN - weight[i] * constantN[i]);
                    double his = weight[i] * Math.max(0, alone[i].forceN(driftMPerS)) * driftMPerS / speedMPerS;
                    least = Math.min(least, others + his);
                }
            }
            return least / efficiency;
        }

        /** Each rider's area is kept·k + lost of the one he has alone, so the sums are mixed alike. */
        private double forceN(double speedMPerS, double count, double leastM2, double besidesM2, double constant) {
            double air = speedMPerS + headwindMPerS;
            double lineM2 = air > 0 ? leastM2 : mostLineM2;
            double dragN = airKgPerM3 * (lineM2 + count * wheelM2) * air * Math.abs(air);
            if (crossed) {
                double lost = crosswind.lostShare(air, crosswindMPerS);
                double mixedM2 = (1 - lost) * lineM2 + lost * (air > 0 ? besidesM2 : aloneM2);
                dragN = airKgPerM3 * (mixedM2 + count * wheelM2) * crosswind.pressure(air, crosswindMPerS);
            }
            return Math.max(0, dragN + constant + count * RoadLoad.BEARING_N_S_PER_M * speedMPerS);
        }
    }
}
