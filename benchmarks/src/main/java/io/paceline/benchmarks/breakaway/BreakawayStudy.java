package io.paceline.benchmarks.breakaway;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.chase.RiddenBreak;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.breakaway.BreakPlan;
import io.paceline.optimizer.breakaway.BreakStudy;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.rider.Freshness;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Question: does the model's answer move the right way with terrain, size of the break and number of chasers? Baseline: how often breaks
 * won in the grand tours of 2020 and 2021, and five episodes. Writes a page.
 */
public final class BreakawayStudy {
    /** All riders are alike, so that only terrain and numbers differ. Typical figures, not measured. */
    private static final double CRITICAL_POWER_W = 400;

    private static final double W_PRIME_J = 20_000;
    private static final double MASS_KG = 78;
    private static final double DRAG_AREA_M2 = 0.30;

    /** A day in front costs more than one in the bunch. Estimates. */
    private static final Freshness AHEAD = new Freshness(0.90, 0.70);

    private static final Freshness BEHIND = new Freshness(0.93, 0.80);

    /** On descents: above it the model asks the one in front for more than a group would ever ride. Estimate: 61 km/h. */
    private static final double TOP_SPEED_M_PER_S = 17;

    private static final int EVALUATIONS = 1_500;
    static final double MOST_GAP_S = 600;
    private static final double GAP_STEP_S = 10;

    private BreakawayStudy() {}

    /**
     * Writes the page.
     *
     * @param args the file
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), StudyPage.text(), StandardCharsets.UTF_8);
    }

    /**
     * The least lead with which a break stays away, s: on a grid of 10 s, found by halving; {@value #MOST_GAP_S} or more if none does.
     *
     * @param road from where the lead is taken to the finish
     * @param ahead riders of the break, who all work
     * @param behind chasers who all work, from the same place on
     */
    static double leastSafeLeadS(Road road, int ahead, int behind) {
        RiddenBreak ridden = breakaway(road, ahead, 0);
        double caught = -GAP_STEP_S;
        double away = MOST_GAP_S;
        while (away - caught > GAP_STEP_S * 1.5) {
            double gapS = GAP_STEP_S * Math.round((away + caught) / 2 / GAP_STEP_S);
            if (catches(road, behind, ridden.withGapS(gapS))) {
                caught = gapS;
            } else {
                away = gapS;
            }
        }
        return away;
    }

    /** Whether a plan is found that catches at the finish at the latest. */
    static boolean catches(Road road, int behind, RiddenBreak ahead) {
        ChaseKernel kernel = ChaseKernel.compile(chase(road, behind, ahead));
        return kernel.targetS() > 0
                && RotationPlanner.optaPlanner()
                        .plan(kernel, SearchOptions.evaluations(EVALUATIONS), SearchListener.none())
                        .outcome()
                        .feasible();
    }

    static Chase chase(Road road, int behind, RiddenBreak ahead) {
        return Chase.builder(team(behind), road, Air.standard(200), ahead)
                .freshness(BEHIND)
                .topSpeedMPerS(TOP_SPEED_M_PER_S)
                .reserveFraction(0)
                .build();
    }

    /** A break that rides as fast as it can to the end of the road. */
    static RiddenBreak breakaway(Road road, int riders, double gapS) {
        Chase group = Chase.builder(team(riders), road, Air.standard(200), Breakaway.NONE)
                .goal(new Goal(Objective.FASTEST, riders))
                .freshness(AHEAD)
                .topSpeedMPerS(TOP_SPEED_M_PER_S)
                .reserveFraction(0)
                .build();
        Chase problem = BreakStudy.problem(group, riders);
        BreakPlan plan = BreakStudy.plan(problem, SearchOptions.evaluations(EVALUATIONS), SearchListener.none());
        return RiddenBreak.of(gapS, problem, plan.outcome());
    }

    private static Team team(int riders) {
        List<Rider> team = new ArrayList<>();
        for (int i = 1; i <= riders; i++) {
            team.add(new Rider(
                    String.format(Locale.ROOT, "R%02d", i), MASS_KG, DRAG_AREA_M2, CRITICAL_POWER_W, W_PRIME_J));
        }
        return new Team(team, Set.of());
    }
}
