package io.paceline.app.report.html;

import io.paceline.app.report.Answer;
import io.paceline.chase.Chase;
import io.paceline.chase.RiderOutcome;
import io.paceline.plan.Pull;
import io.paceline.rider.Rider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rider in the line.
 *
 * @param id short name
 * @param name of the person; empty if unknown
 * @param pullS each time in front, s; none if he sits on
 * @param burnedAfterTurns after which he leaves; 0 if he stays
 * @param criticalPowerW as he is today, W
 * @param wPrimeJ as he is today, J
 * @param reserveJ that he should keep, J
 * @param leastBalanceJ W′bal at the worst moment, J
 * @param workJ J
 * @param meanW W
 * @param normalizedW W
 * @param aboveCpJ work above CP, J
 * @param frontS time in front, s
 * @param turns in front
 */
record RiderView(
        String id,
        String name,
        @Nullable Double pullS,
        int burnedAfterTurns,
        double criticalPowerW,
        double wPrimeJ,
        double reserveJ,
        double leastBalanceJ,
        double workJ,
        double meanW,
        double normalizedW,
        double aboveCpJ,
        double frontS,
        int turns) {

    /** The riders, front of the line first. */
    static List<RiderView> of(Answer answer) {
        List<RiderView> views = new ArrayList<>();
        for (Pull pull : answer.plan().pulls()) {
            views.add(of(answer, pull.riderId(), pull.seconds(), pull.burnedAfterTurns()));
        }
        for (String id : answer.plan().sitsOn()) {
            views.add(of(answer, id, null, 0));
        }
        return views;
    }

    private static RiderView of(Answer answer, String id, @Nullable Double pullS, int burnedAfterTurns) {
        Chase chase = answer.scenario().chase();
        int slot = chase.team().slot(id);
        Rider rider = chase.team().riders().get(slot);
        RiderOutcome outcome = answer.outcome().riders().get(slot);
        return new RiderView(
                id,
                answer.scenario().names().getOrDefault(id, ""),
                pullS,
                burnedAfterTurns,
                rider.criticalPowerW() * chase.freshness().criticalPowerFactor(),
                outcome.wPrimeJ(),
                outcome.wPrimeJ() * chase.reserveFraction(),
                outcome.leastBalanceJ(),
                outcome.workJ(),
                outcome.meanPowerW(),
                outcome.normalizedPowerW(),
                outcome.aboveCriticalPowerJ(),
                outcome.frontS(),
                outcome.turns());
    }
}
