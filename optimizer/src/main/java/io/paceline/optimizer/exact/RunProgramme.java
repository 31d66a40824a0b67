package io.paceline.optimizer.exact;

import java.util.Arrays;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear programme that finds good prices on seconds and on what a team spends on runs of sectors: the dual of "mix rides of every sector, at least energy, in time,
 * and with no more spent than there is". Units: MJ, kW, ks.
 */
final class RunProgramme {
    /** Dearer prices are not needed: they arise where no plan is possible, and the bound is above any plan by then. */
    private static final double DEAREST = 50;

    private static final double DEAREST_KW = 100;
    private static final double KILO = 1e-3;
    private static final double MEGA = 1e-6;

    private final TeamRuns runs;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Variable time;
    private final Variable[] byRun;
    private final Variable[] bySector;
    private int rides;
    private double mostJ = Double.POSITIVE_INFINITY;

    RunProgramme(TeamRuns runs, int sectors, double targetS) {
        this.runs = runs;
        time = model.newVariable("time").lower(0).upper(DEAREST_KW).weight(-KILO * targetS);
        byRun = new Variable[runs.runs().size()];
        Arrays.setAll(
                byRun,
                k -> model.newVariable("run" + k)
                        .lower(0)
                        .upper(DEAREST)
                        .weight(-MEGA * runs.runs().get(k).leftJ()));
        bySector = new Variable[sectors];
        Arrays.setAll(bySector, k -> model.newVariable("sector" + k).weight(1));
    }

    /** Offers a ride: its sector costs no more than that at any prices. */
    void add(int sector, SectorGroup.Ride ride) {
        Expression row = model.newExpression("ride" + rides++).upper(MEGA * ride.energyJ());
        row.set(bySector[sector], 1);
        row.set(time, -KILO * ride.timeS());
        for (int k = 0; k < byRun.length; k++) {
            if (runs.runs().get(k).has(sector)) {
                row.set(byRun[k], MEGA * (runs.powerW() * ride.timeS() - ride.workJ()));
            }
        }
    }

    /** The best prices for the rides so far; all 0 where there are none. */
    TeamRuns.Prices prices() {
        Optimisation.Result result = model.maximise();
        boolean solved = result.getState().isFeasible();
        mostJ = solved ? result.getValue() / MEGA : mostJ;
        double[] prices = new double[byRun.length];
        Arrays.setAll(prices, k -> solved ? value(result, byRun[k]) : 0);
        return new TeamRuns.Prices(solved ? value(result, time) / KILO : 0, prices);
    }

    /** What the last prices promise, J: no prices prove more from the launch on, up to the programme's own rounding. */
    double mostJ() {
        return mostJ;
    }

    private double value(Optimisation.Result result, Variable variable) {
        return Math.max(0, result.doubleValue(model.indexOf(variable)));
    }
}
