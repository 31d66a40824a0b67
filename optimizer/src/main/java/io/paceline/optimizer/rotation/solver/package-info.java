/**
 * The local search: OptaPlanner's engine on drafts, with moves of our own; and CMA-ES, Hipparchus's, for the pace. The only package that knows
 * OptaPlanner. Not for users; some classes are public because the engine makes them by reflection.
 *
 * <pre>
 *   Stages --&gt; LocalSearch --Draft--&gt; Candidate (LineSlot, SectorEffort) &lt;-- DraftMove &lt;-- MoveDraw
 *                                            |                                            |
 *                                            +--&gt; CandidateScore --&gt; Annealing &lt;----------+
 *                                            draft: Changes, CostMeter &lt;--+--&gt; Trials (the best so far)
 *   Stages --&gt; Evolution --Draft--&gt; CostMeter
 * </pre>
 *
 * <p>May depend on core, OptaPlanner, Hipparchus and {@code io.paceline.optimizer.rotation.draft}; {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.optimizer.rotation.solver;

import org.jspecify.annotations.NullMarked;
