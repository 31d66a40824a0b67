/**
 * Finds who rides in which order, how long each pulls, how hard each sector is ridden, who sits on, who is burned.
 *
 * <pre>
 *   ChaseKernel, SearchOptions --&gt; RotationPlanner --&gt; SearchResult (RotationPlan, Outcome)
 *                                      |      SearchListener &lt;-- SearchProgress
 *                                      +--&gt; draft: Opening, Polish ---------+
 *                                      +--&gt; solver: LocalSearch, Evolution --+--&gt; Trials: the best so far
 * </pre>
 *
 * <p>No type of a solver appears here. {@code draft} and {@code solver} are not for users.
 */
@NullMarked
package io.paceline.optimizer.rotation;

import org.jspecify.annotations.NullMarked;
