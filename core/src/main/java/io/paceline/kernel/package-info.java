/**
 * From a chase and a plan to what it costs: compile once, evaluate many.
 *
 * <pre>
 *   Chase --&gt; ChaseKernel.compile --&gt; tables
 *   efforts by sector --&gt; solvePace --&gt; Pace (speeds that catch just in time)
 *   Pace, LinePlan --&gt; PlanEvaluator --&gt; energy, balances           the search's inner loop: no allocation
 *   RotationPlan --&gt; evaluate --&gt; Outcome;  trace --&gt; Trace         the whole account, for reports
 * </pre>
 *
 * <p>SI units. Slot {@code i} is the same rider for the whole run; places change, slots do not. Exact but for rounding: between two events
 * every power is constant, and deficits have a closed form. {@code docs/kernel.md} explains the mathematics. May depend on every package of
 * the module; {@code ArchitectureTest} checks it.
 */
package io.paceline.kernel;
