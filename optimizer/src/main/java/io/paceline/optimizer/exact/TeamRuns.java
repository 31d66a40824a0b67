package io.paceline.optimizer.exact;

import io.paceline.kernel.ChaseKernel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a team has to spend on runs of sectors that follow one another, if nobody leaves it: on each its work is at most its critical power times the time and what
 * its riders' W′ holds. See {@code docs/bounds.md}, section 5.
 */
final class TeamRuns {
    /** Runs begin and end at so many places at most: of more sectors only some are such places. */
    private static final int MOST_PLACES = 18;

    /**
     * Sectors that follow one another.
     *
     * @param leftJ what the team's deficits can grow by on them at most, J
     */
    record Run(int first, int last, double leftJ) {
        boolean has(int sector) {
            return sector >= first && sector <= last;
        }
    }

    /**
     * What is asked for at least of a team.
     *
     * @param timeW what a second costs, W; not negative
     * @param byRun what a joule costs that is spent on each run; not negative
     */
    record Prices(double timeW, double[] byRun) {}

    private final List<Run> runs = new ArrayList<>();
    private final double powerW;

    /** @param keepReserve whether a deficit may only go as deep as the chase's reserve */
    TeamRuns(ChaseKernel kernel, boolean keepReserve) {
        Balances balances = new Balances(kernel, keepReserve);
        double sumW = 0;
        double usableJ = 0;
        double spentJ = 0;
        for (int i = 0; i < balances.riders; i++) {
            sumW += balances.criticalPowerW(i);
            usableJ += balances.usableJ[i] + Stamina.RESERVE_ROUNDING_J;
            spentJ += balances.linear ? balances.linearSpentJ[i] : balances.spentJ[i];
        }
        powerW = sumW;
        int sectors = kernel.chase().road().sectorCount();
        int together = (sectors + MOST_PLACES - 1) / MOST_PLACES;
        for (int first = 0; first < sectors; first += together) {
            for (int end = first + together; end < sectors + together; end += together) {
                runs.add(new Run(first, Math.min(end, sectors) - 1, first == 0 ? usableJ - spentJ : usableJ));
            }
        }
    }

    List<Run> runs() {
        return runs;
    }

    /** What the team can do for ever, W. */
    double powerW() {
        return powerW;
    }

    /** What a joule costs on a sector beside itself. */
    double workPrice(Prices prices, int sector) {
        double sum = 0;
        for (int k = 0; k < runs.size(); k++) {
            sum += runs.get(k).has(sector) ? prices.byRun[k] : 0;
        }
        return sum;
    }

    /** What the prices are worth on all that the team has, J. */
    double leftJ(Prices prices) {
        double sumJ = 0;
        for (int k = 0; k < runs.size(); k++) {
            sumJ += prices.byRun[k] * runs.get(k).leftJ;
        }
        return sumJ;
    }
}
