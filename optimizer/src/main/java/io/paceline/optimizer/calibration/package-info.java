/**
 * From rides to riders: what a rider can do, estimated from his own power files, with how sure that is.
 *
 * <pre>
 *   seconds, watts --&gt; PowerSeries --&gt; PowerCurve (best mean powers) --&gt; Effort[] --+
 *   tests to exhaustion ----------------------------------------------&gt; Effort[] --+--&gt; CriticalPowerFits --&gt; CriticalPowerEstimate
 *   seconds, watts, speeds, altitudes --&gt; DragSamples --&gt; DragEstimator --&gt; DragEstimate
 * </pre>
 *
 * <pre>{@code
 *   CriticalPowerEstimate rider = CriticalPowerEstimator.ofRides(List.of(PowerSeries.of(timeS, powerW)));
 *   double criticalPowerW = rider.best().criticalPowerW();    // throws where rider.refusal() says why there is none
 * }</pre>
 *
 * <p>This is physiology and mechanics, not search. It is in this module and not in core because the fits need Hipparchus, and core needs
 * the JDK alone; and not in the command, because a program that has its own power data should not have to go through files. Knows no
 * search and no files; {@code ArchitectureTest} checks it. SI units; power at the pedals.
 */
@NullMarked
package io.paceline.optimizer.calibration;

import org.jspecify.annotations.NullMarked;
