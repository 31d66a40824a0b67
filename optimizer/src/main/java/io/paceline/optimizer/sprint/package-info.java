/**
 * The chase and the lead-out train behind it as one problem: what the train needs, the chase has to leave.
 *
 * <pre>
 *   ChaseKernel, ChaseMoves --end balances--+
 *                                           +--&gt; JointSearch (one cost for both) --&gt; SprintStudy --&gt; SprintPlan, trade-off
 *   LeadOut, Train --&gt; TrainRide --needs----+
 * </pre>
 *
 * <p>{@code docs/model.md} has the equations. May depend on core and {@code io.paceline.optimizer.rotation}; {@code ArchitectureTest}
 * checks it.
 */
@NullMarked
package io.paceline.optimizer.sprint;

import org.jspecify.annotations.NullMarked;
