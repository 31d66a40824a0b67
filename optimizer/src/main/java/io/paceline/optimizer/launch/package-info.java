/**
 * When to start riding for the catch: the same chase, planned for every place where it could be launched.
 *
 * <pre>
 *   Chase --&gt; Launches (the chase from any launch) --&gt; LaunchStudy --&gt; LaunchCurve (LaunchPoint, SafeLaunch)
 *                                                        |  LaunchListener &lt;-- LaunchProgress
 *                RotationPlanner, Certificates &lt;---------+--&gt; PlanMemory: plans of an earlier study
 * </pre>
 *
 * <p>Energy counts from the start of the problem, the bunch before the launch included, so launches can be compared. May depend on core,
 * {@code io.paceline.optimizer.rotation} and {@code io.paceline.optimizer.exact}.
 */
@NullMarked
package io.paceline.optimizer.launch;

import org.jspecify.annotations.NullMarked;
