package io.paceline.optimizer.rotation.draft;

import io.paceline.chase.Chase;
import io.paceline.chase.ChaseLoads;
import io.paceline.drafting.DragTable;
import io.paceline.power.RoadLoad;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The first draft of a search, from the model instead of by chance: the strong first, pulls in proportion to what each can spare above
 * the line, and an effort between steady power and steady speed. Steady speed costs the least energy but climbs cost more than riders
 * have; so the mix is found by measuring, and so is the length of a rotation.
 */
public final class Opening {
    private static final double[] MIXES = {0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9};
    private static final int[] MEAN_PULLS_S = {20, 30, 45, 60, 90};
    private static final double SPARED_AT_LEAST = 0.05;

    private final DraftSpace space;
    private final Chase chase;
    private final CostMeter meter;
    private final Trials trials;

    /** An opening that reports to an account. */
    public Opening(DraftSpace space, CostMeter meter, Trials trials) {
        this.space = space;
        this.meter = meter;
        this.trials = trials;
        chase = space.kernel().chase();
    }

    /** Measures a few dozen drafts and gives the best of them. Measures one even if the account is used up, unless it has one. */
    public Draft play() {
        double[] spareW = spareW();
        double[] steadySpeed = steadySpeedEfforts();
        Draft draft = new Draft(space.riders(), space.sectors());
        order(draft, spareW);
        Draft best = draft.copy();
        Cost bestCost = Cost.WORST;
        for (int meanS : MEAN_PULLS_S) {
            pulls(draft, spareW, meanS);
            for (double mix : MIXES) {
                if (trials.evaluations() > 0 && trials.over()) {
                    return best;
                }
                mix(draft, steadySpeed, mix);
                Cost cost = trials.measure(meter, draft);
                if (cost.beats(bestCost)) {
                    bestCost = cost;
                    best.set(draft);
                }
            }
        }
        return best;
    }

    /** What each rider could spend at the front above a mean place in the line, W; never less than a little. */
    private double[] spareW() {
        List<Rider> riders = chase.team().riders();
        Stretch level = levelStretch();
        double timeS = Math.max(60, space.kernel().targetS());
        double speed = Math.min(chase.topSpeedMPerS(), chase.road().lengthM() / timeS);
        DragTable table = chase.line().dragTable();
        double gapM = chase.line().wheelGapM();
        double mean = table.meanDragFraction(riders.size(), gapM);
        double[] spareW = new double[riders.size()];
        for (int slot = 0; slot < spareW.length; slot++) {
            Rider rider = riders.get(slot);
            double ownW = rider.criticalPowerW() * chase.freshness().criticalPowerFactor()
                    + rider.wPrimeJ() * chase.freshness().wPrimeFactor() * (1 - chase.reserveFraction()) / timeS;
            double lineW = load(level, rider, mean).powerW(speed);
            spareW[slot] = Math.max(SPARED_AT_LEAST * ownW, ownW - lineW);
        }
        return spareW;
    }

    private Stretch levelStretch() {
        return new Stretch(1_000, 0, 0, 0, chase.road().stretches().get(0).rollingResistance());
    }

    private RoadLoad load(Stretch stretch, Rider rider, double dragFraction) {
        return new ChaseLoads(chase).inLine(stretch, rider.massKg(), rider.dragAreaM2(), dragFraction);
    }

    /** Workers by what they can spare, then the protected. */
    private void order(Draft draft, double[] spareW) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < spareW.length; slot++) {
            slots.add(slot);
        }
        slots.sort(Comparator.<Integer, Boolean>comparing(space::isProtected)
                .thenComparing(slot -> -spareW[slot])
                .thenComparing(slot -> slot));
        for (int position = 0; position < spareW.length; position++) {
            draft.rider[position] = slots.get(position);
        }
    }

    private void pulls(Draft draft, double[] spareW, int meanS) {
        double sumW = 0;
        int working = 0;
        for (int slot = 0; slot < spareW.length; slot++) {
            if (!space.isProtected(slot)) {
                sumW += spareW[slot];
                working++;
            }
        }
        for (int position = 0; position < spareW.length; position++) {
            int slot = draft.rider[position];
            draft.seconds[position] =
                    space.isProtected(slot) ? 0 : space.nearestPullS(meanS * working * spareW[slot] / sumW, working);
        }
    }

    /** Efforts that would hold one speed over the whole road. */
    private double[] steadySpeedEfforts() {
        List<Stretch> road = chase.road().stretches();
        double timeS = space.kernel().targetS();
        double speed = timeS > 0 ? Math.min(chase.topSpeedMPerS(), chase.road().lengthM() / timeS) : 1;
        double fraction = chase.line()
                .dragTable()
                .meanDragFraction(space.riders(), chase.line().wheelGapM());
        double[] workJ = new double[space.sectors()];
        double[] lengthM = new double[space.sectors()];
        double sumJ = 0;
        for (int s = 0; s < road.size(); s++) {
            double powerW = 0;
            for (Rider rider : chase.team().riders()) {
                powerW += Math.max(0, load(road.get(s), rider, fraction).powerW(speed));
            }
            int sector = chase.road().sectorOf(s);
            workJ[sector] += powerW * road.get(s).lengthM();
            lengthM[sector] += road.get(s).lengthM();
            sumJ += powerW * road.get(s).lengthM();
        }
        double meanW = sumJ / chase.road().lengthM();
        for (int sector = 0; sector < workJ.length; sector++) {
            workJ[sector] = meanW > 0 ? workJ[sector] / lengthM[sector] / meanW : 1;
        }
        return workJ;
    }

    private void mix(Draft draft, double[] steadySpeed, double share) {
        for (int sector = 0; sector < steadySpeed.length; sector++) {
            double effort = 1 + share * (steadySpeed[sector] - 1);
            draft.effort[sector] = DraftSpace.clampEffort(Math.round(effort * DraftSpace.EFFORT_ONE));
        }
    }
}
