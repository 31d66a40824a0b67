package io.paceline.optimizer.exact;

import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Finds the best order and pulls at the speeds of a plan, as well as time allows, and proves how good they are. */
public final class ExactSearch {
    /** Share of the time that goes into looking for a better plan before the proof. */
    private static final double SEARCH_SHARE = 0.3;

    /** Share of the time at which the proof ends; after it the search goes on where the proof sees room. */
    private static final double PROOF_UNTIL = 0.75;

    /** Starts of the search; without a time limit it ends after them. */
    private static final int MOST_STARTS = 400;

    private ExactSearch() {}

    /**
     * Improves a plan at its own speeds and proves what is left.
     *
     * @param plan gives the speeds and a first line; its burned riders stay in the line from then on
     * @param stop asked often; once true, the best plan and bound so far are returned
     * @throws IllegalArgumentException if the plan does not fit the chase, rides for time, or the team has more than
     *     {@value Certificates#MOST_RIDERS} riders
     */
    public static ProvedPlan prove(
            ChaseKernel kernel, RotationPlan plan, CertificateOptions options, BooleanSupplier stop) {
        Certificates.checkSize(kernel);
        Certificates.checkObjective(kernel);
        BooleanSupplier searching = Certificates.until(SEARCH_SHARE * options.seconds(), stop);
        BooleanSupplier proving = Certificates.until(PROOF_UNTIL * options.seconds(), stop);
        BooleanSupplier ending = Certificates.until(options.seconds(), stop);
        FixedSpeeds speeds = new FixedSpeeds(kernel, plan, options);
        LineSearch search = new LineSearch(kernel, speeds.pace, speeds.keepReserve, speeds.longestPullS);
        search.offer(speeds.line);
        for (int start = 0; start < MOST_STARTS && !searching.getAsBoolean(); start++) {
            boolean again = start % 2 == 0 && search.bestCost() < Double.POSITIVE_INFINITY;
            search.anneal(again ? search.best() : search.shuffled(start), start, searching);
        }
        boolean able = search.bestCost() < Double.POSITIVE_INFINITY;
        Certificate fixed =
                speeds.certify(able ? search.best() : speeds.line, able ? search.bestCost() : speeds.planCost, proving);
        LinePlan cheaper = speeds.cheaper();
        if (cheaper != null) {
            search.offer(cheaper);
        }
        boolean found = search.bestCost() < Double.POSITIVE_INFINITY;
        if (found && !fixed.complete()) {
            searchPromising(search, speeds, ending);
        }
        // the bound holds for any plan, so a better one only has to be put beside it
        LinePlan line = found ? search.best() : speeds.line;
        double cost = found ? search.bestCost() : speeds.planCost;
        fixed = speeds.isBurned(line) ? speeds.certifyBurned(cost) : fixed.of(cost);
        RotationPlan proved = found ? plan(kernel, line, plan.sectorEfforts()) : plan;
        AnyPace anyPace = new AnyPace(kernel);
        return new ProvedPlan(
                proved, fixed, anyPace.certify(cost, () -> false), anyPace.certifyUnburned(proved, () -> false));
    }

    /** Anneals from the formations with the least bounds, again and again while there is time. */
    private static void searchPromising(LineSearch search, FixedSpeeds speeds, BooleanSupplier stop) {
        List<Formation> promising = speeds.promising();
        for (int start = 0; !promising.isEmpty() && start < MOST_STARTS && !stop.getAsBoolean(); start++) {
            Formation formation = promising.get(start % promising.size());
            search.anneal(search.like(formation), MOST_STARTS + start, stop);
        }
    }

    private static RotationPlan plan(ChaseKernel kernel, LinePlan line, List<Double> efforts) {
        List<Rider> team = kernel.chase().team().riders();
        List<Pull> pulls = new ArrayList<>();
        List<String> sitsOn = new ArrayList<>();
        for (int i = 0; i < line.slot.length; i++) {
            String id = team.get(line.slot[i]).id();
            if (i < line.working) {
                pulls.add(new Pull(id, line.pullS[i], line.burnedAfterTurns[i]));
            } else {
                sitsOn.add(id);
            }
        }
        return new RotationPlan(pulls, sitsOn, efforts);
    }
}
