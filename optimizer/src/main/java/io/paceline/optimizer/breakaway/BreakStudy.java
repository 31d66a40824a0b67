package io.paceline.optimizer.breakaway;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.RotationPlanner;
import io.paceline.optimizer.rotation.SearchListener;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchResult;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import java.util.Set;

/** Finds how a group rides that wants to be at the finish as early as it can be. */
public final class BreakStudy {
    private BreakStudy() {}

    /**
     * The problem of a break: its riders from the start point to the end of the road, as fast as they can.
     *
     * @param group its riders and its road; whom it chases and its goal do not matter. Those who refuse to work are protected
     * @param ridersLeft so many must be together at the end; 1 to all of them
     * @throws IllegalArgumentException if there is an approach, or the number is outside its range
     */
    public static Chase problem(Chase group, int ridersLeft) {
        if (!group.approach().isEmpty()) {
            throw new IllegalArgumentException("breakaway: it has an approach. A break rides from the start point on.");
        }
        return group.toBuilder()
                .breakaway(Breakaway.NONE)
                .goal(new Goal(Objective.FASTEST, ridersLeft))
                .build();
    }

    /** The same problem if everybody worked. */
    public static Chase ifAllWorked(Chase problem) {
        return problem.toBuilder()
                .team(new Team(problem.team().riders(), Set.of()))
                .build();
    }

    /** Searches the fastest plan of a problem. */
    public static BreakPlan plan(Chase problem, SearchOptions options, SearchListener listener) {
        return plan(RotationPlanner.optaPlanner(), problem, options, listener);
    }

    /**
     * The same with a planner that somebody else may stop.
     *
     * @param planner is asked once
     */
    public static BreakPlan plan(
            RotationPlanner planner, Chase problem, SearchOptions options, SearchListener listener) {
        SearchResult result = planner.plan(ChaseKernel.compile(problem), options, listener);
        return new BreakPlan(result.plan(), result.outcome());
    }

    /**
     * What a plan does that was found before.
     *
     * @throws IllegalArgumentException if it does not fit the problem
     */
    public static BreakPlan known(Chase problem, RotationPlan plan) {
        return new BreakPlan(plan, ChaseKernel.compile(problem).evaluate(plan));
    }
}
