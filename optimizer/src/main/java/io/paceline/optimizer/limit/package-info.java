/**
 * The highest speed that a team can hold, and what would raise it.
 *
 * <pre>
 *   Chase --&gt; TeamLimit --fastest plan on the grid--&gt; RotationPlanner
 *                |  --&gt; FineRide: pulls and efforts to the last bit that tells
 *                |  --&gt; the same with more watts, or one rider more
 *                +--&gt; Limit (plan, speed, GivesOut, Gain[])
 * </pre>
 *
 * <p>May depend on core and {@code io.paceline.optimizer.rotation}; {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.optimizer.limit;

import org.jspecify.annotations.NullMarked;
