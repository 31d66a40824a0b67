/**
 * What the answer hangs on: one plan, and the chase with one input changed at a time.
 *
 * <pre>
 *   Chase --&gt; StandardInputs --&gt; Input, Choice --+
 *   ChaseKernel, RotationPlan -------------------+--&gt; Sensitivity --&gt; SensitivityReport of Swings
 * </pre>
 *
 * <p>The plan is held: nothing is searched again, so a better plan may bear more. Needs no other package of the module.
 */
package io.paceline.optimizer.sensitivity;
