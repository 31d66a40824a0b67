/**
 * The slow truth that the kernel is tested against: the model's definition written down a second time, with plain objects.
 *
 * <pre>
 *   Chase, RotationPlan --&gt; OracleSchedule (speeds) --&gt; OracleLine (who rides where) --+--&gt; SteppedOracle  (one time step)
 *                              OraclePhysics, OracleDrag --^                            +--&gt; IntervalWalk   (event to event)
 * </pre>
 *
 * <p>Shares no code with {@code io.paceline.kernel}, {@code io.paceline.power}, the balance, the shelter or the drag tables of the
 * product: it reads the input records alone, and Blocken's cells from the published file. No tables of powers, no closed form over
 * rotations.
 */
package io.paceline.oracle;
