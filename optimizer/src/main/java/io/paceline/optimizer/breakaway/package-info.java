/**
 * How the riders ahead ride: the fastest plan that they can hold to the finish, with the same kernel and the same search as the chase.
 *
 * <pre>
 *   Chase (the break's riders, its road to the finish, goal: time) --&gt; BreakStudy --RotationPlanner--&gt; BreakPlan
 *                                                                     BreakPlan --&gt; io.paceline.chase.RiddenBreak
 * </pre>
 *
 * <p>May depend on core and {@code io.paceline.optimizer.rotation}.
 */
@NullMarked
package io.paceline.optimizer.breakaway;

import org.jspecify.annotations.NullMarked;
